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
export const MAX_LENGTH = 200_000

/** Reads a file as a draft. Always answers: what could not be read is listed in `frontMatter.problems`. */
export function parseDraft(text: string): Draft {
  if (text.length > MAX_LENGTH) return tooLong(text)
  const frontMatter = readFrontMatter(text)
  const body = { start: frontMatter.bodyStart, end: text.length }
  const tree = parseMarkdown(text, body.start)
  const blocks = blocksOf(tree, text)
  const language = frontMatter.values.lang ?? detectLanguage(`${frontMatter.values.subject ?? ''} ${blocks.map((block) => block.prose).join(' ')}`)
  return { text, frontMatter, body, tree, blocks, sentences: sentencesOf(blocks, language), language }
}

/** English or German, by letter trigrams; English where there is too little to tell. */
export function detectLanguage(text: string): Language {
  const plain = text.slice(0, 2_000)
  if (/[äöüß]|\b(?:ich|und|nicht|dich|dir|bitte|für|fuer|mich|hallo|kannst|könntest|wäre)\b/i.test(plain) && !/\b(?:the|and|you|would|with)\b/i.test(plain)) return 'de'
  const best = francAll(plain, { only: ['eng', 'deu'], minLength: 8 })[0]?.[0]
  return best === 'deu' ? 'de' : 'en'
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
