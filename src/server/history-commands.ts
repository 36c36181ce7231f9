import type { Connection, TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import * as z from 'zod'
import {
  applyEdits, ASK_STATUSES, ASK_TYPES, countOf, editWorkspace, findFriend, isDay, itemSchemas, linesWith, namesFor, newId, newOnes, unmarkSent, WorkspaceNotWritable,
  type AskChange, type AskEntry, type FavorEntry, type Workspace, type WorkspaceChange,
} from '../core/index.ts'
import type { ClientInfo } from './client-info.ts'
import type { CommandResult } from './commands.ts'
import type { DraftEdits } from './edits.ts'
import { NotDone, type HistoryWriter, type Written } from './history-writer.ts'
import type { Host } from './host.ts'
import { say } from './messages.ts'
import { ANSWERS, HISTORY_COMMANDS, type Answer } from './protocol.ts'
import type { Scopes } from './scopes.ts'

const words = z.string().trim().min(1)
const day = z.string().refine(isDay)

const scope = { file: z.string().optional() }
const ofEntry = z.object({ ...scope, id: words })
const schemas = {
  answer: z.object({ ...scope, id: words, status: z.enum(ANSWERS).optional(), outcome: z.string().trim().optional() }),
  report: z.object({ ...scope, id: words, outcome: z.string().trim().optional() }),
  favor: z.object({ ...scope, friend: words, what: words, date: day.optional() }),
  edit: z.object({
    ...scope, id: words,
    set: z.strictObject({
      ask: z.enum(ASK_TYPES), date: day, status: z.enum(ASK_STATUSES), followedUp: day.nullable(), answered: day.nullable(),
      thanked: day.nullable(), reported: day.nullable(), outcome: z.string().trim(), what: words,
    }).partial(),
  }),
  forget: z.object({ ...scope, friend: words }),
  add: z.object({ ...scope, friends: z.array(itemSchemas.friend).default([]), asks: z.array(itemSchemas.ask).default([]), favors: z.array(itemSchemas.favor).default([]) }),
} as const

/** What a command changes, and what it says of it. */
interface Task {
  readonly file: string | undefined
  readonly plan: (workspace: Workspace) => WorkspaceChange
  readonly message: (workspace: Workspace) => string
}

/** Carries out the commands that keep the history. */
export class HistoryCommands {
  readonly #connection: Connection
  readonly #client: ClientInfo
  readonly #host: Host
  readonly #scopes: Scopes
  readonly #documents: TextDocuments<TextDocument>
  readonly #writer: HistoryWriter
  readonly #read: (uri: string) => Promise<string | undefined>

  /** @param read reads a draft that is about to be edited */
  constructor(connection: Connection, client: ClientInfo, host: Host, scopes: Scopes, documents: TextDocuments<TextDocument>, writer: HistoryWriter, read: (uri: string) => Promise<string | undefined>) {
    this.#connection = connection
    this.#client = client
    this.#host = host
    this.#scopes = scopes
    this.#documents = documents
    this.#writer = writer
    this.#read = read
  }

  /**
   * Carries out a command. @returns null for one that is none of these
   * @throws NotDone if it was not done
   */
  async run(command: string, argument: unknown): Promise<CommandResult | null> {
    if (command === HISTORY_COMMANDS.undo) return this.#undo()
    const task = await this.#task(command, argument)
    return task && this.#do(task)
  }

  async #task(command: string, argument: unknown): Promise<Task | null> {
    const { locale } = this.#client
    const today = this.#host.today()
    switch (command) {
      case HISTORY_COMMANDS.recordAnswer: {
        const { file, id, outcome, status = await this.#askStatus() } = this.#parse(schemas.answer, argument)
        return this.#updateAsk(file, id, () => ({ status, answered: status === 'withdrawn' ? null : today, ...(outcome ? { outcome } : {}) }), (entry) => say.answered(locale, { ...entry, status }))
      }
      case HISTORY_COMMANDS.markFollowedUp: {
        const { file, id } = this.#parse(ofEntry, argument)
        return this.#updateAsk(file, id, () => ({ followedUp: today }), (entry) => say.noted(locale, entry, 'followed-up'))
      }
      case HISTORY_COMMANDS.markThanked: {
        const { file, id } = this.#parse(ofEntry, argument)
        return this.#updateAsk(file, id, (entry) => this.#granted(entry, { thanked: today }), (entry) => say.noted(locale, entry, 'thanked'))
      }
      case HISTORY_COMMANDS.markReported: {
        const { file, id, outcome } = this.#parse(schemas.report, argument)
        return this.#updateAsk(file, id, (entry) => this.#granted(entry, { reported: today, ...(outcome ? { outcome } : {}) }), (entry) => say.noted(locale, entry, 'reported'))
      }
      case HISTORY_COMMANDS.logFavor: {
        const { file, friend, what, date = today } = this.#parse(schemas.favor, argument)
        const id = newId(this.#host.now())
        const entryIn = (workspace: Workspace): FavorEntry => ({ id, friend: findFriend(workspace, friend)?.name ?? friend, date, what })
        return { file, plan: (workspace) => ({ kind: 'add-favor', entry: entryIn(workspace) }), message: (workspace) => say.favor(locale, entryIn(workspace)) }
      }
      case HISTORY_COMMANDS.editEntry: {
        const { file, id, set } = this.#parse(schemas.edit, argument)
        const { what, date, ...ofAsk } = set
        const dated = date === undefined ? {} : { date }
        return {
          file, message: () => say.edited(locale),
          plan: ({ asks }) => (asks.some((entry) => entry.id === id)
            ? { kind: 'update-ask', id, set: { ...defined(ofAsk), ...dated } }
            : { kind: 'update-favor', id, set: { ...(what === undefined ? {} : { what }), ...dated } }),
        }
      }
      case HISTORY_COMMANDS.deleteEntry: {
        const { file, id } = this.#parse(ofEntry, argument)
        return { file, plan: () => ({ kind: 'forget-entry', id }), message: () => say.deleted(locale) }
      }
      case HISTORY_COMMANDS.addEntries: {
        const { file, ...entries } = this.#parse(schemas.add, argument)
        return {
          file,
          plan: (workspace) => {
            const added = newOnes(workspace, entries)
            if (countOf(added) === 0) throw new NotDone(say.nothingNew(locale))
            return { kind: 'add-entries', ...added }
          },
          message: (workspace) => {
            const { friends, asks, favors } = newOnes(workspace, entries)
            return say.added(locale, { friends: friends.length, asks: asks.length, favors: favors.length })
          },
        }
      }
      case HISTORY_COMMANDS.forgetFriend: {
        const { file, friend } = this.#parse(schemas.forget, argument)
        const change: WorkspaceChange = { kind: 'forget-friend', friend }
        const leftIn = (workspace: Workspace): number[] =>
          linesWith(applyEdits(workspace.text, editWorkspace(workspace.text, change)), [friend, ...namesFor(workspace, friend)])
        return { file, plan: () => change, message: (workspace) => say.forgotten(locale, friend, leftIn(workspace)) }
      }
      default: return null
    }
  }

  #updateAsk(file: string | undefined, id: string, set: (entry: AskEntry) => AskChange, message: (entry: AskEntry) => string): Task {
    const entryIn = ({ asks }: Workspace): AskEntry => {
      const entry = asks.find((one) => one.id === id)
      if (!entry) throw new NotDone(say.noEntry(this.#client.locale))
      return entry
    }
    return { file, plan: (workspace) => ({ kind: 'update-ask', id, set: set(entryIn(workspace)) }), message: (workspace) => message(entryIn(workspace)) }
  }

  /** Thanks and reports are for help. */
  #granted({ status }: AskEntry, set: AskChange): AskChange {
    if (status !== 'granted') throw new NotDone(say.notGranted(this.#client.locale))
    return set
  }

  async #do({ file, plan, message }: Task): Promise<CommandResult> {
    let said = ''
    const uri = await this.#fileOf(file)
    const { created } = await this.#writer.write({
      uri,
      plan: (workspace) => {
        if (!workspace.writable) throw new WorkspaceNotWritable(say.notWritable(this.#client.locale, workspace.problems[0]?.message ?? ''))
        said = message(workspace)
        return { changes: [plan(workspace)], label: said }
      },
    })
    return { done: true, message: said, ...(created ? { created: uri } : {}) }
  }

  async #undo(): Promise<CommandResult> {
    const { locale } = this.#client
    const { last } = this.#writer
    await this.#writer.undo(last ? await this.#unsent(last) : [])
    return { done: true, message: say.undone(locale) }
  }

  /** Takes the date of sending out of the draft again. One that is gone, or was changed there, is left alone. */
  async #unsent({ sent, changes: [change] }: Written): Promise<DraftEdits[]> {
    if (sent === undefined || !change) return []
    const id = change.kind === 'add-ask' ? change.entry.id : change.kind === 'update-ask' ? change.id : ''
    const stored = this.#documents.get(sent) ? undefined : await this.#read(sent).catch(() => undefined)
    // To be edited, it may have been opened.
    const open = this.#documents.get(sent)
    const document = open ?? (stored === undefined ? undefined : TextDocument.create(sent, 'markdown', 0, stored))
    const edits = document ? unmarkSent(document.getText(), id, change.kind === 'add-ask') : []
    return document && edits.length > 0 ? [{ document, edits, ...(open ? {} : { stored: true }) }] : []
  }

  /** The `askwell.json` that is meant. */
  async #fileOf(uri: string | undefined): Promise<string> {
    const found = await this.#scopes.workspaceFileFor(uri)
    if (found === undefined) throw new NotDone(say.whichFolder(this.#client.locale))
    return found
  }

  /** Asks how an ask was answered, where a client that has not asked itself only names the entry. */
  async #askStatus(): Promise<Answer> {
    const { locale } = this.#client
    const items = ANSWERS.map((status) => ({ title: say.answer(locale, status), status }))
    const chosen = await this.#connection.window.showInformationMessage(say.whichAnswer(locale), ...items)
    const item = items.find(({ title }) => title === chosen?.title)
    if (!item) throw new NotDone(say.nothingNoted(locale))
    return item.status
  }

  #parse<S extends z.ZodType>(schema: S, argument: unknown): z.output<S> {
    const parsed = schema.safeParse(argument)
    if (parsed.success) return parsed.data
    throw new NotDone(say.wrongArgument(this.#client.locale, parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ')))
  }
}

/** Without what is undefined. */
const defined = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
