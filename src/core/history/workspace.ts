import { printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import type * as z from 'zod'
import type { Span } from '../text.ts'
import { conflictComments, conflictRegions, withBothSides } from './conflicts.ts'
import { MAX_DEPTH, nearest, propertyOf, readJson, type JsonDocument } from './json-document.ts'
import { itemSchemas, workspaceSchema, type AskEntry, type FavorEntry, type Friend, type Me, type RuleSetting } from './schema.ts'

/** What is wrong in `askwell.json`, and where. English; these are facts about a data file, like those of any JSON checker. */
export interface WorkspaceProblem {
  readonly message: string
  readonly at: Span
  /** Whether git has left two versions here: `keepBoth` mends it. */
  readonly conflict?: boolean
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

/** The workspaces that were read last: the rules, the editor and the edits of one moment ask for the same text. */
const recent: Workspace[] = []
const KEPT = 3

/**
 * Reads the text of `askwell.json` (JSON with comments and trailing commas). Never throws: each fault is a problem
 * at its place. An empty text is an empty workspace. The same text gives the same object, as long as it is remembered.
 */
export function readWorkspace(text: string): Workspace {
  const known = recent.findIndex((workspace) => workspace.text === text)
  const workspace = recent[known] ?? read(text)
  if (known !== 0) {
    if (known > 0) recent.splice(known, 1)
    recent.unshift(workspace)
    recent.length = Math.min(recent.length, KEPT)
  }
  return workspace
}

const documents = new WeakMap<Workspace, JsonDocument>()

/** The JSON of a workspace, for edits; undefined where there is none. */
export const documentOf = (workspace: Workspace): JsonDocument | undefined => documents.get(workspace)

function read(text: string): Workspace {
  const conflicts = conflictRegions(text)
  const source = (conflicts.length > 0 ? withBothSides(text) : text).replace(/^\uFEFF/, ' ')
  if (source.trim() === '') return { ...emptyWorkspace, text }
  const document = readJson(source)
  if (!document) {
    const problem = { message: `This is nested deeper than ${MAX_DEPTH} levels, and is not read.`, at: { start: 0, end: 1 } }
    return { ...emptyWorkspace, text, problems: [problem], writable: false }
  }
  const workspace = withConflicts(interpret(text, document), conflicts.map(({ at }) => at))
  documents.set(workspace, document)
  return workspace
}

/** Tells of conflicts that a merge has left. Git's own marks are no JSON, so that what holds them is not written. */
function withConflicts(workspace: Workspace, regions: readonly Span[]): Workspace {
  const notes = conflictComments(workspace.text).map((at): WorkspaceProblem => ({ message: 'Two sides changed this in two ways. Keep the one that is right, and remove this comment.', at }))
  if (regions.length === 0) return notes.length === 0 ? workspace : { ...workspace, problems: [...workspace.problems, ...notes] }
  // What is wrong inside of a conflict is wrong because of it.
  const others = workspace.problems.filter(({ at }) => !regions.some(({ start, end }) => start <= at.start && at.start < end))
  const left = regions.map((at): WorkspaceProblem => ({ message: 'Git has left two versions here. Both are read; keep both, or the one that is right, before Askwell writes to this file again.', at, conflict: true }))
  return { ...workspace, problems: [...left, ...others, ...notes], writable: false }
}

function interpret(text: string, document: JsonDocument): Workspace {
  const { root, value, errors } = document
  const problems: WorkspaceProblem[] = errors.map((error) => ({
    message: `This is not valid JSON: ${sayParseError(error)}.`,
    at: { start: error.offset, end: error.offset + Math.max(1, error.length) },
  }))
  if (!root || !isObject(value)) {
    if (problems.length === 0) problems.push({ message: 'askwell.json holds an object: { "version": 1, … }.', at: { start: 0, end: 1 } })
    return { ...emptyWorkspace, text, problems: within(text, problems), writable: false }
  }
  const whole = workspaceSchema.safeParse(value)
  const data: Data = whole.success ? whole.data : readParts(value, root, problems)
  reportDoubleKeys(root, problems)
  const asks = data.asks ?? []
  const favors = data.favors ?? []
  if (!whole.success || hasDoubleIds(asks, favors)) reportDoubleIds(value, root, problems)
  return {
    text,
    me: data.me ?? {},
    friends: data.friends ?? [],
    rules: data.rules ?? {},
    asks: isNewestFirst(asks) ? asks : [...asks].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    favors,
    problems: within(text, problems),
    writable: errors.length === 0 && value['version'] === 1,
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isNewestFirst = (asks: readonly AskEntry[]): boolean => asks.every(({ date }, index) => index === 0 || date <= (asks[index - 1]?.date ?? date))

interface Data {
  readonly me?: Me | undefined
  readonly friends?: readonly Friend[] | undefined
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined
  readonly asks?: readonly AskEntry[] | undefined
  readonly favors?: readonly FavorEntry[] | undefined
}

/** Reads each part by itself, so that what is wrong takes nothing else along. */
function readParts(value: Readonly<Record<string, unknown>>, root: Node, problems: WorkspaceProblem[]): Data {
  const at = (key: string): Node => propertyOf(root, key) ?? root
  if (value['version'] !== 1) {
    problems.push(Object.hasOwn(value, 'version')
      ? { message: `This file has version ${JSON.stringify(value['version'])}; this Askwell knows version 1. It is read as far as it can be, and never written.`, at: spanOf(at('version')) }
      : { message: 'The version is missing: add "version": 1.', at: { start: root.offset, end: root.offset + 1 } })
  }
  const part = <S extends z.ZodType>(schema: S, content: unknown, node: () => Node): z.output<S> | undefined => {
    const parsed = schema.safeParse(content)
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues) {
      problems.push({ message: `${path.length ? `"${path.join('.')}": ` : ''}${message}`, at: spanOf(nearest(node(), path)) })
    }
    return undefined
  }
  const list = <S extends z.ZodType>(key: string, schema: S): z.output<S>[] => {
    const content = value[key]
    if (content === undefined) return []
    if (!Array.isArray(content)) {
      problems.push({ message: `"${key}" holds a list: [ … ].`, at: spanOf(at(key)) })
      return []
    }
    return content.flatMap((item: unknown, index) => {
      const entry = part(schema, item, () => at(key).children?.[index] ?? at(key))
      return entry === undefined ? [] : [entry]
    })
  }
  const record = <S extends z.ZodType>(key: string, schema: S): Record<string, z.output<S>> => {
    const content = value[key]
    if (content === undefined) return {}
    if (!isObject(content)) {
      problems.push({ message: '"rules" holds an object: { "line/pressure": "off", … }.', at: spanOf(at(key)) })
      return {}
    }
    const entries: Record<string, z.output<S>> = {}
    for (const [name, item] of Object.entries(content)) {
      const entry = part(schema, item, () => propertyOf(at(key), name) ?? at(key))
      if (entry !== undefined) Object.defineProperty(entries, name, { value: entry, enumerable: true })
    }
    return entries
  }
  return {
    me: value['me'] === undefined ? undefined : part(itemSchemas.me, value['me'], () => at('me')),
    friends: list('friends', itemSchemas.friend),
    rules: record('rules', itemSchemas.ruleSetting),
    asks: list('asks', itemSchemas.ask),
    favors: list('favors', itemSchemas.favor),
  }
}

/** Of a list that is there twice only one can count; its owner should know. */
function reportDoubleKeys(root: Node, problems: WorkspaceProblem[]): void {
  const seen = new Set<unknown>()
  for (const property of root.children ?? []) {
    const key = property.children?.[0]
    if (key && seen.has(key.value)) problems.push({ message: `"${String(key.value)}" is there twice; the last one counts. Move what they hold into one.`, at: spanOf(key) })
    seen.add(key?.value)
  }
}

function hasDoubleIds(...lists: readonly (readonly { readonly id: string }[])[]): boolean {
  const ids = new Set<string>()
  for (const list of lists) for (const { id } of list) ids.add(id)
  return ids.size < lists.reduce((sum, list) => sum + list.length, 0)
}

function reportDoubleIds(value: Readonly<Record<string, unknown>>, root: Node, problems: WorkspaceProblem[]): void {
  const seen = new Set<string>()
  for (const key of ['asks', 'favors']) {
    const list = value[key]
    if (!Array.isArray(list)) continue
    for (const [index, entry] of list.entries()) {
      if (!isObject(entry) || typeof entry['id'] !== 'string') continue
      const id = entry['id']
      if (seen.has(id)) problems.push({ message: `The id "${id}" is used twice; ids are unique.`, at: spanOf(nearest(root, [key, index, 'id'])) })
      seen.add(id)
    }
  }
}

const spanOf = (node: Node): Span => ({ start: node.offset, end: node.offset + node.length })

/** Problems with their places inside the text: jsonc-parser gives odd lengths to what is not closed. */
const within = (text: string, problems: readonly WorkspaceProblem[]): WorkspaceProblem[] => problems.map(({ message, at }) => {
  const start = Math.min(at.start, text.length)
  return { message, at: { start, end: Math.min(Math.max(at.end, start), text.length) } }
})

const sayParseError = (error: ParseError): string =>
  printParseErrorCode(error.error).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
