import type { Nodes } from 'mdast'
import type { Draft } from '../draft/draft.ts'
import { spanOf } from '../draft/markdown.ts'
import { slotsIn } from '../language/slots.ts'
import type { Span } from '../text.ts'

/** The unfilled slots of the body. Links, images, code and comments hold none; `<name>` is HTML to Markdown, and a slot to us. */
export function slotsInProse(draft: Draft): Span[] {
  const opaque: Span[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'linkReference' || node.type === 'imageReference' ||
      node.type === 'definition' || node.type === 'code' || node.type === 'inlineCode' || (node.type === 'html' && node.value.startsWith('<!--'))) opaque.push(spanOf(node))
    else if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(draft.tree)
  return slotsIn(draft.text, draft.body).filter(({ start, end }) => !opaque.some((span) => span.start <= start && end <= span.end))
}
