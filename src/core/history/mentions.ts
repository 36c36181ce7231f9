import { readFrontMatter } from '../draft/front-matter.ts'
import { isDraft } from '../draft/is-draft.ts'
import { foldName } from './names.ts'

/**
 * Whether a file is a draft that is for somebody, or names them.
 * @param names all names that mean them
 */
export function mentions(path: string, text: string, names: readonly string[]): boolean {
  if (!isDraft(path, text)) return false
  const folded = names.map(foldName).filter((name) => name !== '')
  const { friend } = readFrontMatter(text).values
  return (friend !== undefined && folded.includes(foldName(friend))) || folded.some((name) => holds(foldName(text), name))
}

/** The lines (from 1) of a text in which a name stands, be it in a comment. */
export const linesWith = (text: string, names: readonly string[]): number[] => {
  const folded = names.map(foldName).filter((name) => name !== '')
  return text.split('\n').flatMap((line, index) => (folded.some((name) => holds(foldName(line), name)) ? [index + 1] : []))
}

/** Whether a text holds a name as words of its own. */
function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ')) return true
  }
  return false
}
