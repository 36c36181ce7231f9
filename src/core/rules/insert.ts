import type { RootContent } from 'mdast'
import type { Draft } from '../draft/draft.ts'
import { addKey } from '../draft/front-matter.ts'
import { cuesFor } from '../language/cues.ts'
import { layoutOf } from '../language/layout.ts'
import type { Reading } from '../language/reading.ts'
import { insertAt, lineEnding, replace, type Edit, type Span } from '../text.ts'

/** Chat and LinkedIn messages of one paragraph stay one: what is put in follows on the same line. */
const isOneParagraph = ({ blocks, frontMatter: { values } }: Draft): boolean =>
  blocks.length === 1 && blocks[0]?.kind === 'paragraph' && values.channel !== 'email' && values.channel !== undefined

/**
 * Puts `text` in as a last paragraph before the sign-off.
 * In a one-paragraph chat it goes in as a last sentence (unless it has several lines).
 */
export function insertBeforeClosing(draft: Draft, reading: Reading, text: string): Edit {
  const layout = layoutOf(draft, reading)
  const eol = lineEnding(draft.text)
  const words = text.replace(/\r?\n/g, eol)
  if (layout.closing) return insertAt(blockStart(draft, layout.beforeClosing), `${words}${eol}${eol}`)
  if (isOneParagraph(draft) && !text.includes('\n')) {
    // Chat often ends without a full stop; a line of its own keeps the sentences apart.
    const ended = /[.!?…]["”“»)]?\s*$/.test(draft.text.slice(0, layout.beforeClosing))
    return insertAt(layout.beforeClosing, `${ended ? ' ' : eol}${words}`)
  }
  const at = blockEnd(draft, layout.beforeClosing)
  return insertAt(at, at <= draft.body.start ? `${eol}${words}${eol}` : `${eol}${eol}${words}`)
}

/** Puts `text` in as the first paragraph behind the greeting. */
export function insertAfterGreeting(draft: Draft, reading: Reading, text: string): Edit {
  const { greeting } = layoutOf(draft, reading)
  const eol = lineEnding(draft.text)
  const words = text.replace(/\r?\n/g, eol)
  if (!greeting) {
    const first = draft.blocks[0]
    const opening = reading.sentences[0]
    // "Hey Maria, drinks on Thursday?": a greeting that is part of a sentence stays first.
    if (opening && opening.kind === 'paragraph' && greetsInside(draft, opening.text) && !text.includes('\n')) return insertAt(opening.at.end, ` ${words}`)
    if (!first) return insertAt(draft.body.end, `${/\n\r?\n$/.test(draft.text) ? '' : draft.text.endsWith('\n') ? eol : eol + eol}${words}${eol}`)
    return isOneParagraph(draft) ? insertAt(first.at.start, `${words} `) : insertAt(blockStart(draft, first.at.start), `${words}${eol}${eol}`)
  }
  const block = draft.blocks[greeting.block]
  const rest = afterBlanks(draft.text, greeting.at.end)
  if (!block || rest >= block.at.end) return insertAt(rest, `${eol}${eol}${words}`)
  if (isOneParagraph(draft)) return insertAt(greeting.at.end, ` ${words}`)
  const next = rest + (/^\r?\n/.exec(draft.text.slice(rest, rest + 2))?.[0].length ?? 0)
  return replace({ start: greeting.at.end, end: next }, `${eol}${eol}${words}${eol}${eol}`)
}

/** Whether a sentence begins with a greeting and goes on. */
function greetsInside(draft: Draft, sentence: string): boolean {
  const greeting = cuesFor(draft.language).greeting.exec(sentence)?.[0] ?? ''
  return /[,!]\s*$/.test(greeting) && greeting.length < sentence.length
}

const covers = (node: RootContent, offset: number): boolean =>
  (node.position?.start.offset ?? 0) <= offset && offset <= (node.position?.end.offset ?? 0)

/** The start of the top-level block (a list as a whole) in which `offset` stands, before the comments that speak of it. */
function blockStart(draft: Draft, offset: number): number {
  const { children } = draft.tree
  let index = children.findIndex((node) => covers(node, offset))
  for (let before = children[index - 1]; before?.type === 'html' && before.value.startsWith('<!--'); before = children[index - 1]) index--
  let start = children[index]?.position?.start.offset ?? offset
  while (/[ \t]/.test(draft.text.charAt(start - 1))) start--
  return start
}

/** The end of the top-level block in which `offset` stands. */
const blockEnd = (draft: Draft, offset: number): number =>
  afterBlanks(draft.text, draft.tree.children.find((node) => covers(node, offset))?.position?.end.offset ?? offset)

/** The offset behind the blanks that follow on the line. */
const afterBlanks = (text: string, offset: number): number => offset + (/^[ \t]*/.exec(text.slice(offset))?.[0].length ?? 0)

/** Takes a span out, together with the white space that would be left double, and an empty paragraph. */
export function remove(draft: Draft, span: { readonly start: number; readonly end: number }): Edit {
  const { text } = draft
  let { start, end } = span
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const nextBreak = text.indexOf('\n', end)
  const lineEnd = nextBreak < 0 ? text.length : nextBreak + 1
  const alone = /^[ \t>]*(?:[-*+•]|\d+[.)])?[ \t]*$/.test(text.slice(lineStart, start)) && /^[ \t]*\r?\n?$/.test(text.slice(end, lineEnd))
  if (alone) {
    start = lineStart
    end = lineEnd
    const blankBefore = /\n[ \t]*\r?\n$/.test(text.slice(0, start))
    const blankAfter = /^(?:[ \t]*\r?\n)+/.exec(text.slice(end))
    if (blankBefore && blankAfter) end += blankAfter[0].length
    return { at: { start, end }, text: '' }
  }
  const after = /^[ \t]+/.exec(text.slice(end))
  if (after) end += after[0].length
  else {
    const before = /[ \t]+$/.exec(text.slice(lineStart, start))
    if (before) start -= before[0].length
  }
  return { at: { start, end }, text: '' }
}

