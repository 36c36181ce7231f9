import type { Day } from '../date.ts'
import type { AskType } from '../draft/front-matter.ts'
import type { RuleSettings } from '../rules/setting.ts'
import { restOf } from './candidates.ts'
import { pastOf, peopleOf, personOf, remember, type PastAsk, type Person } from './people.ts'
import type { FavorEntry, Friend } from './schema.ts'
import { daysOf, DEFAULT_DAYS } from './windows.ts'
import type { Workspace } from './workspace.ts'

/** How things stand with a friend on a day. Facts, no score. Asks that were withdrawn do not count. */
export interface Standing {
  readonly name: string
  /** Undefined for somebody whom only the history knows. */
  readonly friend: Friend | undefined
  /** The asks within the last `recentDays` days, newest first. */
  readonly recent: readonly PastAsk[]
  readonly recentDays: number
  /** The last ask of all. */
  readonly last: PastAsk | undefined
  /** Asks that wait for an answer, newest first. */
  readonly open: readonly PastAsk[]
  /** Asks that were granted without thanks on record, newest first. */
  readonly unthanked: readonly PastAsk[]
  /** What was done for the friend, newest first. */
  readonly favors: readonly FavorEntry[]
  /** The first day on which another ask is not too soon (rule choose/too-soon); undefined if that is today already. */
  readonly restsUntil: Day | undefined
  /** Kinds of ask that the friend declined of late (rule choose/declined), each once. */
  readonly declined: readonly AskType[]
}

/** What may be said beside friend and day. */
export interface StandingOptions {
  /** An entry that does not count: the one of the draft itself. */
  readonly exceptId?: string | undefined
  /** Settings of the editor, which win over those of the workspace. */
  readonly rules?: RuleSettings | undefined
}

/** How things stand with a friend, by any name; somebody unknown has no history. */
export const standingOf = (workspace: Workspace, name: string, today: Day, options: StandingOptions = {}): Standing =>
  remember(workspace, `standing, ${JSON.stringify([name, today, options])}`, () => read(workspace, personOf(workspace, name), today, options))

/** How things stand with everybody: the friends in the order of the file, then who is named in the history only. */
export const standings = (workspace: Workspace, today: Day, options: StandingOptions = {}): Standing[] =>
  peopleOf(workspace).map((person) => read(workspace, person, today, options))

function read(workspace: Workspace, person: Person, today: Day, { exceptId, rules }: StandingOptions): Standing {
  const past = pastOf(person, today).filter(({ entry }) => entry.id !== exceptId)
  const recentDays = daysOf('choose/acknowledge', workspace, rules) ?? DEFAULT_DAYS['choose/acknowledge']
  const declinedDays = daysOf('choose/declined', workspace, rules) ?? -1
  const rest = restOf(workspace, past, undefined, rules)
  return {
    name: person.name,
    friend: person.friend,
    recent: past.filter(({ daysAgo }) => daysAgo <= recentDays),
    recentDays,
    last: past[0],
    open: past.filter(({ entry }) => entry.status === 'open'),
    unthanked: past.filter(({ entry }) => entry.status === 'granted' && entry.thanked === null),
    favors: person.favors.filter(({ date }) => date <= today),
    restsUntil: rest?.why === 'asked-lately' ? rest.until : undefined,
    declined: [...new Set(past.filter(({ entry, daysAgo }) => entry.status === 'declined' && daysAgo <= declinedDays).map(({ entry }) => entry.ask))],
  }
}
