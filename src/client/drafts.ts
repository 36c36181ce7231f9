import * as vscode from 'vscode'
import { isDraft } from '../core/draft/is-draft.ts'

/** Front matter is at the top; nobody writes more than this many lines of it. */
const MAX_FRONT_MATTER_LINES = 100

/** Whether a document is a draft. Costs next to nothing for other Markdown, so that it can be asked at every change. */
export function isDraftDocument(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'markdown' || !isEditable(document.uri)) return false
  const startsWithFence = document.lineAt(0).text.replace(/^\uFEFF/, '').startsWith('---')
  return isDraft(document.uri.path, startsWithFence ? document.getText(new vscode.Range(0, 0, MAX_FRONT_MATTER_LINES, 0)) : '')
}

/** Whether a document is the `askwell.json` of its workspace folder (or any, outside of folders). */
export function isWorkspaceFile({ languageId, uri }: vscode.TextDocument): boolean {
  if (!languageId.startsWith('json') || !isEditable(uri)) return false
  const folder = vscode.workspace.getWorkspaceFolder(uri)
  if (!folder) return uri.path.endsWith('/askwell.json')
  const file = vscode.workspace.getConfiguration('askwell', folder).get<unknown>('file')
  return typeof file === 'string' && uri.toString() === vscode.Uri.joinPath(folder.uri, file).toString()
}

/** A file that one can write, or a new one; not the old version that a comparison shows, nor what an extension prints. */
const isEditable = ({ scheme }: vscode.Uri): boolean =>
  scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true
