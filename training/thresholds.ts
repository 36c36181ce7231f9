import type { Language } from '../src/core/draft/front-matter.ts'
import { readInContext } from '../src/core/language/context.ts'
import { modelFrom, score, useModel, type SentenceModel } from '../src/core/language/model.ts'
import { SIGNALS, type Signal } from '../src/core/language/signals.ts'
import { fitContext, situationOf, type ReadExample, type ReadMessage } from './context.ts'
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

/** Messages of some writers, read by a model that has not learnt from them. */
export type Fold = readonly ReadMessage[]

/**
 * Reads messages, sentence by sentence, with models that have not learnt from their writers: a part of the writers is left out at a time.
 * @param fit trains a model
 */
export function readApart(language: Language, examples: readonly Example[], messages: readonly Message[], fit: (examples: readonly Example[]) => SentenceModel): Fold[] {
  const writers = [...new Set(messages.map(writerOf))]
  return Array.from({ length: FOLDS }, (_, fold) => {
    const apart = new Set(writers.filter((_writer, i) => i % FOLDS === fold))
    useModel(language, modelFrom({ ...fit(examples.filter(({ source }) => !apart.has(source))), ...UNJUDGED }))
    return messages.filter((message) => apart.has(writerOf(message))).map((message) => {
      const read = message.sentences.map((example): ReadExample => ({ example, text: example.text, kind: example.kind, scores: score(language, example) }))
      return { message, subject: read.find(({ kind }) => kind === 'heading'), sentences: read.filter(({ kind }) => kind !== 'heading') }
    })
  })
}

const UNJUDGED = { context: {}, thresholds: [] }

/** What matters where the friend was asked before. */
const OF_THE_PAST: ReadonlySet<Signal> = new Set(['ack', 'thanks', 'pending'])

/**
 * The thresholds at which whole messages are judged best. The second reading of each part is learnt from the other
 * parts. A message does a thing if one of its sentences does.
 */
export function messageThresholds(folds: readonly Fold[]): Threshold[] {
  const judged = folds.flatMap((fold) => {
    const context = fitContext(folds.filter((other) => other !== fold).flat())
    return fold.map(({ message, subject, sentences }) => {
      const scores = readInContext(context, situationOf(message), sentences)
      return { asked: message.history.length > 0, subject: subject ? [subject] : [], body: sentences.map(({ example }, i) => ({ example, scores: scores[i] })) }
    })
  })
  return SIGNALS.map((signal) => {
    const ranked = judged
      .filter(({ asked }) => asked || !OF_THE_PAST.has(signal))
      // Subject lines tell or don't; everything else is said by sentences.
      .map(({ subject, body }) => (signal === 'telling' ? subject : body))
      .filter((read) => read.length > 0)
      .map((read) => ({
        probability: Math.max(...read.map(({ scores }) => scores?.[signal] ?? 0)),
        does: read.some(({ example }) => example.tags.has(signal)),
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
