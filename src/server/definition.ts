import type { Location, Position } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { placeInWorkspace, readFrontMatter } from '../core/index.ts'
import { rangeOf } from './present.ts'
import type { WorkspaceFile } from './workspace-files.ts'

/** Where `askwell.json` has what the cursor is on: the friend, or the entry of the draft. */
export function definition(document: TextDocument, position: Position, file: WorkspaceFile): Location[] | null {
  const offset = document.offsetAt(position)
  const { values, places } = readFrontMatter(document.getText())
  for (const key of ['friend', 'ask-id'] as const) {
    const [value, at] = [values[key], places[key]?.value]
    if (value === undefined || !at || offset < at.start || offset > at.end) continue
    const place = placeInWorkspace(file.workspace.text, key === 'friend' ? { friend: value } : { id: value })
    if (!place) return null
    return [{ uri: file.document.uri, range: rangeOf(file.document, place) }]
  }
  return null
}
