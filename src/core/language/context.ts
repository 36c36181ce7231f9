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

/** How many inputs `inputsOf` gives for a sentence. */
export const INPUTS = 4 * WIDTH + 12 + ASK_TYPES.length + 7

/**
 * The inputs of the second reading, for each sentence: how it was read by itself, how the ones before and after it were,
 * and the rest of the message; where it stands; what the front matter and the history say.
 */
export function inputsOf(situation: Situation, sentences: readonly SentenceAlone[]): Float64Array[] {
  const logits = sentences.map(({ scores }) => Float64Array.from(SIGNALS, (signal) => logit(scores[signal])))
  const tops = twoHighest(logits)
  const at = (index: number, k: number): number => logits[index]?.[k] ?? 0
  const firstAsk = logits.findIndex((row) => (row[ASK] ?? 0) > 0)
  const ask = firstAsk < 0 ? sentences.length : firstAsk
  const last = logits.findLastIndex((row) => (row[CLOSING] ?? 0) < 0)
  const facts = factsOf(situation)
  return sentences.map(({ kind, text }, i) => {
    const inputs = new Float64Array(INPUTS)
    let next = 0
    const add = (value: number | boolean): void => { inputs[next++] = Number(value) }
    for (let k = 0; k < WIDTH; k++) add(at(i, k))
    for (let k = 0; k < WIDTH; k++) add(i > 0 ? at(i - 1, k) : -SURE)
    for (let k = 0; k < WIDTH; k++) add(i + 1 < sentences.length ? at(i + 1, k) : -SURE)
    for (let k = 0; k < WIDTH; k++) add(tops.first[k]?.index === i ? tops.second[k] ?? -SURE : tops.first[k]?.value ?? -SURE)
    const place = i / Math.max(1, sentences.length - 1)
    add(place); add(place ** 2)
    add(i === 0); add(i === last); add(i === last - 1)
    add(i > ask); add(i === ask); add(i === ask + 1)
    add(kind === 'list' || kind === 'item'); add(kind === 'quote'); add(kind === 'heading')
    add(Math.log2(1 + text.split(/\s+/).length))
    for (const fact of facts) add(fact)
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

/** For each column the highest value and where it stands, and the second highest. */
function twoHighest(rows: readonly Float64Array[]): { readonly first: readonly { index: number; value: number }[]; readonly second: readonly number[] } {
  const first = Array.from({ length: WIDTH }, () => ({ index: -1, value: -SURE }))
  const second = new Array<number>(WIDTH).fill(-SURE)
  rows.forEach((row, index) => first.forEach((top, k) => {
    const value = row[k] ?? -SURE
    if (value > top.value || top.index < 0) {
      second[k] = top.value
      top.index = index
      top.value = value
    } else if (value > (second[k] ?? -SURE)) second[k] = value
  }))
  return { first, second }
}

const factsOf = ({ ask, workedTogether, past }: Situation): readonly boolean[] => [
  ...ASK_TYPES.map((type) => type === ask),
  past.length > 0, past.filter(({ daysAgo }) => daysAgo <= OFTEN).length > 1, past.some(({ daysAgo }) => daysAgo <= LATELY),
  past.some(({ open }) => open), past.some(({ owed }) => owed),
  workedTogether === true, workedTogether === false,
]

const logit = (p: number): number => Math.max(-SURE, Math.min(SURE, Math.log(p / (1 - p))))
const probability = (z: number): number => 1 / (1 + Math.exp(-z))
