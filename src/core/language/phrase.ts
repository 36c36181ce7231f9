import type { Draft } from '../draft/draft.ts'
import type { Span } from '../text.ts'
import { score } from './model.ts'
import type { ReadSentence } from './reading.ts'
import type { Signal } from './signals.ts'

/** Where a sentence may be cut into clauses: behind a mark, before a conjunction. */
const JOINT = /[,;:–—(]\s+|\s+(?=(?:and|but|or|so|because|since|otherwise|und|aber|oder|sonst|weil|denn|damit)\s)/giu

/** A clause says nearly as much as its sentence, if it keeps so much of the probability. */
const SHARE = 0.8

/**
 * The words of a sentence that cause a finding: its shortest clause that alone does the thing nearly as surely, else the
 * whole sentence.
 */
export function phraseOf(draft: Draft, sentence: ReadSentence, signal: Signal): Span {
  const { start, end } = sentence.at
  const source = draft.text.slice(start, end)
  const clauses: Span[] = []
  let from = 0
  for (const match of source.matchAll(JOINT)) {
    clauses.push({ start: from, end: match.index })
    from = match.index + match[0].length
  }
  clauses.push({ start: from, end: source.length })
  if (clauses.length < 2) return sentence.at
  const enough = sentence.scores[signal] * SHARE
  let best: Span | undefined
  for (const clause of clauses) {
    const text = source.slice(clause.start, clause.end).trim()
    if (text.split(/\s+/).length < 2) continue
    if (score(draft.language, { text, kind: sentence.kind, lead: '' })[signal] < enough) continue
    if (!best || clause.end - clause.start < best.end - best.start) best = clause
  }
  if (!best) return sentence.at
  const text = source.slice(best.start, best.end)
  const lead = text.length - text.trimStart().length
  return { start: start + best.start + lead, end: start + best.start + lead + text.trim().length }
}
