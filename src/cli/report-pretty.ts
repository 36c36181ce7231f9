import pc from 'picocolors'
import stringWidth from 'string-width'
import { TextDocument } from 'vscode-languageserver-textdocument'
import wrapAnsi from 'wrap-ansi'
import { preferredFix, SEVERITIES, type Language, type Severity, type Span } from '../core/index.ts'
import { printable } from './printable.ts'
import type { Report } from './report.ts'

/** How the report looks. */
export interface Style {
  readonly colors: boolean
  /** Width of the output, in columns. */
  readonly columns: number
  /** Whether the line in question is shown, with the words underlined. */
  readonly excerpts: boolean
}

/** What a severity is called: one, several. */
const severityNames: Record<Language, Record<Severity, readonly [string, string]>> = {
  en: { error: ['error', 'errors'], warning: ['warning', 'warnings'], information: ['info', 'infos'], hint: ['hint', 'hints'] },
  de: { error: ['Fehler', 'Fehler'], warning: ['Warnung', 'Warnungen'], information: ['Hinweis', 'Hinweise'], hint: ['Tipp', 'Tipps'] },
}

/** A finding as it is shown: of a draft, or of `askwell.json`. */
interface Item {
  readonly at: Span
  readonly severity: Severity
  readonly message: string
  readonly rule?: string
  readonly fix?: string
}

/** The report for people: findings by file, and a summary. */
export function reportPretty(report: Report, style: Style): string {
  const { drafts, workspaces, locale } = report
  const files = [
    ...workspaces.map(({ path, workspace: { text, problems } }) => ({
      path, text, items: problems.map(({ at, message }): Item => ({ at, message, severity: 'warning' })),
    })),
    ...drafts.map(({ path, draft: { text }, diagnostics }) => ({
      path, text, items: diagnostics.map((diagnostic): Item => {
        const fix = preferredFix(diagnostic)
        return { ...diagnostic, ...(fix ? { fix: fix.title } : {}) }
      }),
    })),
  ]
  return [...files.filter(({ items }) => items.length > 0).map(({ path, text, items }) => fileBlock(path, text, items, locale, style)), summary(report, style)].join('\n')
}

function fileBlock(path: string, text: string, items: readonly Item[], locale: Language, style: Style): string {
  const colors = pc.createColors(style.colors)
  const paint: Record<Severity, (text: string) => string> = { error: colors.red, warning: colors.yellow, information: colors.blue, hint: colors.dim }
  const document = TextDocument.create('', 'markdown', 0, text)
  const placed = items.map((item) => ({ ...item, start: document.positionAt(item.at.start) }))
  const places = placed.map(({ start }) => `${start.line + 1}:${start.character + 1}`)
  const placeWidth = Math.max(...places.map((place) => place.length))
  const severityWidth = Math.max(...items.map(({ severity }) => severityNames[locale][severity][0].length))
  const margin = 2 + placeWidth + 2 + severityWidth + 2
  const hang = ' '.repeat(margin)
  const wrap = (words: string): string[] => wrapAnsi(printable(words), Math.max(24, style.columns - margin), { hard: true }).split('\n')
  const blocks = placed.map(({ at, start, severity, message, rule, fix }, index) => {
    const head = `  ${colors.dim((places[index] ?? '').padStart(placeWidth))}  ${paint[severity](severityNames[locale][severity][0].padEnd(severityWidth))}  `
    return [
      head + wrap(message).join(`\n${hang}`),
      ...(fix === undefined ? [] : wrap(`→ ${fix}`).map((line) => hang + colors.green(line))),
      ...(rule === undefined ? [] : [hang + colors.dim(rule)]),
      ...(style.excerpts ? excerpt(document, at, start.line, style.columns).map(([gutter, words, marks]) => `${colors.dim(gutter)}${words}${paint[severity](marks)}`) : []),
    ].join('\n')
  })
  return `${colors.underline(printable(path))}\n${blocks.join('\n\n')}\n`
}

