import { insertBeforeClosing, placeOfMissing } from '../insert.ts'
import type { Rule } from '../rule.ts'
import { insertion } from '../titles.ts'

export const noOffer: Rule = {
  id: 'return/no-offer',
  severity: 'hint',
  summary: {
    en: 'No offer, or sign of willingness, to help the friend in turn.',
    de: 'Kein Angebot und kein Zeichen, auch umgekehrt zu helfen.',
  },
  reason: {
    en: 'Friendship is no one-way street. It need not be of equal worth; it shows that you think of them too.',
    de: 'Freundschaft ist keine Einbahnstraße. Es muss nicht gleich viel wert sein; es zeigt, dass du auch an die andere Seite denkst.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hi Ann, would you look over my CV? It is attached. If you would rather not, just say so. Thanks a lot!',
      good: 'Hi Ann, would you look over my CV? It is attached. If you would rather not, just say so. I can take your dog for the weekend in return.',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hallo Ann, würdest du über meinen Lebenslauf schauen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Vielen Dank!',
      good: 'Hallo Ann, würdest du über meinen Lebenslauf schauen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Dafür nehme ich gern am Wochenende deinen Hund.',
    },
  ],
  check({ draft, reading, words, locale }) {
    if (reading.sentences.length === 0 || reading.find('offer')) return undefined
    return {
      at: placeOfMissing(draft, reading),
      message: {
        en: 'There is no offer to help in turn. It need not be big; it shows that this is no one-way street.',
        de: 'Es fehlt ein Angebot, auch umgekehrt zu helfen. Es muss nicht groß sein; es zeigt, dass das keine Einbahnstraße ist.',
      }[locale],
      fixes: words.offers.map((sentence, index) => ({
        title: insertion(locale, sentence), edits: [insertBeforeClosing(draft, reading, sentence)], preferred: index === 0,
      })),
    }
  },
}
