import { personOf, sayAsk, sayDay, sayFavor, sayStanding, sayStandingBriefly, standingOf, type Day, type Language, type RuleSettings, type Workspace } from '../core/index.ts'

/** By what a friend's facts are told. */
export interface Viewpoint {
  readonly workspace: Workspace
  readonly today: Day
  readonly locale: Language
  readonly rules: RuleSettings
}

/** How many asks and favors a hover lists. */
const LISTED = 5

/** How things stand with a friend, on one line. @param exceptId the entry of the draft itself, which does not count */
export const factsLine = ({ workspace, today, locale, rules }: Viewpoint, name: string, exceptId?: string): string =>
  sayStanding(standingOf(workspace, name, today, { rules, exceptId }), locale, today)

/** The same where there is little room. */
export const briefFacts = ({ workspace, today, locale, rules }: Viewpoint, name: string, exceptId?: string): string =>
  sayStandingBriefly(standingOf(workspace, name, today, { rules, exceptId }), locale, today)

/** The same beside the name: without it, unless the line tells whom an alias means. */
export function factsBeside(viewpoint: Viewpoint, name: string): string {
  const line = factsLine(viewpoint, name)
  return line.startsWith(`${name}: `) ? line.slice(name.length + 2) : line
}

/** The same as Markdown, with the latest asks and favors. */
export function factsMarkdown(viewpoint: Viewpoint, name: string, exceptId?: string): string {
  const { workspace, today, locale } = viewpoint
  const { friend, asks, favors } = personOf(workspace, name)
  const known = [friend?.companies, friend?.fields].flatMap((words) => (words && words.length > 0 ? [words.join(', ')] : []))
  const listed = [
    ...asks.filter(({ id, date }) => id !== exceptId && date <= today).slice(0, LISTED).map((entry) =>
      `- ${sayDay(entry.date, locale, today)}: ${escape(sayAsk(entry, locale))}${entry.outcome.trim() === '' ? '' : ` (${escape(entry.outcome)})`}`),
    ...favors.filter(({ date }) => date <= today).slice(0, LISTED).map((favor) => `- ${escape(sayFavor(favor, locale, today))}`),
  ]
  return [
    `**${escape(factsLine(viewpoint, name, exceptId))}**`,
    ...known.length > 0 ? [escape(known.join(' · '))] : [],
    ...listed.length > 0 ? [listed.join('\n')] : [],
  ].join('\n\n')
}

/** Words of the user, so that nothing in them is taken for Markdown. */
const escape = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+!<>|~&-]/g, '\\$&')
