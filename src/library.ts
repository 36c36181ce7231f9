import { TextDocument } from 'vscode-languageserver-textdocument'
import { isDay, lint, parseDraft, readWorkspace, type RuleId, type RuleSettings, type Severity } from './core/index.ts'

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

export interface CheckOptions {
  /** The draft's path; unused but for messages to come. */
  readonly path?: string
  /** `YYYY-MM-DD`. Without it, the rules that count days are silent. */
  readonly today?: string
  /** The text of `askwell.json`. */
  readonly workspace?: string
  /** Settings by rule id; they win over those of `workspace`. */
  readonly rules?: RuleSettings
}

/**
 * Lints the text of a draft.
 * @throws TypeError if `today` is no day of the form YYYY-MM-DD
 */
export function check(text: string, options: CheckOptions = {}): Diagnostic[] {
  if (options.today !== undefined && !isDay(options.today)) throw new TypeError(`today is "${options.today}"; it takes a date of the form YYYY-MM-DD.`)
  const draft = parseDraft(text)
  const found = lint(draft, {
    ...(options.workspace === undefined ? {} : { workspace: readWorkspace(options.workspace) }),
    ...(options.today === undefined ? {} : { today: options.today }),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
  })
  return present(text, found)
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
