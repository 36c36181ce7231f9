import type { Day } from '../date.ts'
import type { Language } from '../draft/front-matter.ts'
import type { Localized } from '../rules/rule.ts'
import { askName } from '../rules/titles.ts'
import type { Candidate, Rest } from './candidates.ts'
import type { NextStep } from './next-steps.ts'
import type { PastAsk } from './people.ts'
import type { AskEntry, AskStatus, FavorEntry } from './schema.ts'
import type { Standing } from './standing.ts'

/*
 * What is said to a person about the history, in the language of the editor: facts, no scores, and no guess at anybody's
 * gender.
 */

/** "3 days ago", "yesterday", "today". */
export function ago(days: number, locale: Language): string {
  if (days === 0) return { en: 'today', de: 'heute' }[locale]
  if (days === 1) return { en: 'yesterday', de: 'gestern' }[locale]
  return { en: `${days} days ago`, de: `vor ${days} Tagen` }[locale]
}

/** "14 Nov 2026", "14. Nov. 2026"; the year is left out where it is that of `today`. */
export const sayDay = (day: Day, locale: Language, today?: Day): string => format(day, locale, {
  day: 'numeric', month: 'short', ...(today?.slice(0, 4) === day.slice(0, 4) ? {} : { year: 'numeric' }),
})

/** "June", "June 2025" where the year is not that of `today`. */
export const sayMonth = (day: Day, locale: Language, today?: Day): string => format(day, locale, {
  month: 'long', ...(today?.slice(0, 4) === day.slice(0, 4) ? {} : { year: 'numeric' }),
})

