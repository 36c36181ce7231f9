import { phraseOf } from '../../language/phrase.ts'
import { surest } from '../../language/reading.ts'
import { replace } from '../../text.ts'
import { removeAll } from '../insert.ts'
import { crossings } from './crossings.ts'
import type { Fix, Rule } from '../rule.ts'
import { removal, replacement } from '../titles.ts'

export const pressure: Rule = {
  id: 'line/pressure',
  severity: 'warning',
  summary: {
    en: 'Urgency, obligation or guilt is put on the friend.',
    de: 'Es wird gedrängt, verpflichtet oder ein schlechtes Gewissen gemacht.',
  },
  reason: {
    en: 'A favour granted under pressure is not a favour. A deadline can be told as a fact, with room to decline.',
    de: 'Ein Gefallen unter Druck ist keiner. Eine Frist lässt sich als Tatsache nennen, mit Platz für ein Nein.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hi Ann, would you look over my CV? It is attached. You are my last hope, so please don\'t let me down. If you would rather not, tell me. I will bake you a cake.',
      good: 'Hi Ann, would you look over my CV? It is attached. Applications close on Friday. If you would rather not, tell me. I will bake you a cake.',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hallo Ann, würdest du über meinen Lebenslauf schauen? Er hängt an. Du bist meine letzte Hoffnung, lass mich bitte nicht hängen. Wenn du lieber nicht magst, sag es mir. Ich backe dir einen Kuchen.',
      good: 'Hallo Ann, würdest du über meinen Lebenslauf schauen? Er hängt an. Abgabe ist am Freitag. Wenn du lieber nicht magst, sag es mir. Ich backe dir einen Kuchen.',
    },
  ],
  check({ draft, reading, words, locale }) {
    const sentences = crossings(draft, reading, 'pressure')
    const sentence = surest(sentences, 'pressure')
    if (!sentence) return undefined
    const phrase = phraseOf(draft, sentence, 'pressure')
    const asksToo = reading.asks.some((ask) => sentences.includes(ask.sentence))
    // A sentence that also asks is not thrown away; it is softened by what follows it.
    const cut: Fix[] = asksToo
      ? [{ title: { en: `Add “${words.softer}”`, de: `Anfügen: „${words.softer}“` }[locale], edits: [replace({ start: sentence.at.end, end: sentence.at.end }, ` ${words.softer}`)] }]
      : [
        { title: removal(locale, draft, sentences), edits: removeAll(draft, sentences) },
        { title: replacement(locale, words.softer), edits: removeAll(draft, sentences, { of: sentence.at, text: words.softer }) },
      ]
    return {
      at: phrase,
      message: {
        en: 'This puts your friend under pressure. A deadline can be named as a fact; urgency, debts and guilt are better left out.',
        de: 'Das setzt unter Druck. Eine Frist lässt sich als Tatsache nennen; Drängen, Schulden und schlechtes Gewissen bleiben besser weg.',
      }[locale],
      fixes: cut,
    }
  },
}
