import { mentions } from '../core/index.ts'
import { say, reasonOf, type Io } from './io.ts'
import { shownPath } from './paths.ts'

/**
 * The drafts in a folder, and below it, that are for somebody or mention them.
 * @param names all names that mean them
 * @returns paths as they are shown, sorted
 */
export async function draftsThatMention(names: readonly string[], folder: string, io: Io): Promise<string[]> {
  const cannotRead = (path: string, error: unknown): void => { say(io, `${shownPath(io.cwd, path)} can't be read: ${reasonOf(error)}.`) }
  const found: string[] = []
  for (const path of await io.files.findMarkdown(folder, cannotRead)) {
    try {
      const text = new TextDecoder().decode(await io.files.readBytes(path))
      if (mentions(path, text, names)) found.push(shownPath(io.cwd, path))
    } catch (error) {
      cannotRead(path, error)
    }
  }
  return found.sort()
}
