// Trains the model of a language from the tagged sentences under training/ and writes src/core/language/<lang>/model.ts.
//   npm run train          both languages
//   npm run train -- de    one of them
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language } from '../src/core/draft/front-matter.ts'
import { featuresOf, wordFeatures } from '../src/core/language/features.ts'
import type { ModelData, SentenceModel } from '../src/core/language/model.ts'
import { SIGNALS, type Signal } from '../src/core/language/signals.ts'
import { drawFrames } from './frames.ts'
import { ownWords, readTrainingFile, trainingFiles, type Example } from './data.ts'
import { fitWeights, type Settings } from './fit.ts'
import { fitContext } from './context.ts'
import { messageThresholds, readApart } from './thresholds.ts'

/** How the model is fitted, and which features it keeps: those that are seen so often, and of these so many. Chosen by leaving one writer out at a time. */
export const SETTINGS: Settings & { readonly leastCount: number; readonly rows: number } = { epochs: 18, rate: 0.2, decay: 4e-3, drop: 0.35, leastCount: 3, rows: 80_000 }

const COLUMNS = SIGNALS.length

/** What an example teaches of a signal: subject lines teach `telling` alone, sentences all else ("Your advice on my CV?" asks for nothing as a subject). */
const lesson = ({ kind, tags }: Example, signal: Signal): number => ((kind === 'heading') !== (signal === 'telling') ? -1 : tags.has(signal) ? 1 : 0)

const extracted = new WeakMap<Example, readonly Int32Array[]>()

/** The features of an example, for each of its readings; looked for once, however often it is learnt from. */
function windowsOf(language: Language, example: Example): readonly Int32Array[] {
  const known = extracted.get(example)
  if (known) return known
  const { words, clauses, joint, whole } = featuresOf(language, example)
  const count = (clauses.at(-1) ?? 0) + 1
  const window = (first: number, last: number): Int32Array => {
    const found = [...whole]
    words.forEach((word, i) => { if ((clauses[i] ?? 0) >= first && (clauses[i] ?? 0) <= last) found.push(...wordFeatures(word)) })
    for (let i = 0; i < joint.length; i += 3) if ((joint[i + 1] ?? 0) >= first && (joint[i + 2] ?? 0) <= last) found.push(joint[i] ?? 0)
    return Int32Array.from(found)
  }
  const windows = [window(0, count - 1)]
  if (count > 1) for (let clause = 0; clause < count; clause++) windows.push(window(clause, clause))
  if (count > 2) for (let clause = 0; clause + 1 < count; clause++) windows.push(window(clause, clause + 1))
  extracted.set(example, windows)
  return windows
}

/** Fits a model. Deterministic. */
export function fit(language: Language, examples: readonly Example[], settings = SETTINGS): SentenceModel {
  const counts = new Map<number, number>()
  for (const example of examples) for (const feature of new Set(windowsOf(language, example)[0])) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const hashes = [...counts].filter(([, count]) => count >= settings.leastCount).map(([hash]) => hash)
  const index = new Map(hashes.map((hash, row) => [hash, row]))
  const lessons = examples.map((example) => ({
    windows: windowsOf(language, example).map((window) => window.map((hash) => index.get(hash) ?? -1).filter((row) => row >= 0)),
    target: Int8Array.from(SIGNALS, (signal) => lesson(example, signal)),
  }))
  const { weights, bias } = fitWeights(lessons, hashes.length, COLUMNS, settings)
  const sizeOf = (row: number): number => {
    let size = 0
    for (let at = row * COLUMNS; at < (row + 1) * COLUMNS; at++) size += (weights[at] ?? 0) ** 2
    return size
  }
  const sizes = Float64Array.from(hashes, (hash, row) => sizeOf(row) * (counts.get(hash) ?? 0))
  const kept = hashes.map((_, row) => row)
    .sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0))
    .slice(0, settings.rows)
    .sort((a, b) => ((hashes[a] ?? 0) >>> 0) - ((hashes[b] ?? 0) >>> 0))
  return pack(hashes, kept, weights, bias)
}

/** Share of a column's weights that its scale has room for; the few beyond are cut. */
const ROOM = 0.9995

/** Stores four bits a weight: the signed square root, in steps of which there are seven on either side. */
function pack(hashes: readonly number[], kept: readonly number[], weights: Float32Array, bias: Float32Array): SentenceModel {
  const weightAt = (row: number, k: number): number => weights[row * COLUMNS + k] ?? 0
  const scales = SIGNALS.map((_, k) => {
    const sizes = Float32Array.from(kept, (row) => Math.abs(weightAt(row, k))).sort()
    return Math.max(1e-6, sizes[Math.floor(ROOM * (sizes.length - 1))] ?? 0) / 49
  })
  const nibble = (i: number): number => {
    const k = i % COLUMNS
    const weight = weightAt(kept[(i - k) / COLUMNS] ?? 0, k)
    return 8 + Math.sign(weight) * Math.min(7, Math.round(Math.sqrt(Math.abs(weight) / (scales[k] ?? 1))))
  }
  const packed = Buffer.alloc(Math.ceil((kept.length * COLUMNS) / 2))
  for (let i = 0; i < packed.length; i++) packed[i] = (nibble(2 * i) << 4) | nibble(2 * i + 1)
  return {
    signals: SIGNALS, rows: kept.length,
    hashes: Buffer.from(Int32Array.from(kept, (row) => hashes[row] ?? 0).buffer).toString('base64'), weights: packed.toString('base64'),
    scales: rounded(scales), bias: rounded(bias),
  }
}

const rounded = (values: Iterable<number>): number[] => Array.from(values, (value) => Number(value.toPrecision(5)))

/** The text of a model's module. */
const moduleOf = (model: ModelData): string => `// Written by training/train.ts. Do not edit.
import type { ModelData } from '../model.ts'

export const data: ModelData = ${JSON.stringify(model).replaceAll(/,"(?=\w+":)/g, ',\n"')}
`

const percent = (share = 0): number => Math.round(100 * share)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2)
  for (const lang of (['en', 'de'] as const).filter((one) => wanted.length === 0 || wanted.includes(one))) {
    const files = trainingFiles(lang).map((file) => readTrainingFile(file, lang))
    for (const fault of files.flatMap(({ faults }) => faults)) console.error(fault)
    const examples = files.flatMap((file) => file.examples)
    const always = [...ownWords(lang), ...drawFrames(lang)]
    const folds = readApart(lang, examples, files.flatMap(({ messages }) => messages), (some) => fit(lang, [...some, ...always]))
    const judged = messageThresholds(folds)
    const model: ModelData = { ...fit(lang, [...examples, ...always]), context: fitContext(folds.flat()), thresholds: judged.map(({ threshold }) => threshold) }
    writeFileSync(fileURLToPath(new URL(`../src/core/language/${lang}/model.ts`, import.meta.url)), moduleOf(model))
    console.log(SIGNALS.map((signal, k) => `${signal} ${percent(judged[k]?.precision)}/${percent(judged[k]?.recall)}`).join('  '))
    console.log(`${lang}: ${examples.length} sentences, ${always.length} made, ${model.rows} features, ${Math.round((model.hashes.length + model.weights.length) / 1024)} KiB`)
  }
}
