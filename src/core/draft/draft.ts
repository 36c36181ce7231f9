import { francAll } from 'franc-min'
import type { Root } from 'mdast'
import type { Span } from '../text.ts'
import { readFrontMatter, type FrontMatter, type Language } from './front-matter.ts'
import { blocksOf, parseMarkdown, type Block } from './markdown.ts'
import { sentencesOf, type Sentence } from './sentences.ts'

/** A draft, parsed once and shared by all that read it. */
export interface Draft {
  readonly text: string
  readonly frontMatter: FrontMatter
  readonly body: Span
  readonly tree: Root
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
  readonly language: Language
}

/** A message is a page or two. What is longer than this (in UTF-16 units) is no message, and is not read. */
export const MAX_LENGTH = 30_000

/** Reads a file as a draft. Always answers: what could not be read is listed in `frontMatter.problems`. */
export function parseDraft(text: string): Draft {
  if (text.length > MAX_LENGTH) return tooLong(text)
  const frontMatter = readFrontMatter(text)
  const body = { start: frontMatter.bodyStart, end: text.length }
  const tree = parseMarkdown(text, body.start)
  const blocks = blocksOf(tree, text)
  const language = frontMatter.values.lang ?? detectLanguage(`${frontMatter.values.subject ?? ''} ${blocks.map((block) => block.prose).join(' ')}`)
  return { text, frontMatter, body, tree, blocks, sentences: sentencesOf(blocks, language, frontMatter.values.channel), language }
}

const GERMAN = /(?<![\p{L}])(?:ich|und|nicht|dich|dir|bitte|für|fuer|mich|kannst|könntest|wäre|ist|das|die|der)(?![\p{L}])/giu
const ENGLISH = /(?<![\p{L}])(?:the|and|you|your|would|with|for|my|me|is|are|of|to|i'm|i've)(?![\p{L}])/giu

/** As much text (in UTF-16 units) as tells the language. */
const SAMPLE = 600

/**
 * English or German. The commonest words tell nearly always; where they don't, letter trigrams do. English where there
 * is too little to tell.
 */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE)
  const german = sample.match(GERMAN)?.length ?? 0
  const english = sample.match(ENGLISH)?.length ?? 0
  if (german > 2 * english + 1) return 'de'
  if (english > 2 * german + 1) return 'en'
  return francAll(sample, { only: ['eng', 'deu'], minLength: 8 })[0]?.[0] === 'deu' ? 'de' : 'en'
}

function tooLong(text: string): Draft {
  const at = { start: 0, end: Math.min(80, text.length) }
  const frontMatter: FrontMatter = {
    values: {}, places: {}, problems: [{ kind: 'too-long', at }], block: undefined, end: 0, bodyStart: text.length,
  }
  return {
    text, frontMatter, body: { start: text.length, end: text.length }, tree: { type: 'root', children: [] },
    blocks: [], sentences: [], language: 'en',
  }
}
