import { constants } from 'node:fs'
import { access, lstat, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, relative, sep } from 'node:path'
import { lock } from 'proper-lockfile'
import { applyEdits, type Edit } from '../core/index.ts'
import { codeOf, isMissing, kindOf, MAX_BYTES, removeLeftovers, resolveLinks, writeAtomically } from './files.ts'

/** A lock that nobody has renewed for so long (ms) belonged to a process that died. */
const STALE_AFTER = 5_000
/** How long a writer waits for others: about half a minute, longer than a dead one's lock lasts. */
const RETRIES = { retries: 250, minTimeout: 10, maxTimeout: 150, factor: 1.2, randomize: true }
/** How often an edit is made anew if something that knows no locks (an editor, git) writes in between. */
const ATTEMPTS = 10

/** Says why `askwell.json` was not written. Its message is for the user. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten'
}

/** What is to be changed in the text, and what to tell about it. */
export interface Change<T> {
  readonly edits: readonly Edit[]
  readonly result: T
}

/**
 * Changes `askwell.json` on disk: reads it, edits it and writes it, while other processes that do the same wait. No
 * writer's entry is lost, and a crash leaves the old file or the new one.
 * @param change called with the text as it is now (empty if there is no file yet); called again if it has changed since
 * @throws NotWritten if others keep it locked or keep changing it; what `change` throws; errors of the file system
 */
export async function updateWorkspaceFile<T>(path: string, change: (text: string) => Change<T>): Promise<T> {
  const real = await placeOf(path)
  await access(dirname(real), constants.W_OK)
  const held = await acquire(real)
  try {
    await removeLeftovers(real)
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await read(real)
      const { edits, result } = change(before)
      if (edits.length === 0) return result
      if (await writeAtomically(real, applyEdits(before, edits), async () => await held.isOurs() && await read(real) === before)) return result
      if (!await held.isOurs()) throw new NotWritten(`${path} was not written: this process was stopped for so long that another one took over. Try again.`)
    }
    throw new NotWritten(`${path} was not written: another program keeps changing it. Try again.`)
  } finally {
    await held.release()
  }
}

/** Where the file is, links followed, but not out of its folder: who cloned a repository did not choose where its links lead. */
async function placeOf(path: string): Promise<string> {
  if (await isDangling(path)) throw new NotWritten(`${path} was not written: it is a link to a file that does not exist.`)
  const real = await resolveLinks(path)
  const from = relative(await realpath(dirname(path)), real)
  if (isAbsolute(from) || from === '..' || from.startsWith(`..${sep}`)) {
    throw new NotWritten(`${path} was not written: it is a link out of its folder, to ${real}. If that is what you want, name that file itself.`)
  }
  return real
}

async function isDangling(path: string): Promise<boolean> {
  return await kindOf(path) === undefined && await lstat(path).then(() => true, () => false)
}

async function read(path: string): Promise<string> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new NotWritten(`${path} was not written: it is a folder.`)
    if (!found.isFile()) throw new NotWritten(`${path} was not written: it is no file.`)
    if (found.size > MAX_BYTES) throw new NotWritten(`${path} was left as it is: it is larger than ${MAX_BYTES / 1024 / 1024} MB.`)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path))
  } catch (error) {
    if (isMissing(error)) return ''
    if (error instanceof TypeError) throw new NotWritten(`${path} was left as it is: it is not UTF-8 text.`)
    throw error
  }
}

interface Held {
  /** Whether the lock is still the one that we took. */
  isOurs(): Promise<boolean>
  release(): Promise<void>
}

/** Tells a folder from another one that has come in its place (whose inode may be the same). */
async function identity(folder: string): Promise<string> {
  const { ino, birthtimeNs } = await stat(folder, { bigint: true })
  return `${ino} ${birthtimeNs}`
}

async function acquire(real: string): Promise<Held> {
  const folder = `${real}.lock`
  let lost = false
  try {
    const release = await lock(real, { realpath: false, lockfilePath: folder, stale: STALE_AFTER, retries: RETRIES, onCompromised: () => { lost = true } })
    const mark = await identity(folder)
    const isOurs = async (): Promise<boolean> => {
      try {
        return !lost && await identity(folder) === mark
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    }
    return { isOurs, release: async () => { if (await isOurs()) await release() } }
  } catch (error) {
    if (codeOf(error) !== 'ELOCKED') throw error
    throw new NotWritten(`${real} was not written: another program has locked it. If none is running, remove the folder ${folder}.`)
  }
}
