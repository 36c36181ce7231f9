import type { Hover, Position } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { frontMatterKeys, readFrontMatter, type FrontMatterKey } from '../core/index.ts'
import { factsMarkdown, type Viewpoint } from './friend-facts.ts'
import { frontMatterHelp } from './front-matter-help.ts'
import { rangeOf } from './present.ts'

/** What a front matter key means, where the cursor is on one; how things stand with the friend, where it is on the name. */
export function hover(document: TextDocument, position: Position, viewpoint: Viewpoint): Hover | null {
  const { locale } = viewpoint
  const offset = document.offsetAt(position)
  const { block, places, values } = readFrontMatter(document.getText())
  if (!block || offset > block.end) return null
  const name = places.friend?.value
  if (name && values.friend !== undefined && offset >= name.start && offset <= name.end) {
    return { range: rangeOf(document, name), contents: { kind: 'markdown', value: factsMarkdown(viewpoint, values.friend, values['ask-id']) } }
  }
  for (const name of Object.keys(frontMatterKeys)) {
    const key = name as FrontMatterKey
    const place = places[key]?.key
    if (!place || offset < place.start || offset > place.end) continue
    const { text, values } = frontMatterHelp[key]
    const list = values?.map((choice) => `- \`${choice.value}\`${choice.text ? `: ${choice.text[locale]}` : ''}`) ?? []
    return {
      range: rangeOf(document, place),
      contents: { kind: 'markdown', value: [text[locale], ...(list.length > 0 ? ['', ...list] : [])].join('\n') },
    }
  }
  return null
}
