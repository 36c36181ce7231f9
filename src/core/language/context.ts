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

/** What the second reading of a signal weighs, as `training/context.ts` fits it. */
export interface ContextWeights {
  /** Logits of the first reading, signal by signal: of the sentence itself, of the ones before and after it, and the highest in the rest of the message. */
  readonly own: readonly number[]
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly rest: readonly number[]
  /** Where the sentence stands, and what the situation is. */
  readonly place: readonly number[]
  readonly facts: readonly number[]
  readonly bias: number
}

/** The weights of each signal that is read again. */
export type ContextData = Partial<Readonly<Record<Signal, ContextWeights>>>

const WIDTH = SIGNALS.length
const ASK = SIGNALS.indexOf('ask')
const CLOSING = SIGNALS.indexOf('closing')

/** Beyond this, a logit says nothing more. */
const SURE = 8

/** How far a message may raise the logit of a sentence: what a sentence does must be in its words. */
export const RAISE = 2

/** Days within which an earlier ask is fresh, and within which two are many; as the rules count them by default. */
const LATELY = 21
const OFTEN = 60

/** How many inputs each part of the weights has. */
export const WIDTHS = { own: WIDTH, before: WIDTH, after: WIDTH, rest: WIDTH, place: 11, facts: ASK_TYPES.length + 7 } as const

/** What is read where no sentence stands. */
const NOTHING = new Float64Array(WIDTH).fill(-SURE)

/** What the second reading looks at, part by part. */
export type ContextInputs = Readonly<Record<keyof typeof WIDTHS, ArrayLike<number>>>

/** The inputs of the second reading, for each sentence. */
export function inputsOf(situation: Situation, sentences: readonly SentenceAlone[]): ContextInputs[] {
  const logits = sentences.map(({ scores }) => logitsOf(scores))
  const highest = highestOf(logits)
  const places = placesOf(sentences, logits)
  const facts = factsOf(situation)
  return logits.map((own, i) => ({
    own, before: logits[i - 1] ?? NOTHING, after: logits[i + 1] ?? NOTHING,
    rest: highest.map(({ index, value, second }) => (index === i ? second : value)),
    place: places[i] ?? [], facts,
  }))
}

/**
 * Reads each sentence again, now in its message. Headings are left as they were read: they ask for nothing.
 * The same as weighing what `inputsOf` gives, but what holds for more than one sentence is weighed once.
 */
export function readInContext(context: ContextData, situation: Situation, sentences: readonly SentenceAlone[]): Scores[] {
  const logits = sentences.map(({ scores }) => logitsOf(scores))
  const echoes = sentences.map(({ scores }) => echoesOf(context, scores))
  const highest = highestOf(logits)
  const places = placesOf(sentences, logits)
  const facts = factsOf(situation)
  const read = sentences.map(({ scores }): Record<Signal, number> => ({ ...scores }))
  const again = Object.entries(context) as [Signal, ContextWeights][]
  again.forEach(([signal, weights], at) => {
    const common = weights.bias + dot(weights.facts, facts) + highest.reduce((sum, { value }, k) => sum + (weights.rest[k] ?? 0) * value, 0)
    const sums = places.map((place, i) => common + dot(weights.place, place) +
      (echoes[i]?.own[at] ?? 0) + (echoes[i - 1]?.before[at] ?? dot(weights.before, NOTHING)) + (echoes[i + 1]?.after[at] ?? dot(weights.after, NOTHING)))
    // Where a sentence is itself the highest, the rest of the message is what counts.
    highest.forEach(({ index, value, second }, k) => { if (index >= 0) sums[index] = (sums[index] ?? 0) + (weights.rest[k] ?? 0) * (second - value) })
    const column = SIGNALS.indexOf(signal)
    read.forEach((scores, i) => { if (sentences[i]?.kind !== 'heading') scores[signal] = probability(Math.min(sums[i] ?? 0, (logits[i]?.[column] ?? 0) + RAISE)) })
  })
  read.forEach((scores, i) => { keepFrame(scores, sentences[i]?.text ?? '') })
  return read
}

/** A line of more words does something beside greeting or signing off; and so does one that hardly does either. */
const FRAME_WORDS = 4
const LEAST_FRAME = 0.1

/** Of a short line that rather greets or signs off ("Yours,", a name), nothing less likely is believed. */
function keepFrame(scores: Record<Signal, number>, text: string): void {
  const frame = Math.max(scores.greeting, scores.closing)
  if (frame < LEAST_FRAME || text.split(' ').length > FRAME_WORDS || text.includes('?')) return
  for (const signal of SIGNALS) if (scores[signal] < frame) scores[signal] = 0
}

/** What a sentence adds, for each signal that is read again: to its own sum, and to those of the sentences after and before it. */
interface Echoes {
  readonly context: ContextData
  readonly own: readonly number[]
  readonly before: readonly number[]
  readonly after: readonly number[]
}

const heard = new WeakMap<Scores, Echoes>()

/** What a sentence adds; worked out once for what is remembered. */
function echoesOf(context: ContextData, scores: Scores): Echoes {
  const known = heard.get(scores)
  if (known?.context === context) return known
  const logits = logitsOf(scores)
  const weights = Object.values(context)
  const echoes: Echoes = {
    context,
    own: weights.map(({ own }) => dot(own, logits)), before: weights.map(({ before }) => dot(before, logits)), after: weights.map(({ after }) => dot(after, logits)),
  }
  heard.set(scores, echoes)
  return echoes
}

function dot(weights: readonly number[], inputs: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < inputs.length; i++) sum += (weights[i] ?? 0) * (inputs[i] ?? 0)
  return sum
}

/** The highest value of each column, the row that has it, and the highest of the other rows. */
function highestOf(rows: readonly Float64Array[]): { readonly index: number; readonly value: number; readonly second: number }[] {
  return SIGNALS.map((_, k) => {
    let index = -1
    let value = -SURE
    let second = -SURE
    for (let i = 0; i < rows.length; i++) {
      const here = rows[i]?.[k] ?? -SURE
      if (index < 0 || here > value) {
        second = index < 0 ? -SURE : value
        index = i
        value = here
      } else if (here > second) second = here
    }
    return { index, value, second }
  })
}

/** Where each sentence stands: in the message, and towards the first ask and the sign-off. */
function placesOf(sentences: readonly SentenceAlone[], logits: readonly Float64Array[]): number[][] {
  const firstAsk = logits.findIndex((row) => (row[ASK] ?? 0) > 0)
  const ask = firstAsk < 0 ? sentences.length : firstAsk
  const last = logits.findLastIndex((row) => (row[CLOSING] ?? 0) < 0)
  return sentences.map(({ kind, text }, i) => {
    const place = i / Math.max(1, sentences.length - 1)
    return [
      place, place ** 2, i === 0, i === last, i === last - 1, i > ask, i === ask, i === ask + 1,
      kind === 'list' || kind === 'item', kind === 'quote', Math.log2(1 + text.length),
    ].map(Number)
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
