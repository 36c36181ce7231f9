import { LSPErrorCodes, ResponseError, type Position, type Range, type WorkspaceEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { isDraft, nameAt, nameInDraft, personOf, renameInDraft, renameInWorkspace, WorkspaceNotWritable, type NamePlace } from '../core/index.ts'
import type { ClientInfo } from './client-info.ts'
import type { Drafts } from './drafts.ts'
import { workspaceEdit, type DraftEdits } from './edits.ts'
import { say } from './messages.ts'
import { rangeOf } from './present.ts'
import type { Scopes } from './scopes.ts'
import { normalUri, pathOf } from './uris.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** The name of a friend in a document, where the cursor stands on one. */
export function friendAt(document: TextDocument, position: Position): NamePlace | undefined {
  const offset = document.offsetAt(position)
  const text = document.getText()
  const place = isDraft(pathOf(document.uri), text) ? nameInDraft(text) : document.languageId === 'markdown' ? undefined : nameAt(text, offset)
  return place && offset >= place.at.start && offset <= place.at.end ? place : undefined
}

/** What can be renamed here: the name, without its quotes. Null where there is none. */
export function prepareRename(document: TextDocument, position: Position): { range: Range; placeholder: string } | null {
  const place = friendAt(document, position)
  if (!place) return null
  const { start, end } = place.at
  const quote = /^["']/.test(document.getText().charAt(start)) ? 1 : 0
  return { range: rangeOf(document, { start: start + quote, end: end - quote }), placeholder: place.name }
}

/** Gives a friend another name, in `askwell.json` and in all drafts. */
export class Renames {
  readonly #client: ClientInfo
  readonly #scopes: Scopes
  readonly #files: WorkspaceFiles
  readonly #drafts: Drafts
  readonly #documentOf: (uri: string) => TextDocument | undefined

  constructor(client: ClientInfo, scopes: Scopes, files: WorkspaceFiles, drafts: Drafts, documentOf: (uri: string) => TextDocument | undefined) {
    this.#client = client
    this.#scopes = scopes
    this.#files = files
    this.#drafts = drafts
    this.#documentOf = documentOf
  }

  /** @throws ResponseError with a message for the user, if it can't be done */
  async rename(document: TextDocument, position: Position, newName: string): Promise<WorkspaceEdit | null> {
    const { locale } = this.#client
    const from = friendAt(document, position)?.name
    const to = newName.trim()
    if (from === undefined) return null
    if (to === '' || /[\r\n]/.test(to)) throw refused(say.noName(locale))
    const fileUri = await this.#scopes.workspaceFileOf(document.uri)
    if (fileUri === undefined) throw refused(say.notSaved(locale))
    const file = await this.#files.load(fileUri, true)
    if (file.state === 'unreadable') throw refused(say.unreadable(locale, fileUri, file.error))
    const { friend, asks, favors } = personOf(file.workspace, from)
    const drafts = (await this.#drafts.of(fileUri)).flatMap(({ uri, text }): DraftEdits[] => {
      const open = this.#documentOf(uri)
      const edits = renameInDraft(text, from, to)
      return edits.length > 0 ? [{ document: open ?? TextDocument.create(uri, 'markdown', 0, text), edits, ...(open ? {} : { stored: true }) }] : []
    })
    try {
      const isKnown = friend !== undefined || asks.length + favors.length > 0
      const edits = isKnown ? renameInWorkspace(file.workspace.text, from, to) : []
      return workspaceEdit({ drafts, ...(edits.length > 0 ? { file: { file, edits } } : {}) }, this.#client) ?? null
    } catch (error) {
      if (error instanceof WorkspaceNotWritable) throw refused(error.message)
      throw error
    }
  }
}

const refused = (message: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, message)

/** Whether a document is an `askwell.json` that belongs to a folder. */
export const isWorkspaceFile = async (uri: string, scopes: Scopes): Promise<boolean> => await scopes.workspaceFileOf(uri) === normalUri(uri)
