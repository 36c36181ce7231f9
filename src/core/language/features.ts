import type { Language } from '../draft/front-matter.ts'
import type { BlockKind } from '../draft/markdown.ts'
import { clausesOf } from './clauses.ts'
import { lexicon as german } from './de/lexicon.ts'
import { lexicon as english } from './en/lexicon.ts'
import { hashOf, mix } from './hash.ts'
import { compileLexicon, fold, meaningsOf, spell, type Lexicon } from './lexicon.ts'

/** What the model sees of a sentence. */
export interface SentenceInput {
  readonly text: string
  readonly kind: BlockKind | 'item'
  /** The sentence before it in the same message (for list items and quotes: the one that leads in). */
  readonly lead: string
}

/** The features of a sentence. Each is a 32-bit hash and has its place, so that a clause can be read by itself. */
export interface Features {
  /** The words as usually spelt; what each says alone is told by `wordFeatures`. */
  readonly words: readonly string[]
  /** The clause of each word, counted from 0. */
  readonly clauses: readonly number[]
  /** What words say together: in turns a hash, its first and its last clause. */
  readonly joint: readonly number[]
  /** Hashes of what holds for the sentence as a whole. */
  readonly whole: readonly number[]
}

const lexicons: Partial<Record<Language, Lexicon>> = {}

/** The lexicon of a language, made ready when it is first needed. */
const lexiconOf = (language: Language): Lexicon => (lexicons[language] ??= compileLexicon({ en: english, de: german }[language]))

/** German words that address somebody formally: capital letters inside of a sentence. */
const FORMAL = /(?<=[\p{L}\d,;)] )(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)(?!\p{L})/gu

/**
 * Folds what does not matter: case, ß/ä/ö/ü (people write ss/ae/oe/ue), quotes, addresses, numbers.
 * Punctuation that carries mood stays as words of its own.
 */
export function tokenize(text: string): string[] {
  const folded = fold(text
    .normalize('NFC')
    .replace(/(?:https?:\/\/|www\.)\S+/g, ' ‹url› ')
    .replace(/(?<!\S)\S{1,64}@\S{1,255}\.\S+/g, ' ‹mail› ')
    .replace(FORMAL, (word) => ` ‹${word.startsWith('Ihr') ? 'ihr' : word}› `)
    .replace(/[’‘`´]/g, "'")
    .replace(/\d{1,2}[:.]\d{2}(?!\d)/g, ' ‹time› ')
    .replace(/\d+(?:[.,]\d+)*/g, ' ‹num› '))
  return folded.match(/‹\w+›|\p{L}+(?:'\p{L}+)*|[?!…:;,()"„“”«»%+]|\p{Extended_Pictographic}|\.{3}|\.|-/gu) ?? []
}

const seed = (name: string): number => hashOf(`${name}|`)
const WORD = seed('word'), PIECE = seed('piece'), STEM = seed('stem')
const PAIR = seed('pair'), SKIP = seed('skip'), OPENING = seed('opening'), START = seed('start')
const MEANING = seed('meaning'), TOGETHER = seed('together'), NEXT = seed('next'), ROW = seed('row'), FIRST = seed('first'), ASKED = seed('asked')
const KIND = seed('kind'), LENGTH = seed('length'), LEAD = seed('lead')

/** How many words may lie between two meanings that are read together. */
const REACH = 6

/** How many letters the pieces of a word have, and the beginning that stands for its stem. */
const PIECE_SIZE = 4
const STEM_SIZE = 5

/** What a word says alone: itself, its beginning, and its pieces of four letters. */
export function wordFeatures(word: string): number[] {
  const found = [hashOf(word, WORD)]
  if (word.length < PIECE_SIZE || word.startsWith('‹')) return found
  const padded = `<${word}>`
  for (let start = 0; start + PIECE_SIZE <= padded.length; start++) found.push(hashOf(padded, PIECE, start, start + PIECE_SIZE))
  if (word.length > STEM_SIZE) found.push(hashOf(word, STEM, 0, STEM_SIZE))
  return found
}

/** The features of a sentence: its words, two in a row, two with a gap; what they mean, alone and together; what leads in. */
export function featuresOf(language: Language, input: SentenceInput): Features {
  const lexicon = lexiconOf(language)
  const words = spell(tokenize(input.text), lexicon)
  const clauses = clausesOf(language, words)
  const joint: number[] = []
  const add = (hash: number, start: number, end: number): void => { joint.push(hash, clauses[start] ?? 0, clauses[end - 1] ?? 0) }
  addWords(words, clauses, add)
  addMeanings(words, clauses, lexicon, add)
  const whole = [hashOf(input.kind, KIND), mix(LENGTH, Math.min(6, Math.floor(Math.log2(words.length + 1))))]
  for (const word of new Set(spell(tokenize(input.lead), lexicon))) whole.push(hashOf(word, LEAD))
  return { words, clauses, joint, whole }
}

type Add = (hash: number, start: number, end: number) => void

function addWords(words: readonly string[], clauses: readonly number[], add: Add): void {
  const hashes = words.map((word) => hashOf(word))
  hashes.forEach((hash, i) => {
    const next = hashes[i + 1]
    const afterNext = hashes[i + 2]
    if (next !== undefined) add(mix(mix(PAIR, hash), next), i, i + 2)
    if (afterNext !== undefined) add(mix(mix(SKIP, hash), afterNext), i, i + 3)
    if (i < 2) add(mix(mix(START, i), hash), i, i + 1)
    if (clauses[i] !== clauses[i - 1]) {
      add(mix(OPENING, hash), i, i + 1)
      if (next !== undefined) add(mix(mix(OPENING, hash), next), i, i + 2)
    }
  })
}

function addMeanings(words: readonly string[], clauses: readonly number[], lexicon: Lexicon, add: Add): void {
  const meanings = meaningsOf(words, lexicon)
  const asked = words.includes('?') ? 1 : 0
  meanings.forEach((a, i) => {
    add(mix(MEANING, a.id), a.start, a.end)
    if (i === 0 || clauses[a.start] !== clauses[meanings[i - 1]?.start ?? 0]) {
      add(mix(FIRST, a.id), a.start, a.end)
      add(mix(mix(ASKED, asked), a.id), a.start, a.end)
    }
    for (let j = i + 1; j < meanings.length; j++) {
      const b = meanings[j]
      if (!b || b.start - a.end >= REACH) break
      if (b.start < a.end) continue
      add(mix(mix(TOGETHER, a.id), b.id), a.start, b.end)
      if (b.start - a.end >= 2) continue
      add(mix(mix(NEXT, a.id), b.id), a.start, b.end)
      for (let k = j + 1; k < meanings.length; k++) {
        const c = meanings[k]
        if (!c || c.start - b.end >= 2) break
        if (c.start >= b.end) add(mix(mix(mix(ROW, a.id), b.id), c.id), a.start, c.end)
      }
    }
  })
}
