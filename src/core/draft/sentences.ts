import { recall } from '../recall.ts'
import type { Span } from '../text.ts'
import type { Block, BlockKind, Link } from './markdown.ts'
import type { Channel, Language } from './front-matter.ts'

/** A sentence of the body, in reading order. */
export interface Sentence {
  readonly at: Span
  /** The words without markup, white space folded. */
  readonly text: string
  readonly kind: BlockKind | 'item'
  /** Index of the block it stands in. */
  readonly block: number
  readonly links: readonly Link[]
}

const segmenters = new Map<Language, Intl.Segmenter>()
const segmenterFor = (language: Language): Intl.Segmenter => {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, made)
  return made
}

/** A full stop behind one of these does not end a sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:dr|mr|mrs|ms|prof|st|sr|jr|hr|fr|hrn|ing|dipl|mag|nr|no|req|ca|approx|bzw|usw|etc|inkl|incl|evtl|ggf|vgl|vs|tel|str|abt|mio|e\.g|i\.e|z\.\s?b|d\.\s?h|u\.\s?a|o\.\s?ä|s\.\s?o|p\.\s?s|u|z|d|o|i|\p{Lu}|\d{1,2})\.\s*$/iu
const ORDINAL = /(?:^|\s)\d{1,2}\.\s*$/

/**
 * Cuts blocks into sentences, paragraph by paragraph (`Intl.Segmenter` over a whole text is quadratic in Node 20).
 * A line break ends a sentence unless the line was merely wrapped.
 * @param channel in a chat nobody wraps lines: a break that was typed will be seen
 */
export function sentencesOf(blocks: readonly Block[], language: Language, channel: Channel | undefined): Sentence[] {
  const sentences: Sentence[] = []
  blocks.forEach((block, index) => {
    let lineOffset = 0
    for (const line of channel === 'chat' || channel === 'linkedin' ? atBreaks(block.prose) : unwrap(block.prose)) {
      for (const piece of pieces(line, language)) {
        const start = block.at.start + lineOffset + piece.start
        const end = block.at.start + lineOffset + piece.end
        const words = line.slice(piece.start, piece.end).replace(/\s+/g, ' ')
        const item = block.kind === 'paragraph' && /^(?:[•–—*]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)/.test(words)
        sentences.push({
          at: { start, end },
          text: words,
          kind: item ? 'item' : block.kind,
          block: index,
          links: block.links.filter((link) => link.at.start < end && link.at.end > start),
        })
      }
      lineOffset += line.length
    }
  })
  return sentences
}

/** Splits prose at the line breaks that mean something; wrapped lines stay together. Nothing is dropped: the parts add up. */
function unwrap(prose: string): string[] {
  const joined: string[] = []
  for (const line of prose.split(/(?<=\n)/)) {
    const before = joined.at(-1)
    const wrapped = before !== undefined && before.trimEnd().length >= 50 && !/[.!?:;…]["”“»)]*\s*$/.test(before) &&
      /^\s*[\p{Ll}\d(„"“]/u.test(line) && !/^\s*(?:\(?\d{1,2}[.)]|[a-z]\))\s/.test(line)
    if (wrapped) joined[joined.length - 1] = before + line
    else joined.push(line)
  }
  return joined.flatMap(shorten)
}

const atBreaks = (prose: string): string[] => prose.split(/(?<=\n)/).flatMap(shorten)

/** Cuts a line that is too long to be segmented at once. */
const shorten = (line: string): readonly string[] => (line.length > SEGMENTED ? line.match(/[^]{1,4000}(?=\s|$)|[^]{1,4000}/gu) ?? [] : [line])

/** So long a line (in UTF-16 units) is segmented at a time: the segmenter is quadratic. */
const SEGMENTED = 4000

/** How many lines are remembered. */
const REMEMBERED = 500

const remembered = new Map<string, readonly Span[]>()

/** The sentences of a line; of lines cut lately, only what was typed is cut anew. */
function pieces(line: string, language: Language): readonly Span[] {
  return recall(remembered, REMEMBERED, `${language} ${line}`, () => cut(line, language))
}

function cut(line: string, language: Language): Span[] {
  const found: Span[] = []
  let open: { start: number; end: number } | undefined
  for (const { segment, index } of segmenterFor(language).segment(line.replace(/[\r\n]/g, ' '))) {
    if (open) open.end = index + segment.length
    else open = { start: index, end: index + segment.length }
    const soFar = line.slice(open.start, open.end)
    const next = line.slice(open.end)
    if (continues(soFar, next)) continue
    for (const part of atEmoji(line, open)) push(found, line, part)
    open = undefined
  }
  if (open) push(found, line, open)
  return found
}

/** In chat an emoji ends a sentence where a capital letter follows. */
function atEmoji(line: string, piece: Span): Span[] {
  const parts: Span[] = []
  let start = piece.start
  for (const match of line.slice(piece.start, piece.end).matchAll(/\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}]?\s+(?=\p{Lu})/gu)) {
    const end = piece.start + match.index + match[0].length
    parts.push({ start, end })
    start = end
  }
  return [...parts, { start, end: piece.end }]
}

/** So much of a sentence's end (in UTF-16 units) tells whether it goes on. */
const TAIL = 1000

function continues(sentence: string, next: string): boolean {
  if (next.trim() === '') return false
  const tail = sentence.slice(-TAIL)
  return (ABBREVIATION.test(tail) && !/^\s*(?:I|Ich|Wir|We|Das|The|Und|And)\b/.test(next)) ||
    ORDINAL.test(tail) ||
    // "https://a.example/?page=2" is one word.
    (/(?:^|[\s(<"'„“])(?:https?:\/\/|www\.)\S*$/.test(tail) && /^\S/.test(next)) ||
    // "?? jetzt", "!! und": chat goes on in lower case only after dots, never after a question or a shout.
    /^(?:\(?\d{1,2}|[a-z])[.)]\s*$/.test(sentence.trim())
}

function push(found: Span[], line: string, piece: Span): void {
  const text = line.slice(piece.start, piece.end)
  const lead = text.length - text.trimStart().length
  const start = piece.start + lead
  const end = start + text.trim().length
  if (end === start) return
  // A closing emoji or bracket belongs to the sentence before it.
  const before = found.at(-1)
  if (before && !/[\p{L}\p{N}]/u.test(text)) found[found.length - 1] = { start: before.start, end }
  else found.push({ start, end })
}
