import type { Rule } from '../rule.ts'
import { remove } from '../insert.ts'
import { askName } from '../titles.ts'
import { favoursOf } from './favours.ts'
import { lineEnding } from '../../text.ts'

export const mixed: Rule = {
  id: 'direct/mixed',
  severity: 'information',
  summary: {
    en: 'Two or more different favours in one message.',
    de: 'Zwei oder mehr verschiedene Bitten in einer Nachricht.',
  },
  reason: {
    en: 'Two favours at once look like a list to work off, and neither can be declined alone. Ask for the one that matters; the other can wait for another day.',
    de: 'Zwei Bitten auf einmal wirken wie eine Liste zum Abarbeiten, und keine lässt sich für sich ablehnen. Bitte um das, was zählt; das andere hat Zeit.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hi Ben, would you read through my CV? It is attached. And could you introduce me to your cousin at the port authority? If you would rather not, just tell me. I can drive you to the airport in return.',
      good: 'Hi Ben, would you read through my CV? It is attached. If you would rather not, just tell me. I can drive you to the airport in return.',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hallo Ben, würdest du meinen Lebenslauf durchlesen? Er hängt an. Und könntest du mich deinem Cousin bei der Hafenbehörde vorstellen? Wenn du lieber nicht magst, sag es einfach. Dafür fahre ich dich zum Flughafen.',
      good: 'Hallo Ben, würdest du meinen Lebenslauf durchlesen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Dafür fahre ich dich zum Flughafen.',
    },
  ],
  check({ draft, reading, ask, locale }) {
    const favours = favoursOf(draft, reading, 1.15)
    const kept = favours.find(({ type }) => type === ask) ?? favours[0]
    const other = favours.find((favour) => favour !== kept)
    if (!kept || !other) return undefined
    const eol = lineEnding(draft.text)
    const { friend } = draft.frontMatter.values
    const moved = draft.text.slice(other.sentence.at.start, other.sentence.at.end)
    return {
      at: other.sentence.at,
      message: {
        en: `This asks for ${askName('en', other.type)} on top of ${askName('en', kept.type)}. Neither can be declined alone; keep one, and leave the other for another day.`,
        de: `Hier kommt zu einer Bitte um ${askName('de', kept.type)} eine um ${askName('de', other.type)} hinzu. Keine lässt sich für sich ablehnen; behalte eine und heb die andere auf.`,
      }[locale],
      fixes: [
        {
          title: { en: 'Keep the other ask; move this one into a new draft for another day', de: 'Die andere Bitte behalten, diese in einen neuen Entwurf für später verschieben' }[locale],
          edits: [remove(draft, other.sentence.at)],
          newFile: {
            name: `${other.type}.ask.md`,
            text: ['---', ...(friend === undefined ? [] : [`friend: ${JSON.stringify(friend)}`]), `ask: ${other.type}`, '---', '', moved, ''].join(eol),
          },
        },
        {
          title: { en: 'Remove this ask', de: 'Diese Bitte entfernen' }[locale],
          edits: [remove(draft, other.sentence.at)],
        },
      ],
    }
  },
}
