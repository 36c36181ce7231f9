import type { Day } from '../date.ts'
import { leastBurdenedFirst, wordsOf } from './candidates.ts'
import { foldName } from './names.ts'
import { findFriend, pastOf, personOf, remember, type PastAsk } from './people.ts'
import type { Friend } from './schema.ts'
import type { Workspace } from './workspace.ts'

export { foldName } from './names.ts'
export { findFriend, namesFor, type PastAsk } from './people.ts'

/**
 * What this friend was asked before `today`, newest first. The entry of the draft itself (`exceptId`) and asks that
 * were withdrawn do not count.
 */
export function pastAsks(workspace: Workspace, name: string, today: Day, exceptId?: string): readonly PastAsk[] {
  const past = pastOf(personOf(workspace, name), today)
  return exceptId !== undefined && past.some(({ entry }) => entry.id === exceptId) ? past.filter(({ entry }) => entry.id !== exceptId) : past
}

/**
 * Whom else one could ask: friends with a field or company in common with `name`, not asked within `days`,
 * the least burdened (fewest asks in a year, then longest ago) first.
 */
export const otherFriends = (workspace: Workspace, name: string, today: Day, days: number): readonly Friend[] =>
  remember(workspace, `others than ${name}, ${today}, ${days}`, () => {
    const asked = findFriend(workspace, name)
    const common = new Set([...(asked?.fields ?? []), ...(asked?.companies ?? [])].map(foldName))
    return leastBurdenedFirst(workspace, today)
      .filter(({ friend, past }) => friend !== asked && (past[0]?.daysAgo ?? Infinity) > days && wordsOf(friend).some((word) => common.has(foldName(word))))
      .map(({ friend }) => friend)
  })

/** The known friend whose name is one slip away from `name` (an edit or a swap, or the first name alone), if there is exactly one. */
export const almostKnown = (workspace: Workspace, name: string): Friend | undefined => {
  const wanted = foldName(name)
  return remember(workspace, `almost known: ${wanted}`, () => {
    const close = workspace.friends.filter((friend) => [friend.name, ...(friend.aliases ?? [])].some((known) => isAlmost(foldName(known), wanted)))
    return close.length === 1 ? close[0] : undefined
  })
}

function isAlmost(known: string, wanted: string): boolean {
  const limit = known.length > 7 ? 2 : 1
  return known !== wanted && (known.split(' ')[0] === wanted || wanted.split(' ')[0] === known || distance(known, wanted, limit) <= limit)
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
