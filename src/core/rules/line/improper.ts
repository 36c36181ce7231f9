import { phraseOf } from '../../language/phrase.ts'
import { surest } from '../../language/reading.ts'
import { removeAll } from '../insert.ts'
import { crossings, isUnsure } from './crossings.ts'
import type { Rule } from '../rule.ts'
import { removal, replacement } from '../titles.ts'

export const improper: Rule = {
  id: 'line/improper',
  severity: 'warning',
  summary: {
    en: 'The friend is asked to break their employer\'s rules or trust.',
    de: 'Jemand soll Regeln oder Vertrauen des eigenen Arbeitgebers verletzen.',
  },
  reason: {
    en: 'Interview questions, salary lists, confidential plans, a way around the process: what is small for you can cost your friend the job.',
    de: 'Interviewfragen, Gehaltslisten, vertrauliche Pläne, ein Weg am Verfahren vorbei: Was für dich klein ist, kann die andere Seite die Stelle kosten.',
  },
  examples: [
    {
      lang: 'en', ask: 'advice', matter: 'channel: chat',
      bad: 'Hi Kel, I would like your advice on two points: should I name a number first, and should I counter by phone or in writing? And please send me the internal salary list from HR, nobody will know. If you would rather not answer, just say so. I will mow your lawn.',
      good: 'Hi Kel, I would like your advice on two points: should I name a number first, and should I counter by phone or in writing? If you would rather not answer, just say so. I will mow your lawn.',
    },
    {
      lang: 'de', ask: 'advice', matter: 'channel: chat',
      bad: 'Hallo Kel, ich hätte gern deinen Rat zu zwei Punkten: Soll ich zuerst eine Zahl nennen, und soll ich am Telefon oder schriftlich verhandeln? Und schick mir bitte die interne Gehaltsliste aus der Personalabteilung, das merkt keiner. Wenn du lieber nicht magst, sag es einfach. Ich mähe dir den Rasen.',
      good: 'Hallo Kel, ich hätte gern deinen Rat zu zwei Punkten: Soll ich zuerst eine Zahl nennen, und soll ich am Telefon oder schriftlich verhandeln? Wenn du lieber nicht magst, sag es einfach. Ich mähe dir den Rasen.',
    },
  ],
  check({ draft, reading, words, locale }) {
    const sentences = crossings(draft, reading, 'improper')
    const sentence = surest(sentences, 'improper')
    if (!sentence) return undefined
    return {
      at: phraseOf(draft, sentence, 'improper'),
      unsure: isUnsure(reading, sentence, 'improper'),
      message: {
        en: 'This asks your friend to break a rule or a trust at work. It may cost them more than it brings you; leave it out.',
        de: 'Damit müsste jemand bei der Arbeit eine Regel oder ein Vertrauen brechen. Das kann mehr kosten, als es dir bringt; lass es weg.',
      }[locale],
      fixes: [
        { title: removal(locale, draft, sentences), edits: removeAll(draft, sentences) },
        { title: replacement(locale, words.proper), edits: removeAll(draft, sentences, { of: sentence.at, text: words.proper }) },
      ],
    }
  },
}
