import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver'
import { keepBoth } from '../core/index.ts'
import type { ClientInfo } from './client-info.ts'
import { touch, wants } from './code-actions.ts'
import { workspaceEdit } from './edits.ts'
import { say } from './messages.ts'
import { CONFLICT, presentProblems } from './present.ts'
import type { WorkspaceFile } from './workspace-files.ts'

/** The action at the conflicts that git has left in an `askwell.json`: keeps both sides of all. */
export function conflictActions(file: WorkspaceFile, { range, context }: CodeActionParams, client: ClientInfo): CodeAction[] {
  if (!wants(context.only, CodeActionKind.QuickFix)) return []
  const diagnostics = presentProblems(file).filter(({ code, range: at }) => code === CONFLICT && touch(at, range))
  const edits = diagnostics.length > 0 ? keepBoth(file.workspace.text) : undefined
  const edit = edits && workspaceEdit({ file: { file, edits } }, client)
  return edit ? [{ title: say.keepBoth(client.locale), kind: CodeActionKind.QuickFix, diagnostics, isPreferred: true, edit }] : []
}
