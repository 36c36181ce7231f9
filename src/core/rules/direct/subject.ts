import { setFrontMatter } from '../insert.ts'
import type { Rule } from '../rule.ts'
import { replacement } from '../titles.ts'

export const subject: Rule = {
  id: 'direct/subject',
  severity: 'information',
  summary: {
    en: 'The subject of the e-mail is missing or tells nothing about the ask.',
    de: 'Der Betreff der E-Mail fehlt oder sagt nichts über die Bitte.',
  },
  reason: {
    en: 'A subject that says what is wanted lets the friend decide when to read it, and find it again.',
    de: 'Ein Betreff, der sagt, worum es geht, lässt entscheiden, wann man ihn öffnet, und hilft beim Wiederfinden.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'subject: Quick question',
      bad: 'Hi Lou,\n\nwould you read through my CV? It is attached. If you would rather not, just tell me. I can cat-sit at Easter in return.\n\nBest, Kim',
      good: 'Hi Lou,\n\nwould you read through my CV? It is attached. If you would rather not, just tell me. I can cat-sit at Easter in return.\n\nBest, Kim',
      goodMatter: 'subject: Would you look over my CV?',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'subject: Kurze Frage',
      bad: 'Hallo Lou,\n\nwürdest du meinen Lebenslauf durchlesen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Dafür hüte ich an Ostern deine Katze.\n\nLiebe Grüße\nKim',
      good: 'Hallo Lou,\n\nwürdest du meinen Lebenslauf durchlesen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Dafür hüte ich an Ostern deine Katze.\n\nLiebe Grüße\nKim',
      goodMatter: 'subject: Schaust du über meinen Lebenslauf?',
    },
  ],
  check({ draft, reading, ask, words, locale }) {
    const { values, places, block } = draft.frontMatter
    if ((values.channel ?? 'email') !== 'email' || !block) return undefined
    if (reading.subject && reading.strength(reading.subject, 'telling') >= 1) return undefined
    const proposals = words.subject(ask ?? 'other', values.target)
    const place = places.subject
    return {
      at: place ? (place.value.end > place.value.start ? place.value : place.key) : places.ask?.key ?? { start: block.start, end: block.start + 3 },
      message: reading.subject
        ? {
          en: 'This subject says nothing about what you want. Name the ask, so that your friend can choose when to read it.',
          de: 'Dieser Betreff sagt nichts darüber, was du möchtest. Nenn die Bitte, damit man entscheiden kann, wann man sie liest.',
        }[locale]
        : {
          en: 'This e-mail has no subject. Name the ask there, so that your friend can choose when to read it.',
          de: 'Diese E-Mail hat keinen Betreff. Nenn darin die Bitte, damit man entscheiden kann, wann man sie liest.',
        }[locale],
      fixes: proposals.flatMap((proposal, index) => {
        const edit = setFrontMatter(draft, 'subject', proposal)
        return edit ? [{ title: replacement(locale, proposal), edits: [edit], preferred: index === 0 }] : []
      }),
    }
  },
}
