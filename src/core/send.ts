import type { Day } from './date.ts'
import type { Draft } from './draft/draft.ts'
import { addKey } from './draft/front-matter.ts'
import { editWorkspace, newAsk } from './history/edit.ts'
import type { AskEntry } from './history/schema.ts'
import { insertAt, replace, type Edit } from './text.ts'

/** Why a draft cannot be marked as sent. */
export type NotSendable = 'already-sent' | 'no-friend' | 'no-ask' | 'broken'

/** What marking a draft as sent changes: the draft (date and id in its front matter) and `askwell.json` (a new entry). */
export interface Sending {
  readonly entry: AskEntry
  readonly draftEdits: readonly Edit[]
  readonly workspaceEdits: readonly Edit[]
}

/**
 * Marks a draft as sent.
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
  const entry = newAsk({ id: values.id, friend, ask, date: values.today, ...(values.path === undefined ? {} : { draft: values.path }) })
  const set = (key: 'sent' | 'ask-id', value: string): Edit => {
    const place = frontMatter.places[key]
    if (!place) return addKey(frontMatter, text, key, value)
    return place.value.end > place.value.start ? replace(place.value, value) : insertAt(place.key.end + 1, ` ${value}`)
  }
  return {
    entry,
    draftEdits: mergeInsertions([set('sent', values.today), set('ask-id', values.id)]),
    workspaceEdits: editWorkspace(workspaceText, { kind: 'add-ask', entry }),
  }
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
