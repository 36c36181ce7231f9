import { ASK_TYPES, type AskType } from '../draft/front-matter.ts'
import type { SentenceInput } from './features.ts'
import { SIGNALS, type Scores, type Signal } from './signals.ts'

/** What is known of a message beside its words. */
export interface Situation {
  /** The declared ask; undefined where the front matter does not say. */
  readonly ask?: AskType | undefined
  /** Whether the two are known to have worked together; undefined where nobody says. */
  readonly workedTogether?: boolean | undefined
  /** Earlier asks to the friend, newest first. */
  readonly past: readonly EarlierAsk[]
}

/** What counts of an earlier ask. */
export interface EarlierAsk {
  readonly daysAgo: number
  readonly open: boolean
  /** Granted, and not thanked for. */
  readonly owed: boolean
}

/** A sentence as it was read by itself. */
export interface SentenceAlone {
  readonly text: string
  readonly kind: SentenceInput['kind']
  readonly scores: Scores
}

/** The weights of the second reading, as `training/context.ts` fits them: for each signal that is read again, one weight an input, and the bias last. */
export type ContextData = Partial<Readonly<Record<Signal, readonly number[]>>>

const WIDTH = SIGNALS.length
const ASK = SIGNALS.indexOf('ask')
const CLOSING = SIGNALS.indexOf('closing')

/** Beyond this, a logit says nothing more. */
const SURE = 8

/** Days within which an earlier ask is fresh, and within which two are many; as the rules count them by default. */
const LATELY = 21
const OFTEN = 60

/** Where, among the inputs, those begin that tell of a sentence's place. */
const PLACE = 4 * WIDTH

/** How many inputs `inputsOf` gives for a sentence. */
export const INPUTS = PLACE + 11 + ASK_TYPES.length + 7

/** What is read where no sentence stands. */
const NOTHING = new Float64Array(WIDTH).fill(-SURE)

/**
 * The inputs of the second reading, for each sentence: how it was read by itself, how the ones before and after it were,
 * and the rest of the message; where it stands; what the front matter and the history say.
 */
export function inputsOf(situation: Situation, sentences: readonly SentenceAlone[]): Float64Array[] {
  const logits = sentences.map(({ scores }) => logitsOf(scores))
  const first = highest(logits, () => -1)
  const second = highest(logits, (k) => first[k]?.index ?? -1)
  const firstAsk = logits.findIndex((row) => (row[ASK] ?? 0) > 0)
  const ask = firstAsk < 0 ? sentences.length : firstAsk
  const last = logits.findLastIndex((row) => (row[CLOSING] ?? 0) < 0)
  const facts = factsOf(situation)
  return sentences.map(({ kind, text }, i) => {
    const inputs = new Float64Array(INPUTS)
    inputs.set(logits[i] ?? NOTHING)
    inputs.set(logits[i - 1] ?? NOTHING, WIDTH)
    inputs.set(logits[i + 1] ?? NOTHING, 2 * WIDTH)
    for (let k = 0; k < WIDTH; k++) inputs[3 * WIDTH + k] = (first[k]?.index === i ? second : first)[k]?.value ?? -SURE
    const place = i / Math.max(1, sentences.length - 1)
    const told = [
      place, place ** 2, i === 0, i === last, i === last - 1, i > ask, i === ask, i === ask + 1,
      kind === 'list' || kind === 'item', kind === 'quote', Math.log2(1 + text.length), ...facts,
    ]
    for (let k = 0; k < told.length; k++) inputs[PLACE + k] = Number(told[k])
    return inputs
  })
}

/** Reads each sentence again, now in its message. Headings are left as they were read: they ask for nothing. */
export function readInContext(context: ContextData, situation: Situation, sentences: readonly SentenceAlone[]): Scores[] {
  const inputs = inputsOf(situation, sentences)
  const again = Object.entries(context) as [Signal, readonly number[]][]
  return sentences.map(({ kind, scores }, i) => {
    const row = inputs[i]
    if (kind === 'heading' || !row) return scores
    const read = { ...scores }
    for (const [signal, weights] of again) read[signal] = probability(weigh(weights, row))
    return read
  })
}

/** The sum of weighted inputs, and the bias, which stands behind the last weight. */
function weigh(weights: readonly number[], inputs: Float64Array): number {
  let sum = weights[inputs.length] ?? 0
  for (let i = 0; i < inputs.length; i++) sum += (weights[i] ?? 0) * (inputs[i] ?? 0)
  return sum
}

/** For each column the highest value and where it stands, one row left out. */
function highest(rows: readonly Float64Array[], without: (k: number) => number): { readonly index: number; readonly value: number }[] {
  return SIGNALS.map((_, k) => {
    const left = without(k)
    let index = -1
    let value = -SURE
    for (let i = 0; i < rows.length; i++) {
      const here = rows[i]?.[k] ?? -SURE
      if (i === left || (index >= 0 && here <= value)) continue
      index = i
      value = here
    }
    return { index, value }
  })
}

const factsOf = ({ ask, workedTogether, past }: Situation): number[] => [
  ...ASK_TYPES.map((type) => type === ask),
  past.length > 0, past.filter(({ daysAgo }) => daysAgo <= OFTEN).length > 1, past.some(({ daysAgo }) => daysAgo <= LATELY),
  past.some(({ open }) => open), past.some(({ owed }) => owed),
  workedTogether === true, workedTogether === false,
].map(Number)

const known = new WeakMap<Scores, Float64Array>()

/** The logits of all signals; worked out once for what is remembered. */
function logitsOf(scores: Scores): Float64Array {
  const before = known.get(scores)
  if (before) return before
  const logits = Float64Array.from(SIGNALS, (signal) => Math.max(-SURE, Math.min(SURE, Math.log(scores[signal] / (1 - scores[signal])))))
  known.set(scores, logits)
  return logits
}

const probability = (z: number): number => 1 / (1 + Math.exp(-z))
