import { TextDocument } from 'vscode-languageserver-textdocument'
import type { lint, RuleId, Severity } from './core/index.ts'

/** A place in a text as editors count: line and character from 0, in UTF-16 units. */
export interface Position { readonly line: number; readonly character: number }
export interface Range { readonly start: Position; readonly end: Position }

/** A finding, in the form that `askwell check --format json` prints. */
export interface Diagnostic {
  readonly rule: RuleId
  readonly severity: Severity
  readonly message: string
  readonly range: Range
  readonly fixes: readonly { readonly title: string; readonly edits: readonly { readonly range: Range; readonly newText: string }[] }[]
}

/** Findings with line and character in place of offsets. */
export function present(text: string, found: Readonly<ReturnType<typeof lint>>): Diagnostic[] {
  const document = TextDocument.create('', 'markdown', 0, text)
  const range = (at: { start: number; end: number }): Range => ({ start: document.positionAt(at.start), end: document.positionAt(at.end) })
  return found.map(({ rule, severity, message, at, fixes }) => ({
    rule, severity, message, range: range(at),
    fixes: fixes.filter(({ edits }) => edits.length > 0).map(({ title, edits }) => ({
      title, edits: edits.map((edit) => ({ range: range(edit.at), newText: edit.text })),
    })),
  }))
}
