import type { Connection, Disposable } from 'vscode-languageserver'
import * as z from 'zod'
import {
  foldName, lastTwelveMonths, nextSteps, peopleOf, personOf, sayDay, sayStanding, sayStep, standings, timelineOf, yearPeriod, yearsOf,
  type AskEntry, type Language, type TimelineEntry, type TimelineRow, type Workspace,
} from '../core/index.ts'
import { askCells, askNote, askTitle, favorNote, favorTitle, friendNote, sayMark, stepNote, stepTitle } from './history-words.ts'
import type { Host } from './host.ts'
import {
  ENTRIES, ENTRY_PLACE, FRIENDS, HISTORY_CHANGED, NEXT_STEPS, TIMELINE,
  type EntriesOfFriend, type EntryPlace, type EntryView, type FileState, type FriendsOfFile, type StepsOfFile, type StepView, type TimelineEntryView, type TimelinePage,
} from './protocol.ts'
import type { Scopes } from './scopes.ts'
import { logTo } from './tell.ts'
import { folderOf, within } from './uris.ts'
import type { WorkspaceFile, WorkspaceFiles } from './workspace-files.ts'

/** So many next steps are listed unless more are asked for: nobody does more in a day. */
const FEW_STEPS = 100
/** Thanks are the most urgent; of one kind, the most overdue comes first. */
const STEP_ORDER: readonly StepView['kind'][] = ['thank', 'follow-up', 'answer', 'report', 'give-back']
/** How many friends are drawn at once. */
const ROWS_PER_PAGE = 25

const limit = z.int().min(1).optional()
const listParams = z.object({ limit }).default({})
const entriesParams = z.object({ file: z.string(), friend: z.string(), limit })
const entryPlaceParams = z.object({ file: z.string(), id: z.string() })
const timelineParams = z.object({
  file: z.string(), year: z.int().min(1000).max(9999).optional(), filter: z.string().optional(), page: z.int().min(0).optional(),
})

/** Answers what the views of an editor ask about friends and asks, and tells them when to ask again. */
export class HistoryViews implements Disposable {
  readonly #connection: Connection
  readonly #scopes: Scopes
  readonly #files: WorkspaceFiles
  readonly #host: Host
  readonly #locale: Language
  readonly #owned: Disposable[]
  /** Only who has asked wants to hear of changes. */
  #isAsked = false

