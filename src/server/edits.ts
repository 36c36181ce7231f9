import { CreateFile, TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Edit } from '../core/index.ts'
import type { ClientInfo } from './client-info.ts'
import { rangeOf } from './present.ts'
import type { WorkspaceFile } from './workspace-files.ts'

/** Edits of a draft. */
export interface DraftEdits {
  readonly document: TextDocument
  readonly edits: readonly Edit[]
  /** It is on the disk only: there is no version to edit. */
  readonly stored?: boolean
}

/** One step that the editor undoes as one: edits of drafts and of their `askwell.json`, a new file. */
export interface Change {
  readonly drafts?: readonly DraftEdits[]
  readonly file?: { readonly file: WorkspaceFile; readonly edits: readonly Edit[] }
  readonly newFile?: { readonly uri: string; readonly text: string }
}

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

const textEdits = (document: TextDocument, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({ at, text }) => ({ range: rangeOf(document, at), newText: text }))

/** A change in the protocol's form, as the client takes it; undefined if the client cannot carry it out. */
export function workspaceEdit({ drafts = [], file, newFile }: Change, client: ClientInfo): WorkspaceEdit | undefined {
  const createsFile = file?.file.state === 'absent'
  const changed = drafts.filter(({ edits }) => edits.length > 0)
  if ((createsFile || newFile) && !client.createsFiles) return undefined
  if (!client.takesDocumentChanges) {
    return {
      changes: {
        ...Object.fromEntries(changed.map(({ document, edits }) => [document.uri, textEdits(document, edits)])),
        ...(file ? { [file.file.document.uri]: textEdits(file.file.document, file.edits) } : {}),
      },
    }
  }
  return {
    documentChanges: [
      ...(createsFile ? [CreateFile.create(file.file.uri)] : []),
      ...(file ? [TextDocumentEdit.create(
        { uri: file.file.document.uri, version: file.file.state === 'open' ? file.file.document.version : null },
        textEdits(file.file.document, file.edits),
      )] : []),
      ...(newFile ? [
        CreateFile.create(newFile.uri),
        TextDocumentEdit.create({ uri: newFile.uri, version: null }, [{ range: start, newText: newFile.text }]),
      ] : []),
      ...changed.map(({ document, edits, stored }) =>
        TextDocumentEdit.create({ uri: document.uri, version: stored ? null : document.version }, textEdits(document, edits))),
    ],
  }
}
