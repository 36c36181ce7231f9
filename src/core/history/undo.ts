import { applyEdits, smallestEdit, type Edit } from '../text.ts'
import { editWorkspace, newOnes, type WorkspaceChange } from './edit.ts'
import { foldName } from './names.ts'
import { findFriend, namesFor } from './people.ts'
import type { AskEntry, FavorEntry } from './schema.ts'
import type { Workspace } from './workspace.ts'

type Entry = Readonly<Record<string, unknown>>

const entryOf = ({ asks, favors }: Workspace, id: string): AskEntry | FavorEntry | undefined => [...asks, ...favors].find((entry) => entry.id === id)

/** Whether an entry has all these values; what it does not have is null. */
const holds = (entry: Entry | undefined, values: Entry): boolean =>
  entry !== undefined && Object.entries(values).every(([key, value]) => JSON.stringify(entry[key] ?? null) === JSON.stringify(value ?? null))

/**
 * The changes that take one back; empty for a kind of change that can't be taken back.
 * @param before the workspace as it was before the change
 */
export function inverseOf(before: Workspace, change: WorkspaceChange): WorkspaceChange[] {
  switch (change.kind) {
    case 'add-ask':
    case 'add-favor': return [{ kind: 'forget-entry', id: change.entry.id }]
    case 'update-ask':
    case 'update-favor': {
      const entry: Entry | undefined = entryOf(before, change.id)
      const set = entry && Object.fromEntries(Object.keys(change.set).map((key) => [key, entry[key] ?? null]))
      return set ? [{ ...change, set }] : []
    }
    case 'add-entries': {
      const { friends, asks, favors } = newOnes(before, change)
      return [{ kind: 'remove-entries', friends: friends.map(({ name }) => name), ids: [...asks, ...favors].map(({ id }) => id) }]
    }
    case 'rewrite': return [{ kind: 'rewrite', from: change.to, to: change.from }]
    case 'forget-entry': return [{ kind: 'add-entries', asks: before.asks.filter(({ id }) => id === change.id), favors: before.favors.filter(({ id }) => id === change.id) }]
    case 'forget-friend': {
      const names = namesFor(before, change.friend)
      const isMeant = ({ friend }: { readonly friend: string }): boolean => names.has(foldName(friend))
      return [{
        kind: 'add-entries', friends: before.friends.filter(({ name }) => names.has(foldName(name))), asks: before.asks.filter(isMeant), favors: before.favors.filter(isMeant),
      }]
    }
    default: return []
  }
}

/** Whether what a change did is still so: taking it back would undo nothing that somebody has done since. */
export function isStillDone(now: Workspace, change: WorkspaceChange): boolean {
  switch (change.kind) {
    case 'add-ask':
    case 'add-favor': return holds(entryOf(now, change.entry.id), change.entry)
    case 'update-ask':
    case 'update-favor': return holds(entryOf(now, change.id), change.set)
    case 'add-entries': {
      const entries = new Map<string, Entry>([...now.asks, ...now.favors].map((entry) => [entry.id, entry]))
      return (change.friends ?? []).every((friend) => holds(findFriend(now, friend.name), friend)) &&
        [...change.asks ?? [], ...change.favors ?? []].every((entry) => holds(entries.get(entry.id), entry))
    }
    case 'rewrite': return now.text === change.to
    case 'forget-entry': return entryOf(now, change.id) === undefined
    case 'forget-friend': return findFriend(now, change.friend) === undefined
    default: return false
  }
}

/**
 * The edit that makes several changes of `askwell.json`, each after the one before it.
 * @throws WorkspaceNotWritable as `editWorkspace` does
 */
export function editWorkspaceAll(text: string, changes: readonly WorkspaceChange[]): Edit[] {
  const after = changes.reduce((edited, change) => applyEdits(edited, editWorkspace(edited, change)), text)
  return after === text ? [] : [smallestEdit(text, after)]
}
