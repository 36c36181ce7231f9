import type { Connection, TextDocuments, WorkspaceEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import {
  applyEdits, editWorkspace, editWorkspaceAll, inverseOf, isStillDone, readWorkspace, WorkspaceNotWritable,
  type Edit, type Workspace, type WorkspaceChange,
} from '../core/index.ts'
import type { ClientInfo } from './client-info.ts'
import { workspaceEdit, type DraftEdits } from './edits.ts'
import type { Host } from './host.ts'
import { say } from './messages.ts'
import { IS_UNSAVED, type IsUnsavedParams } from './protocol.ts'
import { normalUri } from './uris.ts'
import type { WorkspaceFile, WorkspaceFiles } from './workspace-files.ts'

/** Says why something was not done. Its message is for the user. */
export class NotDone extends Error {
  override readonly name = 'NotDone'
}

/** Changes, and what they are called in lists of what can be undone. */
export interface Plan {
  readonly changes: readonly WorkspaceChange[]
  readonly label: string
  /** Drafts that are changed together with `askwell.json`. */
  readonly drafts?: readonly DraftEdits[]
}

/** Something to be written into an `askwell.json`. */
export interface Writing {
  /** The URI of `askwell.json`. */
  readonly uri: string
  /** What to change in the file as it is now, and what that is called; may be asked again, if another program was faster. */
  readonly plan: (workspace: Workspace) => Plan
  /** The URI of the draft that is marked as sent by it. */
  readonly sent?: string
}

/** A writing that was done, and how it is taken back. */
export interface Written {
  readonly uri: string
  readonly label: string
  readonly sent: string | undefined
  readonly changes: readonly WorkspaceChange[]
  readonly inverse: readonly WorkspaceChange[]
  /** Whether there was no `askwell.json` before. */
  readonly created: boolean
}

/** How long an editor may take to show what was written on the disk. */
const SHOWN_MS = 2_000

/** As many as anybody remembers. */
const REMEMBERED = 50

/**
 * Writes `askwell.json`: through the editor where it has unsaved changes, or where there is no disk; else on the disk, while
 * others who write wait. Drafts are always changed through the editor.
 */
export class HistoryWriter {
  readonly #connection: Connection
  readonly #client: ClientInfo
  readonly #host: Host
  readonly #documents: TextDocuments<TextDocument>
  readonly #files: WorkspaceFiles
  readonly #onWritten: (uri: string) => void
  readonly #done: Written[] = []

  /** @param onWritten told the URI of a file that was written on the disk */
  constructor(connection: Connection, client: ClientInfo, host: Host, documents: TextDocuments<TextDocument>, files: WorkspaceFiles, onWritten: (uri: string) => void) {
    this.#connection = connection
    this.#client = client
    this.#host = host
    this.#documents = documents
    this.#files = files
    this.#onWritten = onWritten
  }

  /**
   * Writes, and remembers how to take it back.
   * @throws NotDone if nothing was written
   */
  async write(writing: Writing): Promise<Written> {
    const written = await this.#write(writing)
    if (written.inverse.length > 0) this.#done.push(written)
    if (this.#done.length > REMEMBERED) this.#done.shift()
    return written
  }

  /** What was written last. */
  get last(): Written | undefined {
    return this.#done.at(-1)
  }

  /**
   * Takes back what was written last.
   * @param drafts drafts that are changed back with it
   * @throws NotDone if there is nothing, or if it was changed again since
   */
  async undo(drafts: readonly DraftEdits[] = []): Promise<Written> {
    const { locale } = this.#client
    const last = this.last
    if (!last) throw new NotDone(say.nothingToUndo(locale))
    const undone = await this.#write({
      uri: last.uri,
      plan: (workspace) => {
        if (!last.changes.every((change) => isStillDone(workspace, change))) throw new NotDone(say.changedSince(locale, last.label))
        return { changes: last.inverse, label: say.undo(locale), drafts }
      },
    })
    this.#done.splice(this.#done.indexOf(last), 1)
    return undone
  }

  async #write(writing: Writing): Promise<Written> {
    try {
      return await this.#onDisk(writing) ?? await this.#inEditor(writing)
    } catch (error) {
      if (error instanceof NotDone) throw error
      if (error instanceof WorkspaceNotWritable || (error instanceof Error && error.name === 'NotWritten')) throw new NotDone(error.message)
      throw new NotDone(say.notWritten(this.#client.locale, writing.uri, error))
    }
  }

  /** @returns undefined where it has to go through the editor */
  async #onDisk({ uri, plan, sent }: Writing): Promise<Written | undefined> {
    const { updateFile } = this.#host
    if (!updateFile || !uri.startsWith('file:') || await this.#isEditors(uri)) return undefined
    let after = ''
    let drafts: readonly DraftEdits[] = []
    const written = await updateFile(uri, (text): { edits: readonly Edit[]; result: Written } => {
      const workspace = readWorkspace(text)
      const { changes, label, drafts: along = [] } = plan(workspace)
      const edits = editsFor(text, changes)
      after = applyEdits(text, edits)
      drafts = along
      return { edits, result: { uri, label, sent, changes, inverse: inversesOf(workspace, changes), created: text === '' } }
    })
    try {
      if (drafts.length > 0) await this.#apply(written.label, workspaceEdit({ drafts }, this.#client))
    } catch (error) {
      // All or nothing.
      await updateFile(uri, (text) => ({ edits: editWorkspaceAll(text, written.inverse), result: undefined }))
      throw error
    }
    await this.#whenShown(uri, after)
    this.#onWritten(uri)
    return written
  }

  /** Whether the editor has the last word on a file: it has unsaved changes, or does not read open documents anew by itself. */
  async #isEditors(uri: string): Promise<boolean> {
    if (!this.#open(uri)) return false
    return !this.#client.options.readsFiles || await this.#connection.sendRequest(IS_UNSAVED, { uri } satisfies IsUnsavedParams) !== false
  }

  #open(uri: string): TextDocument | undefined {
    return this.#documents.all().find((document) => normalUri(document.uri) === uri)
  }

  /** Waits until an open document is read anew; but not for long. */
  async #whenShown(uri: string, text: string): Promise<void> {
    const plain = (of: string): string => of.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
    const open = this.#open(uri)
    if (!open || plain(open.getText()) === plain(text)) return
    await new Promise<void>((resolve) => {
      const done = (): void => {
        cancel()
        for (const listener of listeners) listener.dispose()
        resolve()
      }
      const look = ({ document }: { readonly document: TextDocument }): void => {
        if (normalUri(document.uri) === uri) done()
      }
      const cancel = this.#host.schedule(done, SHOWN_MS)
      const listeners = [this.#documents.onDidChangeContent(look), this.#documents.onDidClose(look)]
    })
  }

  async #inEditor({ uri, plan, sent }: Writing): Promise<Written> {
    const file: WorkspaceFile = await this.#files.load(uri, true)
    if (file.state === 'unreadable') throw new NotDone(say.unreadable(this.#client.locale, uri, file.error))
    const { changes, label, drafts = [] } = plan(file.workspace)
    await this.#apply(label, workspaceEdit({ drafts, file: { file, edits: editsFor(file.workspace.text, changes) } }, this.#client))
    return { uri, label, sent, changes, inverse: inversesOf(file.workspace, changes), created: file.state === 'absent' }
  }

  /** @throws NotDone if the editor does not take the edit; `undefined` is one that it could not carry out */
  async #apply(label: string, edit: WorkspaceEdit | undefined): Promise<void> {
    const { locale } = this.#client
    if (!edit) throw new NotDone(say.noFileCreation(locale))
    if (!this.#client.appliesEdits) throw new NotDone(say.notApplied(locale, undefined))
    const { applied, failureReason } = await this.#connection.workspace.applyEdit({ label, edit })
    if (!applied) throw new NotDone(say.notApplied(locale, failureReason))
  }
}

const editsFor = (text: string, changes: readonly WorkspaceChange[]): Edit[] => {
  const [first, ...others] = changes
  return first && others.length === 0 ? editWorkspace(text, first) : editWorkspaceAll(text, changes)
}

/** What takes several changes back: the last one first. */
const inversesOf = (before: Workspace, changes: readonly WorkspaceChange[]): WorkspaceChange[] =>
  [...changes].reverse().flatMap((change) => inverseOf(before, change))