const format = (day: Day, locale: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat({ en: 'en-GB', de: 'de-DE' }[locale], { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

const statuses: Record<Language, Record<AskStatus, string>> = {
  en: { open: 'open', granted: 'granted', declined: 'declined', withdrawn: 'withdrawn' },
  de: { open: 'offen', granted: 'erfüllt', declined: 'abgelehnt', withdrawn: 'zurückgezogen' },
}

/** What the state of an ask is called. */
export const statusName = (locale: Language, status: AskStatus): string => statuses[locale][status]

const times = (count: number, locale: Language): string =>
  ({ en: ['never', 'once', 'twice'], de: ['nie', 'einmal', 'zweimal'] })[locale][count] ?? { en: `${count} times`, de: `${count}-mal` }[locale]

/** An ask and what became of it: "an introduction, granted, not yet thanked". */
export function sayAsk({ ask, status, thanked }: AskEntry, locale: Language): string {
  const thanks = { en: thanked === null ? 'not yet thanked' : 'thanked', de: thanked === null ? 'noch ohne Dank' : 'bedankt' }[locale]
  return [askName(locale, ask), statusName(locale, status), ...(status === 'granted' ? [thanks] : [])].join(', ')
}

/** How things stand with a friend, on one line: "Maria: asked twice in 60 days, last 9 days ago (…); you helped once". */
export function sayStanding(standing: Standing, locale: Language, today: Day): string {
  const { name, recent, recentDays, last, favors, restsUntil } = standing
  const asked = last === undefined
    ? { en: 'never asked', de: 'nie gebeten' }[locale]
    : recent.length === 0
      ? `${{ en: 'not asked since', de: 'nicht gebeten seit' }[locale]} ${sayMonth(last.entry.date, locale, today)} (${sayAsk(last.entry, locale)})`
      : { en: `asked ${times(recent.length, 'en')} in ${recentDays} days, last ${sayPast(last, 'en')}`, de: `${times(recent.length, 'de')} gebeten in ${recentDays} Tagen, zuletzt ${sayPast(last, 'de')}` }[locale]
  const helped = favors.length === 0 ? [] : [{ en: `you helped ${times(favors.length, 'en')}`, de: `du hast ${times(favors.length, 'de')} geholfen` }[locale]]
  const rests = restsUntil === undefined ? [] : [{ en: `rests until ${sayDay(restsUntil, 'en', today)}`, de: `hat Ruhe bis ${sayDay(restsUntil, 'de', today)}` }[locale]]
  return `${name}: ${[asked, ...helped, ...rests].join('; ')}`
}

/** How many characters have room above a draft, beside what can be done. */
const BRIEF = 80

/** The same in brief, for where there is little room: what matters most first, and as much of it as has room. */
export function sayStandingBriefly({ name, recent, recentDays, last, open, unthanked, favors, restsUntil }: Standing, locale: Language, today: Day): string {
  const when = restsUntil === undefined && last ? `, ${{ en: 'last', de: 'zuletzt' }[locale]} ${ago(last.daysAgo, locale)}` : ''
  const parts: Localized[] = [
    ...(restsUntil === undefined ? [] : [{ en: `rests until ${sayDay(restsUntil, 'en', today)}`, de: `hat Ruhe bis ${sayDay(restsUntil, 'de', today)}` }]),
    last === undefined ? { en: 'never asked', de: 'nie gebeten' }
      : recent.length === 0 ? { en: `not asked since ${sayMonth(last.entry.date, 'en', today)}`, de: `nicht gebeten seit ${sayMonth(last.entry.date, 'de', today)}` }
        : { en: `asked ${times(recent.length, 'en')} in ${recentDays} days${when}`, de: `${times(recent.length, 'de')} gebeten in ${recentDays} Tagen${when}` },
    ...(unthanked.length === 0 ? [] : [{ en: 'not yet thanked', de: 'noch ohne Dank' }]),
    ...(open.length === 0 ? [] : [{ en: open.length === 1 ? 'one open ask' : `${open.length} open asks`, de: open.length === 1 ? 'eine offene Bitte' : `${open.length} offene Bitten` }]),
    ...(favors.length === 0 ? [] : [{ en: `you helped ${times(favors.length, 'en')}`, de: `du hast ${times(favors.length, 'de')} geholfen` }]),
  ]
  const [first, ...others] = parts.map((part) => part[locale])
  let line = `${name}: ${first ?? ''}`
  for (const part of others) {
    if (line.length + 2 + part.length > BRIEF) break
    line += `; ${part}`
  }
  return line
}

const sayPast = ({ entry, daysAgo }: PastAsk, locale: Language): string => `${ago(daysAgo, locale)} (${sayAsk(entry, locale)})`

/** What is to be done next, on one line. */
export function sayStep(step: NextStep, locale: Language, today: Day): string {
  const { name } = step
  switch (step.kind) {
    case 'follow-up': return {
      en: `Follow up with ${name}, once: you asked for ${askName('en', step.entry.ask)} on ${sayDay(step.entry.date, 'en', today)}`,
      de: `Bei ${name} nachfragen, einmal: am ${sayDay(step.entry.date, 'de', today)} um ${askName('de', step.entry.ask)} gebeten`,
    }[locale]
    case 'answer': return {
      en: `Record how ${name} answered, or let it go: you asked for ${askName('en', step.entry.ask)} on ${sayDay(step.entry.date, 'en', today)}`,
      de: `Antwort von ${name} festhalten oder die Sache ruhen lassen: am ${sayDay(step.entry.date, 'de', today)} um ${askName('de', step.entry.ask)} gebeten`,
    }[locale]
    case 'thank': return {
      en: `Thank ${name} for ${askName('en', step.entry.ask)}, by ${sayDay(step.due, 'en', today)}`,
      de: `${name} danken für ${askName('de', step.entry.ask)}, bis ${sayDay(step.due, 'de', today)}`,
    }[locale]
    case 'report': return {
      en: `Tell ${name} how it ended: ${askName('en', step.entry.ask)}, asked on ${sayDay(step.entry.date, 'en', today)}`,
      de: `${name} erzählen, wie es ausging: ${askName('de', step.entry.ask)}, gebeten am ${sayDay(step.entry.date, 'de', today)}`,
    }[locale]
    case 'give-back': return {
      en: `Give ${name} something back: asked ${times(step.asks, 'en')} in a year, helped ${times(step.favors, 'en')}`,
      de: `${name} etwas zurückgeben: in einem Jahr ${times(step.asks, 'de')} gebeten, ${times(step.favors, 'de')} geholfen`,
    }[locale]
  }
}

/** What speaks for asking somebody, fact by fact: "works at Acme", "not asked since June". */
export function sayReasons({ companies, fields, friend, last, favor }: Candidate, locale: Language, today: Day): string[] {
  const { workedTogether } = friend
  return [
    ...(companies.length === 0 ? [] : [{ en: `works or worked at ${companies.join(', ')}`, de: `ist oder war bei ${companies.join(', ')}` }[locale]]),
    ...(fields.length === 0 ? [] : [{ en: `knows about ${fields.join(', ')}`, de: `kennt sich aus mit ${fields.join(', ')}` }[locale]]),
    ...(!workedTogether ? [] : [`${{ en: 'you worked together', de: 'ihr habt zusammengearbeitet' }[locale]}${typeof workedTogether === 'string' ? ` (${workedTogether})` : ''}`]),
    sayLast(last, locale, today),
    ...(favor === undefined ? [] : [sayFavor(favor, locale, today)]),
  ]
}

/** When somebody was asked last: "never asked", "last asked 30 days ago", "not asked since June". */
function sayLast(last: PastAsk | undefined, locale: Language, today: Day): string {
  if (!last) return { en: 'never asked', de: 'nie gebeten' }[locale]
  if (last.daysAgo <= 60) return { en: `last asked ${ago(last.daysAgo, 'en')}`, de: `zuletzt gebeten ${ago(last.daysAgo, 'de')}` }[locale]
  return { en: `not asked since ${sayMonth(last.entry.date, 'en', today)}`, de: `nicht gebeten seit ${sayMonth(last.entry.date, 'de', today)}` }[locale]
}

/** What was done for somebody, and when: "you helped in October: reviewed her portfolio". */
export const sayFavor = ({ date, what }: FavorEntry, locale: Language, today: Day): string => ({
  en: `you helped in ${sayMonth(date, 'en', today)}: ${what}`, de: `du hast im ${sayMonth(date, 'de', today)} geholfen: ${what}`,
})[locale]

/** Why somebody is better left alone now. */
export function sayRest(rest: Rest, locale: Language, today: Day): string {
  switch (rest.why) {
    case 'asked-lately': return {
      en: `rests until ${sayDay(rest.until, 'en', today)}: asked for ${askName('en', rest.last.ask)} on ${sayDay(rest.last.date, 'en', today)}`,
      de: `hat Ruhe bis ${sayDay(rest.until, 'de', today)}: am ${sayDay(rest.last.date, 'de', today)} um ${askName('de', rest.last.ask)} gebeten`,
    }[locale]
    case 'open': return {
      en: `has an open ask: ${askName('en', rest.entry.ask)}, asked on ${sayDay(rest.entry.date, 'en', today)}`,
      de: `hat noch eine offene Bitte: ${askName('de', rest.entry.ask)}, gebeten am ${sayDay(rest.entry.date, 'de', today)}`,
    }[locale]
    case 'declined': return {
      en: `declined ${askName('en', rest.entry.ask)} (asked on ${sayDay(rest.entry.date, 'en', today)})`,
      de: `hat ${askName('de', rest.entry.ask)} abgelehnt (gebeten am ${sayDay(rest.entry.date, 'de', today)})`,
    }[locale]
  }
}
