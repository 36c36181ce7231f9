import type { Connection, TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import * as z from 'zod'
import { isDraft } from '../core/index.ts'
import type { ClientInfo } from './client-info.ts'
import type { Host } from './host.ts'
import { LIST_DRAFTS, type DraftFile, type ListDraftsParams } from './protocol.ts'
import type { Scopes } from './scopes.ts'
import { folderOf, normalUri, pathOf } from './uris.ts'

const draftFiles = z.array(z.object({ uri: z.string(), text: z.string() }))

/** Finds drafts, open or not. */
export class Drafts {
  readonly #connection: Connection
  readonly #client: ClientInfo
  readonly #host: Host
  readonly #documents: TextDocuments<TextDocument>
  readonly #scopes: Scopes

  constructor(connection: Connection, client: ClientInfo, host: Host, documents: TextDocuments<TextDocument>, scopes: Scopes) {
    this.#connection = connection
    this.#client = client
    this.#host = host
    this.#documents = documents
    this.#scopes = scopes
  }

  /** The drafts that an `askwell.json` is for, with their text as the user sees it. */
  async of(fileUri: string): Promise<DraftFile[]> {
    const folder = this.#scopes.workspaceFolderOf(fileUri) ?? folderOf(fileUri)
    const found = new Map((await this.#below(folder)).map(({ uri, text }) => [normalUri(uri), { uri: normalUri(uri), text }]))
    for (const document of this.#documents.all()) {
      const uri = normalUri(document.uri)
      // The editor's own spelling is the one that it knows the document by.
      if (document.languageId === 'markdown') found.set(uri, { uri: document.uri, text: document.getText() })
    }
    const drafts: DraftFile[] = []
    for (const draft of found.values()) {
      if (isDraft(pathOf(draft.uri), draft.text) && await this.#scopes.workspaceFileOf(draft.uri) === fileUri) drafts.push(draft)
    }
    return drafts.sort((a, b) => (a.uri < b.uri ? -1 : 1))
  }

  async #below(folder: string): Promise<DraftFile[]> {
    if (this.#client.options.readsFiles) return draftFiles.parse(await this.#connection.sendRequest(LIST_DRAFTS, { folder } satisfies ListDraftsParams))
    const { findMarkdown, readFile } = this.#host
    if (!findMarkdown || !readFile) return []
    const read = async (uri: string): Promise<DraftFile[]> => {
      const text = await readFile(uri).catch(() => undefined)
      return text === undefined ? [] : [{ uri, text }]
    }
    return (await Promise.all((await findMarkdown(folder)).map(read))).flat()
  }
}
