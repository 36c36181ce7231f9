import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver'
import { keepBoth, markedConflicts, type Edit } from '../core/index.ts'
import type { ClientInfo } from './client-info.ts'
import { touch, wants } from './code-actions.ts'
import { workspaceEdit } from './edits.ts'
import { say } from './messages.ts'
import { CONFLICT, presentProblems, rangeOf } from './present.ts'
import type { WorkspaceFile } from './workspace-files.ts'

/**
 * The actions at the conflicts of an `askwell.json`: at git's marks, one that keeps both sides of all; at a comment in
 * which a merge has kept the other side, those that choose.
 */
export function conflictActions(file: WorkspaceFile, { range, context }: CodeActionParams, client: ClientInfo): CodeAction[] {
  if (!wants(context.only, CodeActionKind.QuickFix)) return []
  const { locale } = client
  const { text } = file.workspace
  const here = presentProblems(file).filter(({ range: at }) => touch(at, range))
  const action = (title: string, edits: readonly Edit[] | undefined, diagnostics: typeof here, isPreferred = false): CodeAction[] => {
    const edit = edits && diagnostics.length > 0 ? workspaceEdit({ file: { file, edits } }, client) : undefined
    return edit ? [{ title, kind: CodeActionKind.QuickFix, diagnostics, edit, ...(isPreferred ? { isPreferred } : {}) }] : []
  }
  const conflicts = here.filter(({ code }) => code === CONFLICT)
  if (conflicts.length > 0) return action(say.keepBoth(locale), keepBoth(text), conflicts, true)
  if (here.length === 0) return []
  return markedConflicts(file.workspace).flatMap(({ at, keepOurs, takeTheirs }) => {
    const place = rangeOf(file.document, at)
    const shown = here.filter(({ range: there }) => there.start.line === place.start.line && there.start.character === place.start.character)
    return [...action(say.keepOurs(locale), keepOurs, shown), ...action(say.takeTheirs(locale), takeTheirs, shown)]
  })
}
