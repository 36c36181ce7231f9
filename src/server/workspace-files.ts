import type { TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { emptyWorkspace, readWorkspace, type Workspace } from '../core/index.ts'
import { normalUri } from './uris.ts'

/** An `askwell.json` as it was read. */
export interface WorkspaceFile {
  readonly uri: string
  /** Open in the editor, on disk, not there, or there but not to be read. */
  readonly state: 'open' | 'stored' | 'absent' | 'unreadable'
  /** Why it is not to be read. */
  readonly error?: unknown
  /** The same object as long as the text is the same. */
  readonly workspace: Workspace
  /** Its text, for positions; `version` is that of the open document. */
  readonly document: TextDocument
}

/** How files are read and watched; given by the server, which knows the client. */
export interface FileSource {
  /** @param toEdit whether the file is about to be edited. @throws if there is a file that cannot be read */
  read(uri: string, toEdit: boolean): Promise<string | undefined>
  /** Starts to watch a file. @returns whether changes will be told */
  watch(uri: string): Promise<boolean>
  /** Called when a file was there but could not be read. */
  onUnreadable(uri: string, error: unknown): void
}

const unreadable: Workspace = { ...emptyWorkspace, writable: false }

/** All the `askwell.json` that drafts have asked for. What is open and unsaved in the editor wins over the disk. */
export class WorkspaceFiles {
  readonly #documents: TextDocuments<TextDocument>
  readonly #source: FileSource
  readonly #watched = new Map<string, Promise<boolean>>()
  readonly #stored = new Map<string, Promise<WorkspaceFile>>()
  readonly #parsed = new Map<string, Workspace>()

  constructor(documents: TextDocuments<TextDocument>, source: FileSource) {
    this.#documents = documents
    this.#source = source
  }

  /**
   * Reads an `askwell.json`. Never rejects: one that is not there is empty, one that cannot be read is not writable.
   * @param toEdit read it anew, in order to change it
   */
  async load(uri: string, toEdit = false): Promise<WorkspaceFile> {
    const open = this.#open(uri)
    if (open && !toEdit) return open
    const watched = await (this.#watched.get(uri) ?? this.#watch(uri))
    const known = this.#stored.get(uri)
    if (known && !toEdit) return known
    const reading = this.#read(uri, toEdit)
    if (watched) this.#stored.set(uri, reading)
    const file = await reading
    // Who is asked to read a file in order to edit it may open it, or bring the open document up to date.
    return this.#open(uri) ?? file
  }

  /** Takes notice of a change of a file, on disk or in the editor. @returns whether its content is another one now */
  async change(uri: string): Promise<boolean> {
    const before = this.#parsed.get(uri)
    this.#stored.delete(uri)
    return before !== undefined && (await this.load(uri)).workspace !== before
  }

  /** Whether anything has asked for this file. */
  knows(uri: string): boolean {
    return this.#parsed.has(uri)
  }

  #watch(uri: string): Promise<boolean> {
    const watching = this.#source.watch(uri)
    this.#watched.set(uri, watching)
    return watching
  }

  #open(uri: string): WorkspaceFile | undefined {
    const document = this.#documents.all().find((candidate) => normalUri(candidate.uri) === uri)
    if (!document) return undefined
    const text = document.getText()
    return {
      uri, state: 'open', workspace: this.#parse(uri, text),
      document: TextDocument.create(document.uri, document.languageId, document.version, text),
    }
  }

  async #read(uri: string, toEdit: boolean): Promise<WorkspaceFile> {
    try {
      const text = await this.#source.read(uri, toEdit)
      return { uri, state: text === undefined ? 'absent' : 'stored', workspace: this.#parse(uri, text ?? ''), document: TextDocument.create(uri, 'jsonc', 0, text ?? '') }
    } catch (error) {
      this.#source.onUnreadable(uri, error)
      this.#parsed.set(uri, unreadable)
      return { uri, state: 'unreadable', error, workspace: unreadable, document: TextDocument.create(uri, 'jsonc', 0, '') }
    }
  }

  #parse(uri: string, text: string): Workspace {
    const known = this.#parsed.get(uri)
    if (known && known !== unreadable && known.text === text) return known
    const workspace = readWorkspace(text)
    this.#parsed.set(uri, workspace)
    return workspace
  }
}
