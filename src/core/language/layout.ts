import type { Draft } from '../draft/draft.ts'
import { cuesFor } from './cues.ts'
import type { ReadSentence, Reading } from './reading.ts'

/** The frame of a letter: where what matters begins, and where it ends. */
export interface Layout {
  /** The greeting where it is a line or a sentence of its own. */
  readonly greeting: ReadSentence | undefined
  /** The sentences between greeting and sign-off, post scripts among them. */
  readonly content: readonly ReadSentence[]
  /** Offset behind the greeting (start of the body without one). */
  readonly afterGreeting: number
  /** Offset at which a last paragraph goes in: before the sign-off, else behind the last sentence. */
  readonly beforeClosing: number
  /** Whether the sign-off stands in a block of its own. */
  readonly closing: ReadSentence | undefined
}

const POST_SCRIPT = /^p\.?\s?s(?![\p{L}\p{N}])/iu
const SIGNATURE = /^[-–—]\s?\p{Lu}\p{L}+$/u

/** Finds greeting and sign-off. */
export function layoutOf(draft: Draft, reading: Reading): Layout {
  const cues = cuesFor(draft.language)
  const { sentences } = reading
  const first = sentences[0]
  const greeting = first && first.text.length < 60 && isGreeting(first, cues.greeting, reading) ? first : undefined
  const start = greeting ? 1 : 0
  const postScript = sentences.findIndex((sentence, index) => index >= start && POST_SCRIPT.test(sentence.text) && startsBlockOrLine(draft, sentence))
  const letterEnd = postScript < 0 ? sentences.length : postScript
  let end = letterEnd
  let sawClosing = false
  while (end > start) {
    const sentence = sentences[end - 1]
    if (!sentence) break
    const signature = SIGNATURE.test(sentence.text) && sentences[end - 2]?.block !== sentence.block
    if (sentence.kind !== 'paragraph' && !signature) break
    const name = sentence.text.split(/\s+/).length <= 4 && !/[?]/.test(sentence.text) && sentence.text.length < 40
    const signsOff = signature || cues.closing.test(sentence.text) || (reading.strength(sentence, 'closing') >= 1 && sentence.text.length < 60)
    if (!signsOff && !(name && !sawClosing && end === letterEnd && startsBlockOrLine(draft, sentence))) break
    // A short last sentence with content of its own is no sign-off.
    if (reading.strength(sentence, 'optout') >= 1.2 || reading.strength(sentence, 'offer') >= 1.2) break
    sawClosing ||= signsOff
    end--
  }
  const last = sentences[end - 1]
  const signOff = end < letterEnd ? sentences[end] : undefined
  const closing = signOff && signOff.block !== last?.block ? signOff : undefined
  return {
    greeting, closing,
    content: [...sentences.slice(start, end), ...sentences.slice(letterEnd)],
    afterGreeting: greeting?.at.end ?? draft.body.start,
    beforeClosing: closing ? draft.blocks[closing.block]?.at.start ?? closing.at.start : last?.at.end ?? draft.body.end,
  }
}

const isGreeting = (sentence: ReadSentence, pattern: RegExp, reading: Reading): boolean => {
  const match = pattern.exec(sentence.text)
  if (match && match[0].length >= sentence.text.length - 2) return true
  if (reading.strength(sentence, 'greeting') >= 1 && sentence.text.split(/\s+/).length <= 7 && !sentence.text.includes('?')) return true
  return /^[^\s,!.]+(?:\s+[^\s,!.]+){0,3}\s*[,!]$/.test(sentence.text)
}

const startsBlockOrLine = (draft: Draft, sentence: ReadSentence): boolean =>
  /(?:^|\n)[ \t]*$/.test(draft.text.slice(draft.body.start, sentence.at.start))
