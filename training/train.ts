// Trains the model of a language from the tagged sentences under training/ and writes src/core/language/<lang>/model.ts.
//   npm run train
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language } from '../src/core/draft/front-matter.ts'
import { featuresOf } from '../src/core/language/features.ts'
import type { ModelData } from '../src/core/language/model.ts'
import { SIGNALS } from '../src/core/language/signals.ts'
import { ownWords, readTrainingFile, trainingFiles, type Example } from './data.ts'
import { messageThresholds } from './thresholds.ts'

/** How the model is fitted. Chosen by leaving one writer out at a time (`training/trial.ts`). */
export const SETTINGS = { epochs: 18, rate: 0.2, decay: 3e-3, leastCount: 3 } as const

const COLUMNS = SIGNALS.length

/** Subject lines teach this signal alone, and sentences all others: "Your advice on my CV?" asks for nothing as a subject. */
const TELLING = SIGNALS.indexOf('telling')

/** A multi-label logistic regression over hashed features, by AdaGrad. Deterministic. */
export function fit(language: Language, examples: readonly Example[], settings: typeof SETTINGS | Record<keyof typeof SETTINGS, number> = SETTINGS): ModelData {
  const features = examples.map((example) => featuresOf(language, example))
  const counts = new Map<number, number>()
  for (const list of features) for (const feature of list) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const index = new Map<number, number>()
  for (const [feature, count] of counts) if (count >= settings.leastCount) index.set(feature, index.size)
  const rows = features.map((list) => Int32Array.from(list.flatMap((feature) => index.get(feature) ?? [])))
  const norms = features.map((list) => 1 / Math.sqrt(Math.max(1, list.length)))
  const targets = examples.map((example) => SIGNALS.map((signal) => (example.tags.has(signal) ? 1 : 0)))

  const weights = new Float32Array(index.size * COLUMNS)
  const squares = new Float32Array(index.size * COLUMNS).fill(1e-8)
  const bias = new Float32Array(COLUMNS)
  const biasSquares = new Float32Array(COLUMNS).fill(1e-8)
  const z = new Float32Array(COLUMNS)
  const random = generator(7)
  const order = rows.map((_, i) => i)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0]
    }
    for (const i of order) {
      const row = rows[i] ?? new Int32Array(0)
      const target = targets[i] ?? []
      const norm = norms[i] ?? 1
      const heading = examples[i]?.kind === 'heading'
      for (let k = 0; k < COLUMNS; k++) z[k] = 0
      for (const f of row) for (let k = 0, at = f * COLUMNS; k < COLUMNS; k++, at++) z[k]! += weights[at]!
      for (let k = 0; k < COLUMNS; k++) {
        const gradient = (k === TELLING) === heading ? 1 / (1 + Math.exp(-(bias[k]! + z[k]! * norm))) - (target[k] ?? 0) : 0
        z[k] = gradient
        biasSquares[k]! += gradient * gradient
        bias[k]! -= (settings.rate * gradient) / Math.sqrt(biasSquares[k]!)
      }
      for (const f of row) {
        for (let k = 0, at = f * COLUMNS; k < COLUMNS; k++, at++) {
          const gradient = z[k]! * norm + settings.decay * weights[at]!
          if (gradient < 1e-4 && gradient > -1e-4) continue
          squares[at]! += gradient * gradient
          weights[at]! -= (settings.rate * gradient) / Math.sqrt(squares[at]!)
        }
      }
    }
  }
  return pack([...index.keys()], weights, bias)
}

/** Share of a column's weights that its scale has room for; the few beyond are cut. */
const ROOM = 0.9995

/** Stores four bits a weight: the signed square root, in steps of which there are seven on either side. */
function pack(hashes: readonly number[], weights: Float32Array, bias: Float32Array): ModelData {
  const order = hashes.map((hash, f) => ({ hash, f })).sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0))
  const scales = SIGNALS.map((_, k) => {
    const sizes = hashes.map((_hash, f) => Math.abs(weights[f * COLUMNS + k] ?? 0)).sort((a, b) => a - b)
    return Math.max(1e-6, sizes[Math.floor(ROOM * (sizes.length - 1))] ?? 0) / 49
  })
  const nibbles = order.flatMap(({ f }) => scales.map((scale, k) => {
    const weight = weights[f * COLUMNS + k] ?? 0
    return 8 + Math.sign(weight) * Math.min(7, Math.round(Math.sqrt(Math.abs(weight) / scale)))
  }))
  const packed = Buffer.alloc(Math.ceil(nibbles.length / 2))
  for (let i = 0; i < packed.length; i++) packed[i] = ((nibbles[2 * i] ?? 8) << 4) | (nibbles[2 * i + 1] ?? 8)
  const ids = Buffer.alloc(order.length * 4)
  order.forEach(({ hash }, row) => ids.writeInt32LE(hash, row * 4))
  return {
    signals: SIGNALS, rows: order.length, hashes: ids.toString('base64'), weights: packed.toString('base64'),
    thresholds: SIGNALS.map(() => 0.5), scales: scales.map((value) => Number(value.toPrecision(6))), bias: [...bias].map((value) => Number(value.toPrecision(6))),
  }
}

/** A linear congruential generator: the same order of sentences at every run. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

/** The text of a model's module. */
const moduleOf = (model: ModelData): string => `// Written by training/train.ts. Do not edit.
import type { ModelData } from '../model.ts'

export const data: ModelData = ${JSON.stringify(model, null, 1)}
`

const percent = (share = 0): number => Math.round(100 * share)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const lang of ['en', 'de'] as const) {
    const files = trainingFiles(lang).map((file) => readTrainingFile(file, lang))
    for (const fault of files.flatMap(({ faults }) => faults)) console.error(fault)
    const examples = files.flatMap((file) => file.examples)
    const own = ownWords(lang)
    const judged = messageThresholds(lang, examples, files.flatMap(({ messages }) => messages), (some) => fit(lang, [...some, ...own]))
    const model: ModelData = { ...fit(lang, [...examples, ...own]), thresholds: judged.map(({ threshold }) => threshold) }
    writeFileSync(fileURLToPath(new URL(`../src/core/language/${lang}/model.ts`, import.meta.url)), moduleOf(model))
    console.log(SIGNALS.map((signal, k) => `${signal} ${percent(judged[k]?.precision)}/${percent(judged[k]?.recall)}`).join('  '))
    console.log(`${lang}: ${examples.length} sentences, ${model.rows} features, ${Math.round((model.hashes.length + model.weights.length) / 1024)} KiB`)
  }
}
