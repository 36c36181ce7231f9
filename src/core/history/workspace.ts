import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import type * as z from 'zod'
import type { Span } from '../text.ts'
import { isDeeperThan } from './json-edit.ts'
import { itemSchemas, type AskEntry, type FavorEntry, type Friend, type Me, type RuleSetting } from './schema.ts'

/** What is wrong in `askwell.json`, and where. English; these are facts about a data file, like those of any JSON checker. */
export interface WorkspaceProblem {
  readonly message: string
  readonly at: Span
}

/** `askwell.json`, read. Entries with faults are left out and listed in `problems`; the rest is used. */
export interface Workspace {
  readonly text: string
  readonly me: Me
  readonly friends: readonly Friend[]
  readonly rules: Readonly<Record<string, RuleSetting>>
  readonly asks: readonly AskEntry[]
  readonly favors: readonly FavorEntry[]
  readonly problems: readonly WorkspaceProblem[]
  /** Whether Askwell may write it: it was read without a syntax error, and its version is known. */
  readonly writable: boolean
}

/** A workspace without an `askwell.json`. */
export const emptyWorkspace: Workspace = {
  text: '', me: {}, friends: [], rules: {}, asks: [], favors: [], problems: [], writable: true,
}

/** Askwell's own lists need three levels. What is nested far deeper would only overflow the stack of the parser. */
const MAX_DEPTH = 100

/**
 * Reads the text of `askwell.json` (JSON with comments and trailing commas). Never throws: each fault is a problem
 * at its place. An empty text is an empty workspace.
 */
export function readWorkspace(text: string): Workspace {
  const source = text.replace(/^\uFEFF/, ' ')
  if (source.trim() === '') return { ...emptyWorkspace, text }
  if (isDeeperThan(MAX_DEPTH, source)) {
    const problem = { message: `This is nested deeper than ${MAX_DEPTH} levels, and is not read.`, at: { start: 0, end: 1 } }
    return { ...emptyWorkspace, text, problems: [problem], writable: false }
  }
  const errors: ParseError[] = []
  const root = parseTree(source, errors, { allowTrailingComma: true })
  const problems: WorkspaceProblem[] = errors.map((error) => ({
    message: `This is not valid JSON: ${sayParseError(error)}.`,
    at: { start: error.offset, end: error.offset + Math.max(1, error.length) },
  }))
  if (!root || root.type !== 'object') {
    if (problems.length === 0) problems.push({ message: 'askwell.json holds an object: { "version": 1, … }.', at: { start: 0, end: 1 } })
    return { ...emptyWorkspace, text, problems: within(text, problems), writable: false }
  }
  const versionNode = findNodeAtLocation(root, ['version'])
  const version: unknown = versionNode?.value
  if (version !== 1) {
    problems.push({
      message: versionNode
        ? `This file has version ${JSON.stringify(version)}; this Askwell knows version 1. It is read as far as it can be, and never written.`
        : 'The version is missing: add "version": 1.',
      at: versionNode ? spanOf(versionNode) : { start: root.offset, end: root.offset + 1 },
    })
  }
  const list = <S extends z.ZodType>(key: string, schema: S): z.output<S>[] => readList(root, key, schema, problems)
  const meNode = findNodeAtLocation(root, ['me'])
  const rulesNode = findNodeAtLocation(root, ['rules'])
  const asks = list('asks', itemSchemas.ask)
  const favors = list('favors', itemSchemas.favor)
  reportDoubleIds(root, problems)
  return {
    text,
    me: (meNode && readNode(meNode, itemSchemas.me, problems)) ?? {},
    friends: list('friends', itemSchemas.friend),
    rules: rulesNode ? readRecord(rulesNode, itemSchemas.ruleSetting, problems) : {},
    asks: [...asks].sort((a, b) => b.date.localeCompare(a.date)),
    favors,
    problems: within(text, problems),
    writable: errors.length === 0 && version === 1,
  }
}

function readList<S extends z.ZodType>(root: Node, key: string, schema: S, problems: WorkspaceProblem[]): z.output<S>[] {
  const node = findNodeAtLocation(root, [key])
  if (!node) return []
  if (node.type !== 'array') {
    problems.push({ message: `"${key}" holds a list: [ … ].`, at: spanOf(node) })
    return []
  }
  return (node.children ?? []).flatMap((child) => {
    const value = readNode(child, schema, problems)
    return value === undefined ? [] : [value]
  })
}

function readRecord<S extends z.ZodType>(node: Node, schema: S, problems: WorkspaceProblem[]): Record<string, z.output<S>> {
  if (node.type !== 'object') {
    problems.push({ message: '"rules" holds an object: { "line/pressure": "off", … }.', at: spanOf(node) })
    return {}
  }
  const record: Record<string, z.output<S>> = {}
  for (const property of node.children ?? []) {
    const [key, valueNode] = property.children ?? []
    if (!key || !valueNode) continue
    const value = readNode(valueNode, schema, problems)
    if (value !== undefined) Object.defineProperty(record, String(key.value), { value, enumerable: true })
  }
  return record
}

function readNode<S extends z.ZodType>(node: Node, schema: S, problems: WorkspaceProblem[]): z.output<S> | undefined {
  const parsed = schema.safeParse(plain(node))
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const path = issue.path.filter((part) => typeof part !== 'symbol')
    const place = nearest(node, path)
    problems.push({ message: `${path.length ? `"${path.join('.')}": ` : ''}${issue.message}`, at: spanOf(place) })
  }
  return undefined
}

function reportDoubleIds(root: Node, problems: WorkspaceProblem[]): void {
  const seen = new Set<string>()
  for (const key of ['asks', 'favors']) {
    for (const entry of findNodeAtLocation(root, [key])?.children ?? []) {
      const id = entry.type === 'object' ? findNodeAtLocation(entry, ['id']) : undefined
      if (typeof id?.value !== 'string') continue
      if (seen.has(id.value)) problems.push({ message: `The id "${id.value}" is used twice; ids are unique.`, at: spanOf(id) })
      seen.add(id.value)
    }
  }
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

/** The node at a path, or the last one that exists on the way. */
function nearest(node: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const found = findNodeAtLocation(node, path.slice(0, length))
    if (found) return found
  }
  return node
}

const spanOf = (node: Node): Span => ({ start: node.offset, end: node.offset + node.length })

/** Problems with their places inside the text: jsonc-parser gives odd lengths to what is not closed. */
const within = (text: string, problems: readonly WorkspaceProblem[]): WorkspaceProblem[] => problems.map(({ message, at }) => {
  const start = Math.min(at.start, text.length)
  return { message, at: { start, end: Math.min(Math.max(at.end, start), text.length) } }
})

const sayParseError = (error: ParseError): string =>
  printParseErrorCode(error.error).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
