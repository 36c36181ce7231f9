import type { Connection, ExecuteCommandParams, WorkspaceEdit } from 'vscode-languageserver'
import * as z from 'zod'
import { applyEdits, markAsSent, newId, ruleById, type AskEntry, type Sending } from '../core/index.ts'
import type { ClientInfo } from './client-info.ts'
import type { CodeActions } from './code-actions.ts'
import { Outdated, type FindingsStore } from './findings.ts'
import type { HistoryCommands } from './history-commands.ts'
import { NotDone, type HistoryWriter } from './history-writer.ts'
import type { Host } from './host.ts'
import { say } from './messages.ts'
import { pageUri } from './present.ts'
import { APPLY_FIX, COMMANDS, type FixRef } from './protocol.ts'
import { tell } from './tell.ts'
import { folderOf, hasPlace, relativePath } from './uris.ts'

/** What a command resolves to: what it did, or why it did nothing, for people. */
export type CommandResult =
  | {
    readonly done: true
    readonly entry?: AskEntry
    readonly message?: string
    /** The URI of the `askwell.json` that was not there before. */
    readonly created?: string
  }
  | { readonly done: false; readonly message: string }

const fixRef = z.object({ uri: z.string(), rule: z.string(), title: z.string() })
const oneString = z.tuple([z.string()]).rest(z.unknown())

/** Carries out the commands that editors send. */
export class Commands {
  readonly #connection: Connection
  readonly #client: ClientInfo
  readonly #host: Host
  readonly #findings: FindingsStore
  readonly #actions: CodeActions
  readonly #writer: HistoryWriter
  readonly #history: HistoryCommands
  readonly #pages: string | undefined

  constructor(connection: Connection, client: ClientInfo, host: Host, findings: FindingsStore, actions: CodeActions, writer: HistoryWriter, history: HistoryCommands, pages: string | undefined) {
    this.#connection = connection
    this.#client = client
    this.#host = host
    this.#findings = findings
    this.#actions = actions
    this.#writer = writer
    this.#history = history
    this.#pages = pages
  }

  /** Carries out a command. What goes wrong is told to the user, and is the result. */
  async execute({ command, arguments: given }: ExecuteCommandParams): Promise<CommandResult | null> {
    const [argument = ''] = oneString.safeParse(given).data ?? []
    const result = await this.#run(command, argument, given?.[0]).catch((error: unknown): CommandResult => {
      if (error instanceof NotDone) return { done: false, message: error.message }
      throw error
    })
    // A client that has commands of its own says itself that one was carried out.
    const isToldByClient = result?.done === true && this.#client.options.ownsCommands === true
    if (result?.message !== undefined && !isToldByClient) tell(this.#connection, result.done ? 'Info' : 'Warning', result.message)
    return result
  }

  async #run(command: string, argument: string, given: unknown): Promise<CommandResult | null> {
    switch (command) {
      case COMMANDS.fixAll: return this.#fixAll(argument)
      case COMMANDS.markAsSent: return this.#markAsSent(argument)
      case COMMANDS.explainRule: return this.#explainRule(argument)
      case APPLY_FIX: return this.#applyFix(fixRef.parse(given))
      default: return this.#history.run(command, given)
    }
  }

  async #fixAll(uri: string): Promise<CommandResult> {
    const { locale } = this.#client
    const findings = await this.#findingsOf(uri)
    if (!findings) return { done: false, message: say.notADraft(locale) }
    const edit = this.#actions.fixAllEdit(findings)
    if (!edit) return { done: true, message: say.nothingToFix(locale) }
    return await this.#apply(say.fixAll(locale), edit) ?? { done: true }
  }

  async #markAsSent(uri: string): Promise<CommandResult> {
    const { locale } = this.#client
    const findings = await this.#findingsOf(uri)
    if (!findings) return { done: false, message: say.notADraft(locale) }
    const { document, draft, file } = findings
    if (!file) return { done: false, message: say.notSaved(locale) }
    const path = hasPlace(uri) ? relativePath(folderOf(file.uri), uri) : undefined
    const values = { id: newId(this.#host.now()), today: this.#host.today(), ...(path === undefined ? {} : { path }) }
    let sending: Sending | undefined
    const { created, label } = await this.#writer.write({
      uri: file.uri, sent: uri,
      plan: (workspace) => {
        const planned = markAsSent(draft, workspace.text, values)
        if (typeof planned === 'string') throw new NotDone(say.notSendable(locale, planned))
        sending = planned
        return { changes: [planned.change], label: say.noted(locale, planned.entry, planned.noted), drafts: [{ document, edits: planned.draftEdits }] }
      },
    })
    return { done: true, ...(sending ? { entry: sending.entry } : {}), message: label, ...(created ? { created: file.uri } : {}) }
  }

  /** Carries out a fix that changes `askwell.json` like all that is written there: as the file is at that moment. */
  async #applyFix(ref: FixRef): Promise<CommandResult> {
    const { locale } = this.#client
    const findings = await this.#findingsOf(ref.uri)
    if (!findings?.file) return { done: false, message: say.notADraft(locale) }
    const { document, file: { uri } } = findings
    const { created } = await this.#writer.write({
      uri,
      plan: (workspace) => {
        const fix = this.#actions.fixFor(findings, workspace, ref)
        if (!fix?.workspaceEdits) throw new NotDone(say.fixIsGone(locale))
        const change = { kind: 'rewrite', from: workspace.text, to: applyEdits(workspace.text, fix.workspaceEdits) } as const
        return { changes: [change], label: ref.title, ...(fix.edits.length > 0 ? { drafts: [{ document, edits: fix.edits }] } : {}) }
      },
    })
    return { done: true, message: ref.title, ...(created ? { created: uri } : {}) }
  }

  async #explainRule(id: string): Promise<CommandResult> {
    const { locale } = this.#client
    const rule = ruleById(id)
    if (!rule) return { done: false, message: say.noSuchRule(locale, id) }
    const uri = this.#pages === undefined ? undefined : pageUri(rule.id, this.#pages)
    if (uri !== undefined && this.#client.showsDocuments && (await this.#connection.window.showDocument({ uri })).success) return { done: true }
    return { done: true, message: `${rule.summary[locale]} ${rule.reason[locale]}` }
  }

  async #findingsOf(uri: string, toEdit = false): ReturnType<FindingsStore['of']> {
    try {
      return await this.#findings.of(uri, toEdit)
    } catch (error) {
      if (error instanceof Outdated) return this.#findings.of(uri, toEdit)
      throw error
    }
  }

  /** @returns the result, if the editor did not take the edit */
  async #apply(label: string, edit: WorkspaceEdit): Promise<CommandResult | undefined> {
    const { applied, failureReason } = await this.#connection.workspace.applyEdit({ label, edit })
    return applied ? undefined : { done: false, message: say.notApplied(this.#client.locale, failureReason) }
  }
}
