import { DEFAULT_DAYS } from '../../history/windows.ts'
import { insertAfterGreeting } from '../insert.ts'
import type { Rule } from '../rule.ts'
import { insertion } from '../titles.ts'
import { acknowledges, askSomebodyElse, friendPlace } from './history.ts'

/** Two asks within two months (labelling guide). */
const DAYS = DEFAULT_DAYS['choose/acknowledge']
const ASKS = 2

export const acknowledge: Rule = {
  id: 'choose/acknowledge',
  severity: 'warning',
  days: DAYS,
  summary: {
    en: 'The friend was asked often lately, and the text does not say so.',
    de: 'Diese Person wurde in letzter Zeit oft gebeten, und der Text sagt nichts dazu.',
  },
  reason: {
    en: 'If you must ask the same friend again, say that you know how often you have asked and what it means to you. Otherwise they count alone.',
    de: 'Wer dieselbe Person noch einmal bitten muss, sagt, dass er weiß, wie oft er schon gefragt hat, und was ihm das bedeutet. Sonst zählt sie allein.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat',
      workspace: '{ "version": 1, "asks": [{ "id": "2", "friend": "Maria", "ask": "advice", "date": "2026-10-25", "status": "granted", "answered": "2026-10-26", "thanked": "2026-10-27", "reported": null, "outcome": "" }, { "id": "1", "friend": "Maria", "ask": "introduction", "date": "2026-10-01", "status": "granted", "answered": "2026-10-02", "thanked": "2026-10-03", "reported": null, "outcome": "" }] }',
      bad: 'Hi Maria, would you read through my CV? It is attached. If you would rather not, just tell me. I will bring you a crate of apples.',
      good: 'Hi Maria, I know this is the third time this autumn that I come to you. Would you read through my CV? It is attached. If you would rather not, just tell me. I will bring you a crate of apples.',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      workspace: '{ "version": 1, "asks": [{ "id": "2", "friend": "Maria", "ask": "advice", "date": "2026-10-25", "status": "granted", "answered": "2026-10-26", "thanked": "2026-10-27", "reported": null, "outcome": "" }, { "id": "1", "friend": "Maria", "ask": "introduction", "date": "2026-10-01", "status": "granted", "answered": "2026-10-02", "thanked": "2026-10-03", "reported": null, "outcome": "" }] }',
      bad: 'Hallo Maria, würdest du meinen Lebenslauf durchlesen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich bringe dir eine Kiste Äpfel vorbei.',
      good: 'Hallo Maria, ich weiß, das ist in diesem Herbst schon das dritte Mal, dass ich dich um etwas bitte. Würdest du meinen Lebenslauf durchlesen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich bringe dir eine Kiste Äpfel vorbei.',
    },
  ],
  check(context) {
    const { draft, reading, past, options, words, locale } = context
    const days = options.days ?? DAYS
    const recent = past.filter(({ daysAgo }) => daysAgo <= days)
    const newest = recent[0]
    if (!newest || recent.length < ASKS || acknowledges(reading)) return undefined
    return {
      at: friendPlace(draft),
      message: {
        en: `This is your ${recent.length + 1}${['th', 'st', 'nd', 'rd'][recent.length + 1] ?? 'th'} ask to ${newest.entry.friend} within ${days} days. Say that you know how often you have asked, and what it means to you.`,
        de: `Das ist deine ${recent.length + 1}. Bitte an ${newest.entry.friend} innerhalb von ${days} Tagen. Sag, dass du weißt, wie oft du schon gefragt hast und was dir das bedeutet.`,
      }[locale],
      fixes: [
        ...words.acknowledge({ within60: recent.length, newestDaysAgo: newest.daysAgo }).map((sentence, index) => ({
          title: insertion(locale, sentence), edits: [insertAfterGreeting(draft, reading, sentence)], preferred: index === 0,
        })),
        ...askSomebodyElse(context),
      ],
    }
  },
}