  constructor(connection: Connection, scopes: Scopes, files: WorkspaceFiles, host: Host, locale: Language) {
    this.#connection = connection
    this.#scopes = scopes
    this.#files = files
    this.#host = host
    this.#locale = locale
    this.#owned = [
      connection.onRequest(FRIENDS, (params: unknown) => this.#ofFiles((file) => this.#friends(file, listParams.parse(params ?? undefined).limit))),
      connection.onRequest(NEXT_STEPS, (params: unknown) => this.#ofFiles((file) => this.#steps(file, listParams.parse(params ?? undefined).limit))),
      connection.onRequest(ENTRIES, (params: unknown) => this.#entries(entriesParams.parse(params))),
      connection.onRequest(ENTRY_PLACE, (params: unknown) => this.#entryPlace(entryPlaceParams.parse(params))),
      connection.onRequest(TIMELINE, (params: unknown) => this.#timeline(timelineParams.parse(params))),
    ]
  }

  /** Tells the views that what they show may be outdated. */
  refresh(): void {
    if (this.#isAsked) this.#connection.sendNotification(HISTORY_CHANGED).catch(logTo(this.#connection))
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose()
  }

  async #ofFiles<T>(answer: (file: WorkspaceFile) => Promise<T>): Promise<T[]> {
    this.#isAsked = true
    return Promise.all((await this.#scopes.workspaceFiles()).map(async (uri) => answer(await this.#files.load(uri))))
  }

  async #friends(file: WorkspaceFile, limit: number | undefined): Promise<FriendsOfFile> {
    const today = this.#host.today()
    const { rules } = await this.#scopes.settingsOf(file.uri)
    const compare = new Intl.Collator(this.#locale, { numeric: true }).compare
    const everybody = standings(file.workspace, today, { rules })
      .sort((a, b) => Number(a.restsUntil !== undefined) - Number(b.restsUntil !== undefined) || compare(a.name, b.name))
    const listed = everybody.slice(0, limit)
    return {
      file: file.uri, state: stateOf(file), more: everybody.length - listed.length,
      friends: listed.map((standing) => ({
        name: standing.name,
        resting: standing.restsUntil !== undefined,
        note: friendNote(standing, this.#locale, today),
        detail: [sayStanding(standing, this.#locale, today), ...[standing.friend?.companies, standing.friend?.fields].flatMap((words) => (words?.length ? [words.join(', ')] : []))].join('\n'),
        hasHistory: hasHistory(file.workspace, standing.name),
      })),
    }
  }

  async #steps(file: WorkspaceFile, limit = FEW_STEPS): Promise<StepsOfFile> {
    const today = this.#host.today()
    const { rules } = await this.#scopes.settingsOf(file.uri)
    const steps = [...nextSteps(file.workspace, today, rules)].sort((a, b) => STEP_ORDER.indexOf(a.kind) - STEP_ORDER.indexOf(b.kind))
    const listed = steps.slice(0, limit)
    return {
      file: file.uri, state: stateOf(file), hasFriends: peopleOf(file.workspace).length > 0, more: steps.length - listed.length,
      steps: listed.map((step) => ({
        kind: step.kind, friend: step.name, ...(step.entry ? { id: step.entry.id, ...draftOf(file.uri, step.entry) } : {}),
        title: stepTitle(step, this.#locale), note: stepNote(step, this.#locale, today), detail: sayStep(step, this.#locale, today),
      })),
    }
  }

  async #entries({ file, friend, limit: most }: z.output<typeof entriesParams>): Promise<EntriesOfFriend> {
    const today = this.#host.today()
    const { asks, favors } = personOf((await this.#files.load(file)).workspace, friend)
    const all = [
      ...asks.map((entry) => ({ date: entry.date, view: (): EntryView => ({
        id: entry.id, kind: 'ask', state: askState(entry), status: entry.status,
        title: askTitle(entry.ask, this.#locale), note: askNote(entry, this.#locale, today), detail: entry.outcome, ...draftOf(file, entry),
      }) })),
      ...favors.map((entry) => ({ date: entry.date, view: (): EntryView => ({
        id: entry.id, kind: 'favor', state: 'done', status: undefined,
        title: favorTitle(entry, this.#locale), note: favorNote(entry, this.#locale, today), detail: '',
      }) })),
    ].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    const listed = all.slice(0, most)
    return { entries: listed.map(({ view }) => view()), more: all.length - listed.length }
  }

  async #entryPlace({ file, id }: z.output<typeof entryPlaceParams>): Promise<EntryPlace> {
    const { workspace } = await this.#files.load(file)
    const offset = workspace.text.indexOf(JSON.stringify(id))
    if (offset < 0) return null
    const ask = workspace.asks.find((entry) => entry.id === id)
    return { offset, ...(ask ? draftOf(file, ask) : {}) }
  }

  async #timeline({ file, year, filter = '', page = 0 }: z.output<typeof timelineParams>): Promise<TimelinePage> {
    this.#isAsked = true
    const today = this.#host.today()
    const { workspace } = await this.#files.load(file)
    const period = year === undefined ? lastTwelveMonths(today) : yearPeriod(year)
    const compare = new Intl.Collator(this.#locale, { numeric: true }).compare
    const wanted = foldName(filter)
    const rows = timelineOf(workspace, period)
      .filter(({ friend }) => foldName(friend).includes(wanted))
      .sort((a, b) => compare(a.friend, b.friend))
    const pages = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE))
    const shown = Math.min(page, pages - 1)
    const first = shown * ROWS_PER_PAGE
    return {
      ...(year === undefined ? {} : { year }), ...period, today, years: yearsOf(workspace),
      page: shown, pages, first, total: rows.length,
      rows: rows.slice(first, first + ROWS_PER_PAGE).map((row) => this.#row(row)),
    }
  }

  #row({ friend, entries }: TimelineRow): TimelinePage['rows'][number] {
    return { friend, entries: entries.map((entry) => this.#timelineEntry(entry)) }
  }

  #timelineEntry({ kind, entry, marks }: TimelineEntry): TimelineEntryView {
    const locale = this.#locale
    return {
      id: entry.id, kind, marks: marks.map((mark) => ({ ...mark, label: sayMark(mark, locale) })), date: sayDay(entry.date, locale),
      ...(kind === 'ask'
        ? { title: askTitle(entry.ask, locale), open: entry.status === 'open', outcome: entry.outcome, ...askCells(entry, locale) }
        : { title: favorTitle(entry, locale), open: false, outcome: '', answer: '', thanked: '', reported: '' }),
    }
  }
}

const stateOf = ({ state }: WorkspaceFile): FileState => (state === 'open' || state === 'stored' ? 'there' : state)

/** Whether anything is on record with somebody; an ask that was withdrawn is, too. */
function hasHistory(workspace: Workspace, name: string): boolean {
  const { asks, favors } = personOf(workspace, name)
  return asks.length + favors.length > 0
}

function askState({ status, thanked, reported }: AskEntry): EntryView['state'] {
  if (status === 'open') return 'open'
  if (status !== 'granted') return 'done'
  if (thanked === null) return 'thankable'
  return reported === null ? 'reportable' : 'done'
}

const draftOf = (file: string, { draft }: AskEntry): { readonly draft?: string } =>
  (draft === undefined ? {} : { draft: within(folderOf(file), draft) })
