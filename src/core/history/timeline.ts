import type { Day } from '../date.ts'
import { foldName } from './friends.ts'
import type { AskEntry, FavorEntry } from './schema.ts'
import type { Workspace } from './workspace.ts'

/** What a mark on the timeline stands for. */
export const MARK_KINDS = ['asked', 'granted', 'declined', 'withdrawn', 'thanked', 'reported', 'favor'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** Something that happened on a day. */
export interface Mark {
  readonly kind: MarkKind
  readonly day: Day
}

/** An ask or a favour, with what of it happened in the period, the earliest first. */
export type TimelineEntry =
  | { readonly kind: 'ask'; readonly entry: AskEntry; readonly marks: readonly Mark[] }
  | { readonly kind: 'favor'; readonly entry: FavorEntry; readonly marks: readonly Mark[] }

/** A friend, and what happened with them, the earliest first. */
export interface TimelineRow {
  readonly friend: string
  readonly entries: readonly TimelineEntry[]
}

/** The days from `from` to `to`, both included. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** The month of `today` and the eleven before it, whole. */
export function lastTwelveMonths(today: Day): Period {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return { from: dayOf(year, month - 12, 1), to: dayOf(year, month, 0) }
}

export const yearPeriod = (year: number): Period => ({ from: dayOf(year, 0, 1), to: dayOf(year, 12, 0) })

/** The years in which anything happened, the latest first. */
export function yearsOf(workspace: Workspace): number[] {
  const years = new Set<string>()
  for (const { marks } of entriesOf(workspace)) for (const { day } of marks) years.add(day.slice(0, 4))
  return [...years].map(Number).sort((a, b) => b - a)
}

/**
 * What happened in a period, by friend. Friends with whom nothing happened are left out; the others are in the order of
 * their names. An alias counts as the friend.
 * @param compare orders names, as the reader's language does
 */
export function timelineOf(workspace: Workspace, { from, to }: Period, compare: (a: string, b: string) => number): TimelineRow[] {
  const names = new Map(workspace.friends.flatMap(({ name, aliases = [] }) => [name, ...aliases].map((known) => [foldName(known), name] as const)).reverse())
  const rows = new Map<string, TimelineEntry[]>()
  for (const { marks, ...rest } of entriesOf(workspace)) {
    const inside = marks.filter(({ day }) => day >= from && day <= to)
    if (inside.length === 0) continue
    const folded = foldName(rest.entry.friend)
    const friend = names.get(folded) ?? rest.entry.friend
    names.set(folded, friend)
    const row = rows.get(friend)
    const entry: TimelineEntry = { ...rest, marks: inside }
    if (row) row.push(entry)
    else rows.set(friend, [entry])
  }
  return [...rows]
    .map(([friend, entries]) => ({ friend, entries: entries.sort((a, b) => firstDay(a).localeCompare(firstDay(b)) || a.entry.id.localeCompare(b.entry.id)) }))
    .sort((a, b) => compare(a.friend, b.friend))
}

function* entriesOf({ asks, favors }: Workspace): Iterable<TimelineEntry> {
  for (const entry of asks) yield { kind: 'ask', entry, marks: marksOf(entry) }
  for (const entry of favors) yield { kind: 'favor', entry, marks: [{ kind: 'favor', day: entry.date }] }
}

function marksOf({ date, status, answered, thanked, reported }: AskEntry): Mark[] {
  const marks: Mark[] = [{ kind: 'asked', day: date }]
  if (answered !== null && status !== 'open') marks.push({ kind: status, day: answered })
  if (thanked !== null) marks.push({ kind: 'thanked', day: thanked })
  if (reported !== null) marks.push({ kind: 'reported', day: reported })
  // What happened on one day stays in the order in which such things happen.
  return marks.sort((a, b) => a.day.localeCompare(b.day))
}

const firstDay = ({ marks, entry }: TimelineEntry): Day => marks[0]?.day ?? entry.date

/** @param month counted from 0; may lie outside of the year, as `day` may lie outside of the month */
const dayOf = (year: number, month: number, day: number): Day => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
