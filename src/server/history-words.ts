import {
  ago, sayDay, sayMonth, statusName, type AskEntry, type AskType, type Day, type FavorEntry, type Language, type Localized, type Mark, type MarkKind,
  type NextStep, type Standing,
} from '../core/index.ts'

/*
 * What lists and tables say of the history, in the language of the editor: titles and short notes, where `words.ts` of
 * the core has whole sentences.
 */

const askTitles: Record<AskType, Localized> = {
  introduction: { en: 'Introduction', de: 'Vorstellung' },
  'informational-interview': { en: 'Talk about their work', de: 'Gespräch über die Arbeit' },
  advice: { en: 'Advice', de: 'Rat' },
  referral: { en: 'Referral', de: 'Empfehlung für eine Stelle' },
  'resume-review': { en: 'CV review', de: 'Durchsicht des Lebenslaufs' },
  recommendation: { en: 'Public recommendation', de: 'Öffentliche Empfehlung' },
  reference: { en: 'Job reference', de: 'Referenz' },
  'job-lead': { en: 'Job lead', de: 'Hinweis auf Stellen' },
  other: { en: 'Something else', de: 'Etwas anderes' },
}

const markNames: Record<MarkKind, Localized> = {
  asked: { en: 'Asked', de: 'Gebeten' },
  granted: { en: 'Granted', de: 'Erfüllt' },
  declined: { en: 'Declined', de: 'Abgelehnt' },
  withdrawn: { en: 'Withdrawn', de: 'Zurückgezogen' },
  thanked: { en: 'Thanked', de: 'Bedankt' },
  reported: { en: 'Told how it ended', de: 'Ausgang erzählt' },
  favor: { en: 'You helped', de: 'Du hast geholfen' },
}

/** What an ask is called in a list: "Introduction". */
export const askTitle = (ask: AskType, locale: Language): string => askTitles[ask][locale]

/** A favour in a list: what was done, beginning with a capital. */
export const favorTitle = ({ what }: FavorEntry, locale: Language): string =>
  (what.trim() === '' ? { en: 'A favour', de: 'Ein Gefallen' }[locale] : what.charAt(0).toLocaleUpperCase(locale) + what.slice(1))

/** "Granted, 16 Nov 2026". */
export const sayMark = ({ kind, day }: Mark, locale: Language): string => `${markNames[kind][locale]}, ${sayDay(day, locale)}`

/** Up to so many days are counted; beyond, the month says enough. */
const RECENT_DAYS = 60

/** What there is to say of a friend beside the name: rest, an open ask, else when they were asked last. */
export function friendNote({ restsUntil, open: [open], last }: Standing, locale: Language, today: Day): string {
  if (restsUntil !== undefined) return { en: `rests until ${sayDay(restsUntil, 'en', today)}`, de: `hat Ruhe bis ${sayDay(restsUntil, 'de', today)}` }[locale]
  if (open) return { en: `open ask, ${sayDay(open.entry.date, 'en', today)}`, de: `offene Bitte, ${sayDay(open.entry.date, 'de', today)}` }[locale]
  if (!last) return { en: 'never asked', de: 'nie gebeten' }[locale]
  const when = last.daysAgo <= RECENT_DAYS ? ago(last.daysAgo, locale) : `${{ en: 'in', de: 'im' }[locale]} ${sayMonth(last.entry.date, locale, today)}`
  return { en: `asked ${when}`, de: `${when} gebeten` }[locale]
}

/** What became of an ask: "14 Nov, declined"; of one that was granted, how far thanks are: "14 Nov, not yet thanked". */
export function askNote({ date, status, thanked, reported }: AskEntry, locale: Language, today: Day): string {
  const state = status !== 'granted' ? [statusName(locale, status)] : thanked === null
    ? [{ en: 'not yet thanked', de: 'noch ohne Dank' }[locale]]
    : [{ en: 'thanked', de: 'bedankt' }[locale], ...(reported === null ? [] : [{ en: 'told how it ended', de: 'Ausgang erzählt' }[locale]])]
  return [sayDay(date, locale, today), ...state].join(', ')
}

/** When a favour was done: "you helped on 1 Oct". */
export const favorNote = ({ date }: FavorEntry, locale: Language, today: Day): string =>
  ({ en: `you helped on ${sayDay(date, 'en', today)}`, de: `du hast am ${sayDay(date, 'de', today)} geholfen` })[locale]

/** What is to be done, and with whom. */
export function stepTitle({ kind, name }: NextStep, locale: Language): string {
  switch (kind) {
    case 'follow-up': return { en: `Follow up with ${name}`, de: `Bei ${name} nachfragen` }[locale]
    case 'answer': return { en: `Record ${name}’s answer`, de: `Antwort von ${name} festhalten` }[locale]
    case 'thank': return { en: `Thank ${name}`, de: `${name} danken` }[locale]
    case 'report': return { en: `Tell ${name} how it ended`, de: `${name} erzählen, wie es ausging` }[locale]
    case 'give-back': return { en: `Give ${name} something back`, de: `${name} etwas zurückgeben` }[locale]
  }
}

/** What it is about: the ask and its day, or the day by which it is due. */
export function stepNote(step: NextStep, locale: Language, today: Day): string {
  if (step.kind === 'give-back') return { en: `asked ${step.asks} times in a year`, de: `in einem Jahr ${step.asks}-mal gebeten` }[locale]
  const title = askTitle(step.entry.ask, locale)
  if (step.kind !== 'thank') return `${title}, ${sayDay(step.entry.date, locale, today)}`
  return { en: `${title}, due ${sayDay(step.due, 'en', today)}`, de: `${title}, fällig ${sayDay(step.due, 'de', today)}` }[locale]
}

/** The cells of an ask in a table. What does not apply is a dash. */
export function askCells({ status, answered, thanked, reported, outcome }: AskEntry, locale: Language): { answer: string; thanked: string; reported: string } {
  const done = (day: Day | null, isExpected: boolean): string =>
    (day !== null ? sayDay(day, locale) : isExpected ? { en: 'not yet', de: 'noch nicht' }[locale] : '–')
  const answer = [statusName(locale, status), ...(answered === null ? [] : [sayDay(answered, locale)])].join(', ')
  return {
    answer: outcome.trim() === '' ? answer : `${answer}: ${outcome}`,
    thanked: done(thanked, status === 'granted'),
    reported: done(reported, status === 'granted' && thanked !== null),
  }
}
