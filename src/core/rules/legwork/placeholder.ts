import { slotsIn } from '../../language/slots.ts'
import type { Rule } from '../rule.ts'
import { slotsInProse } from '../slots.ts'

export const placeholder: Rule = {
  id: 'legwork/placeholder',
  severity: 'error',
  summary: {
    en: 'A slot of a template is still unfilled.',
    de: 'Ein Platzhalter einer Vorlage ist noch leer.',
  },
  reason: {
    en: 'A forgotten "[Company]" shows that the message came from a mould, and a friend deserves better.',
    de: 'Ein vergessenes „[Firma]“ verrät die Vorlage, und Freunde haben Besseres verdient.',
  },
  examples: [
    {
      lang: 'en', ask: 'job-lead', matter: 'channel: chat',
      bad: 'Hi Beatrix, would you tell me if you hear of an opening as a lab technician at [Company]? If nothing comes to mind, no need to reply. I can cover your Saturday shift.',
      good: 'Hi Beatrix, would you tell me if you hear of an opening as a lab technician at Corvex? If nothing comes to mind, no need to reply. I can cover your Saturday shift.',
    },
    {
      lang: 'de', ask: 'job-lead', matter: 'channel: chat',
      bad: 'Hallo Beatrix, sagst du mir Bescheid, wenn du von einer Stelle als Laborantin bei [Firma] hörst? Wenn dir nichts einfällt, musst du gar nicht antworten. Ich übernehme gern deinen Samstagsdienst.',
      good: 'Hallo Beatrix, sagst du mir Bescheid, wenn du von einer Stelle als Laborantin bei Corvex hörst? Wenn dir nichts einfällt, musst du gar nicht antworten. Ich übernehme gern deinen Samstagsdienst.',
    },
  ],
  check({ draft, locale }) {
    const { subject, friend, target } = draft.frontMatter.places
    const inMatter = [friend, subject, target].flatMap((place) => (place ? slotsIn(draft.text, place.value) : []))
    const slots = [...inMatter, ...slotsInProse(draft)]
    const first = slots[0]
    if (!first) return undefined
    const more = slots.length - 1
    return {
      at: first,
      message: {
        en: `“${draft.text.slice(first.start, first.end)}” is still to be filled in${more > 0 ? `, and ${more} more` : ''}.`,
        de: `„${draft.text.slice(first.start, first.end)}“ ist noch auszufüllen${more > 0 ? `, und ${more} weitere` : ''}.`,
      }[locale],
      fixes: [],
    }
  },
}
