import type { Language } from '../draft/front-matter.ts'
import { featuresOf, wordFeatures, type SentenceInput } from './features.ts'
import { unpackBase64, type ModelBytes, type ModelData, type ModelFacts } from './model-data.ts'
import { readModel } from './models.ts'
import { recall } from '../recall.ts'
import { readInContext, type SentenceAlone, type Situation } from './context.ts'
import { SIGNALS, type Scores, type Signal } from './signals.ts'

export type { ModelData, SentenceModel } from './model-data.ts'

/** A decoded model. */
export interface Model {
  /** Open addressing: hash of a feature and its row, in turns; row -1 where the place is free. */
  readonly table: Int32Array
  readonly mask: number
  readonly weights: Int8Array
  readonly data: ModelFacts
  readonly thresholds: Readonly<Record<Signal, number>>
  /** For the words met so far: the sum of what their features weigh, and last how many of these are known. */
  readonly words: Map<string, Int32Array>
  /** Sentences read of late, so that only what was typed is read anew. */
  readonly read: Map<string, Scores>
}

const loaded: Partial<Record<Language, Model>> = {}

/** Decodes the model of a language when it is first needed. */
function load(language: Language): Model {
  const known = loaded[language]
  if (known) return known
  const model = modelOf(readModel(language))
  loaded[language] = model
  return model
}

/** Makes a model ready for reading that was trained a moment ago. */
export const modelFrom = (data: ModelData): Model => modelOf(unpackBase64(data))

/** Makes a model ready for reading. */
function modelOf({ hashes: bytes, weights: packed, ...data }: ModelBytes): Model {
  let size = 1
  while (size < data.rows * 2) size *= 2
  const table = new Int32Array(size * 2).fill(-1)
  const mask = size - 1
  for (let row = 0; row < data.rows; row++) {
    const at = row * 4
    const hash = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)
    let place = spread(hash) & mask
    while (table[place * 2 + 1] !== -1) place = (place + 1) & mask
    table[place * 2] = hash
    table[place * 2 + 1] = row
  }
  const weights = new Int8Array(data.rows * data.signals.length)
  for (let i = 0; i < weights.length; i++) {
    const root = ((i % 2 === 0 ? (packed[i >> 1] ?? 0) >> 4 : (packed[i >> 1] ?? 0) & 15)) - 8
    weights[i] = root * Math.abs(root)
  }
  const thresholds = Object.fromEntries(SIGNALS.map((signal) => [signal, data.thresholds[data.signals.indexOf(signal)] ?? 0.5])) as Record<Signal, number>
  return { table, mask, weights, data, thresholds, words: new Map(), read: new Map() }
}

/** The probability from which on a sentence is held to do a thing. */
export const thresholdOf = (language: Language, signal: Signal): number => load(language).thresholds[signal]

/** Reads the sentences of a message again, each in the light of the others. */
export const scoreInContext = (language: Language, situation: Situation, sentences: readonly SentenceAlone[]): Scores[] =>
  readInContext(load(language).data.context, situation, sentences)

/** Reads a language with another model from now on: for training, and for trials of a model. */
export function useModel(language: Language, model: Model): void {
  loaded[language] = model
}

const spread = (hash: number): number => hash ^ (hash >>> 15)

/** How many sentences a model remembers. */
const READ_SENTENCES = 1_000

/** How many words a model remembers. */
const KNOWN_WORDS = 20_000

/** Reads a sentence: how likely it does each thing. */
export function score(language: Language, input: SentenceInput): Scores {
  const model = load(language)
  return recall(model.read, READ_SENTENCES, `${input.kind}\n${input.text}\n${input.lead}`, () => scoreWith(language, model, input))
}

/**
 * Reads a sentence with a model. A long one is read as a whole, clause by clause, and by pairs of clauses; a
 * thing is done if one of these readings says so.
 */
function scoreWith(language: Language, model: Model, input: SentenceInput): Scores {
  const { signals } = model.data
  const { words, clauses, joint, whole } = featuresOf(language, input)
  const width = signals.length + 1
  const count = (clauses.at(-1) ?? 0) + 1
  // Sums by place: each clause, each two clauses in a row, what reaches further, and last the whole sentence.
  const sums = new Int32Array((2 * count + 1) * width)
  const rest = (2 * count - 1) * width
  const last = 2 * count * width
  words.forEach((word, i) => { addSum(sums, (clauses[i] ?? 0) * width, wordSum(model, word)) })
  for (let i = 0; i < joint.length; i += 3) {
    const first = joint[i + 1] ?? 0
    const reach = (joint[i + 2] ?? 0) - first
    addRow(model, joint[i] ?? 0, sums, reach === 0 ? first * width : reach === 1 ? (count + first) * width : rest)
  }
  for (const hash of whole) addRow(model, hash, sums, last)

  const best = new Float64Array(signals.length).fill(-Infinity)
  const take = (window: Int32Array): void => {
    const norm = 1 / Math.sqrt(Math.max(1, window[width - 1] ?? 1))
    for (let column = 0; column < best.length; column++) {
      const z = (model.data.bias[column] ?? 0) + (window[column] ?? 0) * (model.data.scales[column] ?? 0) * norm
      if (z > (best[column] ?? 0)) best[column] = z
    }
  }
  const windowOf = (...places: readonly number[]): Int32Array => {
    const window = sums.slice(last, last + width)
    for (const place of places) addSum(window, 0, sums.subarray(place * width, (place + 1) * width))
    return window
  }
  take(windowOf(...Array.from({ length: 2 * count }, (_, place) => place)))
  if (count > 1) for (let clause = 0; clause < count; clause++) take(windowOf(clause))
  if (count > 2) for (let clause = 0; clause + 1 < count; clause++) take(windowOf(clause, clause + 1, count + clause))

  const scores = Object.fromEntries(SIGNALS.map((signal) => [signal, 0])) as Record<Signal, number>
  signals.forEach((signal, column) => { scores[signal] = 1 / (1 + Math.exp(-(best[column] ?? 0))) })
  return scores
}

/** Adds a sum to the one that begins at `offset`. */
function addSum(sums: Int32Array, offset: number, sum: Int32Array): void {
  for (let i = 0; i < sum.length; i++) sums[offset + i] = (sums[offset + i] ?? 0) + (sum[i] ?? 0)
}

/** Adds what a feature weighs, if it is known, to the sum that begins at `offset`. */
function addRow({ table, mask, weights, data }: Model, hash: number, sums: Int32Array, offset: number): void {
  let place = spread(hash) & mask
  while (table[place * 2 + 1] !== -1 && table[place * 2] !== hash) place = (place + 1) & mask
  const row = table[place * 2 + 1] ?? -1
  if (row < 0) return
  const columns = data.signals.length
  const from = row * columns
  for (let column = 0; column < columns; column++) sums[offset + column] = (sums[offset + column] ?? 0) + (weights[from + column] ?? 0)
  sums[offset + columns] = (sums[offset + columns] ?? 0) + 1
}

const wordSum = (model: Model, word: string): Int32Array => recall(model.words, KNOWN_WORDS, word, () => {
  const sum = new Int32Array(model.data.signals.length + 1)
  for (const hash of wordFeatures(word)) addRow(model, hash, sum, 0)
  return sum
})
