import type { Node } from 'jsonc-parser'
import { applyEdits, insertAt, lineEnding, replace, type Edit, type Span } from '../text.ts'
import { propertyOf, readJson } from './json-document.ts'
import { indentOf, insertItems, removeItems, setProperties } from './json-edit.ts'
import { outlineOf } from './json-outline.ts'
import { isObject, isSame, laterState, mergeValue } from './merge-values.ts'
import { foldName } from './names.ts'
import { CONFLICT_MARK } from './conflicts.ts'
import { readWorkspace } from './workspace.ts'

/** What became of two sides' changes of `askwell.json`. */
export interface Merge {
  readonly text: string
  /** How many entries or settings both sides changed in two ways. Ours stands; theirs is kept in a comment that is marked. */
  readonly conflicts: number
}

/**
 * Unites two sides of `askwell.json`: every entry of either, by its id (friends: by name), in its later state; what one
 * side took out is out; comments of both are kept. The layout is that of ours. Where both sides changed the same thing in
 * two ways, ours stands, and a comment above it has theirs.
 * @returns undefined if one of the sides can't be read, or is of an unknown version
 */
export function mergeWorkspaces(base: string, ours: string, theirs: string): Merge | undefined {
  const sides = [base, ours, theirs].map((text) => (text.replace(/^\uFEFF/, '').trim() === '' ? '{\n  "version": 1\n}\n' : text))
  const [before = '', mine = '', other = ''] = sides
  if ([mine, other].some((text) => !readWorkspace(text).writable)) return undefined
  // Without a base that can be read, everything counts as added by both sides.
  const merging = new Merging(readWorkspace(before).writable ? before : '{ "version": 1 }', mine, other)
  return merging.run()
}

const LISTS = ['friends', 'asks', 'favors'] as const
type ListKey = (typeof LISTS)[number]

/** An entry of a list, where it stands and what it says. */
interface Item {
  readonly id: string
  readonly value: unknown
  readonly node: Node
}

/** A text, read; the items of its lists by id. */
interface Side {
  readonly text: string
  readonly root: Node
  readonly value: Readonly<Record<string, unknown>>
  readonly lists: Readonly<Record<ListKey, ReadonlyMap<string, Item>>>
}

function sideOf(text: string): Side {
  const document = readJson(text.replace(/^\uFEFF/, ' '))
  if (!document?.root || !isObject(document.value)) throw new TypeError('Only what can be read is merged.')
  const { root, value } = document
  const items = (key: ListKey): Map<string, Item> => itemsOf(propertyOf(root, key), value[key], key)
  return { text, root, value, lists: { friends: items('friends'), asks: items('asks'), favors: items('favors') } }
}

function itemsOf(list: Node | undefined, values: unknown, key: ListKey): Map<string, Item> {
  const items = new Map<string, Item>()
  if (!list || !Array.isArray(values)) return items
  for (const [place, value] of values.entries()) {
    const node = list.children?.[place]
    const name: unknown = isObject(value) ? value[key === 'friends' ? 'name' : 'id'] : undefined
    let id = typeof name === 'string' ? key === 'friends' ? foldName(name) : name : JSON.stringify(value)
    while (items.has(id)) id += ' again'
    if (node) items.set(id, { id, value, node })
  }
  return items
}

/** What both sides changed in two ways: an entry of a list, or a setting. */
interface Conflict {
  readonly list: ListKey | undefined
  readonly id: string
  /** What the other side did, in words for the comment that marks it. */
  readonly theirs: string
}

/** One merge: ours is changed step by step, and read anew after each. */
class Merging {
  readonly #base: Side
  readonly #theirs: Side
  #ours: Side
  /** What stands in the text of ours in two ways: where, and what theirs has. */
  readonly #conflicts: Conflict[] = []

  constructor(base: string, ours: string, theirs: string) {
    this.#base = sideOf(base)
    this.#ours = sideOf(ours)
    this.#theirs = sideOf(theirs)
  }

