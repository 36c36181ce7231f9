import { addDays, type Day } from '../date.ts'
import type { AskType } from '../draft/front-matter.ts'
import type { RuleSettings } from '../rules/setting.ts'
import { foldName } from './names.ts'
import { pastOf, personOf, remember, type PastAsk } from './people.ts'
import type { AskEntry, FavorEntry, Friend } from './schema.ts'
import { daysOf } from './windows.ts'
import type { Workspace } from './workspace.ts'

/** Whom one is looking for. What is given has to fit: one of the words, and the kind of ask. */
export interface Wanted {
  /** A field that the friend knows about ("design"). */
  readonly field?: string | undefined
  /** A company where the friend works or worked. */
  readonly company?: string | undefined
  /** A text in which a field or company of the friend may be named, such as a draft's `target`. */
  readonly about?: string | undefined
  readonly ask?: AskType | undefined
  /** Whom not to propose: the friend of the draft. */
  readonly except?: string | undefined
}

/** Why a friend is better left alone now. */
export type Rest =
  | { readonly why: 'asked-lately'; readonly until: Day; readonly last: AskEntry }
  | { readonly why: 'open'; readonly entry: AskEntry }
  | { readonly why: 'declined'; readonly entry: AskEntry }

/** A friend who could be asked, and the facts that speak for it. */
export interface Candidate {
  readonly name: string
  readonly friend: Friend
  /** The friend's fields and companies that fit. */
  readonly fields: readonly string[]
  readonly companies: readonly string[]
  /** How often the friend was asked within a year. */
  readonly asksInYear: number
  readonly last: PastAsk | undefined
  /** What was done for the friend last. */
  readonly favor: FavorEntry | undefined
  /** Undefined for who can be asked. */
  readonly rest: Rest | undefined
}

/** Who could be asked, the least burdened first; and who fits, but is better left alone now. */
export interface Candidates {
  readonly free: readonly Candidate[]
  readonly resting: readonly Candidate[]
}

/** Kinds of ask in which the friend speaks for one's work. Who has not seen it can't, truthfully. */
const VOUCHING: readonly AskType[] = ['recommendation', 'reference']

/**
 * Who could be asked: the friends who could truthfully help, with the facts for it.
 * @param rules settings of the editor, which win over those of the workspace
 */
export const whoCouldIAsk = (workspace: Workspace, wanted: Wanted, today: Day, rules?: RuleSettings): Candidates =>
  remember(workspace, `who, ${JSON.stringify([wanted, today, rules])}`, () => find(workspace, wanted, today, rules))

function find(workspace: Workspace, wanted: Wanted, today: Day, rules: RuleSettings | undefined): Candidates {
  const fits = fitting(wanted)
  const except = wanted.except === undefined ? undefined : personOf(workspace, wanted.except).friend
  const found = leastBurdenedFirst(workspace, today).flatMap(({ friend, past, asksInYear }): Candidate[] => {
    if (friend === except || (wanted.ask !== undefined && VOUCHING.includes(wanted.ask) && !friend.workedTogether)) return []
    const fields = (friend.fields ?? []).filter(fits.field)
    const companies = (friend.companies ?? []).filter(fits.company)
    if (fits.needed && fields.length + companies.length === 0) return []
    const favor = personOf(workspace, friend.name).favors.find(({ date }) => date <= today)
    return [{ name: friend.name, friend, fields, companies, asksInYear, last: past[0], favor, rest: restOf(workspace, past, wanted.ask, rules) }]
  })
  return { free: found.filter(({ rest }) => !rest), resting: found.filter(({ rest }) => rest) }
}

/** A friend with what they were asked. */
interface Burdened {
  readonly friend: Friend
  readonly past: readonly PastAsk[]
  readonly asksInYear: number
}

/** All friends, the least burdened (fewest asks in a year, then longest ago) first. */
export const leastBurdenedFirst = (workspace: Workspace, today: Day): readonly Burdened[] => remember(workspace, `burdens, ${today}`, () =>
  workspace.friends
    .map((friend): Burdened => {
      const past = pastOf(personOf(workspace, friend.name), today)
      return { friend, past, asksInYear: past.filter(({ daysAgo }) => daysAgo <= 365).length }
    })
    .sort((a, b) => a.asksInYear - b.asksInYear || (b.past[0]?.daysAgo ?? Infinity) - (a.past[0]?.daysAgo ?? Infinity) || 0))

/** Fields and companies of a friend. */
export const wordsOf = ({ fields, companies }: Friend): string[] => [...(fields ?? []), ...(companies ?? [])]

/** Until when, or why, somebody is better not asked again. A kind of ask that was declined outweighs the rest. */
export function restOf(workspace: Workspace, past: readonly PastAsk[], ask?: AskType, rules?: RuleSettings): Rest | undefined {
  const within = (days: number | undefined) => ({ daysAgo }: PastAsk): boolean => days !== undefined && daysAgo <= days
  const declined = ask === undefined ? undefined : past.filter(within(daysOf('choose/declined', workspace, rules))).find(({ entry }) => entry.status === 'declined' && entry.ask === ask)
  if (declined) return { why: 'declined', entry: declined.entry }
  const days = daysOf('choose/too-soon', workspace, rules)
  const last = past[0]
  if (last && days !== undefined && last.daysAgo <= days) return { why: 'asked-lately', until: addDays(last.entry.date, days + 1), last: last.entry }
  const open = past.filter(within(daysOf('choose/open-ask', workspace, rules))).find(({ entry }) => entry.status === 'open')
  return open ? { why: 'open', entry: open.entry } : undefined
}

interface Fitting {
  /** Whether a field or company has to fit at all. */
  readonly needed: boolean
  readonly field: (word: string) => boolean
  readonly company: (word: string) => boolean
}

function fitting({ field, company, about }: Wanted): Fitting {
  const inAbout = (word: string): boolean => about !== undefined && holdsWords(about, word)
  return {
    needed: [field, company, about].some((given) => given !== undefined),
    field: (word) => inAbout(word) || (field !== undefined && (holdsWords(word, field) || holdsWords(field, word))),
    company: (word) => inAbout(word) || (company !== undefined && (holdsWords(word, company) || holdsWords(company, word))),
  }
}

/** Whether a text holds some words, as whole words: "Acme Health" holds "acme". */
function holdsWords(text: string, words: string): boolean {
  const spaced = (one: string): string => ` ${foldName(one).replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim()} `
  const wanted = spaced(words)
  return wanted.trim() !== '' && spaced(text).includes(wanted)
}
