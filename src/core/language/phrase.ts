import type { Draft } from '../draft/draft.ts'
import type { Span } from '../text.ts'
import { score } from './model.ts'
import type { ReadSentence } from './reading.ts'
import type { Signal } from './signals.ts'

/** Where a sentence may be cut into clauses: behind a mark (but what is said stays with the saying: “sag, dass …”), before a conjunction. */
const JOINT = /[,;:–—(]\s+(?!(?:dass|ob)\s)|\s+(?=(?:and|but|or|so|because|since|otherwise|und|aber|oder|sonst|weil|denn|damit)\s)/giu

/** A clause says nearly as much as its sentence, if it keeps so much of the probability. */
const SHARE = 0.8

/** A clause of a sentence: where it stands in it, and its words. */
export interface Clause extends Span {
  readonly text: string
}

/** Cuts a sentence into clauses of two words or more. */
export function clausesOf(sentence: string): Clause[] {
  const clauses: Clause[] = []
  const add = (start: number, end: number): void => {
    const part = sentence.slice(start, end)
    const lead = part.length - part.trimStart().length
    const text = part.trim()
    if (/\S\s+\S/.test(text)) clauses.push({ start: start + lead, end: start + lead + text.length, text })
  }
  let from = 0
  for (const match of sentence.matchAll(JOINT)) {
    add(from, match.index)
    from = match.index + match[0].length
  }
  add(from, sentence.length)
  return clauses
}

/**
 * The words of a sentence that cause a finding: its shortest clause that alone does the thing nearly as surely, else the
 * whole sentence.
 */
export function phraseOf(draft: Draft, sentence: ReadSentence, signal: Signal): Span {
  const { start, end } = sentence.at
  const enough = sentence.scores[signal] * SHARE
  const [best] = clausesOf(draft.text.slice(start, end))
    .filter(({ text }) => score(draft.language, { text, kind: sentence.kind, lead: '' })[signal] >= enough)
    .sort((a, b) => a.text.length - b.text.length)
  return best ? { start: start + best.start, end: start + best.end } : sentence.at
}
