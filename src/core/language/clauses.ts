import type { Language } from '../draft/front-matter.ts'

/** Words that open a clause. */
const OPENERS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(['and', 'but', 'or', 'so', 'because', 'if', 'unless', 'though', 'while', 'since', 'otherwise', 'then']),
  de: new Set(['und', 'aber', 'oder', 'wenn', 'falls', 'weil', 'denn', 'sonst', 'sofern', 'also', 'dann', 'da', 'obwohl', 'damit']),
}

/** Punctuation after which a clause may begin. */
const STOPS = new Set([',', ';', ':', '.', '!', '?', '(', ')', '-', '…', '...'])

/** Sentences of fewer words are read as a whole. */
const LONG = 13

/** The least words of a clause that is read by itself. */
const LEAST = 4

/**
 * Parts a long sentence into clauses, so that what half a sentence does is not drowned by the other half: messages in a
 * chat are often one sentence. A rule of thumb, not a grammar: it cuts at punctuation and conjunctions.
 * @param words the words of a sentence, with punctuation as words of its own
 * @returns the clause of each word, counted from 0
 */
export function clausesOf(language: Language, words: readonly string[]): readonly number[] {
  const clauses = new Array<number>(words.length).fill(0)
  if (words.length < LONG) return clauses
  const openers = OPENERS[language]
  const lengths: number[] = [0]
  let sinceCut = 0
  words.forEach((word, i) => {
    const opens = openers.has(word) && sinceCut >= LEAST && words.length - i >= LEAST
    const cut = i > 0 && (opens || STOPS.has(words[i - 1] ?? ''))
    if (cut) sinceCut = 0
    sinceCut++
    const last = lengths.length - 1
    // What is too short by itself stays with its neighbour.
    if (cut && (lengths[last] ?? 0) >= LEAST && rest(words, i) >= LEAST) lengths.push(0)
    lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1
    clauses[i] = lengths.length - 1
  })
  return clauses
}

/** How many words there are from `at` to the next mark; no more than needed are counted. */
function rest(words: readonly string[], at: number): number {
  for (let length = 1; length < LEAST; length++) {
    if (at + length >= words.length || STOPS.has(words[at + length - 1] ?? '')) return length
  }
  return LEAST
}