  run(): Merge {
    const mine = this.#ours.text
    this.#settings()
    for (const list of LISTS) {
      this.#update(list)
      this.#remove(list)
      this.#add(list)
    }
    this.#comments(mine)
    this.#mark()
    return { text: this.#ours.text, conflicts: this.#conflicts.length }
  }

  #change(edits: readonly Edit[]): void {
    if (edits.length > 0) this.#ours = sideOf(applyEdits(this.#ours.text, edits))
  }

  /** Merges all that stands beside the lists. A list that only theirs has is taken over empty, to be filled. */
  #settings(): void {
    const { root, text, value: ours } = this.#ours
    const set: Record<string, string> = {}
    const gone = new Set<Node>()
    for (const key of new Set([...Object.keys(ours), ...Object.keys(this.#theirs.value)])) {
      const [b, o, t] = [this.#base.value, ours, this.#theirs.value].map((side) => (Object.hasOwn(side, key) ? side[key] : undefined))
      if ((LISTS as readonly string[]).includes(key) && [o, t].every((side) => side === undefined || Array.isArray(side))) {
        if (o === undefined) set[key] = '[]'
        continue
      }
      const result = mergeValue(b, o, t)
      if (result.conflict) this.#conflicts.push({ list: undefined, id: key, theirs: t === undefined ? 'has taken this out' : `has: ${JSON.stringify({ [key]: t })}` })
      else if (result.value === undefined) for (const property of root.children ?? []) { if (property.children?.[0]?.value === key) gone.add(property) }
      else if (!isSame(result.value, o)) set[key] = this.#raw(t, result.value, propertyOf(this.#theirs.root, key))
    }
    this.#change(removeItems(text, root, gone))
    this.#change(setProperties(this.#ours.text, this.#ours.root, set))
  }

  /** A value as theirs writes it, if it is theirs. */
  #raw(theirs: unknown, value: unknown, node: Node | undefined): string {
    return node && isSame(theirs, value) ? this.#theirs.text.slice(node.offset, node.offset + node.length) : JSON.stringify(value)
  }

  /** Brings entries that both sides have to their later state. */
  #update(key: ListKey): void {
    const { text, lists } = this.#ours
    const edits: Edit[] = []
    for (const { id, value, node } of lists[key].values()) {
      const theirs = this.#theirs.lists[key].get(id)
      const base = this.#base.lists[key].get(id)
      if (!theirs) {
        if (base && !isSame(base.value, value)) this.#conflicts.push({ list: key, id, theirs: 'has taken this out' })
        continue
      }
      const result = mergeValue(base?.value, value, theirs.value, laterState)
      if (result.conflict) this.#conflicts.push({ list: key, id, theirs: `has: ${JSON.stringify(theirs.value)}` })
      else if (!isSame(result.value, value)) edits.push(...this.#rewrite(text, node, value, result.value, theirs))
    }
    this.#change(edits)
  }

  /** The edits that make one entry of another; key by key, so that comments in it stay. */
  #rewrite(text: string, node: Node, before: unknown, after: unknown, theirs: Item): Edit[] {
    if (!isObject(before) || !isObject(after)) return [replace({ start: node.offset, end: node.offset + node.length }, JSON.stringify(after))]
    const gone = new Set(node.children?.filter((property) => !Object.hasOwn(after, String(property.children?.[0]?.value))))
    const changed = Object.entries(after).filter(([key, value]) => !Object.hasOwn(before, key) || !isSame(before[key], value))
    // Taking keys out and adding others at one place would not know of each other.
    if (gone.size > 0) return [replace({ start: node.offset, end: node.offset + node.length }, this.#raw(theirs.value, after, theirs.node))]
    return setProperties(text, node, Object.fromEntries(changed.map(([key, value]) => [key, JSON.stringify(value)])))
  }

  /** Takes out what theirs took out and ours has left as it was. */
  #remove(key: ListKey): void {
    const { text, root, lists } = this.#ours
    const list = propertyOf(root, key)
    if (!list) return
    const gone = [...lists[key].values()].filter(({ id, value }) => {
      const base = this.#base.lists[key].get(id)
      return base && !this.#theirs.lists[key].has(id) && isSame(base.value, value)
    })
    this.#change(removeItems(text, list, new Set(gone.map(({ node }) => node))))
  }

  /** Adds what theirs has added: before the entry that follows it there, and among what ours has added in the order of the ids. */
  #add(key: ListKey): void {
    const { text, root, lists } = this.#ours
    const list = propertyOf(root, key)
    if (!list) return
    const present = [...lists[key].keys()]
    const places = new Map(present.map((id, place) => [id, place]))
    const items: { json: string; before: number }[] = []
    let next = present.length
    for (const { id, value, node } of [...this.#theirs.lists[key].values()].reverse()) {
      const place = places.get(id)
      if (place !== undefined) {
        next = place
        continue
      }
      const base = this.#base.lists[key].get(id)
      if (base && isSame(base.value, value)) continue
      // Ours took out what theirs changed: it comes back, marked.
      if (base) this.#conflicts.push({ list: key, id, theirs: 'has changed this, and ours had taken it out' })
      let before = next
      while (before > 0 && (present[before - 1] ?? '') < id && !this.#theirs.lists[key].has(present[before - 1] ?? '')) before--
      items.unshift({ json: this.#theirs.text.slice(node.offset, node.offset + node.length), before })
    }
    const first = root.children?.[0]
    const indent = (first && indentOf(text, first.offset)) ?? '  '
    this.#change(insertItems(text, list, items, { list: indent, item: indent.includes('\t') ? `${indent}\t` : indent + (indent || '  ') }))
  }

  /** Brings over the comments that only theirs has, above what they stand at. @param mine the text of ours as it was */
  #comments(mine: string): void {
    const known = new Set([...commentsOf(this.#base.text), ...commentsOf(mine), ...commentsOf(this.#ours.text)].map(({ text }) => text))
    const edits: Edit[] = []
    for (const comment of commentsOf(this.#theirs.text)) {
      if (known.has(comment.text)) continue
      const at = this.#placeFor(comment.at)
      const eol = lineEnding(this.#ours.text)
      edits.push(insertAt(at, `${comment.text}${eol}${indentOf(this.#ours.text, at) ?? ''}`))
    }
    this.#change(edits)
  }

  /** Where, in ours, what stands that follows (or holds) a place in theirs. */
  #placeFor(at: Span): number {
    const { root } = this.#ours
    const end = root.offset + root.length - 1
    if (at.end <= this.#theirs.root.offset) return root.offset
    const property = this.#theirs.root.children?.find((one) => at.start < one.offset + one.length)
    const key: unknown = property?.children?.[0]?.value
    if (property === undefined || typeof key !== 'string') return end
    const list = LISTS.find((one) => one === key)
    const mine = root.children?.find((one) => one.children?.[0]?.value === key)
    if (!mine) return end
    const value = propertyOf(root, key)
    if (!list || !value || at.end <= (property.children?.[1]?.offset ?? 0)) return mine.offset
    const item = [...this.#theirs.lists[list].values()].find(({ node }) => at.start < node.offset + node.length || isBehindOnLine(this.#theirs.text, node, at))
    const same = item && this.#ours.lists[list].get(item.id)
    return same ? same.node.offset : value.offset + value.length - 1
  }

  /** Marks what stands in two ways. */
  #mark(): void {
    const edits = this.#conflicts.map(({ list, id, theirs }): Edit => {
      const { root, lists, text } = this.#ours
      const node = list ? lists[list].get(id)?.node : root.children?.find((one) => one.children?.[0]?.value === id)
      const at = node?.offset ?? root.offset + root.length - 1
      return insertAt(at, `${CONFLICT_MARK} the other side ${theirs}${lineEnding(text)}${indentOf(text, at) ?? ''}`)
    })
    this.#change(edits)
  }
}

/** The comments of a text, in their order. */
const commentsOf = (text: string): { readonly text: string; readonly at: Span }[] => {
  const source = text.replace(/^\uFEFF/, ' ')
  return (outlineOf(source).cuts ?? []).filter((cut) => cut.text === ' ').map(({ at }) => ({ text: source.slice(at.start, at.end).trimEnd(), at }))
}

/** Whether nothing but a comma stands between an item and what follows it on its line. */
const isBehindOnLine = (text: string, item: Node, at: Span): boolean => /^[ \t]*,?[ \t]*$/.test(text.slice(item.offset + item.length, at.start))
