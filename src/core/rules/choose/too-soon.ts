import { DEFAULT_DAYS } from '../../history/windows.ts'
import { insertAfterGreeting } from '../insert.ts'
import type { Rule } from '../rule.ts'
import { askName, insertion } from '../titles.ts'
import { acknowledges, ago, askSomebodyElse, friendPlace } from './history.ts'

/** Three weeks (labelling guide). */
const DAYS = DEFAULT_DAYS['choose/too-soon']

export const tooSoon: Rule = {
  id: 'choose/too-soon',
  severity: 'warning',
  days: DAYS,
  summary: {
    en: 'The friend was asked within the last weeks, and the text does not say so.',
    de: 'Die letzte Bitte an diese Person ist nur Wochen her, und der Text sagt nichts dazu.',
  },
  reason: {
    en: 'Favours are spent faster than they grow back. If you asked within the last weeks, hold back or ask somebody else; if it must be this friend, say that you know.',
    de: 'Gefallen sind schneller verbraucht, als sie nachwachsen. Wer in den letzten Wochen schon gebeten hat, wartet lieber oder fragt jemand anderen; wenn es diese Person sein muss, sag, dass du es weißt.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat',
      workspace: '{ "version": 1, "asks": [{ "id": "1", "friend": "Maria", "ask": "advice", "date": "2026-11-14", "status": "granted", "answered": "2026-11-15", "thanked": "2026-11-16", "reported": null, "outcome": "" }] }',
      bad: 'Hi Maria, would you read through my CV? It is attached. If you would rather not, just tell me. I will bring you a crate of apples.',
      good: 'Hi Maria, yes, me again, barely a week after my last request. Would you read through my CV? It is attached. If you would rather not, just tell me. I will bring you a crate of apples.',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      workspace: '{ "version": 1, "asks": [{ "id": "1", "friend": "Maria", "ask": "advice", "date": "2026-11-14", "status": "granted", "answered": "2026-11-15", "thanked": "2026-11-16", "reported": null, "outcome": "" }] }',
      bad: 'Hallo Maria, würdest du meinen Lebenslauf durchlesen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich bringe dir eine Kiste Äpfel vorbei.',
      good: 'Hallo Maria, ja, schon wieder ich, kaum eine Woche nach meiner letzten Bitte. Würdest du meinen Lebenslauf durchlesen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich bringe dir eine Kiste Äpfel vorbei.',
    },
  ],
  check(context) {
    const { draft, reading, past, options, words, locale } = context
    const newest = past[0]
    if (!newest || newest.daysAgo > (options.days ?? DAYS) || acknowledges(reading)) return undefined
    const within60 = past.filter(({ daysAgo }) => daysAgo <= 60).length
    return {
      at: friendPlace(draft),
      message: {
        en: `You asked ${newest.entry.friend} for ${askName('en', newest.entry.ask)} ${ago(newest.daysAgo, 'en')}. That is soon; ask somebody else, wait, or say that you know.`,
        de: `${newest.entry.friend} hast du ${ago(newest.daysAgo, 'de')} um ${askName('de', newest.entry.ask)} gebeten. Das ist nicht lange her; frag jemand anderen, warte, oder sag, dass du es weißt.`,
      }[locale],
      fixes: [
        ...words.acknowledge({ within60, newestDaysAgo: newest.daysAgo }).map((sentence, index) => ({
          title: insertion(locale, sentence), edits: [insertAfterGreeting(draft, reading, sentence)], preferred: index === 0,
        })),
        ...askSomebodyElse(context),
      ],
    }
  },
}
