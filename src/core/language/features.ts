import type { Language } from '../draft/front-matter.ts'
import type { BlockKind } from '../draft/markdown.ts'
import { lexicon as german } from './de/lexicon.ts'
import { lexicon as english } from './en/lexicon.ts'
import { compileLexicon, meaningsOf, spell, type Lexicon } from './lexicon.ts'

/** What the model sees of a sentence. */
export interface SentenceInput {
  readonly text: string
  readonly kind: BlockKind | 'item'
  /** The sentence before it in the same message (for list items and quotes: the one that leads in). */
  readonly lead: string
}

const lexicons: Partial<Record<Language, Lexicon>> = {}

/** The lexicon of a language, made ready when it is first needed. */
const lexiconOf = (language: Language): Lexicon => (lexicons[language] ??= compileLexicon({ en: english, de: german }[language]))

/** How many words may lie between two meanings that are read together. */
const REACH = 6

const FNV_PRIME = 0x01000193
const FNV_BASIS = 0x811c9dc5

const mix = (hash: number, code: number): number => Math.imul(hash ^ code, FNV_PRIME)

function hashString(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i))
  return hash
}

/**
 * Folds what does not matter: case, ß/ä/ö/ü (people write ss/ae/oe/ue), quotes, addresses, numbers.
 * Punctuation that carries mood stays as words of its own.
 */
export function tokenize(text: string): string[] {
  const folded = text
    .normalize('NFC')
    .replace(/(?:https?:\/\/|www\.)\S+/g, ' ‹url› ')
    .replace(/[^\s@]{1,100}@[^\s@]{1,100}\.\S+/g, ' ‹mail› ')
    .toLowerCase()
    .replace(/ß/g, 'ss').replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue')
    .replace(/[’‘`´]/g, "'")
    .replace(/\d{1,2}[:.]\d{2}(?!\d)/g, ' ‹time› ')
    .replace(/\d+(?:[.,]\d+)*/g, ' ‹num› ')
  return folded.match(/‹\w+›|\p{L}+(?:'\p{L}+)*|[?!…:;,()"„“”«»%+]|\p{Extended_Pictographic}|\.{3}|\.|-/gu) ?? []
}

/**
 * The features of a sentence, as 32-bit hashes: words, pairs and triples of words, pairs with a gap,
 * beginnings and pieces of words, place in the sentence, kind of block, and the words that lead in.
 */
export function featuresOf(language: Language, input: SentenceInput): number[] {
  const features: number[] = []
  const words = tokenize(input.text)
  const seed = (tag: string): number => hashString(tag, FNV_BASIS)
  const W = seed('w|'), B = seed('b|'), S = seed('s|'), P = seed('p|'), L = seed('l|'), C = seed('c|'), F = seed('f|')
  const hashes = words.map((word) => hashString(word, FNV_BASIS))
  const at = (index: number): number => index < 0 ? 1 : index >= words.length ? 2 : hashes[index] ?? 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    features.push(mix(W, at(i)))
    features.push(mix(mix(B, at(i - 1)), at(i)))
    if (i > 1) features.push(mix(mix(S, at(i - 2)), at(i)))
    if (word.length >= 4 && !word.startsWith('‹')) {
      const padded = `<${word}>`
      for (let start = 0; start + 4 <= padded.length; start++) features.push(hashString(padded.slice(start, start + 4), C))
      if (word.length > 5) features.push(hashString(word.slice(0, 5), P))
    }
  }
  features.push(mix(mix(B, at(words.length - 1)), 2))
  for (let i = 0; i < Math.min(2, words.length); i++) features.push(mix(mix(F, i), at(i)))
  features.push(hashString(`kind ${input.kind}`, FNV_BASIS))
  features.push(hashString(`length ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`, FNV_BASIS))
  const lexicon = lexiconOf(language)
  const meanings = meaningsOf(spell(words, lexicon), lexicon)
  const M = seed('m|'), MM = seed('mm|'), MB = seed('mb|')
  const names = meanings.map(({ name }) => hashString(name, FNV_BASIS))
  meanings.forEach((a, i) => {
    features.push(mix(M, names[i] ?? 0))
    for (let j = i + 1; j < meanings.length; j++) {
      const b = meanings[j]
      if (!b || b.start - a.end >= REACH) break
      if (b.start < a.end) continue
      features.push(mix(mix(MM, names[i] ?? 0), names[j] ?? 0))
      if (b.start - a.end >= 2) continue
      features.push(mix(mix(MB, names[i] ?? 0), names[j] ?? 0))
      for (let k = j + 1; k < meanings.length; k++) {
        const c = meanings[k]
        if (!c || c.start - b.end >= 2) break
        if (c.start >= b.end) features.push(mix(mix(mix(MB, names[i] ?? 0), names[j] ?? 0), names[k] ?? 0))
      }
    }
  })
  const opening = meanings[0]?.name ?? ''
  features.push(hashString(`first ${opening}`, FNV_BASIS), hashString(`question ${input.text.includes('?')} ${opening}`, FNV_BASIS))
  const lead = tokenize(input.lead)
  for (let i = 0; i < lead.length; i++) features.push(hashString(lead[i] ?? '', L))
  return [...new Set(features)]
}
