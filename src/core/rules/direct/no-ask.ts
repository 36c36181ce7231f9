import { layoutOf } from '../../language/layout.ts'
import { insertAfterGreeting, placeOfMissing } from '../insert.ts'
import type { Rule } from '../rule.ts'
import { insertion } from '../titles.ts'

export const noAsk: Rule = {
  id: 'direct/no-ask',
  severity: 'warning',
  summary: {
    en: 'The message never says what professional help is wanted.',
    de: 'Die Nachricht sagt nirgends, welche berufliche Hilfe gewünscht ist.',
  },
  reason: {
    en: 'A drink among friends that turns out to be a networking meeting leaves the friend feeling used. Say in writing what you want to talk about, and they can look forward to it, or decline.',
    de: 'Ein Bier unter Freunden, das sich als Karrieregespräch entpuppt, hinterlässt das Gefühl, benutzt worden zu sein. Sag schriftlich, worum es geht: Dann kann man sich darauf einstellen oder ablehnen.',
  },
  examples: [
    {
      lang: 'en', ask: 'job-lead', matter: 'channel: chat',
      bad: 'Hey Rob, drinks on Thursday at the Crown? First round is on me, and no worries if you are busy.',
      good: 'Hey Rob, have you heard of any openings for a site manager around Leeds? I would love to ask you over drinks on Thursday at seven, first round is on me. No worries if you would rather just have the drink.',
    },
    {
      lang: 'de', ask: 'job-lead', matter: 'channel: chat',
      bad: 'Hallo Jana, trinken wir am Freitag einen Glühwein? Die erste Runde geht auf mich. Wenn du lieber nicht magst, ist das völlig in Ordnung.',
      good: 'Hallo Jana, hast du von einer freien Stelle als Erzieherin in Mainz gehört? Am Freitag um sechs lade ich dich auf einen Glühwein ein. Wenn du davon nichts hören magst, trinken wir ihn einfach so.',
    },
  ],
  check({ draft, reading, ask, words, locale }) {
    if (layoutOf(draft, reading).content.length === 0 && reading.sentences.length === 0) return undefined
    if (reading.find('vague', 0.8)) return undefined
    // Who asks for what is not right still says what is wanted.
    if (reading.find('improper') || reading.find('dishonest')) return undefined
    if (reading.asks.length > 0 || reading.all('ask').length > 0) return undefined
    const type = ask ?? 'other'
    return {
      at: reading.find('social')?.at ?? placeOfMissing(draft, reading),
      message: {
        en: 'Nothing here says what help you want. Your friend would come unprepared and feel ambushed; say it, best in the first sentence.',
        de: 'Hier steht nirgends, welche Hilfe du möchtest. Wer unvorbereitet kommt, fühlt sich überrumpelt; sag es, am besten im ersten Satz.',
      }[locale],
      fixes: words.ask(type, draft.frontMatter.values.target).map((sentence, index) => ({
        title: insertion(locale, sentence),
        edits: [insertAfterGreeting(draft, reading, sentence)],
        preferred: index === 0,
      })),
    }
  },
}
