import type { Draft } from '../draft/draft.ts'
import type { Sentence } from '../draft/sentences.ts'
import type { Signal } from './signals.ts'

/** A sentence, and how sure we are (0 to 1) that it does each thing. */
export interface ReadSentence extends Sentence {
  readonly scores: Readonly<Partial<Record<Signal, number>>>
}

/** What a message does, sentence by sentence. */
export interface Reading {
  readonly sentences: readonly ReadSentence[]
}

export function readDraft(draft: Draft): Reading {
  return { sentences: draft.sentences.map((sentence) => ({ ...sentence, scores: {} })) }
}
