import { wordCount } from '../../language/facts.ts'
import { layoutOf } from '../../language/layout.ts'
import { askSignals } from '../../language/reading.ts'
import type { Draft } from '../../draft/draft.ts'
import type { Edit, Span } from '../../text.ts'
import type { Reading } from '../../language/reading.ts'
import { insertAfterGreeting, remove } from '../insert.ts'
import type { Rule } from '../rule.ts'

/** From so many sentences or words before the ask on, it is buried (labelling guide). */
const SENTENCES = 3
const WORDS = 60

export const buried: Rule = {
  id: 'direct/buried',
  severity: 'information',
  summary: {
    en: 'The ask is stated clearly, but late.',
    de: 'Die Bitte ist klar, kommt aber spät.',
  },
  reason: {
    en: 'A reader who does not know yet what is wanted reads the small talk as bait. Say the ask first; the news is then read as news.',
    de: 'Wer noch nicht weiß, worum es geht, liest das Plaudern als Köder. Sag die Bitte zuerst; dann werden die Neuigkeiten auch als Neuigkeiten gelesen.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hi Ana! The garden has survived the frost. Our cat has moved in with the neighbours. We are thinking of painting the kitchen yellow. Would you look over my CV? It is attached. Just say so if you would rather not. I will bring you plum jam in return.',
      good: 'Hi Ana! Would you look over my CV? It is attached. Just say so if you would rather not. I will bring you plum jam in return. The garden has survived the frost, by the way.',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hallo Ana! Der Garten hat den Frost überstanden. Unsere Katze ist zu den Nachbarn gezogen. Wir wollen die Küche gelb streichen. Würdest du meinen Lebenslauf durchlesen? Er hängt an. Sag einfach, wenn du lieber nicht magst. Zum Dank bringe ich dir Pflaumenmus.',
      good: 'Hallo Ana! Würdest du meinen Lebenslauf durchlesen? Er hängt an. Sag einfach, wenn du lieber nicht magst. Zum Dank bringe ich dir Pflaumenmus. Der Garten hat übrigens den Frost überstanden.',
    },
  ],
  check({ draft, reading, locale }) {
    const ask = reading.asks[0]?.sentence
    if (!ask) return undefined
    const { content } = layoutOf(draft, reading)
    // What may already state the ask is given the benefit of the doubt.
    const first = content.findIndex((sentence) => askSignals.some((signal) => reading.strength(sentence, signal) >= 0.6) || reading.strength(sentence, 'vague') >= 1.3)
    const before = content.slice(0, first)
    if (first < 0) return undefined
    const words = before.reduce((sum, { text }) => sum + wordCount(text), 0)
    if (before.length < SENTENCES && words < WORDS) return undefined
    const block = draft.blocks[ask.block]
    const alone = block && draft.sentences.filter(({ block: index }) => index === ask.block).length === 1
    const moved = alone ? block.at : ask.at
    return {
      at: ask.at,
      message: {
        en: `The ask comes after ${count(before.length, words, 'en')}. Your friend reads on wondering what you want; move it up, right behind the greeting.`,
        de: `Die Bitte kommt erst nach ${count(before.length, words, 'de')}. Bis dahin bleibt offen, was du willst; stell sie an den Anfang, gleich hinter die Anrede.`,
      }[locale],
      // What is quoted is for somebody else to read.
      fixes: ask.kind === 'quote' ? [] : [{
        title: { en: 'Move the ask right behind the greeting', de: 'Die Bitte gleich hinter die Anrede stellen' }[locale],
        edits: move(draft, reading, moved),
        preferred: true,
      }],
    }
  },
}

/** Takes a span out and puts it in behind the greeting; the space between the two is cut once. */
function move(draft: Draft, reading: Reading, span: Span): Edit[] {
  const insertion = insertAfterGreeting(draft, reading, capital(draft.text.slice(span.start, span.end)))
  const removal = remove(draft, span)
  return [insertion, { ...removal, at: { ...removal.at, start: Math.max(removal.at.start, insertion.at.end) } }]
}

const count = (sentences: number, words: number, locale: 'en' | 'de'): string =>
  sentences >= SENTENCES ? `${sentences} ${{ en: 'sentences', de: 'Sätzen' }[locale]}` : `${words} ${{ en: 'words', de: 'Wörtern' }[locale]}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
