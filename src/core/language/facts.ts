import type { Draft } from '../draft/draft.ts'
import { cuesFor } from './cues.ts'
import type { ReadSentence, Reading } from './reading.ts'
import { slotsIn } from './slots.ts'

/** A link, by scheme or by Markdown. */
const hasLink = (sentence: ReadSentence): boolean => sentence.links.length > 0

/** A sentence that asks for a review brings the CV too where that is at least so likely, of the likelihood that it asks. */
const SPOKEN_OF = 0.3

/** Whether a document about the writer comes with the message: attached, linked, or listed in the front matter. */
export function bringsCv(draft: Draft, reading: Reading): boolean {
  if ((draft.frontMatter.values.attachments ?? []).length > 0) return true
  const cues = cuesFor(draft.language)
  return reading.sentences.some((sentence, index) => {
    if (slotsIn(sentence.text, { start: 0, end: sentence.text.length }).length > 0) return false
    if (reading.strength(sentence, 'later') >= 1 && sentence.scores.later > sentence.scores.cv && !hasLink(sentence)) return false
    const shown = hasLink(sentence) || cues.attached.test(sentence.text)
    // "Would you look over my CV?" speaks of it, and brings it only where it says so.
    if (reading.strength(sentence, 'cv') >= 1 && (shown || sentence.scores.cv > SPOKEN_OF * sentence.scores.review)) return true
    const near = [reading.sentences[index - 1], sentence, reading.sentences[index + 1]]
    const namesCv = near.some((other) => other !== undefined && cues.cv.test(other.text))
    return namesCv && shown
  })
}

/** Whether the job posting is named: by link, by number, or by exact title with the company. */
export function bringsPosting(draft: Draft, reading: Reading): boolean {
  const cues = cuesFor(draft.language)
  return reading.text.some((sentence) =>
    reading.strength(sentence, 'posting') >= 1 || cues.posting.test(sentence.text) || linksPosting(sentence))
}

/** A link whose address says that a posting is behind it. */
const linksPosting = (sentence: ReadSentence): boolean =>
  sentence.links.some(({ url }) => /job|career|karriere|stelle|posting|vacanc|req|ausschreib/i.test(url))

/** Whether an introduction or a referral names its target: a person, a company or team, a role. A slot names nobody. */
export function namesTarget(draft: Draft, reading: Reading, signal: 'intro' | 'refer'): boolean {
  const cues = cuesFor(draft.language)
  const declared = draft.frontMatter.values.target?.replace(/\s+/g, ' ').trim().toLowerCase()
  return reading.text.some((sentence) => {
    const slots = slotsIn(sentence.text, { start: 0, end: sentence.text.length })
    const text = slots.reduceRight((rest, slot) => rest.slice(0, slot.start) + rest.slice(slot.end), sentence.text)
    if (declared && text.toLowerCase().includes(declared)) return true
    if (signal === 'refer' && (reading.strength(sentence, 'posting') >= 1 || cues.posting.test(text) || linksPosting(sentence))) return true
    const asks = reading.strength(sentence, signal) >= 0.8 || sentence === reading.subject
    const rest = text.replace(cues.greeting, '')
    const named = cues.name.test(rest) || cues.theirs.test(rest)
    if (slots.length === 0 && reading.strength(sentence, 'target') >= (named ? 0.6 : 1.15)) return !cues.anybody.test(rest) || named
    return asks && named
  })
}

/** Whether a time for a call is given: a length, a window, a date, a booking link. */
export function givesTime(draft: Draft, reading: Reading): boolean {
  const cues = cuesFor(draft.language)
  return reading.text.some((sentence) =>
    reading.strength(sentence, 'time') >= 1 ||
    cues.length.test(sentence.text) ||
    sentence.links.some(({ url }) => /cal|slot|book|termin|meet|zoom/i.test(url)) ||
    (reading.strength(sentence, 'meet') >= 0.8 && cues.when.test(sentence.text)))
}

/** How many specific questions or topics a message brings. What is improper, or asked for as a favour, is none. */
export function preparedQuestions(draft: Draft, reading: Reading): number {
  const cues = cuesFor(draft.language)
  let count = 0
  for (const sentence of reading.sentences) {
    if (reading.strength(sentence, 'improper') >= 1) continue
    const listed = sentence.kind === 'list' || sentence.kind === 'item'
    // What is listed, or asked with a question mark, needs less to be held for a prepared question.
    if (reading.strength(sentence, 'question') < (listed ? 0.4 : sentence.text.includes('?') ? 0.35 : 0.85)) continue
    if (sentence.scores.generic > sentence.scores.question) continue
    count += listed ? 1 : partsOf(sentence.text, cues.questionWord)
  }
  return count
}

/** How many questions one sentence asks: its clauses that open with a question word. */
function partsOf(text: string, questionWord: RegExp): number {
  const clauses = text.split(/[,;:–]\s*|\s(?:and|or|und|oder|sowie)\s|\s\d[.)]\s/iu).filter((clause) => {
    questionWord.lastIndex = 0
    return questionWord.test(clause.trim().split(/\s+/).slice(0, 4).join(' '))
  })
  return Math.max(1, clauses.length)
}

/** Words in the paragraph about the writer that the friend could forward. */
export interface Blurb {
  readonly sentences: number
  readonly words: number
}

/** The longest run of sentences about the writer that could be pasted as it stands. */
export function blurbOf(reading: Reading): Blurb {
  let best: Blurb = { sentences: 0, words: 0 }
  let run: Blurb = { sentences: 0, words: 0 }
  for (const sentence of reading.sentences) {
    const about = reading.strength(sentence, 'bio') >= (sentence.kind === 'quote' ? 0.4 : 0.7)
    run = about ? { sentences: run.sentences + 1, words: run.words + wordCount(sentence.text) } : { sentences: 0, words: 0 }
    if (run.words > best.words) best = run
  }
  return best
}

/** How many words a text has. */
export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
