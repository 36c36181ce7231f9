import { daysBetween, type Day } from '../date.ts'
import { foldName } from './names.ts'
import type { AskEntry, FavorEntry, Friend } from './schema.ts'
import type { Workspace } from './workspace.ts'

/** Somebody of whom `askwell.json` knows: listed among the friends, or only named in the history. */
export interface Person {
  /** The name among the friends; else as the newest entry has it. */
  readonly name: string
  /** What is known about them; undefined for names that only the history has. */
  readonly friend: Friend | undefined
  /** What they were asked, newest first, by any of their names. */
  readonly asks: readonly AskEntry[]
  /** What was done for them, newest first. */
  readonly favors: readonly FavorEntry[]
}

/** An earlier ask, with its age in whole days. */
export interface PastAsk {
  readonly daysAgo: number
  readonly entry: AskEntry
}

/** What questions look up, so that none reads the whole history. */
interface Index {
  /** The first friend with a name (folded) or alias. */
  readonly friends: ReadonlyMap<string, Friend>
  /** Places in `workspace.asks`, by the friend's name (folded). */
  readonly asks: ReadonlyMap<string, readonly number[]>
  /** The favors, newest first, and places in them by the friend's name (folded). */
  readonly favors: readonly FavorEntry[]
  readonly favorsOf: ReadonlyMap<string, readonly number[]>
  /** Who was looked up already: by friend, or by folded name. */
  readonly known: Map<Friend | string, Person>
  /** Answers that were given already. */
  readonly answers: Map<string, unknown>
}

const indexes = new WeakMap<Workspace, Index>()

function indexOf(workspace: Workspace): Index {
  const known = indexes.get(workspace)
  if (known) return known
  const fold = folding()
  const friends = new Map<string, Friend>()
  for (const friend of workspace.friends) {
    for (const name of [friend.name, ...(friend.aliases ?? [])].map(fold)) if (!friends.has(name)) friends.set(name, friend)
  }
  const favors = [...workspace.favors].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
  const index: Index = {
    friends, favors, asks: placesByName(workspace.asks, fold), favorsOf: placesByName(favors, fold), known: new Map(), answers: new Map(),
  }
  indexes.set(workspace, index)
  return index
}

/** `foldName` that folds each name once: a year's history names the same few friends. */
function folding(): (name: string) => string {
  const folded = new Map<string, string>()
  return (name) => {
    const known = folded.get(name)
    if (known !== undefined) return known
    const fold = foldName(name)
    folded.set(name, fold)
    return fold
  }
}

function placesByName(entries: readonly { readonly friend: string }[], fold: (name: string) => string): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, { friend }] of entries.entries()) {
    const name = fold(friend)
    const found = places.get(name)
    if (found) found.push(place)
    else places.set(name, [place])
  }
  return places
}

const namesOf = (friend: Friend): string[] => [friend.name, ...(friend.aliases ?? [])].map(foldName)

/** The friend whom a name means: by name or by alias. */
export const findFriend = (workspace: Workspace, name: string): Friend | undefined => indexOf(workspace).friends.get(foldName(name))

/** The names (folded) that mean the same friend as `name`. */
export function namesFor(workspace: Workspace, name: string): ReadonlySet<string> {
  const friend = findFriend(workspace, name)
  return new Set(friend ? namesOf(friend) : [foldName(name)])
}

/** Whom a name means, with their history. Somebody of whom nothing is known has an empty one. */
export function personOf(workspace: Workspace, name: string): Person {
  const index = indexOf(workspace)
  const folded = foldName(name)
  const friend = index.friends.get(folded)
  const known = index.known.get(friend ?? folded)
  if (known) return known
  const names = friend ? [...new Set(namesOf(friend))] : [folded]
  const places = (of: ReadonlyMap<string, readonly number[]>): number[] => {
    const lists = names.flatMap((one) => [of.get(one) ?? []])
    return lists.length === 1 ? [...lists[0] ?? []] : lists.flat().sort((a, b) => a - b)
  }
  const asks = places(index.asks).flatMap((place) => workspace.asks[place] ?? [])
  const favors = places(index.favorsOf).flatMap((place) => index.favors[place] ?? [])
  const person: Person = { name: friend?.name ?? asks[0]?.friend ?? favors[0]?.friend ?? name, friend, asks, favors }
  // Somebody unknown is not kept: names come and go while one is typed.
  if (friend || asks.length + favors.length > 0) index.known.set(friend ?? folded, person)
  return person
}

/** Everybody: the friends in the order of the file, then the names that only the history has. */
export const peopleOf = (workspace: Workspace): readonly Person[] => remember(workspace, 'people', () => {
  const index = indexOf(workspace)
  const others = [...new Set([...index.asks.keys(), ...index.favorsOf.keys()])].filter((name) => !index.friends.has(name))
  return [...new Set([...workspace.friends.map(({ name }) => name), ...others].map((name) => personOf(workspace, name)))]
})

const pasts = new WeakMap<Person, { readonly today: Day; readonly past: readonly PastAsk[] }>()

/** What somebody was asked before `today`, or on it, newest first. What was withdrawn does not count. */
export function pastOf(person: Person, today: Day): readonly PastAsk[] {
  const known = pasts.get(person)
  if (known?.today === today) return known.past
  const past = person.asks
    .filter(({ status, date }) => status !== 'withdrawn' && date <= today)
    .map((entry): PastAsk => ({ daysAgo: daysBetween(entry.date, today), entry }))
  pasts.set(person, { today, past })
  return past
}

/** As many answers as are kept for one state of the file. */
const KEPT = 50

/** The answer to a question about a workspace; computed once, however often it is asked. @param key names question and arguments */
export function remember<T>(workspace: Workspace, key: string, compute: () => T): T {
  const { answers } = indexOf(workspace)
  if (answers.has(key)) return answers.get(key) as T
  const answer = compute()
  if (answers.size >= KEPT) answers.clear()
  answers.set(key, answer)
  return answer
}
