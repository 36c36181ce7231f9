import type { Node } from 'jsonc-parser'
import { monotonicFactory } from 'ulid'
import type { Day } from '../date.ts'
import { applyEdits, lineEnding, replace, smallestEdit, type Edit } from '../text.ts'
import { nearest, propertyOf, type JsonDocument } from './json-document.ts'
import { indentOf, insertItems, prependItem, removeItems, setProperties } from './json-edit.ts'
import { foldName } from './names.ts'
import { findFriend, namesFor } from './people.ts'
import type { AskEntry, AskStatus, FavorEntry, Friend } from './schema.ts'
import { documentOf, readWorkspace, type Workspace } from './workspace.ts'
import type { SeveritySetting } from '../rules/severity.ts'
import type { RuleId } from '../rules/rule.ts'

/** What may be changed of an ask. */
export type AskChange = Partial<Pick<AskEntry, 'friend' | 'ask' | 'date' | 'draft' | 'status' | 'followedUp' | 'answered' | 'thanked' | 'reported' | 'outcome'>>
/** What may be changed of a favor. */
export type FavorChange = Partial<Pick<FavorEntry, 'friend' | 'date' | 'what'>>

/** Entries for all three lists. */
export interface Entries {
  readonly friends?: readonly Friend[]
  readonly asks?: readonly AskEntry[]
  readonly favors?: readonly FavorEntry[]
}

/** One change of `askwell.json`. Whatever changes the file goes through `editWorkspace`. */
export type WorkspaceChange =
  | { readonly kind: 'add-ask'; readonly entry: AskEntry }
  | { readonly kind: 'update-ask'; readonly id: string; readonly set: AskChange }
  | { readonly kind: 'add-favor'; readonly entry: FavorEntry }
  | { readonly kind: 'update-favor'; readonly id: string; readonly set: FavorChange }
  | { readonly kind: 'add-friend'; readonly friend: Friend }
  | { readonly kind: 'update-friend'; readonly friend: string; readonly set: Partial<Friend> }
  /** Gives a friend another name, in all entries that have the old one. Aliases stay. */
  | { readonly kind: 'rename-friend'; readonly friend: string; readonly to: string }
  /** Puts entries where they belong by their date (friends: at the end): what was imported, or forgotten by mistake. What is there already is left out. */
  | ({ readonly kind: 'add-entries' } & Entries)
  /** Takes out friends by name, and entries by id; what was noted about the friends stays. What is not there is left out. */
  | { readonly kind: 'remove-entries'; readonly friends: readonly string[]; readonly ids: readonly string[] }
  | { readonly kind: 'forget-entry'; readonly id: string }
  /** Everything about a friend: what is known, what was asked, what was done for them. */
  | { readonly kind: 'forget-friend'; readonly friend: string }
  /** Another text in the place of the whole one, which is to be exactly as it is expected: nobody has written since. */
  | { readonly kind: 'rewrite'; readonly from: string; readonly to: string }
  | { readonly kind: 'set-rule'; readonly rule: RuleId; readonly severity: SeveritySetting }

/** Says why `askwell.json` was not changed. Its message is for the user. */
export class WorkspaceNotWritable extends Error {
  override readonly name = 'WorkspaceNotWritable'
}

const ulid = monotonicFactory()

/** A new id, unique and sortable by time. @param now milliseconds since 1970 */
export const newId = (now: number): string => ulid(now)

/** A new entry of the history. */
export function newAsk(values: { id: string; friend: string; ask: AskEntry['ask']; date: Day; draft?: string; status?: AskStatus }): AskEntry {
  return {
    id: values.id, friend: values.friend, ask: values.ask, date: values.date,
    ...(values.draft === undefined ? {} : { draft: values.draft }),
    status: values.status ?? 'open', answered: null, thanked: null, reported: null, outcome: '',
  }
}

/**
 * The text edits that make a change in `askwell.json`. What the change does not touch stays byte for byte; a list
 * gets its newest entry first, one entry a line.
 * @param text the file as it is; empty if there is none yet
 * @throws WorkspaceNotWritable if the file cannot be read or has an unknown version, or has nothing that the change is about
 */
