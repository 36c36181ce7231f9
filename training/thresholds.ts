import type { Language } from '../src/core/draft/front-matter.ts'
import { readRecord, recordSchema } from '../src/cli/record.ts'
import { lint } from '../src/core/index.ts'
import { modelFrom, useModel, type Model, type ModelData } from '../src/core/language/model.ts'
import { SIGNALS } from '../src/core/language/signals.ts'
import type { Example, Message } from './data.ts'

/** What thresholds were found, and how well the rules do with them on messages of writers that the models had not read. */
export interface Tuned {
  /** For each signal the probability from which on a sentence is held to do the thing. */
  readonly thresholds: readonly number[]
  readonly precision: number
  readonly recall: number
}

/** Into how many parts the writers are divided. */
const FOLDS = 3

/** How much worse a false alarm is than a miss. */
const NAGGING = Number(process.env.NAGGING ?? 1.5)

/** Probabilities that are tried as thresholds. */
const CANDIDATES = [0.03, 0.05, 0.08, 0.11, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.46, 0.52, 0.58, 0.64, 0.7, 0.76, 0.82, 0.88, 0.93]

/** How often all signals are gone through. */
const ROUNDS = 2

/**
 * The thresholds with which the rules judge whole messages best, a false alarm counting for more than a miss. The
 * messages are of writers that the judging model has not read: a part of the writers is left out at a time.
 * @param fit trains a model
 */
export function tuneThresholds(language: Language, examples: readonly Example[], messages: readonly Message[], fit: (examples: readonly Example[]) => ModelData): Tuned {
  const writers = [...new Set(messages.map(writerOf))]
  const thresholds = SIGNALS.map(() => 0.4)
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const apart = new Set(writers.filter((_writer, i) => i % FOLDS === fold))
    const model = modelFrom({ ...fit(examples.filter(({ source }) => !apart.has(source))), thresholds })
    const labelled = messages.filter((message) => apart.has(writerOf(message))).map((message) => {
      const record = recordSchema.parse(message)
      return { ...readRecord(record), today: message.today, labels: new Set<string>(message.labels) }
    })
    return { model, labelled }
  })
  let best = judge(language, folds)
  for (let round = 0; round < ROUNDS; round++) {
    SIGNALS.forEach((_, column) => {
      let kept = thresholds[column] ?? 0.4
      for (const candidate of CANDIDATES) {
        thresholds[column] = candidate
        const judged = judge(language, folds)
        if (judged.score <= best.score) continue
        best = judged
        kept = candidate
      }
      thresholds[column] = kept
    })
  }
  return { thresholds, precision: best.precision, recall: best.recall }
}

const writerOf = ({ id }: Message): string => id.slice(0, id.indexOf(':'))

interface Fold {
  readonly model: Model
  readonly labelled: readonly (ReturnType<typeof readRecord> & { readonly today: string; readonly labels: ReadonlySet<string> })[]
}

/** Rules that the labels of messages cover. */
const isLabelled = (rule: string): boolean => !rule.startsWith('draft/') && rule !== 'choose/declined'

function judge(language: Language, folds: readonly Fold[]): { score: number; precision: number; recall: number } {
  let hits = 0
  let falseAlarms = 0
  let wanted = 0
  for (const { model, labelled } of folds) {
    useModel(language, model)
    for (const { draft, workspace, today, labels } of labelled) {
      wanted += labels.size
      for (const { rule } of lint(draft, { workspace, today })) {
        if (!isLabelled(rule)) continue
        if (labels.has(rule)) hits++
        else falseAlarms++
      }
    }
  }
  const missed = wanted - hits
  const weighed = (1 + 1 / NAGGING) * hits
  return {
    score: weighed / (weighed + missed / NAGGING + falseAlarms),
    precision: hits / Math.max(1, hits + falseAlarms), recall: hits / Math.max(1, wanted),
  }
}
