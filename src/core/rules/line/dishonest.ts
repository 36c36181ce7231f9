import { phraseOf } from '../../language/phrase.ts'
import { surest } from '../../language/reading.ts'
import { removeAll } from '../insert.ts'
import { crossings, isUnsure } from './crossings.ts'
import type { Rule } from '../rule.ts'
import { removal, replacement } from '../titles.ts'

export const dishonest: Rule = {
  id: 'line/dishonest',
  severity: 'error',
  summary: {
    en: 'The friend is asked to say, write, back or hide something untrue.',
    de: 'Jemand soll etwas Unwahres sagen, schreiben, stützen oder verschweigen.',
  },
  reason: {
    en: 'Never ask a friend to bend the truth. They would have to choose between you and their good name.',
    de: 'Bitte nie darum, die Wahrheit zu verbiegen. Sonst steht die Wahl zwischen dir und dem eigenen guten Namen.',
  },
  examples: [
    {
      lang: 'en', ask: 'referral', matter: 'channel: chat\nattachments: [cv.pdf]',
      bad: 'Hi Uli, would you refer me for Data Steward II at Pellworm Analytics (job no. 7719)? My CV is attached. When HR asks how you know me, just say that we were colleagues. If you would rather not, tell me. The shuttlecocks are my treat this season.',
      good: 'Hi Uli, would you refer me for Data Steward II at Pellworm Analytics (job no. 7719)? My CV is attached. You may tell HR that we know each other from badminton, as we do. If you would rather not, tell me. The shuttlecocks are my treat this season.',
    },
    {
      lang: 'de', ask: 'referral', matter: 'channel: chat\nattachments: [cv.pdf]',
      bad: 'Hallo Uli, würdest du mich für die Stelle „Data Steward II“ bei Pellworm Analytics empfehlen (Kennziffer 7719)? Mein Lebenslauf hängt an. Sag denen einfach, wir hätten zusammen gearbeitet. Wenn du lieber nicht magst, sag es mir. Die Federbälle gehen diese Saison auf mich.',
      good: 'Hallo Uli, würdest du mich für die Stelle „Data Steward II“ bei Pellworm Analytics empfehlen (Kennziffer 7719)? Mein Lebenslauf hängt an. Dass wir uns vom Badminton kennen, kannst du ruhig sagen. Wenn du lieber nicht magst, sag es mir. Die Federbälle gehen diese Saison auf mich.',
    },
  ],
  check({ draft, reading, words, locale }) {
    const sentences = crossings(draft, reading, 'dishonest')
    const sentence = surest(sentences, 'dishonest')
    if (!sentence) return undefined
    return {
      at: phraseOf(draft, sentence, 'dishonest'),
      unsure: isUnsure(reading, sentence, 'dishonest'),
      message: {
        en: 'This asks your friend to back something that isn\'t true. Leave it out; ask for what they can say with a clear conscience.',
        de: 'Damit soll jemand für etwas geradestehen, das nicht stimmt. Lass es weg; bitte um das, was man guten Gewissens sagen kann.',
      }[locale],
      fixes: [
        { title: removal(locale, draft, sentences), edits: removeAll(draft, sentences) },
        { title: replacement(locale, words.honest), edits: removeAll(draft, sentences, { of: sentence.at, text: words.honest }) },
      ],
    }
  },
}