export function editWorkspace(text: string, change: WorkspaceChange): Edit[] {
  if (change.kind === 'rewrite') return rewrite(text, change)
  if (text.replace(/^\uFEFF/, '').trim() === '') {
    const made = applyEdits(NEW_WORKSPACE, editWorkspace(NEW_WORKSPACE, change))
    return [{ at: { start: 0, end: text.length }, text: made }]
  }
  const workspace = readWorkspace(text)
  const document = documentOf(workspace)
  const root = document?.root
  if (!workspace.writable || !root) throw notWritable(workspace.problems[0]?.message ?? 'it could not be read.')
  switch (change.kind) {
    case 'add-ask': return prepend(text, root, 'asks', change.entry)
    case 'add-favor': return prepend(text, root, 'favors', change.entry)
    case 'add-friend': return prepend(text, root, 'friends', change.friend)
    case 'set-rule': return setRule(text, root, change.rule, change.severity)
    case 'update-ask': return setProperties(text, entryWithId(document, 'asks', change.id), asJson(change.set))
    case 'update-favor': return setProperties(text, entryWithId(document, 'favors', change.id), asJson(change.set))
    case 'update-friend': return setProperties(text, friendNode(workspace, root, change.friend), asJson(change.set))
    case 'rename-friend': return rename(workspace, document, change.friend, change.to)
    case 'add-entries': return addEntries(text, workspace, document, change)
    case 'remove-entries': {
      const names = new Set(change.friends.map(foldName))
      const ids = new Set<unknown>(change.ids)
      return forget(text, document, 'entry of these', (entry, key) => (key === 'friends' ? names.has(foldName(String(entry['name']))) : ids.has(entry['id'])))
    }
    case 'forget-entry': return forget(text, document, `entry with the id "${change.id}"`, (entry, key) => key !== 'friends' && entry['id'] === change.id)
    case 'forget-friend': {
      const names = namesFor(workspace, change.friend)
      return forget(text, document, `entry about "${change.friend}"`, (entry, key) => {
        const name = entry[key === 'friends' ? 'name' : 'friend']
        return typeof name === 'string' && names.has(foldName(name))
      })
    }
  }
}

function rewrite(text: string, { from, to }: { readonly from: string; readonly to: string }): Edit[] {
  if (text !== from) throw notWritable('it has changed meanwhile.')
  return text === to ? [] : [smallestEdit(text, to)]
}

const NEW_WORKSPACE = '{\n  "version": 1\n}\n'

const notWritable = (why: string): WorkspaceNotWritable => new WorkspaceNotWritable(`askwell.json was left as it is: ${why}`)

const LISTS = ['friends', 'asks', 'favors'] as const
type ListKey = (typeof LISTS)[number]

function prepend(text: string, root: Node, key: ListKey, entry: object): Edit[] {
  const list = listAt(root, key)
  return list ? prependItem(text, list, oneLine(entry), indentsOf(text, root)) : startLists(text, root, { [key]: [entry] })
}

/** How deep a list of the root and its items stand. */
function indentsOf(text: string, root: Node): { readonly list: string; readonly item: string } {
  const first = root.children?.[0]
  const indent = (first && indentOf(text, first.offset)) ?? '  '
  return { list: indent, item: indent.includes('\t') ? `${indent}\t` : indent + (indent || '  ') }
}

/** The edits that start lists which are not there yet, in one go: two insertions at one place would not know of each other. */
function startLists(text: string, root: Node, lists: Readonly<Partial<Record<ListKey, readonly object[]>>>): Edit[] {
  const eol = lineEnding(text)
  const indents = indentsOf(text, root)
  return setProperties(text, root, Object.fromEntries(Object.entries(lists).map(([key, entries]) =>
    [key, `[${entries.map((entry) => eol + indents.item + oneLine(entry)).join(',')}${eol}${indents.list}]`])))
}

/** The entries that a workspace has not yet. */
export function newOnes(workspace: Workspace, { friends = [], asks = [], favors = [] }: Entries): Required<Entries> {
  const ids = new Set([...workspace.asks, ...workspace.favors].map(({ id }) => id))
  const isNew = ({ id }: { id: string }): boolean => !ids.has(id)
  return { friends: friends.filter(({ name }) => !findFriend(workspace, name)), asks: asks.filter(isNew), favors: favors.filter(isNew) }
}

/** How many entries these are. */
export const countOf = ({ friends = [], asks = [], favors = [] }: Entries): number => friends.length + asks.length + favors.length

function addEntries(text: string, workspace: Workspace, document: JsonDocument, entries: Entries): Edit[] {
  const { root } = document
  if (!root) return []
  const { friends, asks, favors } = newOnes(workspace, entries)
  const lists: readonly (readonly [ListKey, readonly object[]])[] = [['friends', friends], ['asks', newestFirst(asks)], ['favors', newestFirst(favors)]]
  const wanted = lists.filter(([, entries]) => entries.length > 0)
  return [
    ...startLists(text, root, Object.fromEntries(wanted.filter(([key]) => !listAt(root, key)))),
    ...wanted.flatMap(([key, entries]) => {
      const list = listAt(root, key)
      return list ? insertItems(text, list, placesByDate(itemsOf(document, key), entries), indentsOf(text, root)) : []
    }),
  ]
}

const newestFirst = <T extends { readonly date: Day }>(entries: readonly T[]): T[] => [...entries].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))

