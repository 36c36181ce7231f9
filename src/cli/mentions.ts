import { foldName, isDraft, readFrontMatter } from '../core/index.ts'
import { say, reasonOf, type Io } from './io.ts'
import { shownPath } from './paths.ts'

/**
 * The drafts in a folder, and below it, that are for somebody or mention them.
 * @param names all names that mean them
 * @returns paths as they are shown, sorted
 */
export async function draftsThatMention(names: readonly string[], folder: string, io: Io): Promise<string[]> {
  const cannotRead = (path: string, error: unknown): void => { say(io, `${shownPath(io.cwd, path)} can't be read: ${reasonOf(error)}.`) }
  const folded = new Set(names.map(foldName))
  const found: string[] = []
  for (const path of await io.files.findMarkdown(folder, cannotRead)) {
    try {
      const text = new TextDecoder().decode(await io.files.readBytes(path))
      if (!isDraft(path, text)) continue
      const { friend } = readFrontMatter(text).values
      if ((friend !== undefined && folded.has(foldName(friend))) || [...folded].some((name) => holds(foldName(text), name))) found.push(shownPath(io.cwd, path))
    } catch (error) {
      cannotRead(path, error)
    }
  }
  return found.sort()
}

/** Whether a text holds a name as words of its own. */
function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ')) return true
  }
  return false
}
