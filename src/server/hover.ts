import type { Hover, Position } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { frontMatterKeys, readFrontMatter, type FrontMatterKey, type Language } from '../core/index.ts'
import { frontMatterHelp } from './front-matter-help.ts'
import { rangeOf } from './present.ts'

/** What a front matter key means, where the cursor is on one. */
export function hover(document: TextDocument, position: Position, locale: Language): Hover | null {
  const offset = document.offsetAt(position)
  const { block, places } = readFrontMatter(document.getText())
  if (!block || offset > block.end) return null
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
