import type { Language } from '../src/core/draft/front-matter.ts'
import { modelFrom, score, useModel, type ModelData } from '../src/core/language/model.ts'
import { SIGNALS } from '../src/core/language/signals.ts'
import type { Example, Message } from './data.ts'

/** For a signal: the probability from which on a sentence is held to do the thing, and how often that is right. */
export interface Threshold {
  readonly threshold: number
  /** Share of messages that do the thing and are held to. */
  readonly recall: number
  readonly precision: number
}

/** Into how many parts the writers are divided. */
const FOLDS = 3

/**
 * The thresholds at which whole messages are judged best, on messages of writers that the model has not read: a part
 * of the writers is left out at a time. A message does a thing if one of its sentences does.
 * @param fit trains a model
 */
export function messageThresholds(language: Language, examples: readonly Example[], messages: readonly Message[], fit: (examples: readonly Example[]) => ModelData): Threshold[] {
  const writers = [...new Set(messages.map(writerOf))]
  const judged = Array.from({ length: FOLDS }, (_, fold) => new Set(writers.filter((_writer, i) => i % FOLDS === fold))).flatMap((apart) => {
    useModel(language, modelFrom(fit(examples.filter(({ source }) => !apart.has(source)))))
    return messages
      .filter((message) => apart.has(writerOf(message)))
      .map(({ sentences }) => sentences.map((sentence) => ({ sentence, scores: score(language, sentence) })))
  })
  return SIGNALS.map((signal) => {
    // Subject lines tell or don't; everything else is said by sentences.
    const says = ({ kind }: Example): boolean => (kind === 'heading') === (signal === 'telling')
    const ranked = judged
      .map((read) => read.filter(({ sentence }) => says(sentence)))
      .filter((read) => read.length > 0)
      .map((read) => ({
        probability: Math.max(...read.map(({ scores }) => scores[signal])),
        does: read.some(({ sentence }) => sentence.tags.has(signal)),
      }))
      .sort((a, b) => b.probability - a.probability)
    return bestThreshold(ranked)
  })
}

const writerOf = ({ id }: Message): string => id.slice(0, id.indexOf(':'))

/** @param ranked messages, the likeliest first */
function bestThreshold(ranked: readonly { readonly probability: number; readonly does: boolean }[]): Threshold {
  const total = ranked.filter(({ does }) => does).length
  let hits = 0
  let best = { threshold: 0.5, recall: 0, precision: 0, score: -1 }
  ranked.forEach(({ probability, does }, i) => {
    if (does) hits++
    const said = i + 1
    const falseAlarms = said - hits
    const missed = total - hits
    const quiet = ranked.length - said - missed
    // Half for finding the thing where it is, half for finding it missing where it is not: rules look for both.
    const score = (2 * hits) / (said + total) + (2 * quiet) / (2 * quiet + falseAlarms + missed || 1)
    if (score > best.score) best = { threshold: (probability + (ranked[i + 1]?.probability ?? 0)) / 2, recall: hits / Math.max(1, total), precision: hits / said, score }
  })
  return { threshold: Number(Math.min(0.95, Math.max(0.02, best.threshold)).toFixed(3)), recall: best.recall, precision: best.precision }
}
