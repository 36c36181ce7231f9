import { applyEdits as applyJsonEdits, findNodeAtLocation, modify, parseTree, type FormattingOptions, type JSONPath } from 'jsonc-parser'
import { monotonicFactory } from 'ulid'
import type { Day } from '../date.ts'
import { lineEnding, type Edit } from '../text.ts'
import type { AskEntry, AskStatus, FavorEntry, Friend } from './schema.ts'
import { readWorkspace, type Workspace } from './workspace.ts'
import type { SeveritySetting } from '../rules/severity.ts'
import type { RuleId } from '../rules/rule.ts'

/** One change of `askwell.json`. Whatever changes the file goes through `editWorkspace`. */
export type WorkspaceChange =
  | { readonly kind: 'add-ask'; readonly entry: AskEntry }
  | { readonly kind: 'update-ask'; readonly id: string; readonly set: Partial<Pick<AskEntry, 'status' | 'answered' | 'thanked' | 'reported' | 'outcome'>> }
  | { readonly kind: 'add-favor'; readonly entry: FavorEntry }
  | { readonly kind: 'add-friend'; readonly friend: Friend }
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
 * @throws WorkspaceNotWritable if the file cannot be read or has an unknown version, or has no entry with the id
 */
export function editWorkspace(text: string, change: WorkspaceChange): Edit[] {
  if (text.trim() === '') {
    return [{ at: { start: 0, end: text.length }, text: newWorkspace(change) }]
  }
  const workspace = readWorkspace(text)
  if (!workspace.writable) {
    throw new WorkspaceNotWritable(`askwell.json was left as it is: ${workspace.problems[0]?.message ?? 'it could not be read.'}`)
  }
  switch (change.kind) {
    case 'add-ask': return prepend(text, 'asks', change.entry)
    case 'add-favor': return prepend(text, 'favors', change.entry)
    case 'add-friend': return prepend(text, 'friends', change.friend)
    case 'set-rule': return setRule(text, workspace, change.rule, change.severity)
    case 'update-ask': return updateAsk(text, change.id, change.set)
  }
}

const newWorkspace = (change: WorkspaceChange): string => {
  const empty = '{\n  "version": 1\n}\n'
  const edits = editWorkspace(empty, change)
  return edits.reduceRight((result, edit) => result.slice(0, edit.at.start) + edit.text + result.slice(edit.at.end), empty)
}

function prepend(text: string, key: 'asks' | 'favors' | 'friends', entry: object): Edit[] {
  const root = parseTree(text, [], { allowTrailingComma: true })
  const list = root && findNodeAtLocation(root, [key])
  const eol = lineEnding(text)
  const line = oneLine(entry)
  const [indent, deeper] = indents(text, root?.children?.[0]?.offset)
  if (!list) {
    const last = root?.children?.at(-1)
    const end = last ? last.offset + last.length : (root?.offset ?? 0) + 1
    const comma = last && !/^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*,/.test(text.slice(end)) ? ',' : ''
    const after = last && comma === '' ? end + text.slice(end).indexOf(',') + 1 : end
    return [{ at: { start: after, end: after }, text: `${comma}${eol}${indent}"${key}": [${eol}${deeper}${line}${eol}${indent}]${last && comma === '' ? ',' : ''}` }]
  }
  const first = list.children?.[0]
  const start = list.offset + 1
  if (!first) {
    const inside = text.slice(start, list.offset + list.length - 1)
    const at = inside.trim() === '' ? { start, end: start + inside.length } : { start, end: start }
    return [{ at, text: `${eol}${deeper}${line}${inside.trim() === '' ? eol + indent : ''}` }]
  }
  return [{ at: { start, end: start }, text: `${eol}${deeper}${line},` }]
}

/** The indentation of the top-level keys, and that of what stands in their lists. */
function indents(text: string, firstKey: number | undefined): [string, string] {
  if (firstKey === undefined) return ['  ', '    ']
  const lead = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, firstKey))?.[1] ?? '  '
  return [lead, lead.includes('\t') ? `${lead}\t` : lead + (lead || '  ')]
}

/** JSON on one line, with the spaces that people write: `{ "a": 1, "b": [2] }`. */
const oneLine = (value: object): string =>
  `{ ${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`).join(', ')} }`

function setRule(text: string, workspace: Workspace, rule: RuleId, severity: SeveritySetting): Edit[] {
  const present = Object.hasOwn(workspace.rules, rule) ? workspace.rules[rule] : undefined
  const path: JSONPath = typeof present === 'object' ? ['rules', rule, 'severity'] : ['rules', rule]
  return changeAt(text, path, severity)
}

function updateAsk(text: string, id: string, set: Record<string, unknown>): Edit[] {
  const root = parseTree(text, [], { allowTrailingComma: true })
  const entries = (root && findNodeAtLocation(root, ['asks'])?.children) ?? []
  const index = entries.findIndex((entry) => findNodeAtLocation(entry, ['id'])?.value === id)
  if (index < 0) throw new WorkspaceNotWritable(`askwell.json has no ask with the id "${id}".`)
  let result = text
  for (const [key, value] of Object.entries(set)) {
    const edits = modify(result, ['asks', index, key], value, { isArrayInsertion: false })
    result = applyJsonEdits(result, edits)
  }
  return smallest(text, result)
}

function changeAt(text: string, path: JSONPath, value: unknown): Edit[] {
  const tabs = /\n\t/.test(text)
  const formattingOptions: FormattingOptions = { insertSpaces: !tabs, tabSize: 2, eol: lineEnding(text) }
  return modify(text, path, value, { formattingOptions }).map((edit) => ({
    at: { start: edit.offset, end: edit.offset + edit.length }, text: edit.content,
  }))
}

/** The one edit between two texts: what differs between their common beginning and their common end. */
function smallest(before: string, after: string): Edit[] {
  if (before === after) return []
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return [{ at: { start, end: before.length - end }, text: after.slice(start, after.length - end) }]
}
