import type { Friend, AskEntry } from './schema.ts'
import type { Workspace } from './workspace.ts'
import { daysBetween, type Day } from '../date.ts'

/** Names are compared without regard to case, accents, and white space. */
export const foldName = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** The friend whom a draft means: by name or by alias. */
export function findFriend(workspace: Workspace, name: string): Friend | undefined {
  const wanted = foldName(name)
  return workspace.friends.find((friend) => namesOf(friend).includes(wanted))
}

/** The names (folded) that mean the same friend as `name`. */
export function namesFor(workspace: Workspace, name: string): ReadonlySet<string> {
  const friend = findFriend(workspace, name)
  return new Set(friend ? namesOf(friend) : [foldName(name)])
}

const namesOf = (friend: Friend): string[] => [friend.name, ...(friend.aliases ?? [])].map(foldName)

/** An earlier ask, with its age in whole days. */
export interface PastAsk {
  readonly daysAgo: number
  readonly entry: AskEntry
}

/**
 * What this friend was asked before `today`, newest first. The entry of the draft itself (`exceptId`) and asks that
 * were withdrawn do not count.
 */
export function pastAsks(workspace: Workspace, name: string, today: Day, exceptId?: string): PastAsk[] {
  const names = namesFor(workspace, name)
  return workspace.asks
    .filter((entry) => entry.id !== exceptId && entry.status !== 'withdrawn' && names.has(foldName(entry.friend)))
    .map((entry) => ({ daysAgo: daysBetween(entry.date, today), entry }))
    .filter(({ daysAgo }) => daysAgo >= 0)
    .sort((a, b) => a.daysAgo - b.daysAgo)
}

/**
 * Whom else one could ask: friends with a field or company in common with `name`, not asked within `days`,
 * the least burdened (fewest asks in a year, then longest ago) first.
 */
export function otherFriends(workspace: Workspace, name: string, today: Day, days: number): Friend[] {
  const asked = findFriend(workspace, name)
  if (!asked) return []
  const common = new Set([...(asked.fields ?? []), ...(asked.companies ?? [])].map(foldName))
  return workspace.friends
    .filter((friend) => friend !== asked && [...(friend.fields ?? []), ...(friend.companies ?? [])].some((word) => common.has(foldName(word))))
    .map((friend) => ({ friend, past: pastAsks(workspace, friend.name, today) }))
    .filter(({ past }) => (past[0]?.daysAgo ?? Infinity) > days)
    .sort((a, b) => burden(a.past) - burden(b.past) || (b.past[0]?.daysAgo ?? Infinity) - (a.past[0]?.daysAgo ?? Infinity))
    .map(({ friend }) => friend)
}

const burden = (past: readonly PastAsk[]): number => past.filter(({ daysAgo }) => daysAgo <= 365).length

/** The known friend whose name is one slip away from `name` (an edit or a swap, or the first name alone), if there is exactly one. */
export function almostKnown(workspace: Workspace, name: string): Friend | undefined {
  const wanted = foldName(name)
  const close = workspace.friends.filter((friend) =>
    namesOf(friend).some((known) => known !== wanted && (
      known.split(' ')[0] === wanted ||
      wanted.split(' ')[0] === known ||
      distance(known, wanted, known.length > 7 ? 2 : 1) <= (known.length > 7 ? 2 : 1))))
  return close.length === 1 ? close[0] : undefined
}

/** Edit distance with swaps of neighbours (optimal string alignment), given up above `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let best = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1))
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      current.push(best)
    }
    beforeLast = last
    last = current
  }
  return last[b.length] ?? limit + 1
}