/** Before which item each entry goes: the first that is not newer; what has no date goes to the end. @param entries newest first */
function placesByDate(present: readonly unknown[], entries: readonly object[]): { json: string; before: number }[] {
  let before = 0
  return entries.map((entry) => {
    const date = 'date' in entry ? String(entry.date) : ''
    const isNotNewer = (other: unknown): boolean => isObject(other) && typeof other['date'] === 'string' && other['date'] <= date
    while (before < present.length && !isNotNewer(present[before])) before++
    return { json: oneLine(entry), before }
  })
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** The items of a list as they were read, faults and all. */
function itemsOf({ value }: JsonDocument, key: ListKey): readonly unknown[] {
  const items = isObject(value) ? value[key] : undefined
  return Array.isArray(items) ? items : []
}

function listAt(root: Node, key: ListKey): Node | undefined {
  const list = propertyOf(root, key)
  if (list && list.type !== 'array') throw notWritable(`"${key}" holds a list: [ … ].`)
  return list
}

/** JSON on one line, with the spaces that people write: `{ "a": 1, "b": [2] }`. */
const oneLine = (value: object): string =>
  `{ ${Object.entries(value).filter(([, item]) => item !== undefined).map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`).join(', ')} }`

/** Values as JSON, but for those that are undefined. */
const asJson = (set: object): Record<string, string> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined).map(([key, value]) => [key, JSON.stringify(value)]))

function setRule(text: string, root: Node, rule: RuleId, severity: SeveritySetting): Edit[] {
  const value = JSON.stringify(severity)
  const settings = propertyOf(root, 'rules')
  if (!settings) return setProperties(text, root, { rules: oneLine({ [rule]: severity }) })
  if (settings.type !== 'object') throw notWritable('"rules" holds an object: { … }.')
  const setting = propertyOf(settings, rule)
  return setting?.type === 'object' ? setProperties(text, setting, { severity: value }) : setProperties(text, settings, { [rule]: value })
}

const idPlaces = new WeakMap<JsonDocument, ReadonlyMap<unknown, number>>()

/** The places of asks by their ids, looked up once for a text. */
function placesOfAsks(document: JsonDocument): ReadonlyMap<unknown, number> {
  const known = idPlaces.get(document)
  if (known) return known
  const places = new Map<unknown, number>()
  for (const [place, item] of itemsOf(document, 'asks').entries()) {
    const id = isObject(item) ? item['id'] : undefined
    if (id !== undefined && !places.has(id)) places.set(id, place)
  }
  idPlaces.set(document, places)
  return places
}

function entryWithId(document: JsonDocument, key: 'asks' | 'favors', id: string): Node {
  const list = document.root && listAt(document.root, key)
  const place = key === 'asks' ? placesOfAsks(document).get(id) : itemsOf(document, key).findIndex((item) => isObject(item) && item['id'] === id)
  const entry = place === undefined ? undefined : list?.children?.[place]
  if (!entry) throw notWritable(`it has no ${key === 'asks' ? 'ask' : 'favor'} with the id "${id}".`)
  return entry
}

function friendNode(workspace: Workspace, root: Node, name: string): Node {
  const names = namesFor(workspace, name)
  const entry = listAt(root, 'friends')?.children?.find((child) => {
    const known: unknown = propertyOf(child, 'name')?.value
    return typeof known === 'string' && names.has(foldName(known))
  })
  if (!entry) throw notWritable(`it has no friend "${name}".`)
  return entry
}

/** Gives a friend another name wherever the old one stands. */
function rename(workspace: Workspace, document: JsonDocument, friend: string, to: string): Edit[] {
  const { root } = document
  const old = foldName(findFriend(workspace, friend)?.name ?? friend)
  const other = findFriend(workspace, to)
  if (other && foldName(other.name) !== old) throw notWritable(`"${to}" is another friend's name already.`)
  const edits = LISTS.flatMap((key) => itemsOf(document, key).flatMap((item, place): Edit[] => {
    const property = key === 'friends' ? 'name' : 'friend'
    const name = isObject(item) ? item[property] : undefined
    if (!root || typeof name !== 'string' || foldName(name) !== old || name === to) return []
    const node = nearest(root, [key, place, property])
    return [replace({ start: node.offset, end: node.offset + node.length }, JSON.stringify(to))]
  }))
  if (edits.length === 0 && !other) throw notWritable(`it has no entry about "${friend}".`)
  return edits
}

/** Takes the entries out of all lists that `matches` names. */
function forget(text: string, document: JsonDocument, what: string, matches: (entry: Readonly<Record<string, unknown>>, key: ListKey) => boolean): Edit[] {
  const { root } = document
  const edits = LISTS.flatMap((key) => {
    const list = root && listAt(root, key)
    if (!list) return []
    const gone = itemsOf(document, key).flatMap((item, place) => (isObject(item) && matches(item, key) ? list.children?.[place] ?? [] : []))
    return removeItems(text, list, new Set(gone))
  })
  if (edits.length === 0) throw notWritable(`it has no ${what}.`)
  return edits
}
