import type { Day } from '../date.ts'
import type { Language } from '../draft/front-matter.ts'
import { askName } from '../rules/titles.ts'
import { peopleOf, type Person } from './people.ts'
import type { AskEntry, FavorEntry } from './schema.ts'
import { sayDay, statusName } from './words.ts'
import type { Workspace } from './workspace.ts'

const words = {
  en: {
    title: 'Asks and favours', friends: 'Friend by friend', timeline: 'Month by month', nothing: 'Nothing is noted for this year.',
    head: ['date', 'what', 'answer', 'thanked', 'told how it ended', 'outcome'], favor: 'a favour of yours',
    asked: (name: string, what: string) => `asked ${name} for ${what}`, helped: (name: string, what: string) => `did for ${name}: ${what}`,
    answered: (name: string, what: string, status: string) => `${name} answered (${what}): ${status}`,
    thanked: (name: string, what: string) => `thanked ${name} for ${what}`, reported: (name: string, what: string) => `told ${name} how it ended: ${what}`,
    followedUp: (name: string, what: string) => `followed up with ${name}: ${what}`,
  },
  de: {
    title: 'Bitten und Gefallen', friends: 'Person für Person', timeline: 'Monat für Monat', nothing: 'Für dieses Jahr ist nichts vermerkt.',
    head: ['Tag', 'worum', 'Antwort', 'bedankt', 'Ausgang erzählt', 'Ergebnis'], favor: 'ein Gefallen von dir',
    asked: (name: string, what: string) => `${name} um ${what} gebeten`, helped: (name: string, what: string) => `für ${name} getan: ${what}`,
    answered: (name: string, what: string, status: string) => `${name} hat geantwortet (${what}): ${status}`,
    thanked: (name: string, what: string) => `${name} für ${what} gedankt`, reported: (name: string, what: string) => `${name} erzählt, wie es ausging: ${what}`,
    followedUp: (name: string, what: string) => `bei ${name} nachgefragt: ${what}`,
  },
} as const

/** Something that happened on a day, in words. */
export interface HistoryEvent {
  readonly date: Day
  readonly words: string
}

/**
 * The history of a year as a Markdown document: a table for each friend, and a timeline by month in words.
 * @param year four digits
 */
export function historyReport(workspace: Workspace, year: string, locale: Language): string {
  const say = words[locale]
  const isOfYear = ({ date }: { date: Day }): boolean => date.startsWith(`${year}-`)
  const people = peopleOf(workspace).filter(({ asks, favors }) => [...asks, ...favors].some(isOfYear))
  const events = eventsOf(workspace, year, locale)
  const tables = people.map((person) => `### ${plain(person.name)}\n\n${tableOf(person, isOfYear, locale)}\n`)
  const months = new Map<string, string[]>()
  for (const event of events) {
    const month = event.date.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), `- ${sayDay(event.date, locale, event.date)}: ${plain(event.words)}`])
  }
  const timeline = [...months].map(([month, lines]) => `### ${monthName(`${month}-01`, locale)}\n\n${lines.join('\n')}\n`)
  const parts = events.length === 0 && people.length === 0
    ? [`${say.nothing}\n`]
    : [`## ${say.friends}\n`, ...tables, `## ${say.timeline}\n`, ...timeline]
  return [`# ${say.title}, ${year}\n`, ...parts].join('\n')
}

/** All that happened in a year, earliest first. */
export function eventsOf(workspace: Workspace, year: string, locale: Language): HistoryEvent[] {
  const say = words[locale]
  const asks = workspace.asks.flatMap((entry): HistoryEvent[] => {
    const { friend, date, status, answered, thanked, reported, followedUp } = entry
    const what = askName(locale, entry.ask)
    const on = (day: Day | null | undefined, text: string): HistoryEvent[] => (day ? [{ date: day, words: text }] : [])
    return [
      { date, words: say.asked(friend, what) },
      ...on(followedUp, say.followedUp(friend, what)),
      ...on(answered, say.answered(friend, what, statusName(locale, status))),
      ...on(thanked, say.thanked(friend, what)),
      ...on(reported, say.reported(friend, what)),
    ]
  })
  const favors = workspace.favors.map(({ friend, date, what }): HistoryEvent => ({ date, words: say.helped(friend, what) }))
  return [...asks, ...favors].filter(({ date }) => date.startsWith(`${year}-`)).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function tableOf({ asks, favors }: Person, isOfYear: (entry: { date: Day }) => boolean, locale: Language): string {
  const { head, favor } = words[locale]
  const askRow = (entry: AskEntry): [Day, string[]] =>
    [entry.date, [entry.date, askName(locale, entry.ask), [statusName(locale, entry.status), entry.answered].filter(Boolean).join(', '), entry.thanked ?? '', entry.reported ?? '', entry.outcome]]
  const favorRow = (entry: FavorEntry): [Day, string[]] => [entry.date, [entry.date, `${favor}: ${entry.what}`, '', '', '', '']]
  const rows = [...asks.filter(isOfYear).map(askRow), ...favors.filter(isOfYear).map(favorRow)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(([, cells]) => line(cells))].join('\n')
}

const monthName = (day: Day, locale: Language): string =>
  new Intl.DateTimeFormat({ en: 'en-GB', de: 'de-DE' }[locale], { month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** Text that Markdown shows as it is: names and outcomes come from elsewhere and mean no markup. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&').replace(/^([-+]|\d+[.)])(?= )/, '\\$1')
