import { diffWordsWithSpace } from 'diff'
import {
  CodeActionKind, CodeActionTriggerKind,
  type CodeAction, type CodeActionParams, type Diagnostic as LspDiagnostic, type Range, type WorkspaceEdit,
} from 'vscode-languageserver'
import * as z from 'zod'
import { fixAll, preferredFix, silencesOf, type Diagnostic, type Edit, type Fix } from '../core/index.ts'
import type { ClientInfo } from './client-info.ts'
import { workspaceEdit } from './edits.ts'
import { Outdated, type Findings, type FindingsStore } from './findings.ts'
import { say } from './messages.ts'
import { presentFinding } from './present.ts'
import { FIX_ALL_KIND, SOURCE } from './protocol.ts'
import { folderOf, hasPlace, within } from './uris.ts'

/** What brings an action back when the editor asks for its edit: at most one finding a rule, and titles differ. */
const actionData = z.object({ uri: z.string(), rule: z.string(), title: z.string() })

/** Offers fixes and silences for findings, and the action that fixes all. */
export class CodeActions {
  readonly #client: ClientInfo
  readonly #findings: FindingsStore
  readonly #pages: string | undefined
  readonly #exists: (uri: string) => Promise<boolean>

  /** @param exists whether there is a file, so that no fix overwrites one */
  constructor(client: ClientInfo, findings: FindingsStore, pages: string | undefined, exists: (uri: string) => Promise<boolean>) {
    this.#client = client
    this.#findings = findings
    this.#pages = pages
    this.#exists = exists
  }

  /** The actions for a range of a draft; none for a version that is no longer there. */
  async offer({ textDocument: { uri }, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const findings = await this.#findings.of(uri).catch(ifOutdated)
    if (!findings) return []
    const actions: CodeAction[] = []
    if (wants(context.only, CodeActionKind.QuickFix)) {
      for (const diagnostic of findings.diagnostics) {
        const shown = presentFinding(findings, diagnostic, this.#pages)
        if (!touch(shown.range, range) || !isListed(diagnostic, context.diagnostics)) continue
        const known = context.diagnostics.find(({ code, source }) => code === diagnostic.rule && source === SOURCE) ?? shown
        for (const fix of this.#fixesOf(findings, diagnostic)) actions.push(...await this.#quickFix(findings, diagnostic, fix, known))
      }
    }
    // A light bulb that appears by itself offers no fix for the whole file, so that moving the cursor costs nothing.
    const asked = context.only ? wants(context.only, FIX_ALL_KIND) : context.triggerKind !== CodeActionTriggerKind.Automatic
    const edit = asked ? this.fixAllEdit(findings) : undefined
    if (edit) actions.push({ title: say.fixAll(this.#client.locale), kind: FIX_ALL_KIND, edit })
    return actions
  }

  /** Fills in the edit of an action that was offered without one. Left without, if the draft has moved on. */
  async resolve(action: CodeAction): Promise<CodeAction> {
    const data = actionData.safeParse(action.data)
    const findings = data.success ? await this.#findings.of(data.data.uri, true).catch(ifOutdated) : undefined
    const diagnostic = findings?.diagnostics.find(({ rule }) => rule === data.data?.rule)
    const fix = findings && diagnostic && this.#fixesOf(findings, diagnostic).find(({ title }) => title === data.data?.title)
    const edit = findings && fix ? await this.#editOf(findings, fix) : undefined
    return edit ? { ...action, edit } : action
  }

  /** The edit that mends all that can be mended without asking; undefined if there is nothing. */
  fixAllEdit(findings: Findings): WorkspaceEdit | undefined {
    if (!findings.diagnostics.some(preferredFix)) return undefined
    const { text } = fixAll(findings.draft.text, findings.options)
    const edits = editsBetween(findings.draft.text, text)
    return edits.length === 0 ? undefined : workspaceEdit({ drafts: [{ document: findings.document, edits }] }, this.#client)
  }

  /** Fixes and silences, but for those that cannot be carried out: into a file that must not be written, or not be created. */
  #fixesOf({ document, draft, workspace, file }: Findings, diagnostic: Diagnostic): Fix[] {
    const { createsFiles, locale } = this.#client
    const writesFile = file !== undefined && workspace.writable && (file.state !== 'absent' || createsFiles)
    return [...diagnostic.fixes, ...silencesOf(draft, diagnostic, workspace, locale)].filter(({ workspaceEdits, newFile }) =>
      (!workspaceEdits || writesFile) && (!newFile || (createsFiles && hasPlace(document.uri))))
  }

  async #quickFix(findings: Findings, { rule }: Diagnostic, fix: Fix, shown: LspDiagnostic): Promise<CodeAction[]> {
    const action: CodeAction = {
      title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [shown],
      ...(fix.preferred ? { isPreferred: true } : {}),
    }
    const onlyTheDraft = !fix.workspaceEdits && !fix.newFile
    if (!onlyTheDraft && this.#client.resolvesActionEdits) {
      return [{ ...action, data: { uri: findings.document.uri, rule, title: fix.title } satisfies z.input<typeof actionData> }]
    }
    const edit = await this.#editOf(findings, fix)
    return edit ? [{ ...action, edit }] : []
  }

  async #editOf({ document, file }: Findings, { edits, workspaceEdits, newFile }: Fix): Promise<WorkspaceEdit | undefined> {
    return workspaceEdit({
      drafts: [{ document, edits }],
      ...(workspaceEdits && file ? { file: { file, edits: workspaceEdits } } : {}),
      ...(newFile ? { newFile: { uri: await this.#freeUri(folderOf(document.uri), newFile.name), text: newFile.text } } : {}),
    }, this.#client)
  }

  /** The name itself, or the first of `name-2.ask.md`, `name-3.ask.md`, … that is not taken. */
  async #freeUri(folder: string, name: string): Promise<string> {
    const [stem, extension] = splitName(name)
    for (let number = 1; ; number++) {
      const uri = within(folder, number === 1 ? name : `${stem}-${number}${extension}`)
      if (!await this.#exists(uri)) return uri
    }
  }
}

const ifOutdated = (error: unknown): undefined => {
  if (!(error instanceof Outdated)) throw error
}

/** Whether actions of a kind are asked for: no wish is every wish, and a kind includes its sub-kinds. */
const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  !only || only.some((wanted) => wanted === '' || wanted === kind || kind.startsWith(`${wanted}.`))

/** Where the editor lists diagnostics, only those are meant. */
const isListed = ({ rule }: Diagnostic, listed: readonly LspDiagnostic[]): boolean =>
  listed.length === 0 || listed.some(({ code, source }) => code === rule && source === SOURCE)

const isBefore = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character < b.character)

/** Whether two ranges overlap or meet. */
const touch = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start)

const splitName = (name: string): [string, string] => {
  const dot = name.indexOf('.')
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)]
}

/** The small edits that lead from one text to another, so that cursors and folds stay where they are. */
function editsBetween(before: string, after: string): Edit[] {
  const edits: Edit[] = []
  let offset = 0
  for (const { added, removed, value } of diffWordsWithSpace(before, after)) {
    const last = edits.at(-1)
    if (added && last && last.at.end === offset) edits[edits.length - 1] = { at: last.at, text: last.text + value }
    else if (added) edits.push({ at: { start: offset, end: offset }, text: value })
    else {
      if (removed) edits.push({ at: { start: offset, end: offset + value.length }, text: '' })
      offset += value.length
    }
  }
  return edits
}
