import type { Draft } from '../../draft/draft.ts'
import type { Language } from '../../draft/front-matter.ts'
import { cuesFor } from '../../language/cues.ts'
import type { ReadSentence, Reading } from '../../language/reading.ts'
import type { Signal } from '../../language/signals.ts'

type Crossing = 'dishonest' | 'improper' | 'pressure'

/** How strong a reading must be before it is told: to be called dishonest by a tool, wrongly, is unforgivable. */
const SURELY: Readonly<Record<Crossing, number>> = { dishonest: 1.1, improper: 1.15, pressure: 1.15 }

/** Below this strength it is told one severity lower. */
const SURE = 1.3

/** Whether the reading of a sentence is too weak for the full severity. */
export const isUnsure = (reading: Reading, sentence: ReadSentence, signal: Crossing): boolean => reading.strength(sentence, signal) < SURE

/** What a sentence may do rather than cross the line: let the friend off ("just pretend you never saw this"), tell what can truly be said, own up to how often it asks. */
const RATHER: readonly Signal[] = ['optout', 'fact', 'ack', 'pending']

/** Whether a sentence tells what others want of the writer, and not what the writer wants of the friend. */
function isReported({ text }: ReadSentence, language: Language): boolean {
  const { reported, you } = cuesFor(language)
  return reported.test(text) && !you.test(text)
}

/** The sentences in which the writer crosses a line. What stands in a block quote was said by others. */
export const crossings = ({ language }: Draft, reading: Reading, signal: Crossing): readonly ReadSentence[] =>
  reading.all(signal, SURELY[signal]).filter((sentence) =>
    sentence.kind !== 'quote' && !isReported(sentence, language) && reading.does(sentence, signal, RATHER))
