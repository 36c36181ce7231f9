import * as vscode from 'vscode'
import { EXPORT, REPORT, type ExportParams, type Report, type ReportParams } from '../../server/protocol.ts'
import type { ServerControl } from '../server-control.ts'
import { pickWorkspaceFile, readGiven, whereabouts } from './prompts.ts'

/**
 * Writes the whole history into a file for other programs.
 * @param argument `format` and `to`, the URI of the file to write, if they are known already
 */
export async function exportHistory(control: ServerControl, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Export the History')
  const given = { format: textOf(argument, 'format'), to: textOf(argument, 'to') }
  const formats = [
    { label: 'CSV', description: vscode.l10n.t('a table, for spreadsheets'), format: 'csv' as const },
    { label: 'JSON', description: vscode.l10n.t('for other programs'), format: 'json' as const },
  ]
  const chosen = formats.find(({ format }) => format === given.format) ??
    await vscode.window.showQuickPick(formats, { title, placeHolder: vscode.l10n.t('It holds the names of your friends, and what you asked them. Both kinds can be imported again.') })
  const file = readGiven(argument).file ?? whereabouts() ?? (chosen && await pickWorkspaceFile(control, title))
  if (!chosen) return
  const text = await control.request<string | null>(EXPORT, { file, format: chosen.format } satisfies ExportParams)
  if (text === null) { tellNone(); return; }
  if (text === undefined) return
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  const name = `askwell-history.${chosen.format}`
  const to = given.to !== undefined ? vscode.Uri.parse(given.to) : await vscode.window.showSaveDialog({
    title, filters: { [chosen.label]: [chosen.format] }, ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  })
  if (!to) return
  await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(text))
  vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('Exported to {0}.', vscode.workspace.asRelativePath(to))}`, 8_000)
}

/** Opens a year as a Markdown document that has no file yet. */
export async function writeReport(control: ServerControl, argument: unknown): Promise<void> {
  const title = vscode.l10n.t('Write a Report')
  const given = textOf(argument, 'year')
  const file = readGiven(argument).file ?? whereabouts() ?? await pickWorkspaceFile(control, title)
  const report = await control.request<Report | null>(REPORT, { file, ...(given === undefined ? {} : { year: Number(given) }) } satisfies ReportParams)
  if (report === null) { tellNone(); return; }
  const year = report && (given !== undefined || report.years.length < 2 ? report.year : await pickYear(title, report.years))
  const text = year === report?.year ? report?.text : (await control.request<Report | null>(REPORT, { file, year } satisfies ReportParams))?.text
  if (year === undefined || text === undefined) return
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text, language: 'markdown' }))
}

const pickYear = async (title: string, years: readonly number[]): Promise<number | undefined> =>
  (await vscode.window.showQuickPick(years.map((year) => ({ label: String(year), year })), { title, placeHolder: vscode.l10n.t('Which year?') }))?.year

const tellNone = (): void => { void vscode.window.showInformationMessage(vscode.l10n.t('There is no askwell.json yet. The view Askwell can create it.')) }

function textOf(argument: unknown, key: string): string | undefined {
  const value: unknown = typeof argument === 'object' && argument !== null ? (argument as Readonly<Record<string, unknown>>)[key] : undefined
  return typeof value === 'string' ? value : undefined
}
