import { addDays, daysBetween, type Day } from '../date.ts'
import type { RuleSettings } from '../rules/setting.ts'
import { pastOf, peopleOf, remember, type Person } from './people.ts'
import type { AskEntry, Friend } from './schema.ts'
import { daysOf, DEFAULT_DAYS } from './windows.ts'
import type { Workspace } from './workspace.ts'

/** Something that is due to a friend. */
export type NextStep =
  /** `follow-up`: remind once of an open ask. `answer`: record how it was answered, or let it go. `thank`. `report`: tell how it ended. */
  | (StepBase & { readonly kind: 'follow-up' | 'answer' | 'thank' | 'report'; readonly entry: AskEntry; readonly due: Day })
  /** Asks outnumber favors by far: give something back. `asks` and `favors` are those of a year; no day is set for it. */
  | (StepBase & { readonly kind: 'give-back'; readonly entry: undefined; readonly due: undefined; readonly asks: number; readonly favors: number })

interface StepBase {
  readonly name: string
  readonly friend: Friend | undefined
}

/** A week: before, nobody has been kept waiting. */
const FOLLOW_UP_AFTER = 7
/** Thanks are due within three days of the help. */
const THANK_WITHIN = 3
/** Three weeks after the help there is something to tell. */
const REPORT_AFTER = 21
/** Asks in a year from which on, without favors, something is owed. */
const MANY_ASKS = 3

/**
 * What is due to friends on a day, the most overdue first. Each ask has one step at most, and only once its time has come:
 * - open: after 7 days follow up, once. The file knows of that by `followedUp` of the entry (a message can't be seen).
 *   7 days after the follow-up, or when the ask is older than an answer can be hoped for (days of choose/open-ask), what
 *   is left is to record the answer, or to let the ask go.
 * - granted: thank, due 3 days after the answer; then, 21 days after it, tell how it ended.
 * - asks of a year (3 or more) that are more than three times the favors: give something back.
 * @param rules settings of the editor, which win over those of the workspace
 */
export function nextSteps(workspace: Workspace, today: Day, rules?: RuleSettings): readonly NextStep[] {
  const hopeful = daysOf('choose/open-ask', workspace, rules) ?? DEFAULT_DAYS['choose/open-ask']
  return remember(workspace, `next steps, ${today}, ${hopeful}`, () => peopleOf(workspace)
    .flatMap((person) => [...person.asks.flatMap((entry) => stepOf(person, entry, today, hopeful) ?? []), ...giveBack(person, today)])
    .sort((a, b) => compare(a.due ?? '9999', b.due ?? '9999') || compare(a.name, b.name)))
}

function stepOf({ name, friend }: Person, entry: AskEntry, today: Day, hopeful: number): NextStep | undefined {
  if (entry.date > today) return undefined
  const step = (kind: 'follow-up' | 'answer' | 'thank' | 'report', due: Day): NextStep => ({ kind, name, friend, entry, due })
  if (entry.status === 'open') {
    const due = addDays(entry.followedUp ?? entry.date, FOLLOW_UP_AFTER)
    if (due > today) return undefined
    return step(entry.followedUp || daysBetween(entry.date, today) > hopeful ? 'answer' : 'follow-up', due)
  }
  if (entry.status !== 'granted') return undefined
  const helped = entry.answered ?? entry.date
  if (entry.thanked === null) return step('thank', addDays(helped, THANK_WITHIN))
  const due = addDays(helped, REPORT_AFTER)
  return entry.reported === null && due <= today ? step('report', due) : undefined
}

function giveBack(person: Person, today: Day): NextStep[] {
  const asks = pastOf(person, today).filter(({ daysAgo }) => daysAgo <= 365).length
  const favors = person.favors.filter(({ date }) => date <= today && daysBetween(date, today) <= 365).length
  return asks >= MANY_ASKS && asks > 3 * favors ? [{ kind: 'give-back', name: person.name, friend: person.friend, entry: undefined, due: undefined, asks, favors }] : []
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
