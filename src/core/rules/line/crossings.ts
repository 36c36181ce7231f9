import type { ReadSentence, Reading } from '../../language/reading.ts'

/**
 * The sentences in which the writer crosses a line. What stands in a block quote was said by others; and a sentence
 * that rather lets the friend off ("just pretend you never saw this") asks for nothing bad.
 */
export const crossings = (reading: Reading, signal: 'dishonest' | 'improper' | 'pressure'): readonly ReadSentence[] =>
  reading.all(signal).filter((sentence) => sentence.kind !== 'quote' && reading.strength(sentence, 'optout') <= reading.strength(sentence, signal))
