import { diffWordsWithSpace } from 'diff'
import {
  CodeActionKind, CodeActionTriggerKind,
  type CodeAction, type CodeActionParams, type Diagnostic as LspDiagnostic, type Range, type WorkspaceEdit,
} from 'vscode-languageserver'
import * as z from 'zod'
import { fixAll, lint, preferredFix, silencesOf, type Diagnostic, type Edit, type Fix, type RuleId, type Workspace } from '../core/index.ts'
import type { ClientInfo } from './client-info.ts'
import { workspaceEdit } from './edits.ts'
import { Outdated, type Findings, type FindingsStore } from './findings.ts'
import { say } from './messages.ts'
import { presentFinding } from './present.ts'
import { APPLY_FIX, CLIENT_COMMANDS, FIX_ALL_KIND, SOURCE, type FixRef } from './protocol.ts'
import { folderOf, hasPlace } from './uris.ts'

/** What brings an action back when the editor asks for its edit: at most one finding a rule, and titles differ. */
const actionData = z.object({ uri: z.string(), rule: z.string(), title: z.string() })

/** Offers fixes and silences for findings, and the action that fixes all. */
export class CodeActions {
  readonly #client: ClientInfo
  readonly #findings: FindingsStore
  readonly #pages: string | undefined
  readonly #freeUri: (folder: string, name: string) => Promise<string>

  /** @param freeUri the URI for a new file: its name, or a similar one that is not taken */
  constructor(client: ClientInfo, findings: FindingsStore, pages: string | undefined, freeUri: (folder: string, name: string) => Promise<string>) {
    this.#client = client
    this.#findings = findings
    this.#pages = pages
    this.#freeUri = freeUri
  }

  /** The actions for a range of a draft; none for a version that is no longer there. */
  async offer({ textDocument: { uri }, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const findings = await this.#findings.of(uri).catch(ifOutdated)
    if (!findings) return []
    const actions: CodeAction[] = []
    if (wants(context.only, CodeActionKind.QuickFix)) {
      const meant = findings.diagnostics.flatMap((diagnostic) => {
        const shown = presentFinding(findings, diagnostic, this.#pages)
        if (!touch(shown.range, range) || !isListed(diagnostic, context.diagnostics)) return []
        const known = context.diagnostics.find(({ code, source }) => code === diagnostic.rule && source === SOURCE) ?? shown
        return this.#fixesOf(findings, diagnostic).map((fix): Offer => ({ diagnostic, fix, shown: [known] }))
      })
      for (const offer of eachOnce(meant)) actions.push(...await this.#quickFix(findings, offer))
      actions.push(...this.#askSomebodyElse(findings, actions))
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

  /** A fix as it is for `askwell.json` as it is now; undefined if the finding, or the fix, is gone. */
  fixFor(findings: Findings, workspace: Workspace, { rule, title }: FixRef): Fix | undefined {
    const { draft, options } = findings
    const diagnostic = lint(draft, { ...options, workspace }).find((one) => one.rule === rule)
    return diagnostic && this.#fixesOf({ ...findings, workspace }, diagnostic).find((fix) => fix.title === title)
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

  /** Where the friend has been asked enough: the way to somebody else. */
  #askSomebodyElse({ document: { uri }, draft: { frontMatter: { values } } }: Findings, actions: readonly CodeAction[]): CodeAction[] {
    const diagnostics = actions.flatMap((action) => action.diagnostics ?? []).filter(({ code }, index, all) =>
      RESTING.some((rule) => rule === code) && all.findIndex((other) => other.code === code) === index)
    if (diagnostics.length === 0 || !this.#client.options.ownsCommands) return []
    const title = say.askSomebodyElse(this.#client.locale)
    const wanted = { file: uri, ask: values.ask, about: values.target, except: values.friend }
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: CLIENT_COMMANDS.whoCouldIAsk, arguments: [wanted] } }]
  }

  async #quickFix(findings: Findings, { diagnostic: { rule }, fix, shown }: Offer): Promise<CodeAction[]> {
    const action: CodeAction = {
      title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [...shown],
      ...(fix.preferred ? { isPreferred: true } : {}),
    }
    if (fix.workspaceEdits && this.#client.options.ownsCommands) {
      return [{ ...action, command: { title: fix.title, command: APPLY_FIX, arguments: [{ uri: findings.document.uri, rule, title: fix.title } satisfies FixRef] } }]
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
}

/** The rules that find that a friend had better be left alone. */
const RESTING: readonly RuleId[] = ['choose/too-soon', 'choose/acknowledge', 'choose/declined', 'choose/open-ask']

/** A fix, and the findings that it is for. */
interface Offer {
  readonly diagnostic: Diagnostic
  readonly fix: Fix
  readonly shown: readonly LspDiagnostic[]
}

/** Of several fixes that do the same, one: the preferred, for all of their findings. */
function eachOnce(offers: readonly Offer[]): Offer[] {
  const kept = new Map<string, Offer>()
  for (const offer of offers) {
    const { edits, workspaceEdits, newFile } = offer.fix
    const key = JSON.stringify([edits, workspaceEdits, newFile])
    const twin = kept.get(key)
    const better = twin?.fix.preferred || !offer.fix.preferred ? twin ?? offer : offer
    kept.set(key, { ...better, shown: [...twin?.shown ?? [], ...offer.shown] })
  }
  return [...kept.values()]
}

const ifOutdated = (error: unknown): undefined => {
  if (!(error instanceof Outdated)) throw error
}

/** Whether actions of a kind are asked for: no wish is every wish, and a kind includes its sub-kinds. */
export const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  !only || only.some((wanted) => wanted === '' || wanted === kind || kind.startsWith(`${wanted}.`))

/** Where the editor lists diagnostics, only those are meant. */
const isListed = ({ rule }: Diagnostic, listed: readonly LspDiagnostic[]): boolean =>
  listed.length === 0 || listed.some(({ code, source }) => code === rule && source === SOURCE)

const isBefore = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character < b.character)

/** Whether two ranges overlap or meet. */
export const touch = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start)

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