/** Takes several sentences out, and puts `instead` in the place of one of them. */
export function removeAll(draft: Draft, sentences: readonly { readonly at: Span }[], instead?: { readonly of: Span; readonly text: string }): Edit[] {
  const edits: Edit[] = []
  for (const { at } of sentences) {
    const edit = at === instead?.of ? { at, text: instead.text } : remove(draft, at)
    const before = edits.at(-1)
    // Two neighbours both reach for the space between them.
    const start = Math.max(edit.at.start, before?.at.end ?? 0)
    edits.push({ at: { start, end: Math.max(start, edit.at.end) }, text: edit.text })
  }
  return edits
}

/** The place of something missing: the sentence that asks, else the first that says anything, else the whole front matter's fence. */
export function placeOfMissing(draft: Draft, reading: Reading): { start: number; end: number } {
  const ask = reading.asks[0]?.sentence ?? layoutOf(draft, reading).content[0] ?? reading.sentences[0]
  if (ask) return ask.at
  const start = draft.frontMatter.block?.start ?? draft.body.start
  return { start, end: Math.min(draft.text.length, start + 3) }
}

/** A front matter line `key: value`, or the value of the key that is there. */
export function setFrontMatter(draft: Draft, key: 'ask' | 'subject' | 'target' | 'workedTogether' | 'friend', value: string | true): Edit | undefined {
  const { frontMatter, text } = draft
  if (!frontMatter.block || frontMatter.problems.some(({ kind }) => kind === 'yaml' || kind === 'not-a-map' || kind === 'engine')) return undefined
  const scalar = value === true ? 'true' : /^[\p{L}\p{N}][\p{L}\p{N} ._'()/–-]*$/u.test(value) && !/^(?:true|false|null|yes|no|on|off|[\d.]+)$/i.test(value) ? value : JSON.stringify(value)
  const place = frontMatter.places[key]
  if (!place) return addKey(frontMatter, text, key, scalar)
  return place.value.end > place.value.start ? { at: place.value, text: scalar } : insertAt(place.key.end + 1, ` ${scalar}`)
}
