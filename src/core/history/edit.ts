import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser'
import { monotonicFactory } from 'ulid'
import type { Day } from '../date.ts'
import { applyEdits, lineEnding, type Edit } from '../text.ts'
import { foldName } from './names.ts'
import { namesFor } from './people.ts'
import { indentOf, prependItem, removeItems, setProperties } from './json-edit.ts'
import type { AskEntry, AskStatus, FavorEntry, Friend } from './schema.ts'
import { readWorkspace } from './workspace.ts'
import type { SeveritySetting } from '../rules/severity.ts'
import type { RuleId } from '../rules/rule.ts'

/** One change of `askwell.json`. Whatever changes the file goes through `editWorkspace`. */
export type WorkspaceChange =
  | { readonly kind: 'add-ask'; readonly entry: AskEntry }
  | { readonly kind: 'update-ask'; readonly id: string; readonly set: Partial<Pick<AskEntry, 'status' | 'followedUp' | 'answered' | 'thanked' | 'reported' | 'outcome'>> }
  | { readonly kind: 'add-favor'; readonly entry: FavorEntry }
  | { readonly kind: 'add-friend'; readonly friend: Friend }
  | { readonly kind: 'forget-entry'; readonly id: string }
  /** Everything about a friend: what is known, what was asked, what was done for them. */
  | { readonly kind: 'forget-friend'; readonly friend: string }
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
  if (text.replace(/^\uFEFF/, '').trim() === '') {
    const made = applyEdits(NEW_WORKSPACE, editWorkspace(NEW_WORKSPACE, change))
    return [{ at: { start: 0, end: text.length }, text: made }]
  }
  const workspace = readWorkspace(text)
  const root = parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true })
  if (!workspace.writable || !root) throw notWritable(workspace.problems[0]?.message ?? 'it could not be read.')
  switch (change.kind) {
    case 'add-ask': return prepend(text, root, 'asks', change.entry)
    case 'add-favor': return prepend(text, root, 'favors', change.entry)
    case 'add-friend': return prepend(text, root, 'friends', change.friend)
    case 'set-rule': return setRule(text, root, change.rule, change.severity)
    case 'update-ask': return updateAsk(text, root, change.id, change.set)
    case 'forget-entry': return forget(text, root, `entry with the id "${change.id}"`, (entry, key) => key !== 'friends' && valueOf(entry, 'id') === change.id)
    case 'forget-friend': {
      const names = namesFor(workspace, change.friend)
      return forget(text, root, `entry about "${change.friend}"`, (entry, key) => {
        const name = valueOf(entry, key === 'friends' ? 'name' : 'friend')
        return typeof name === 'string' && names.has(foldName(name))
      })
    }
  }
}

const NEW_WORKSPACE = '{\n  "version": 1\n}\n'

const notWritable = (why: string): WorkspaceNotWritable => new WorkspaceNotWritable(`askwell.json was left as it is: ${why}`)

const LISTS = ['friends', 'asks', 'favors'] as const
type ListKey = (typeof LISTS)[number]

function prepend(text: string, root: Node, key: ListKey, entry: object): Edit[] {
  const list = listAt(root, key)
  const item = oneLine(entry)
  const first = root.children?.[0]
  const indent = (first && indentOf(text, first.offset)) ?? '  '
  const indents = { list: indent, item: indent.includes('\t') ? `${indent}\t` : indent + (indent || '  ') }
  if (list) return prependItem(text, list, item, indents)
  const eol = lineEnding(text)
  return setProperties(text, root, { [key]: `[${eol}${indents.item}${item}${eol}${indents.list}]` })
}

function listAt(root: Node, key: ListKey): Node | undefined {
  const list = findNodeAtLocation(root, [key])
  if (list && list.type !== 'array') throw notWritable(`"${key}" holds a list: [ … ].`)
  return list
}

/** JSON on one line, with the spaces that people write: `{ "a": 1, "b": [2] }`. */
const oneLine = (value: object): string =>
  `{ ${Object.entries(value).filter(([, item]) => item !== undefined).map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`).join(', ')} }`

function setRule(text: string, root: Node, rule: RuleId, severity: SeveritySetting): Edit[] {
  const value = JSON.stringify(severity)
  const settings = findNodeAtLocation(root, ['rules'])
  if (!settings) return setProperties(text, root, { rules: oneLine({ [rule]: severity }) })
  if (settings.type !== 'object') throw notWritable('"rules" holds an object: { … }.')
  const setting = findNodeAtLocation(settings, [rule])
  return setting?.type === 'object' ? setProperties(text, setting, { severity: value }) : setProperties(text, settings, { [rule]: value })
}

function updateAsk(text: string, root: Node, id: string, set: Readonly<Record<string, unknown>>): Edit[] {
  const entry = listAt(root, 'asks')?.children?.find((child) => valueOf(child, 'id') === id)
  if (!entry) throw notWritable(`it has no ask with the id "${id}".`)
  return setProperties(text, entry, Object.fromEntries(Object.entries(set).map(([key, value]) => [key, JSON.stringify(value)])))
}

/** Takes the entries out of all lists that `matches` names. */
function forget(text: string, root: Node, what: string, matches: (entry: Node, key: ListKey) => boolean): Edit[] {
  const edits = LISTS.flatMap((key) => {
    const list = listAt(root, key)
    return list ? removeItems(text, list, new Set(list.children?.filter((entry) => matches(entry, key)))) : []
  })
  if (edits.length === 0) throw notWritable(`it has no ${what}.`)
  return edits
}

const valueOf = (entry: Node, key: string): unknown =>
  entry.type === 'object' ? findNodeAtLocation(entry, [key])?.value : undefined
