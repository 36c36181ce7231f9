import { randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { access, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** What stands at a path: a file, a folder, or nothing. */
export type PathKind = 'file' | 'folder' | undefined

/** Whether an error says that there is nothing at the path. */
export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'

/** The code of an error of the file system (`EACCES` …). */
export const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** What stands at a path, links followed. @throws the error of the file system, except that there is nothing */
export async function kindOf(path: string): Promise<PathKind> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/**
 * The Markdown files in a folder and the folders below it, but for `node_modules` and hidden folders. Links to files
 * are followed, links to folders are not, so that none leads in circles.
 * @param onError called for a folder that cannot be read; the search goes on
 */
export async function findMarkdown(folder: string, onError: (path: string, error: unknown) => void): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const found = await Promise.all(entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : findMarkdown(path, onError)
      if (!entry.name.toLowerCase().endsWith('.md')) return []
      return entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isFile()) ? [path] : []
    }))
    return found.flat()
  } catch (error) {
    onError(folder, error)
    return []
  }
}

/** The path with its links resolved, also if nothing stands there yet. */
export async function resolveLinks(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (!isMissing(error)) throw error
    return join(await realpath(dirname(path)), basename(path))
  }
}

/**
 * Writes a file so that it holds, whatever happens, either the old text or the new one: beside it first, to the disk, then
 * in its place. Keeps its mode. (Libraries for this give up after one `write`, which on a full disk is not all.)
 * @param path links are followed
 * @param isStillGood asked at the last moment; if it says no, nothing is changed
 * @returns whether it was written
 */
export async function writeAtomically(path: string, text: string, isStillGood: () => Promise<boolean> = () => Promise.resolve(true)): Promise<boolean> {
  const real = await resolveLinks(path)
  const present = await kindOf(real) === 'file'
  if (present) await access(real, constants.W_OK)
  const beside = join(dirname(real), `${besidePrefix(real)}${randomUUID()}.tmp`)
  try {
    await writeFile(beside, text, { flag: 'wx', flush: true, ...(present ? { mode: (await stat(real)).mode & 0o7777 } : {}) })
    if (!await isStillGood()) return false
    await rename(beside, real)
    await flushFolder(dirname(real))
    return true
  } finally {
    await rm(beside, { force: true })
  }
}

/** Brings to the disk which files a folder holds, where the system can do that (Windows can't, and needs not). */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => undefined)
  try {
    await folder?.sync()
  } catch (error) {
    if (!['EINVAL', 'EISDIR', 'EPERM', 'ENOTSUP'].includes(String(codeOf(error)))) throw error
  } finally {
    await folder?.close()
  }
}

const besidePrefix = (path: string): string => `.${basename(path)}.`

/** Removes what writers of a file have left beside it that were killed. No other writer may be at work. */
export async function removeLeftovers(real: string): Promise<void> {
  const folder = dirname(real)
  const left = (await readdir(folder)).filter((name) => name.startsWith(besidePrefix(real)) && name.endsWith('.tmp'))
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
}

/** The largest file (bytes) that is read: a hundred times a long life of asking. What is larger is something else. */
export const MAX_BYTES = 256 * 1024 * 1024

/** The bytes of a file. @throws the error of the file system; EFBIG if it is larger than `MAX_BYTES` */
export async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await stat(path)
  if (size > MAX_BYTES) throw Object.assign(new Error(`It is larger than ${MAX_BYTES} bytes.`), { code: 'EFBIG' })
  return readFile(path)
}

/** The bytes of a file of any size, piece by piece. The errors of the file system come with the pieces. */
export const readChunks = (path: string): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 1024 * 1024 })

/** The files in a folder itself, sorted. @throws the error of the file system */
export const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => join(folder, name)).sort()

/** Writes a file that must not be there yet. @throws EEXIST if it is */
export const createFile = (path: string, text: string): Promise<void> => writeFile(path, text, { flag: 'wx', flush: true })
