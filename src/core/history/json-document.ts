import { parseTree, type Node, type ParseError } from 'jsonc-parser'
import { applyEdits } from '../text.ts'
import { outlineOf } from './json-outline.ts'

/** A text of JSON with comments and trailing commas, read. */
export interface JsonDocument {
  /** Its value, as far as it could be read. Keys are own properties, `__proto__` too; of one that is there twice, the last counts. */
  readonly value: unknown
  /** Where things stand; undefined where there is no object to speak of. */
  readonly root: Node | undefined
  /** Faults of syntax, with their places. */
  readonly errors: readonly ParseError[]
}

/** Askwell's own lists need three levels. What is nested far deeper would only overflow the stack of a parser. */
export const MAX_DEPTH = 100

/** Reads JSON with comments and trailing commas as far as it goes; undefined if it is nested deeper than `MAX_DEPTH`. Never throws. */
export function readJson(text: string): JsonDocument | undefined {
  const { root, cuts, depth } = outlineOf(text)
  if (depth > MAX_DEPTH) return undefined
  if (cuts) {
    try {
      return { value: JSON.parse(cuts.length === 0 ? text : applyEdits(text, cuts)) as unknown, root, errors: [] }
    } catch {
      // What is wrong, and where, the slower way tells.
    }
  }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  return { value: tree && plain(tree), root: tree, errors }
}

/** The value of a node. Own properties only, so that a key `__proto__` is data like any other. */
function plain(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plain)
  if (node.type !== 'object') return node.value
  const value: Record<string, unknown> = {}
  for (const property of node.children ?? []) {
    const [key, child] = property.children ?? []
    if (key && child) Object.defineProperty(value, String(key.value), { value: plain(child), enumerable: true, configurable: true, writable: true })
  }
  return value
}

/** The value of a property of an object. Of one that is there twice, the last counts, as for `JSON.parse`. */
export const propertyOf = (object: Node, key: string): Node | undefined =>
  object.type === 'object' ? object.children?.findLast((property) => property.children?.[0]?.value === key)?.children?.[1] : undefined

/** The node at a path, or the last one that exists on the way. */
export function nearest(node: Node, path: readonly PropertyKey[]): Node {
  let found = node
  for (const part of path) {
    const child = typeof part === 'number' ? found.children?.[part] : typeof part === 'string' ? propertyOf(found, part) : undefined
    if (!child) return found
    found = child
  }
  return found
}
