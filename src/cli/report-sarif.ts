import type { Fix as SarifFix, Log, ReportingDescriptor, Result } from 'sarif'
import { version } from '../../package.json'
import { rules, type Rule, type Severity } from '../core/index.ts'
import { present, type Diagnostic, type Range } from '../diagnostic.ts'
import type { Report } from './report.ts'

const levels: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' }

/** The report in SARIF 2.1.0, the format of code scanners. Regions count from 1, in UTF-16 units. */
export function reportSarif({ drafts, locale }: Report): string {
  const describe = ({ id, severity, summary, reason }: Rule): ReportingDescriptor => ({
    id,
    shortDescription: { text: summary[locale] },
    fullDescription: { text: reason[locale] },
    help: { text: `${summary[locale]} ${reason[locale]}`, markdown: `**${summary[locale]}**\n\n${reason[locale]}` },
    defaultConfiguration: { level: levels[severity] },
  })
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [{
      tool: { driver: { name: 'Askwell', semanticVersion: version, language: locale, rules: rules.map(describe) } },
      columnKind: 'utf16CodeUnits',
      results: drafts.flatMap(({ path, draft, diagnostics }) => present(draft.text, diagnostics).map((diagnostic) => resultOf(path, diagnostic))),
    }],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf(path: string, { rule, severity, message, range, fixes }: Diagnostic): Result {
  const artifactLocation = { uri: path.split('/').map(encodeURIComponent).join('/') }
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: region(range) } }],
    ...(fixes.length === 0 ? {} : {
      fixes: fixes.map(({ title, edits }): SarifFix => ({
        description: { text: title },
        artifactChanges: [{ artifactLocation, replacements: edits.map((edit) => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.newText } })) }],
      })),
    }),
  }
}

const region = ({ start, end }: Range): { startLine: number; startColumn: number; endLine: number; endColumn: number } =>
  ({ startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 })
