import type { Language } from '../draft/front-matter.ts'
import * as de from './de/model.ts'
import * as en from './en/model.ts'
import { featuresOf, type SentenceInput } from './features.ts'
import { SIGNALS, type Signal } from './signals.ts'

/** A trained model as `training/train.ts` writes it. */
export interface ModelData {
  /** The signals it knows, in the order of its columns. */
  readonly signals: readonly Signal[]
  /** How many features it knows. */
  readonly rows: number
  /** Base64: the features' hashes, 32 bits each, ascending, little-endian. */
  readonly hashes: string
  /** Base64: a row of half bytes a feature: 8 more than the signed square root of the weight. */
  readonly weights: string
  /** What a unit of each column's weights is worth. */
  readonly scales: readonly number[]
  readonly bias: readonly number[]
  /** For each column the probability at which hits and false alarms balance on sentences that were not learnt from. */
  readonly thresholds: readonly number[]
}

/** The probability (0 to 1) that a sentence does each of the things in `SIGNALS`. */
export type Scores = Readonly<Record<Signal, number>>

/** A decoded model. */
export interface Model {
  /** Open addressing: hash of a feature and its row, in turns; row -1 where the place is free. */
  readonly table: Int32Array
  readonly mask: number
  readonly weights: Int8Array
  readonly data: ModelData
}

const loaded: Partial<Record<Language, Model>> = {}
const sources = { en: en.data, de: de.data } as const

/** Decodes the model of a language when it is first needed. */
function load(language: Language): Model {
  const known = loaded[language]
  if (known) return known
  const model = decode(sources[language])
  loaded[language] = model
  return model
}

function decode(data: ModelData): Model {
  const bytes = decodeBase64(data.hashes)
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
  const packed = decodeBase64(data.weights)
  const weights = new Int8Array(data.rows * data.signals.length)
  for (let i = 0; i < weights.length; i++) {
    const root = ((i % 2 === 0 ? (packed[i >> 1] ?? 0) >> 4 : (packed[i >> 1] ?? 0) & 15)) - 8
    weights[i] = root * Math.abs(root)
  }
  return { table, mask, weights, data }
}

/** The probability from which on a sentence is held to do a thing. */
export function thresholdOf(language: Language, signal: Signal): number {
  const { signals, thresholds } = sources[language]
  return thresholds[signals.indexOf(signal)] ?? 0.5
}

const spread = (hash: number): number => hash ^ (hash >>> 15)

/** Reads a sentence: how likely it does each thing. */
export const score = (language: Language, input: SentenceInput): Scores => scoreWith(language, load(language), input)

/** A model from its data. */
export const modelFrom = (data: ModelData): Model => decode(data)

/** Reads a sentence with a given model. */
export function scoreWith(language: Language, { table, mask, weights, data }: Model, input: SentenceInput): Scores {
  const columns = data.signals.length
  const sums = new Int32Array(columns)
  const features = featuresOf(language, input)
  for (const hash of features) {
    let place = spread(hash) & mask
    while (table[place * 2 + 1] !== -1 && table[place * 2] !== hash) place = (place + 1) & mask
    const row = table[place * 2 + 1] ?? -1
    if (row < 0) continue
    const offset = row * columns
    for (let column = 0; column < columns; column++) sums[column] = (sums[column] ?? 0) + (weights[offset + column] ?? 0)
  }
  const norm = 1 / Math.sqrt(Math.max(1, features.length))
  const scores = Object.fromEntries(SIGNALS.map((signal) => [signal, 0])) as Record<Signal, number>
  data.signals.forEach((signal, column) => {
    const z = (data.bias[column] ?? 0) + (sums[column] ?? 0) * (data.scales[column] ?? 0) * norm
    scores[signal] = 1 / (1 + Math.exp(-z))
  })
  return scores
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 to bytes; the core has neither `Buffer` nor `atob`. */
function decodeBase64(text: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let i = 0; i < ALPHABET.length; i++) values[ALPHABET.charCodeAt(i)] = i
  const length = Math.floor((text.replace(/=+$/, '').length * 3) / 4)
  const bytes = new Uint8Array(length)
  for (let i = 0, out = 0; out < length; i += 4) {
    const chunk = ((values[text.charCodeAt(i)] ?? 0) << 18) | ((values[text.charCodeAt(i + 1)] ?? 0) << 12) |
      ((values[text.charCodeAt(i + 2)] ?? 0) << 6) | (values[text.charCodeAt(i + 3)] ?? 0)
    bytes[out++] = chunk >>> 16
    if (out < length) bytes[out++] = (chunk >>> 8) & 255
    if (out < length) bytes[out++] = chunk & 255
  }
  return bytes
}
