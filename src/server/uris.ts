import { URI, Utils } from 'vscode-uri'

/** A URI in the one spelling in which URIs are compared. */
export const normalUri = (uri: string): string => URI.parse(uri).toString()

/** The path of a URI, decoded. */
export const pathOf = (uri: string): string => URI.parse(uri).path

/** The folder that holds a file. */
export const folderOf = (uri: string): string => Utils.dirname(URI.parse(uri)).toString()

/** The URI of a relative path in a folder. */
export const within = (folder: string, path: string): string => Utils.joinPath(URI.parse(folder), path).toString()

/** Whether a file lies in a folder, however deep. */
export const liesIn = (uri: string, folder: string): boolean => normalUri(uri).startsWith(`${normalUri(folder).replace(/\/$/, '')}/`)

/** Whether a document has a place on some disk; an untitled one has none yet. */
export const hasPlace = (uri: string): boolean => URI.parse(uri).scheme !== 'untitled'

/** The way from a folder to a file, with `/`; undefined if they are not on the same disk. */
export function relativePath(folder: string, uri: string): string | undefined {
  const [from, to] = [URI.parse(folder), URI.parse(uri)]
  if (from.scheme !== to.scheme || from.authority !== to.authority) return undefined
  const [steps, parts] = [from, to].map(({ path }) => path.split('/').filter(Boolean)) as [string[], string[]]
  let shared = 0
  while (shared < steps.length && steps[shared] === parts[shared]) shared++
  return [...steps.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/')
}

/** The URI of a new file: the name itself, or the first of `name-2.ask.md`, `name-3.ask.md`, … that is not taken. */
export async function freeUri(folder: string, name: string, exists: (uri: string) => Promise<boolean>): Promise<string> {
  const dot = name.indexOf('.')
  const [stem, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
  for (let number = 1; ; number++) {
    const uri = within(folder, number === 1 ? name : `${stem}-${number}${extension}`)
    if (!await exists(uri)) return uri
  }
}
