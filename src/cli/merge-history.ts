import { resolve } from 'node:path'
import { mergeDiff3 } from 'node-diff3'
import { mergeWorkspaces } from '../core/index.ts'
import { decode, Failure, reasonOf, say, type ExitCode, type Io } from './io.ts'
import { shownPath } from './paths.ts'

/**
 * `askwell merge-history`, git's merge driver for `askwell.json`: merges into the file of ours, as git wants it.
 * @returns 0 if all is merged, 1 if a conflict is left to the person. (Git takes 2, could not do it, for a conflict too.)
 */
export async function mergeHistory(paths: { readonly base: string; readonly ours: string; readonly theirs: string }, io: Io): Promise<ExitCode> {
  const base = await readText(paths.base, io)
  const ours = await readText(paths.ours, io)
  const theirs = await readText(paths.theirs, io)
  const merge = mergeWorkspaces(base, ours, theirs) ?? mergeLines(base, ours, theirs)
  try {
    await io.files.writeAtomically(resolve(io.cwd, paths.ours), merge.text)
  } catch (error) {
    throw new Failure(`${paths.ours} can't be written: ${reasonOf(error)}.`)
  }
  if (merge.conflicts === 0) return 0
  say(io, `askwell.json was changed in two ways in ${merge.conflicts === 1 ? 'one place' : `${merge.conflicts} places`}, marked with <<<<<<<. Keep what is right, and remove the marks.`)
  return 1
}

async function readText(path: string, io: Io): Promise<string> {
  const shown = shownPath(io.cwd, resolve(io.cwd, path))
  try {
    return decode(await io.files.readBytes(resolve(io.cwd, path)), shown)
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${shown} can't be read: ${reasonOf(error)}.`)
  }
}

/** What can't be read is merged line by line, as git would. */
function mergeLines(base: string, ours: string, theirs: string): { readonly text: string; readonly conflicts: number } {
  const lines = (text: string): string[] => text.split('\n')
  const { result } = mergeDiff3(lines(ours), lines(base), lines(theirs), { excludeFalseConflicts: true, label: { a: 'ours', o: 'base', b: 'theirs' } })
  return { text: result.join('\n'), conflicts: result.filter((line) => line.startsWith('<<<<<<< ours')).length }
}