/** The line of a finding and the marks under its words: gutter, text, marks. Long lines are cut to the width. */
function excerpt(document: TextDocument, { start, end }: Span, line: number, columns: number): [string, string, string][] {
  const lineStart = document.offsetAt({ line, character: 0 })
  const source = document.getText().slice(lineStart, lineStart + LONGEST_LINE).split(/\r\n|\r|\n/, 1)[0] ?? ''
  const from = Math.min(start - lineStart, source.length)
  const to = Math.max(from, Math.min(end - lineStart, source.length))
  const number = String(line + 1)
  const room = Math.max(24, columns - number.length - 6)
  const before = lastColumns(source.slice(0, from), Math.floor(room / 3))
  const marked = firstColumns(source.slice(from, to), room - stringWidth(before))
  const after = firstColumns(source.slice(to), room - stringWidth(before) - stringWidth(marked))
  const marks = '^'.repeat(Math.max(1, stringWidth(marked)))
  return [
    [`  ${number} │ `, before + marked + after, ''],
    [`  ${' '.repeat(number.length)} │ `, ' '.repeat(stringWidth(before)), marks],
  ]
}

/** A line of a message is no longer; what lies behind is not looked at. */
const LONGEST_LINE = 100_000

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** As much of the beginning of a text as fits; a cut is shown. */
function firstColumns(text: string, columns: number): string {
  const shown = printable(text.slice(0, columns * 8))
  if (text.length <= columns * 8 && stringWidth(shown) <= columns) return shown
  let kept = ''
  for (const { segment } of graphemes.segment(shown)) {
    if (stringWidth(kept + segment) >= columns) break
    kept += segment
  }
  return columns < 1 ? '' : `${kept}…`
}

/** As much of the end of a text as fits; a cut is shown. */
function lastColumns(text: string, columns: number): string {
  const shown = printable(text.slice(-columns * 8))
  if (text.length <= columns * 8 && stringWidth(shown) <= columns) return shown
  let kept = ''
  for (const { segment } of [...graphemes.segment(shown)].reverse()) {
    if (stringWidth(segment + kept) >= columns) break
    kept = segment + kept
  }
  return `…${kept}`
}

const countOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

function summary({ drafts, workspaces, locale }: Report, { colors }: Style): string {
  const { bold, green } = pc.createColors(colors)
  const de = locale === 'de'
  const lines: string[] = []
  const fixed = drafts.reduce((sum, draft) => sum + draft.fixed.length, 0)
  if (fixed > 0) lines.push(green(de ? `${countOf(fixed, 'Befund', 'Befunde')} behoben.` : `Mended ${countOf(fixed, 'problem', 'problems')}.`))
  const broken = workspaces.reduce((sum, { workspace }) => sum + workspace.problems.length, 0)
  if (broken > 0) lines.push(de ? `${countOf(broken, 'Fehler', 'Fehler')} in askwell.json; die Einträge daran zählen nicht.` : `${countOf(broken, 'fault', 'faults')} in askwell.json; the entries concerned do not count.`)
  if (drafts.length === 0) return [...lines, de ? 'Keine Entwürfe gefunden: keine Datei *.ask.md, kein Markdown mit „ask“ in den Kopfdaten.\n' : 'No drafts found: no file *.ask.md, no Markdown with "ask" in its front matter.\n'].join('\n')
  const all = drafts.flatMap(({ diagnostics }) => diagnostics)
  const where = de ? countOf(drafts.length, 'Entwurf', 'Entwürfen') : countOf(drafts.length, 'draft', 'drafts')
  if (all.length === 0) return [...lines, green(de ? `Keine Befunde in ${where}.\n` : `No problems in ${where}.\n`)].join('\n')
  const counts = SEVERITIES.flatMap((severity) => {
    const count = all.filter((diagnostic) => diagnostic.severity === severity).length
    return count === 0 ? [] : countOf(count, ...severityNames[locale][severity])
  }).join(', ')
  const mendable = all.filter(preferredFix).length
  const mend = mendable === 0 ? '' : de ? ` --fix behebt ${mendable}.` : ` --fix mends ${mendable}.`
  lines.push(bold(de ? `${countOf(all.length, 'Befund', 'Befunde')} in ${where} (${counts}).${mend}` : `${countOf(all.length, 'problem', 'problems')} in ${where} (${counts}).${mend}`))
  return `${lines.join('\n')}\n`
}
