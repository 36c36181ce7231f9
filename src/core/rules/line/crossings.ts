import type { ReadSentence, Reading } from '../../language/reading.ts'

type Crossing = 'dishonest' | 'improper' | 'pressure'

/** How strong a reading must be before it is told: to be called dishonest by a tool, wrongly, is unforgivable. */
const SURELY: Readonly<Record<Crossing, number>> = { dishonest: 1.25, improper: 1, pressure: 1 }

/** Below this strength it is told one severity lower. */
const SURE = 1.3

/** Whether the reading of a sentence is too weak for the full severity. */
export const isUnsure = (reading: Reading, sentence: ReadSentence, signal: Crossing): boolean => reading.strength(sentence, signal) < SURE

/**
 * The sentences in which the writer crosses a line. What stands in a block quote was said by others; and a sentence
 * that rather lets the friend off ("just pretend you never saw this") asks for nothing bad.
 */
export const crossings = (reading: Reading, signal: Crossing): readonly ReadSentence[] =>
  reading.all(signal, SURELY[signal]).filter((sentence) => sentence.kind !== 'quote' && reading.strength(sentence, 'optout') <= reading.strength(sentence, signal))
