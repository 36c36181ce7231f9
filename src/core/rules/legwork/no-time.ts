import { givesTime } from '../../language/facts.ts'
import type { Signal } from '../../language/signals.ts'
import { insertBeforeClosing } from '../insert.ts'
import type { Rule } from '../rule.ts'
import { insertion } from '../titles.ts'

/** What needs no time: "lunch is on me next time" is an offer, "can I talk you into a recommendation?" asks for something written. */
const RATHER: readonly Signal[] = ['offer', 'recommend', 'refer', 'lead']

export const noTime: Rule = {
  id: 'legwork/no-time',
  severity: 'information',
  summary: {
    en: 'A call or a meeting is asked for, without a length, a time or a booking link.',
    de: 'Es geht um ein Telefonat oder Treffen, ohne Dauer, Zeit oder Buchungslink.',
  },
  reason: {
    en: '"Some time" may mean ten minutes or an evening. A length and a window make it easy to say yes, and easy to say no.',
    de: '„Irgendwann mal“ kann zehn Minuten heißen oder einen Abend. Mit Dauer und Zeitraum fällt ein Ja leicht, und ein Nein auch.',
  },
  examples: [
    {
      lang: 'en', ask: 'other', matter: 'channel: chat',
      bad: 'Hi Noor, could we hop on a call so that I can rehearse my defence talk in front of you? A no is fine. I can proofread your grant text in return.',
      good: 'Hi Noor, could we hop on a call for half an hour next week so that I can rehearse my defence talk in front of you? A no is fine. I can proofread your grant text in return.',
    },
    {
      lang: 'de', ask: 'other', matter: 'channel: chat',
      bad: 'Hallo Noor, können wir telefonieren, damit ich meinen Probevortrag vor dir halten kann? Ein Nein ist in Ordnung. Dafür lese ich deinen Antrag Korrektur.',
      good: 'Hallo Noor, können wir nächste Woche eine halbe Stunde telefonieren, damit ich meinen Probevortrag vor dir halten kann? Ein Nein ist in Ordnung. Dafür lese ich deinen Antrag Korrektur.',
    },
  ],
  check({ draft, reading, words, locale }) {
    const meeting = reading.all('meet').find((sentence) => reading.does(sentence, 'meet', RATHER))
    if (!meeting || givesTime(draft, reading)) return undefined
    return {
      at: meeting.at,
      message: {
        en: 'How long, and when? Without that, your friend has to ask back; propose a length and a window, or give a booking link.',
        de: 'Wie lange und wann? Sonst muss erst nachgefragt werden; schlag Dauer und Zeitraum vor oder gib einen Buchungslink an.',
      }[locale],
      fixes: words.times.map((line, index) => ({
        title: insertion(locale, line), edits: [insertBeforeClosing(draft, reading, line)], preferred: index === 0,
      })),
    }
  },
}
