import { resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  fixAll, isAtLeast, isDraft, lint, parseDraft, type Day, type Language, type LintOptions, type RuleId, type Severity,
} from '../core/index.ts'
import { decode, Failure, reasonOf, say, type ExitCode, type Io } from './io.ts'
import { printable } from './printable.ts'
import type { CheckedDraft, Report } from './report.ts'
import { reportGithub } from './report-github.ts'
import { reportJson } from './report-json.ts'
import { reportPretty } from './report-pretty.ts'
import { reportSarif } from './report-sarif.ts'
import { findSources, type Source } from './sources.ts'
import { Workspaces, type LoadedWorkspace } from './workspaces.ts'

export const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const
export type Format = (typeof FORMATS)[number]

export interface CheckOptions {
  readonly format: Format
  readonly today: Day
  readonly locale: Language
  readonly failOn: Severity | 'never'
  readonly fix: boolean
  readonly askwellJson?: string | undefined
  readonly stdinFilename?: string | undefined
}

/** `askwell check`: lints the drafts that the paths mean, and reports what it finds. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const failures = new Set<string>()
  const fail = (message: string): void => {
    if (!failures.has(message)) say(io, message)
    failures.add(message)
  }
  const workspaces = new Workspaces(io, options.askwellJson === undefined ? undefined : resolve(io.cwd, options.askwellJson))
  const used = new Set<LoadedWorkspace>()
  const drafts: CheckedDraft[] = []
  for (const source of await findSources(paths.length === 0 ? ['.'] : paths, options.stdinFilename, io, fail)) {
    try {
      const text = await read(source, io)
      if (text === undefined) continue
      const workspace = await workspaceOf(source, workspaces, io, fail)
      if (workspace) used.add(workspace)
      const onCrash = (rule: RuleId, error: unknown): void => { fail(`The rule ${rule} failed on ${source.shown}, which is a fault of Askwell: ${error instanceof Error ? error.stack ?? error.message : String(error)}`) }
      const checked = checkText(text, source.shown, { today: options.today, locale: options.locale, onCrash, ...(workspace ? { workspace: workspace.workspace } : {}) }, options.fix)
      if (options.fix) await writeFixed(source, text, checked, io)
      drafts.push(checked)
    } catch (error) {
      fail(error instanceof Failure ? error.message : `${source.shown} can't be checked: ${reasonOf(error)}.`)
    }
  }
  const report: Report = { drafts, workspaces: [...used], locale: options.locale }
  if (options.format !== 'pretty') tellProblems(report, io)
  const print = options.fix && paths.includes('-') ? io.stderr : io.stdout
  // What could not be read was told already.
  if (options.format !== 'pretty' || drafts.length > 0 || failures.size === 0) print(render(report, options.format, io))
  if (failures.size > 0) return 2
  const { failOn } = options
  return failOn !== 'never' && drafts.some(({ diagnostics }) => diagnostics.some(({ severity }) => isAtLeast(severity, failOn))) ? 1 : 0
}

/** The text of a source; undefined if it is no draft. */
async function read(source: Source, io: Io): Promise<string | undefined> {
  const bytes = source.from === 'stdin' || source.path === undefined ? await buffer(io.stdin) : await io.files.readBytes(source.path)
  // What is found in a folder and is no draft may be anything, in any encoding.
  if (source.path !== undefined && !isDraft(source.path, new TextDecoder().decode(bytes))) {
    if (source.from !== 'found') say(io, `${source.shown} is no draft and was not checked: its name does not end in .ask.md, and its front matter has no key "ask".`)
    return undefined
  }
  return decode(bytes, source.shown)
}

async function workspaceOf(source: Source, workspaces: Workspaces, io: Io, fail: (message: string) => void): Promise<LoadedWorkspace | undefined> {
  try {
    return await workspaces.of(source.path ?? resolve(io.cwd, 'stdin.ask.md'), source.folder)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    fail(error.message)
    return undefined
  }
}

function checkText(text: string, path: string, options: LintOptions, fix: boolean): CheckedDraft {
  const { text: after, fixed } = fix ? fixAll(text, options) : { text, fixed: [] }
  const draft = parseDraft(after)
  return { path, draft, diagnostics: lint(draft, options), fixed }
}

/** Writes what `--fix` made of a draft: into its file, or to standard output. */
async function writeFixed({ path, from, shown }: Source, before: string, { draft: { text } }: CheckedDraft, io: Io): Promise<void> {
  if (from === 'stdin' || path === undefined) io.stdout(text)
  else if (text !== before && !await io.files.writeAtomically(path, text, async () => decode(await io.files.readBytes(path), shown) === before)) {
    throw new Failure(`${shown} was left as it is: another program changed it in the meantime. Try again.`)
  }
}

/** Faults in `askwell.json`, for the formats that speak of drafts only. */
function tellProblems({ workspaces }: Report, io: Io): void {
  for (const { path, workspace: { text, problems } } of workspaces) {
    const document = TextDocument.create('', 'jsonc', 0, text)
    for (const { at, message } of problems) {
      const { line, character } = document.positionAt(at.start)
      io.stderr(printable(`${path}:${line + 1}:${character + 1}: ${message}`) + '\n')
    }
  }
}

function render(report: Report, format: Format, { colors, columns, terminal }: Io): string {
  switch (format) {
    case 'pretty': return reportPretty(report, { colors, columns, excerpts: terminal })
    case 'json': return reportJson(report)
    case 'sarif': return reportSarif(report)
    case 'github': return reportGithub(report)
  }
}
