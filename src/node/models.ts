import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpackFile } from '../core/language/model-data.ts'
import type * as bundled from '../core/language/models.ts'

/**
 * Reads the model of a language from its file, which stands beside the bundle.
 * @throws Error if it cannot be read
 */
export const readModel: typeof bundled.readModel = (language) => unpackFile(bytesOf(join(import.meta.dirname, `model-${language}.bin`)))

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    // A plain error: the draft that is being read is there.
    throw new Error(`The language model ${path} cannot be read: install Askwell anew.`, { cause })
  }
}
