import { DEFAULT_DAYS } from '../../history/windows.ts'
import type { Rule } from '../rule.ts'
import { askName } from '../titles.ts'
import { acknowledges, ago, askSomebodyElse, friendPlace } from './history.ts'

/** Half a year (the contract). */
const DAYS = DEFAULT_DAYS['choose/declined']

export const declined: Rule = {
  id: 'choose/declined',
  severity: 'warning',
  days: DAYS,
  summary: {
    en: 'The friend declined the same kind of ask within the last half year.',
    de: 'Dieselbe Art von Bitte wurde von dieser Person im letzten halben Jahr abgelehnt.',
  },
  reason: {
    en: 'A friend\'s no is respected. Asking for the same thing again tells them that it was not heard.',
    de: 'Ein Nein unter Freunden gilt. Wer um dasselbe noch einmal bittet, sagt damit, dass er es nicht gehört hat.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat',
      workspace: '{ "version": 1, "asks": [{ "id": "1", "friend": "Maria", "ask": "resume-review", "date": "2026-08-01", "status": "declined", "answered": "2026-08-02", "thanked": null, "reported": null, "outcome": "" }] }',
      bad: 'Hi Maria, would you read through my CV? It is attached. If you would rather not, just tell me. I will bring you a crate of apples.',
      good: 'Hi Sam, would you read through my CV? It is attached. If you would rather not, just tell me. I will bring you a crate of apples.',
      goodFriend: 'Sam',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      workspace: '{ "version": 1, "asks": [{ "id": "1", "friend": "Maria", "ask": "resume-review", "date": "2026-08-01", "status": "declined", "answered": "2026-08-02", "thanked": null, "reported": null, "outcome": "" }] }',
      bad: 'Hallo Maria, würdest du meinen Lebenslauf durchlesen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich bringe dir eine Kiste Äpfel vorbei.',
      good: 'Hallo Sam, würdest du meinen Lebenslauf durchlesen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich bringe dir eine Kiste Äpfel vorbei.',
      goodFriend: 'Sam',
    },
  ],
  check(context) {
    const { draft, reading, ask, past, options, locale } = context
    const refused = past.find(({ entry, daysAgo }) => entry.status === 'declined' && entry.ask === ask && daysAgo <= (options.days ?? DAYS))
    if (!refused) return undefined
    const { entry, daysAgo } = refused
    return {
      at: friendPlace(draft),
      message: {
        en: `${entry.friend} declined ${askName('en', entry.ask)} (asked ${ago(daysAgo, 'en')}). A no is an answer; ask somebody else.`,
        de: `${entry.friend} hat ${askName('de', entry.ask)} abgelehnt (gebeten ${ago(daysAgo, 'de')}). Ein Nein ist eine Antwort; frag jemand anderen.`,
      }[locale],
      unsure: acknowledges(reading),
      fixes: askSomebodyElse(context),
    }
  },
}
