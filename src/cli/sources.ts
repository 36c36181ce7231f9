import { resolve } from 'node:path'
import { reasonOf, type Io } from './io.ts'
import { shownPath } from './paths.ts'

/** A file to check. */
export interface Source {
  /** Absolute; undefined for standard input without a name. */
  readonly path: string | undefined
  /** As it is shown. */
  readonly shown: string
  /** How it came to be checked: named, found in a folder, or given on standard input. */
  readonly from: 'named' | 'found' | 'stdin'
  /** The folder in which it was found. */
  readonly folder?: string
}

/**
 * The files that paths mean: a file means itself, a folder the Markdown files in it, `-` standard input. Sorted, each file once.
 * @param onProblem called for a path that does not exist or cannot be read
 */
export async function findSources(paths: readonly string[], stdinName: string | undefined, io: Io, onProblem: (message: string) => void): Promise<Source[]> {
  const found: Source[] = []
  const cannotRead = (path: string, error: unknown): void => { onProblem(`${shownPath(io.cwd, path)} can't be read: ${reasonOf(error)}.`) }
  for (const given of paths) {
    if (given === '-') continue
    const path = resolve(io.cwd, given)
    const shown = shownPath(io.cwd, path)
    try {
      const kind = await io.files.kindOf(path)
      if (kind === undefined) onProblem(`${shown} does not exist.`)
      else if (kind === 'file') found.push({ path, shown, from: 'named' })
      else {
        const files = await io.files.findMarkdown(path, cannotRead)
        found.push(...files.map((file): Source => ({ path: file, shown: shownPath(io.cwd, file), from: 'found', folder: path })))
      }
    } catch (error) {
      cannotRead(path, error)
    }
  }
  const once = await eachOnce(found.sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : a.from === 'named' ? -1 : 1)), io)
  return paths.includes('-') ? [stdin(stdinName, io), ...once] : once
}

const stdin = (name: string | undefined, io: Io): Source => name === undefined
  ? { path: undefined, shown: '<stdin>', from: 'stdin' }
  : { path: resolve(io.cwd, name), shown: shownPath(io.cwd, resolve(io.cwd, name)), from: 'stdin' }

/** Without the files that are others by another name. */
async function eachOnce(sources: readonly Source[], io: Io): Promise<Source[]> {
  const seen = new Set<string>()
  const once: Source[] = []
  for (const source of sources) {
    const real = source.path === undefined ? '' : await io.files.resolveLinks(source.path).catch(() => source.path ?? '')
    if (seen.has(real)) continue
    seen.add(real)
    once.push(source)
  }
  return once
}
