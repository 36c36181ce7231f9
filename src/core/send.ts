import type { Day } from './date.ts'
import type { Draft } from './draft/draft.ts'
import { addKey, readFrontMatter } from './draft/front-matter.ts'
import { editWorkspace, newAsk, type AskChange, type WorkspaceChange } from './history/edit.ts'
import type { AskEntry } from './history/schema.ts'
import { readWorkspace } from './history/workspace.ts'
import { insertAt, replace, type Edit } from './text.ts'

/** Why a draft cannot be marked as sent. */
export type NotSendable = 'already-sent' | 'no-friend' | 'no-ask' | 'broken'

/** What marking a draft as sent changes: the draft (date and id in its front matter) and `askwell.json` (an entry). */
export interface Sending {
  /** The entry as it is after the change. */
  readonly entry: AskEntry
  /** What was noted: a new ask; or that its entry was followed up, thanked for, or reported on. */
  readonly noted: 'asked' | 'followed-up' | 'thanked' | 'reported'
  readonly change: WorkspaceChange
  readonly draftEdits: readonly Edit[]
  readonly workspaceEdits: readonly Edit[]
}

/**
 * Marks a draft as sent. One that names an entry (`ask-id`) before it was sent belongs to that entry: it is the reminder
 * if the ask is open, the thanks if it was granted, the report if the thanks were said. Any other is a new ask.
 * @param id a new id (`newId`)
 * @param path the draft's path from the folder of `askwell.json`, with `/`
 * @throws WorkspaceNotWritable if `askwell.json` cannot be changed
 */
export function markAsSent(draft: Draft, workspaceText: string, values: { id: string; today: Day; path?: string }): Sending | NotSendable {
  const { frontMatter, text } = draft
  const { friend, ask } = frontMatter.values
  if (typeof frontMatter.values.sent === 'string') return 'already-sent'
  if (!frontMatter.block || frontMatter.problems.some(({ kind }) => kind === 'yaml' || kind === 'engine' || kind === 'not-a-map')) return 'broken'
  if (friend === undefined) return 'no-friend'
  if (ask === undefined) return 'no-ask'
  const earlier = earlierEntry(frontMatter.values['ask-id'], workspaceText)
  const due = earlier && dueOf(earlier, values.today)
  const added = newAsk({ id: values.id, friend, ask, date: values.today, ...(values.path === undefined ? {} : { draft: values.path }) })
  const entry = earlier && due ? { ...earlier, ...due.set } : added
  const change: WorkspaceChange = due ? { kind: 'update-ask', id: entry.id, set: due.set } : { kind: 'add-ask', entry: added }
  const set = (key: 'sent' | 'ask-id', value: string): Edit => {
    const place = frontMatter.places[key]
    if (!place) return addKey(frontMatter, text, key, value)
    return place.value.end > place.value.start ? replace(place.value, value) : insertAt(place.key.end + 1, ` ${value}`)
  }
  return {
    entry, change,
    noted: due?.noted ?? 'asked',
    draftEdits: mergeInsertions([set('sent', values.today), set('ask-id', entry.id)]),
    workspaceEdits: editWorkspace(workspaceText, change),
  }
}

/**
 * The edits that make a sent draft unsent again; none where it was not sent as this entry.
 * @param id the entry's
 * @param alsoId whether the id was written when it was sent
 */
export function unmarkSent(text: string, id: string, alsoId: boolean): Edit[] {
  const { values, places, brace } = readFrontMatter(text)
  if (values['ask-id'] !== id || typeof values.sent !== 'string' || brace !== undefined) return []
  return (alsoId ? ['sent', 'ask-id'] as const : ['sent'] as const).flatMap((key) => {
    const place = places[key]
    const end = place ? text.indexOf('\n', place.value.end) : -1
    return place && end >= 0 ? [replace({ start: place.key.start, end: end + 1 }, '')] : []
  })
}

/** The entry that a draft names before it was sent. */
function earlierEntry(id: string | undefined, workspaceText: string): AskEntry | undefined {
  return id === undefined ? undefined : readWorkspace(workspaceText).asks.find((entry) => entry.id === id)
}

/** What is next for an entry, as of a day; undefined if nothing is. */
function dueOf({ status, followedUp, thanked, reported }: AskEntry, today: Day): { noted: Sending['noted']; set: AskChange } | undefined {
  if (status === 'open') return followedUp ? undefined : { noted: 'followed-up', set: { followedUp: today } }
  if (status !== 'granted') return undefined
  if (thanked === null) return { noted: 'thanked', set: { thanked: today } }
  return reported === null ? { noted: 'reported', set: { reported: today } } : undefined
}

/** Insertions at one place become one. */
function mergeInsertions(edits: readonly Edit[]): Edit[] {
  const merged: Edit[] = []
  for (const edit of edits) {
    const before = merged.at(-1)
    if (before && before.at.start === edit.at.start && before.at.end === edit.at.end && edit.at.start === edit.at.end) {
      merged[merged.length - 1] = { at: edit.at, text: before.text + edit.text }
    } else merged.push(edit)
  }
  return merged
}
