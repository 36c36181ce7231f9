import type { Node } from 'jsonc-parser'
import { replace, type Edit, type Span } from '../text.ts'
import { CONFLICT_MARK, conflictComments } from './conflicts.ts'
import { propertyOf } from './json-document.ts'
import { removeItems } from './json-edit.ts'
import { isObject } from './merge-values.ts'
import { documentOf, type Workspace } from './workspace.ts'

/** What two sides changed in two ways, as a merge has marked it, and the ways out. */
export interface MarkedConflict {
  /** The comment. */
  readonly at: Span
  /** Leaves what stands, and takes the comment out. */
  readonly keepOurs: readonly Edit[]
  /** Puts what the comment holds in its place; undefined where that can't be done safely. */
  readonly takeTheirs: readonly Edit[] | undefined
}

/** The conflicts that `mergeWorkspaces` has marked in a file, with the edits that end them. */
export function markedConflicts(workspace: Workspace): MarkedConflict[] {
  const { text } = workspace
  const root = documentOf(workspace)?.root
  return conflictComments(text).map((at): MarkedConflict => {
    const comment = replace(lineOf(text, at), '')
    const found = root && partBehind(root, at.end)
    const theirs = found && theirEdits(text, found, text.slice(at.start + CONFLICT_MARK.length, at.end))
    return { at, keepOurs: [comment], takeTheirs: theirs && [comment, ...theirs] }
  })
}

/** An item of a list, or a property of the root, and what holds it. */
interface Part {
  readonly holder: Node
  readonly node: Node
  readonly isItem: boolean
}

/** What stands first behind a place: an item of the list around it, else the next property of the root. */
function partBehind(root: Node, offset: number): Part | undefined {
  for (const property of root.children ?? []) {
    if (property.offset >= offset) return { holder: root, node: property, isItem: false }
    const list = property.children?.[1]
    if (list?.type !== 'array' || offset >= list.offset + list.length) continue
    const item = list.children?.find((one) => one.offset >= offset)
    return item && { holder: list, node: item, isItem: true }
  }
  return undefined
}

function theirEdits(text: string, { holder, node, isItem }: Part, words: string): Edit[] | undefined {
  if (words.trim() === 'the other side has taken this out') return removeItems(text, holder, new Set([node]))
  const json = /^ the other side has: (\{.*\})$/.exec(words)?.[1]
  if (json === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  if (!isObject(value)) return undefined
  if (isItem) return hasSameName(node, value) ? [replace({ start: node.offset, end: node.offset + node.length }, json)] : undefined
  const [key, content] = [node.children?.[0], node.children?.[1]]
  if (!key || !content || !Object.hasOwn(value, String(key.value))) return undefined
  return [replace({ start: content.offset, end: content.offset + content.length }, JSON.stringify(value[String(key.value)]))]
}

/** Whether an item is the one that the comment was made for: by its id or name. */
function hasSameName(node: Node, value: Readonly<Record<string, unknown>>): boolean {
  const key = Object.hasOwn(value, 'id') ? 'id' : 'name'
  const name: unknown = propertyOf(node, key)?.value
  return typeof name === 'string' && (key === 'name' || name === value[key])
}

/** The whole line of a comment, with its break. */
function lineOf(text: string, { start, end }: Span): Span {
  const begin = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  return { start: /^[ \t]*$/.test(text.slice(begin, start)) ? begin : start, end: next === -1 ? text.length : next + 1 }
}
