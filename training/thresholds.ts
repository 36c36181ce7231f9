import type { Language } from '../src/core/draft/front-matter.ts'
import { modelFrom, scoreWith, type ModelData } from '../src/core/language/model.ts'
import { SIGNALS } from '../src/core/language/signals.ts'
import type { Example, Message } from './data.ts'

/** For a signal: the probability from which on a message is held to do the thing, and how often that is right. */
export interface Threshold {
  readonly threshold: number
  /** Share of messages that do the thing and are held to. */
  readonly recall: number
  readonly precision: number
}

/**
 * The thresholds at which whole messages are judged best, on messages of writers that the model has not read: one writer
 * is left out at a time. A message does a thing if one of its sentences does.
 * @param fit trains a model
 */
export function messageThresholds(language: Language, examples: readonly Example[], messages: readonly Message[], fit: (examples: readonly Example[]) => ModelData): Threshold[] {
  const writers = [...new Set(messages.map(({ id }) => id.slice(0, id.indexOf(':'))))]
  const judged = writers.flatMap((writer) => {
    const model = modelFrom(fit(examples.filter(({ source }) => source !== writer)))
    return messages
      .filter(({ id }) => id.startsWith(`${writer}:`))
      .map(({ sentences }) => ({ sentences, scores: sentences.map((sentence) => scoreWith(language, model, sentence)) }))
  })
  return SIGNALS.map((signal) => {
    // Subject lines tell or don't; everything else is said by sentences.
    const says = ({ kind }: Example): boolean => (kind === 'heading') === (signal === 'telling')
    const ranked = judged
      .filter(({ sentences }) => sentences.some(says))
      .map(({ sentences, scores }) => ({
        p: Math.max(0, ...scores.filter((_, i) => { const sentence = sentences[i]; return sentence !== undefined && says(sentence) }).map((one) => one[signal])),
        hit: sentences.some((sentence) => says(sentence) && sentence.tags.has(signal)),
      }))
      .sort((a, b) => b.p - a.p)
    const total = ranked.filter(({ hit }) => hit).length
    let hits = 0
    let best = { threshold: 0.5, recall: 0, precision: 0, score: -1 }
    ranked.forEach(({ p, hit }, i) => {
      if (hit) hits++
      const said = i + 1
      // Half for finding the thing where it is, half for finding it missing where it is not.
      const present = (2 * hits) / (said + total)
      const absentHits = ranked.length - said - (total - hits)
      const absent = (2 * absentHits) / (2 * absentHits + (said - hits) + (total - hits) || 1)
      const score = present + absent
      if (score > best.score) best = { threshold: (p + (ranked[i + 1]?.p ?? 0)) / 2, recall: hits / Math.max(1, total), precision: hits / said, score }
    })
    return { threshold: Number(Math.min(0.95, Math.max(0.02, best.threshold)).toFixed(3)), recall: best.recall, precision: best.precision }
  })
}
