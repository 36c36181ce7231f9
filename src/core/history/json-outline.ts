import { parseTree, type Node } from 'jsonc-parser'
import { replace, type Edit } from '../text.ts'

/*
 * Where things stand in a large file of JSON with comments. A syntax tree of all of it would take many times as long as
 * reading it; so one pass marks the properties of the root and the items of its lists, and what lies deeper is parsed
 * where somebody asks for it.
 */

/** Where the parts of a text stand, if it is JSON with comments. Says nothing about whether it is. */
export interface Outline {
  /** The root object; undefined where the text holds something else. */
  readonly root: Node | undefined
  /** What makes plain JSON of the text: comments become a blank, trailing commas nothing. Undefined if a comment does not end. */
  readonly cuts: readonly Edit[] | undefined
  /** How deep brackets stand in each other. */
  readonly depth: number
}

const QUOTE = 34, COMMA = 44, SLASH = 47, COLON = 58, STAR = 42, BACKSLASH = 92, LIST = 91, LIST_END = 93, OBJECT = 123, OBJECT_END = 125

/** Marks the parts of a text. Never throws, whatever the text. */
export function outlineOf(text: string): Outline {
  const cuts: Edit[] = []
  const properties: Node[] = []
  let depth = 0
  let deepest = 0
  let root = -1
  let rootEnd = -1
  let closed = true
  /** Start and end of the root's property at hand: its name, its value, and the items of the value if it is a list. */
  let key = -1
  let keyEnd = -1
  let value = -1
  let items: number[] | undefined
  let item = -1
  /** The end of the last token that is no comma, the last character that is no blank or comment, and a comma that may be a trailing one. */
  let end = -1
  let last = -1
  let comma = -1

  const begin = (at: number): void => {
    if (depth === 1 && key === -1) key = at
    else if (depth === 1 && keyEnd !== -1 && value === -1) value = at
    else if (depth === 2 && items && item === -1) item = at
  }
  const endItem = (): void => {
    if (depth !== 2 || item === -1) return
    items?.push(item, end)
    item = -1
  }
  const endProperty = (): void => {
    if (depth !== 1) return
    if (value !== -1) properties.push(propertyNode(text, { key, keyEnd, value, end, items }))
    key = keyEnd = value = -1
    items = undefined
  }

  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    switch (code) {
      case 32: case 10: case 13: case 9: continue
      case SLASH: {
        const next = text.charCodeAt(at + 1)
        if (next !== SLASH && next !== STAR) break
        const stop = next === SLASH ? lineEnd(text, at) : text.indexOf('*/', at + 2) + 2
        if (stop < at + 2) closed = false
        const commentEnd = stop < at + 2 ? text.length : stop
        cuts.push(replace({ start: at, end: commentEnd }, ' '))
        at = commentEnd - 1
        continue
      }
      case COMMA:
        endItem()
        endProperty()
        comma = last === COMMA || last === COLON || last === LIST || last === OBJECT ? -1 : at
        last = code
        continue
      case COLON:
        if (depth === 1 && key !== -1 && keyEnd === -1) keyEnd = end
        break
      case LIST: case OBJECT:
        if (depth === 0 && root === -1 && code === OBJECT) root = at
        begin(at)
        depth++
        if (depth > deepest) deepest = depth
        if (depth === 2 && code === LIST && value === at) items = []
        end = at + 1
        break
      case LIST_END: case OBJECT_END:
        if (comma !== -1) cuts.push(replace({ start: comma, end: comma + 1 }, ''))
        endItem()
        endProperty()
        depth--
        end = at + 1
        if (depth === 0 && rootEnd === -1) rootEnd = end
        break
      case QUOTE:
        begin(at)
        at = stringEnd(text, at)
        end = at + 1
        break
      default:
        begin(at)
        end = at + 1
    }
    comma = -1
    last = code
  }
  const object: Node | undefined = root === -1 || rootEnd === -1 ? undefined : { type: 'object', offset: root, length: rootEnd - root, children: properties }
  return { root: object, cuts: closed ? cuts : undefined, depth: deepest }
}

/** The last character of a string, which is its closing quote. */
function stringEnd(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return quote
  }
  return text.length - 1
}

function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return text.length
}

function propertyNode(text: string, at: { key: number; keyEnd: number; value: number; end: number; items: readonly number[] | undefined }): Node {
  const value = at.items ? new ListPart(text, at.value, at.end, at.items) : new Part(text, at.value, at.end)
  return { type: 'property', offset: at.key, length: at.end - at.key, children: [new Part(text, at.key, at.keyEnd), value] }
}

/** A part of the text that is parsed when somebody looks into it. */
class Part implements Node {
  readonly offset: number
  readonly length: number
  readonly #text: string
  #node: Node | undefined

  constructor(text: string, start: number, end: number) {
    this.#text = text
    this.offset = start
    this.length = end - start
  }

  get type(): Node['type'] {
    const code = this.#text.charCodeAt(this.offset)
    return code === OBJECT ? 'object' : code === LIST ? 'array' : code === QUOTE ? 'string' : this.#parsed()?.type ?? 'null'
  }

  get value(): unknown {
    return this.#parsed()?.value as unknown
  }

  get children(): Node[] {
    return this.#parsed()?.children ?? []
  }

  #parsed(): Node | undefined {
    if (this.#node) return this.#node
    const node = parseTree(this.#text.slice(this.offset, this.offset + this.length), [], { allowTrailingComma: true })
    this.#node = node && moved(node, this.offset)
    return this.#node
  }
}

/** A list whose items are known by where they stand. */
class ListPart implements Node {
  readonly type = 'array'
  readonly offset: number
  readonly length: number
  readonly #text: string
  readonly #items: readonly number[]
  #children: Node[] | undefined

  constructor(text: string, start: number, end: number, items: readonly number[]) {
    this.#text = text
    this.offset = start
    this.length = end - start
    this.#items = items
  }

  get children(): Node[] {
    this.#children ??= Array.from({ length: this.#items.length / 2 }, (_, index) => new Part(this.#text, this.#items[2 * index] ?? 0, this.#items[2 * index + 1] ?? 0))
    return this.#children
  }
}

/** A tree that was parsed from a part of a text, where the part stands. */
const moved = (node: Node, by: number): Node =>
  ({ ...node, offset: node.offset + by, ...(node.children ? { children: node.children.map((child) => moved(child, by)) } : {}) })
