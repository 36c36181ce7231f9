import { WIDTHS, inputsOf, type ContextData, type ContextWeights, type SentenceAlone, type Situation } from '../src/core/language/context.ts'
import { SIGNALS, type Signal } from '../src/core/language/signals.ts'
import type { AskType } from '../src/core/draft/front-matter.ts'
import type { Example, Message } from './data.ts'
import { generator, shuffle } from './fit.ts'

/** A sentence as a model read it that had not learnt from its writer. */
export type ReadExample = SentenceAlone & { readonly example: Example }

/** A message whose sentences were read, each by itself. */
export interface ReadMessage {
  readonly message: Message
  readonly subject: ReadExample | undefined
  readonly sentences: readonly ReadExample[]
}

/** What the front matter and the history say of a message. */
export const situationOf = ({ ask, workedTogether, history }: Message): Situation => ({
  ask: ask as AskType,
  workedTogether: workedTogether ?? undefined,
  past: history.map(({ daysAgo, status, thanked }) => ({ daysAgo, open: status === 'open', owed: status === 'granted' && !thanked })),
})

/**
 * What is read again in its message: how somebody stands to the friend, and what goes on, shows in the whole. Whether a CV, a time, a way out is there
 * does not: most messages that ask for a review bring the CV, and the one that does not is the one to find.
 */
const IN_CONTEXT: readonly Signal[] = ['ack', 'thanks', 'pending', 'pressure', 'dishonest', 'improper', 'bio', 'question']

const PARTS = Object.entries(WIDTHS) as [keyof typeof WIDTHS, number][]

/** How many inputs there are, all parts in a row. */
const INPUTS = PARTS.reduce((sum, [, width]) => sum + width, 0)

/** Where among the inputs the first reading of each stands. */
const OWN = IN_CONTEXT.map((signal) => SIGNALS.indexOf(signal))

/** How the second reading is fitted. Chosen by leaving writers out. */
const EPOCHS = 20
const BATCH = 128
const RATE = 2e-3
const DECAY = 0.1
/** Share of the inputs that are left out each time, so that none is relied on alone. */
const DROP = 0.25

/**
 * Fits the second reading: what a sentence does, from how it and its neighbours were read. A logistic regression for each signal,
 * which begins with the first reading and learns what to add to it; by AdamW (Loshchilov and Hutter 2019). Deterministic.
 */
export function fitContext(messages: readonly ReadMessage[]): ContextData {
  const random = generator(5)
  const rows = messages.flatMap(({ message, sentences }) => [sentences, ...partsOf(sentences, random)].flatMap((part) => inputsOf(situationOf(message), part)
    .map((inputs, i) => ({ inputs: Float64Array.from(PARTS.flatMap(([part]) => Array.from(inputs[part]))), target: IN_CONTEXT.map((signal) => Number(part[i]?.example.tags.has(signal))) }))))
  const { mean, spread } = momentsOf(rows.map(({ inputs }) => inputs))
  const standard = rows.map(({ inputs, target }) => ({ own: inputs, inputs: inputs.map((value, i) => (value - (mean[i] ?? 0)) / (spread[i] ?? 1)), target }))
  const width = INPUTS + 1
  const size = IN_CONTEXT.length * width
  const weights = new Float64Array(size)
  const gradient = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const steps = EPOCHS * Math.ceil(standard.length / BATCH)
  let step = 0
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(standard, random)
    for (let start = 0; start < standard.length; start += BATCH) {
      const batch = standard.slice(start, start + BATCH)
      gradient.fill(0)
      for (const { own, inputs, target } of batch) {
        const seen = inputs.map((value) => (random() < DROP ? 0 : value / (1 - DROP)))
        for (let k = 0; k < IN_CONTEXT.length; k++) {
          const from = k * width
          let z = (own[OWN[k] ?? 0] ?? 0) + (weights[from + INPUTS] ?? 0)
          for (let i = 0; i < INPUTS; i++) z += (weights[from + i] ?? 0) * (seen[i] ?? 0)
          const slope = (1 / (1 + Math.exp(-z)) - (target[k] ?? 0)) / batch.length
          for (let i = 0; i < INPUTS; i++) gradient[from + i] = (gradient[from + i] ?? 0) + slope * (seen[i] ?? 0)
          gradient[from + INPUTS] = (gradient[from + INPUTS] ?? 0) + slope
        }
      }
      step++
      const rate = RATE * 0.5 * (1 + Math.cos((Math.PI * step) / steps))
      for (let at = 0; at < size; at++) {
        const g = gradient[at] ?? 0
        const m = 0.9 * (first[at] ?? 0) + 0.1 * g
        const v = 0.999 * (second[at] ?? 0) + 0.001 * g * g
        first[at] = m
        second[at] = v
        weights[at] = (weights[at] ?? 0) * (1 - rate * DECAY) - (rate * m) / (1 - 0.9 ** step) / (Math.sqrt(v / (1 - 0.999 ** step)) + 1e-8)
      }
    }
  }
  return Object.fromEntries(IN_CONTEXT.map((signal, k) => [signal, plainWeights(weights.subarray(k * width, (k + 1) * width), OWN[k] ?? 0, mean, spread)]))
}

/** Parts of a message, as it stands while it is being written: up to some sentence, and with sentences left out. */
function partsOf<Sentence>(sentences: readonly Sentence[], random: () => number): Sentence[][] {
  const end = 1 + Math.floor(random() * sentences.length)
  const share = random()
  return [sentences.slice(0, end), sentences.filter(() => random() < share)]
}

/** The weights for inputs as they come, the first reading (at `own`) among them. */
function plainWeights(weights: Float64Array, own: number, mean: Float64Array, spread: Float64Array): ContextWeights {
  const plain = Array.from({ length: INPUTS }, (_, i) => (weights[i] ?? 0) / (spread[i] ?? 1))
  const bias = plain.reduce((sum, weight, i) => sum - weight * (mean[i] ?? 0), weights[INPUTS] ?? 0)
  plain[own] = (plain[own] ?? 0) + 1
  let at = 0
  const part = (name: keyof typeof WIDTHS): number[] => plain.slice(at, at += WIDTHS[name]).map(rounded)
  return { own: part('own'), before: part('before'), after: part('after'), rest: part('rest'), place: part('place'), facts: part('facts'), bias: rounded(bias) }
}

const rounded = (weight: number): number => Number(weight.toPrecision(3))

/** Mean and standard deviation of each input; 1 for those that never change. */
function momentsOf(rows: readonly Float64Array[]): { readonly mean: Float64Array; readonly spread: Float64Array } {
  const mean = new Float64Array(INPUTS)
  const spread = new Float64Array(INPUTS)
  for (const row of rows) row.forEach((value, i) => { mean[i] = (mean[i] ?? 0) + value / rows.length })
  for (const row of rows) row.forEach((value, i) => { spread[i] = (spread[i] ?? 0) + (value - (mean[i] ?? 0)) ** 2 / rows.length })
  return { mean, spread: spread.map((variance) => Math.sqrt(variance) || 1) }
}
