import type { Draft } from '../draft/draft.ts'
import type { AskType } from '../draft/front-matter.ts'
import type { Sentence } from '../draft/sentences.ts'
import type { Situation } from './context.ts'
import { score, scoreInContext, thresholdOf } from './model.ts'
import type { Scores, Signal } from './signals.ts'

/** A sentence, and how likely (0 to 1) it does each thing. */
export interface ReadSentence extends Sentence {
  readonly index: number
  readonly scores: Scores
}

/** A favour that a sentence asks for. */
export interface Ask {
  readonly type: AskType
  readonly sentence: ReadSentence
  /** How sure we are: 1 is the threshold at which hits and false alarms balance. */
  readonly strength: number
}

/** What a message does, sentence by sentence. */
export interface Reading {
  readonly sentences: readonly ReadSentence[]
  /** The subject line, read as a sentence; undefined where there is none. */
  readonly subject: ReadSentence | undefined
  /** The sentences, and the subject behind them: what counts as text. */
  readonly text: readonly ReadSentence[]
  /** The concrete favours that the body asks for, in reading order. */
  readonly asks: readonly Ask[]
  /** The sentence that does a thing most surely, if it passes `least` (1: the threshold of balance). The subject counts as text. */
  find(signal: Signal, least?: number): ReadSentence | undefined
  /** Every sentence of the body that does a thing. */
  all(signal: Signal, least?: number): readonly ReadSentence[]
  /** How surely a sentence does a thing: 1 is the threshold of balance. */
  strength(sentence: ReadSentence, signal: Signal): number
  /** Whether a sentence does a thing rather than others: none of them more surely. */
  does(sentence: ReadSentence, signal: Signal, ratherThan: readonly Signal[]): boolean
}

/** The signals by which a favour is asked for, and the type of ask that each one is. */
export const ASK_SIGNALS = {
  intro: 'introduction', talk: 'informational-interview', advice: 'advice', refer: 'referral', review: 'resume-review',
  recommend: 'recommendation', reference: 'reference', lead: 'job-lead', favor: 'other',
} as const satisfies Partial<Record<Signal, AskType>>
export type AskSignal = keyof typeof ASK_SIGNALS
export const askSignals = Object.keys(ASK_SIGNALS) as AskSignal[]

/** The signal of a type of ask. */
export const signalOf = (type: AskType): AskSignal => askSignals.find((signal) => ASK_SIGNALS[signal] === type) ?? 'favor'

/**
 * Reads a draft: each sentence by itself, and then again in the light of the others.
 * @param situation what is known beside the words
 */
export function readDraft(draft: Draft, situation: Situation = { past: [] }): Reading {
  const { language } = draft
  let lead = ''
  const alone = draft.sentences.map(({ text: written, kind }) => {
    const text = withoutBullet(written)
    const scores = score(language, { text, kind, lead })
    if (kind === 'paragraph') lead = text
    return { text, kind, scores }
  })
  const inContext = scoreInContext(language, situation, alone)
  const sentences = draft.sentences.flatMap((sentence, index): ReadSentence[] => {
    const scores = inContext[index]
    return scores ? [{ ...sentence, index, scores }] : []
  })
  const subjectText = draft.frontMatter.values.subject?.trim()
  const place = draft.frontMatter.places.subject?.value
  const subject: ReadSentence | undefined = subjectText && place
    ? { at: place, text: subjectText, kind: 'heading', block: -1, links: [], index: -1, scores: score(language, { text: subjectText, kind: 'heading', lead: '' }) }
    : undefined
  const strength = (sentence: ReadSentence, signal: Signal): number => strengthOf(sentence.scores[signal], thresholdOf(language, signal))
  const text = subject ? [...sentences, subject] : sentences
  const does = (sentence: ReadSentence, signal: Signal, ratherThan: readonly Signal[]): boolean =>
    ratherThan.every((other) => strength(sentence, other) <= strength(sentence, signal))
  const find = (signal: Signal, least = 1): ReadSentence | undefined => {
    const best = surest(text, signal)
    return best && strength(best, signal) >= least ? best : undefined
  }
  const all = (signal: Signal, least = 1): ReadSentence[] => sentences.filter((sentence) => strength(sentence, signal) >= least)
  const asks = sentences.flatMap((sentence) => askSignals
    .map((signal): Ask => ({ type: ASK_SIGNALS[signal], sentence, strength: strength(sentence, signal) }))
    .filter((ask) => ask.strength >= 1))
  return { sentences, subject, text, asks, find, all, strength, does }
}

/** A probability against its threshold: below 1 on one side, up to 2 on the other, so that thresholds compare. */
const strengthOf = (probability: number, threshold: number): number =>
  probability < threshold ? probability / threshold : 1 + (probability - threshold) / (1 - threshold)

const withoutBullet = (text: string): string => text.replace(/^(?:[-*+•–—]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?:\[[ xX]\]\s+)?/, '')

/** The sentence that does a thing most surely. */
export const surest = (sentences: readonly ReadSentence[], signal: Signal): ReadSentence | undefined =>
  sentences.reduce<ReadSentence | undefined>((best, sentence) => (!best || sentence.scores[signal] > best.scores[signal] ? sentence : best), undefined)
