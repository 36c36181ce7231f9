import type { Day } from '../date.ts'
import { peopleOf, remember } from './people.ts'
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
export const yearsOf = (workspace: Workspace): readonly number[] => remember(workspace, 'years', () => {
  const years = new Set<string>()
  const add = (day: Day | null): void => {
    if (day !== null) years.add(day.slice(0, 4))
  }
  for (const { date, answered, thanked, reported } of workspace.asks) [date, answered, thanked, reported].forEach(add)
  for (const { date } of workspace.favors) add(date)
  return [...years].map(Number).sort((a, b) => b - a)
})

/** What happened in a period, by friend, in the order of the file. Friends with whom nothing happened are left out. */
export const timelineOf = (workspace: Workspace, { from, to }: Period): readonly TimelineRow[] => remember(workspace, `timeline, ${from}, ${to}`, () =>
  peopleOf(workspace).flatMap(({ name, asks, favors }) => {
    const inside = ({ day }: Mark): boolean => day >= from && day <= to
    const entries = [
      ...asks.map((entry): TimelineEntry => ({ kind: 'ask', entry, marks: marksOf(entry).filter(inside) })),
      ...favors.map((entry): TimelineEntry => ({ kind: 'favor', entry, marks: [{ kind: 'favor', day: entry.date } as const].filter(inside) })),
    ].filter(({ marks }) => marks.length > 0).sort((a, b) => compare(firstDay(a), firstDay(b)) || compare(a.entry.id, b.entry.id))
    return entries.length === 0 ? [] : [{ friend: name, entries }]
  }))

/** Everything that is known to have happened with an ask. What happened on one day stays in the order in which such things happen. */
function marksOf({ date, status, answered, thanked, reported }: AskEntry): Mark[] {
  const marks: Mark[] = [{ kind: 'asked', day: date }]
  if (answered !== null && status !== 'open') marks.push({ kind: status, day: answered })
  if (thanked !== null) marks.push({ kind: 'thanked', day: thanked })
  if (reported !== null) marks.push({ kind: 'reported', day: reported })
  return marks.sort((a, b) => compare(a.day, b.day))
}

const firstDay = ({ marks, entry }: TimelineEntry): Day => marks[0]?.day ?? entry.date

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** @param month counted from 0; may lie outside of the year, as `day` may lie outside of the month */
const dayOf = (year: number, month: number, day: number): Day => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
