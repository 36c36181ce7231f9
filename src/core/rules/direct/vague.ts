import { surest } from '../../language/reading.ts'
import { replace } from '../../text.ts'
import { insertAfterGreeting } from '../insert.ts'
import type { Rule } from '../rule.ts'
import { insertion, replacement } from '../titles.ts'

export const vague: Rule = {
  id: 'direct/vague',
  severity: 'warning',
  summary: {
    en: 'A professional purpose is hinted at, but nobody could tell what to do.',
    de: 'Ein berufliches Anliegen ist angedeutet, aber niemand wüsste, was zu tun ist.',
  },
  reason: {
    en: 'A hint leaves the friend to guess how much you want, so they fear the worst. A concrete request is easier to grant, and easier to decline.',
    de: 'Eine Andeutung lässt raten, wie viel du willst, also wird das Schlimmste befürchtet. Eine klare Bitte lässt sich leichter erfüllen und leichter ablehnen.',
  },
  examples: [
    {
      lang: 'en', ask: 'other', goodAsk: 'advice', matter: 'channel: chat',
      bad: 'Hi Tom, I could really use your help with my career. Feel free to say no, and dinner is on me either way.',
      good: 'Hi Tom, I would like your advice on two points: should I take the team lead job at Corvex, and how did you handle leading former peers? A few lines are enough. Feel free to say no, and dinner is on me either way.',
    },
    {
      lang: 'de', ask: 'other', goodAsk: 'advice', matter: 'channel: chat',
      bad: 'Hallo Tom, ich könnte beruflich ein bisschen Unterstützung von dir gebrauchen. Sag ruhig Nein; das Essen geht so oder so auf mich.',
      good: 'Hallo Tom, ich hätte gern deinen Rat zu zwei Fragen: Soll ich die Teamleitung bei Corvex annehmen, und wie bist du damit umgegangen, frühere Kollegen zu führen? Ein paar Zeilen genügen. Sag ruhig Nein; das Essen geht so oder so auf mich.',
    },
  ],
  check({ draft, reading, ask, words, locale }) {
    const hint = surest(reading.all('vague'), 'vague')
    if (!hint) return undefined
    const concrete = reading.asks.some((found) => found.strength >= (found.sentence === hint ? 1.15 : 1.1))
    if (concrete) return undefined
    const type = ask ?? 'other'
    const sentences = words.ask(type, draft.frontMatter.values.target)
    return {
      at: hint.at,
      message: {
        en: 'Your friend can\'t tell from this what to do. Say what you want: who, what, by when.',
        de: 'Daraus wird nicht klar, was zu tun wäre. Sag, was du möchtest: wer, was, bis wann.',
      }[locale],
      fixes: [
        ...sentences.map((sentence, index) => ({ title: replacement(locale, sentence), edits: [replace(hint.at, sentence)], preferred: index === 0 })),
        ...sentences.slice(0, 1).map((sentence) => ({ title: insertion(locale, sentence), edits: [insertAfterGreeting(draft, reading, sentence)] })),
      ],
    }
  },
}
