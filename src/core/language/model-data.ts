import type { ContextData } from './context.ts'
import type { Signal } from './signals.ts'

/** What reads a sentence by itself. */
export interface SentenceModel {
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
}

/** A trained model as `training/train.ts` writes it. */
export interface ModelData extends SentenceModel {
  /** What a sentence does in its message, from how it and its neighbours were read. */
  readonly context: ContextData
  /** For each column the probability at which hits and false alarms balance on messages that were not learnt from. */
  readonly thresholds: readonly number[]
}

/** All of a model but its hashes and weights. */
export type ModelFacts = Omit<ModelData, 'hashes' | 'weights'>

/** A trained model, its hashes and weights no longer in base64. */
export interface ModelBytes extends ModelFacts {
  readonly hashes: Uint8Array
  readonly weights: Uint8Array
}

/** A model from what training has written. */
export const unpackBase64 = ({ hashes, weights, ...facts }: ModelData): ModelBytes =>
  ({ ...facts, hashes: decodeBase64(hashes), weights: decodeBase64(weights) })

/**
 * A model from a file of its own, as the build writes them: a line of JSON with the facts, then the hashes, then the weights.
 * @throws Error if the file is no such file, or not a whole one
 */
export function unpackFile(bytes: Uint8Array): ModelBytes {
  const start = bytes.indexOf(LINE_FEED) + 1
  const facts = JSON.parse(Array.from(bytes.subarray(0, start), (byte) => String.fromCharCode(byte)).join('')) as ModelFacts
  const middle = start + 4 * facts.rows
  const model = { ...facts, hashes: bytes.subarray(start, middle), weights: bytes.subarray(middle) }
  if (model.weights.length !== Math.ceil((facts.rows * facts.signals.length) / 2)) throw new Error('The model is not whole: install Askwell anew.')
  return model
}

const LINE_FEED = 10

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
