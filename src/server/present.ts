import { DiagnosticSeverity, type Diagnostic as LspDiagnostic, type Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic, RuleId, Severity, Span } from '../core/index.ts'
import type { Findings } from './findings.ts'
import { SOURCE } from './protocol.ts'
import type { WorkspaceFile } from './workspace-files.ts'

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** A stretch of a document, by line and character. */
export const rangeOf = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start), end: document.positionAt(end),
})

/**
 * Where a rule is explained.
 * @param pages a URI with `{rule}` for the id, or the base URI of the pages
 */
export const pageUri = (rule: RuleId, pages: string): string => pages.includes('{rule}')
  ? pages.replaceAll('{rule}', encodeURIComponent(rule))
  : `${pages.replace(/\/$/, '')}/${rule}.md`

/** A finding as the editor shows it. */
export const presentFinding = ({ document }: Findings, { rule, at, severity, message }: Diagnostic, pages: string | undefined): LspDiagnostic => ({
  range: rangeOf(document, at),
  severity: severities[severity],
  source: SOURCE,
  code: rule,
  message,
  ...(pages === undefined ? {} : { codeDescription: { href: pageUri(rule, pages) } }),
})

/** The code of a conflict that git has left in `askwell.json`. */
export const CONFLICT = 'conflict'

/** What is wrong in `askwell.json`, as the editor shows it. */
export const presentProblems = ({ document, workspace }: WorkspaceFile): LspDiagnostic[] => workspace.problems.map(({ at, message, conflict }) => ({
  range: rangeOf(document, at),
  severity: DiagnosticSeverity.Error,
  source: SOURCE,
  ...(conflict ? { code: CONFLICT } : {}),
  message,
}))
