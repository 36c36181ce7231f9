import { unpackFile } from '../core/language/model-data.ts'
import type * as bundled from '../core/language/models.ts'

/** The worker's own; the types of the web would quarrel with those of Node. */
declare const location: { readonly href: string }
declare const XMLHttpRequest: new () => {
  responseType: 'arraybuffer'
  readonly status: number
  readonly response: ArrayBuffer | null
  open(method: 'GET', uri: string, isAsync: boolean): void
  send(): void
}

let folder = location.href

/**
 * Says where the models are; unless told, they are sought beside the worker's script.
 * @param uri of their folder, or of a file in it
 */
export function findModelsBeside(uri: string): void {
  folder = uri
}

/** Reads the model of a language from its file. A worker may wait for it: nobody sees it stand still. */
export const readModel: typeof bundled.readModel = (language) => {
  const uri = new URL(`model-${language}.bin`, folder).href
  const request = new XMLHttpRequest()
  request.open('GET', uri, false)
  request.responseType = 'arraybuffer'
  request.send()
  // Schemes that are not of the web have no status.
  if (!request.response || request.status >= 400) throw new Error(`${uri} cannot be read (status ${request.status}).`)
  return unpackFile(new Uint8Array(request.response))
}
