import { present } from '../diagnostic.ts'
import type { Severity } from '../core/index.ts'
import type { Report } from './report.ts'

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' }

/** The report as workflow commands, which GitHub shows as annotations of the files. Lines and columns from 1. */
export const reportGithub = ({ drafts }: Report): string => drafts.flatMap(({ path, draft, diagnostics }) =>
  present(draft.text, diagnostics).map(({ rule, severity, message, range: { start, end } }) => {
    // Columns are understood only where a finding stays in its line.
    const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}
    const properties = Object.entries({ file: path, line: start.line + 1, endLine: end.line + 1, ...columns, title: rule })
    return `::${commands[severity]} ${properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')}::${escapeData(message)}\n`
  })).join('')

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
