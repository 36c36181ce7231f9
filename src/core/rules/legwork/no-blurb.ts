import { blurbOf } from '../../language/facts.ts'
import { insertBeforeClosing, placeOfMissing } from '../insert.ts'
import type { Rule } from '../rule.ts'

/** Two sentences or about 25 words (labelling guide). */
const SENTENCES = 2
const WORDS = 20

export const noBlurb: Rule = {
  id: 'legwork/no-blurb',
  severity: 'warning',
  summary: {
    en: 'An introduction is asked for, and there is no paragraph about you that the friend could forward.',
    de: 'Es geht um eine Vorstellung, aber es fehlt ein Absatz über dich, der sich weiterleiten lässt.',
  },
  reason: {
    en: 'Whoever introduces you has to say who you are and why it is worth the other\'s time. Write that paragraph yourself; your friend should only have to paste it.',
    de: 'Wer dich vorstellt, muss sagen, wer du bist und warum es sich lohnt. Schreib diesen Absatz selbst; deine Freundin oder dein Freund soll ihn nur noch einfügen müssen.',
  },
  examples: [
    {
      lang: 'en', ask: 'introduction', matter: 'channel: chat',
      bad: 'Hi Ned, would you introduce me to Hana Sato at Kessel & Ward? If you would rather not, just write "not this time". I can lend you the van for the move.',
      good: 'Hi Ned, would you introduce me to Hana Sato at Kessel & Ward? If you would rather not, just write "not this time". I can lend you the van for the move.\n\nTo forward:\n\n> Ruth Marr is an architect who has built schools in timber for ten years. She would like to ask Hana Sato how her team detailed the gym roof in Erding.',
    },
    {
      lang: 'de', ask: 'introduction', matter: 'channel: chat',
      bad: 'Hallo Ned, würdest du mich Hana Sato bei Kessel & Ward vorstellen? Wenn du lieber nicht magst, schreib einfach „diesmal nicht“. Ich leihe dir für den Umzug den Transporter.',
      good: 'Hallo Ned, würdest du mich Hana Sato bei Kessel & Ward vorstellen? Wenn du lieber nicht magst, schreib einfach „diesmal nicht“. Ich leihe dir für den Umzug den Transporter.\n\nZum Weiterleiten:\n\n> Ruth Marr ist Architektin und baut seit zehn Jahren Schulen aus Holz. Sie möchte Hana Sato fragen, wie ihr Team das Hallendach in Erding gelöst hat.',
    },
  ],
  check({ draft, reading, ask, workspace, words, locale }) {
    if (ask !== 'introduction') return undefined
    const blurb = blurbOf(reading)
    if (blurb.sentences >= SENTENCES && blurb.words >= 14) return undefined
    if (blurb.words >= WORDS) return undefined
    const { me } = workspace
    const own = me.blurb?.[draft.language]?.trim()
    const paragraph = own ? `> ${own.replace(/\n/g, '\n> ')}` : words.blurbScaffold(me.name)
    return {
      at: placeOfMissing(draft, reading),
      message: {
        en: 'There is no paragraph about you that could be forwarded as it stands. Your friend would have to write it; write it for them.',
        de: 'Es fehlt ein Absatz über dich, der sich so weiterleiten lässt. Den müsste sonst deine Freundin oder dein Freund schreiben; nimm diese Arbeit ab.',
      }[locale],
      fixes: [{
        title: own
          ? { en: 'Insert your paragraph from askwell.json', de: 'Deinen Absatz aus askwell.json einfügen' }[locale]
          : { en: 'Insert a paragraph to fill in', de: 'Einen Absatz zum Ausfüllen einfügen' }[locale],
        edits: [insertBeforeClosing(draft, reading, `${words.blurbLead}\n\n${paragraph}`)],
        preferred: true,
      }],
    }
  },
}
