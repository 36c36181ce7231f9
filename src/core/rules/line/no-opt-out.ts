import type { Reading } from '../../language/reading.ts'
import type { Signal } from '../../language/signals.ts'
import { insertBeforeClosing, placeOfMissing } from '../insert.ts'
import type { Rule } from '../rule.ts'
import { insertion } from '../titles.ts'

/** How clearly a way out must be read: a mere "if" is none. */
const CLEARLY = 1.05

/** What only sounds like a way out: "so really there is no excuse" presses, "nothing that isn't so" tells what to mention. */
const RATHER: readonly Signal[] = ['pressure', 'dishonest', 'improper', 'fact']

/** Whether some sentence makes it easy to say no. */
const isFreeToDecline = (reading: Reading): boolean =>
  reading.text.some((sentence) => reading.strength(sentence, 'optout') >= CLEARLY && reading.does(sentence, 'optout', RATHER))

export const noOptOut: Rule = {
  id: 'line/no-opt-out',
  severity: 'warning',
  summary: {
    en: 'Nothing makes it easy to say no.',
    de: 'Nichts macht ein Nein leicht.',
  },
  reason: {
    en: 'People find it harder to refuse than those who ask expect. Being told that a no is fine helps a little; being handed the words for it helps most. You owe your friend that, whether or not it makes a yes likelier.',
    de: 'Ablehnen fällt schwerer, als Bittende meinen. Die Erlaubnis zum Nein hilft ein wenig; die Worte dafür helfen am meisten. Das bist du schuldig, ob es ein Ja wahrscheinlicher macht oder nicht.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hi Ann, would you look over my CV? It is attached. I will bake you a cake. Let me know when you are done.',
      good: 'Hi Ann, would you look over my CV? It is attached. I will bake you a cake. If you would rather not, just write "not this time".',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hallo Ann, würdest du über meinen Lebenslauf schauen? Er hängt an. Ich backe dir einen Kuchen. Vielen Dank im Voraus!',
      good: 'Hallo Ann, würdest du über meinen Lebenslauf schauen? Er hängt an. Ich backe dir einen Kuchen. Wenn du lieber nicht magst, schreib einfach „diesmal nicht“.',
    },
  ],
  check({ draft, reading, words, locale }) {
    if (reading.sentences.length === 0 || isFreeToDecline(reading)) return undefined
    return {
      at: placeOfMissing(draft, reading),
      message: {
        en: 'Nothing here makes it easy to say no, and saying no to a friend is harder than it looks. Hand over the words for it.',
        de: 'Nichts macht hier ein Nein leicht, und unter Freunden fällt es schwerer, als man meint. Gib die Worte dafür gleich mit.',
      }[locale],
      fixes: words.waysOut.map((sentence, index) => ({
        title: insertion(locale, sentence), edits: [insertBeforeClosing(draft, reading, sentence)], preferred: index === 0,
      })),
    }
  },
}
