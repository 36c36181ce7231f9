import type { Nodes, Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Span } from '../text.ts'

const processor = unified().use(remarkParse).freeze()

/**
 * Parses the body of a draft. What stands before `bodyStart` (front matter) is hidden by blanks of equal length,
 * so that every position in the tree is an offset into the file as typed.
 */
export function parseMarkdown(text: string, bodyStart: number): Root {
  const hidden = text.slice(0, bodyStart).replace(/[^\r\n]/g, ' ')
  return withoutDepths(processor.parse(hidden + calm(text.slice(bodyStart))))
}

/** The characters that micromark pairs up, in quadratic time where they come in thousands. */
const PAIRED = /[*_[\]`<>&~]/g
const MAX_PAIRED = 1_500

/** Lists in lists in lists, all in one line. */
const STACKED = /^[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]*){30,}/gm

/** A message has no thousand stars, nor thirty lists in one line. What has is read as if they were blanks, so that no text takes long. */
function calm(body: string): string {
  const flat = body.replace(STACKED, (markers) => ' '.repeat(markers.length))
  return (flat.match(PAIRED)?.length ?? 0) > MAX_PAIRED ? flat.replace(PAIRED, ' ') : flat
}

/** Quotes in a mail lie a few levels deep. What lies far deeper would only overflow the stack of those who walk the tree. */
const MAX_DEPTH = 100

/** Empties what lies too deep; goes down without recursion, which is the point. */
function withoutDepths(tree: Root): Root {
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next
    if (!('children' in node)) continue
    if (depth >= MAX_DEPTH) node.children = []
    else for (const child of node.children) open.push({ node: child, depth: depth + 1 })
  }
  return tree
}

/** What kind of block a sentence stands in. */
export type BlockKind = 'paragraph' | 'list' | 'quote' | 'table' | 'heading'

/** A link or an image in a block: where it stands, what it shows and where it leads. */
export interface Link {
  readonly at: Span
  readonly text: string
  readonly url: string
}

/** A piece of prose: a paragraph, a list item's paragraph, a heading, a table row. */
export interface Block {
  readonly at: Span
  readonly kind: BlockKind
  /** As long as the source: markup, link targets and quote marks are blanks. */
  readonly prose: string
  readonly links: readonly Link[]
  /** For a list item: whether it has a task box. */
  readonly task: boolean
}

/** The span of a node. remark-parse gives every node a position with offsets. */
export const spanOf = (node: Nodes): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
})

/** The prose of a tree, in reading order. Code blocks and HTML hold none. */
export function blocksOf(tree: Root, text: string): Block[] {
  const blocks: Block[] = []
  const walk = (node: Nodes, kind: BlockKind, task: boolean): void => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        blocks.push(blockOf(node, text, node.type === 'heading' ? 'heading' : kind, task))
        return
      case 'blockquote':
        for (const child of node.children) walk(child, 'quote', false)
        return
      case 'listItem': {
        const box = /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s/.test(text.slice(spanOf(node).start, spanOf(node).end))
        for (const child of node.children) walk(child, kind === 'quote' ? 'quote' : 'list', box)
        return
      }
      case 'root':
      case 'list':
        for (const child of node.children) walk(child, kind, task)
        return
      default:
        return
    }
  }
  walk(tree, 'paragraph', false)
  return blocks
}

function blockOf(node: Nodes, text: string, kind: BlockKind, task: boolean): Block {
  const at = spanOf(node)
  const source = text.slice(at.start, at.end)
  const shown = new Array<string>(source.length).fill(' ')
  const links: Link[] = []
  const show = (span: Span): void => {
    let lineStart = false
    for (let i = span.start - at.start; i < span.end - at.start; i++) {
      const character = source[i] ?? ' '
      if (character === '\n' || character === '\r') lineStart = true
      else if (lineStart && (character === '>' || character === ' ' || character === '\t')) continue
      else lineStart = false
      shown[i] = character
    }
  }
  const walk = (inline: Nodes): void => {
    if (inline.type === 'text') show(spanOf(inline))
    else if (inline.type === 'inlineCode') {
      const code = spanOf(inline)
      const ticks = /^`+/.exec(text.slice(code.start, code.end))?.[0].length ?? 1
      show({ start: code.start + ticks, end: code.end - ticks })
    } else if (inline.type === 'link') {
      const link = spanOf(inline)
      links.push({ at: link, text: text.slice(link.start, link.end), url: inline.url })
      // An autolink shows its own target: `<https://…>` and bare addresses stay readable.
      for (const child of inline.children) walk(child)
    } else if (inline.type === 'image') {
      links.push({ at: spanOf(inline), text: inline.alt ?? '', url: inline.url })
    } else if ('children' in inline) for (const child of inline.children) walk(child)
  }
  if ('children' in node) for (const child of node.children) walk(child)
  for (const match of shown.join('').matchAll(/\b(?:https?:\/\/|www\.)[^\s<>()]*[^\s<>().,;:!?'"“”„»…]/g)) {
    const start = at.start + match.index
    links.push({ at: { start, end: start + match[0].length }, text: match[0], url: match[0] })
  }
  return { at, kind, prose: shown.join(''), links, task }
}
