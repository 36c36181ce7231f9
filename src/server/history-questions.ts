import type { Connection, Disposable } from 'vscode-languageserver'
import * as z from 'zod'
import {
  ASK_TYPES, foldName, mentions, namesFor, personOf, readFrontMatter, sayReasons, sayRest, START_KINDS, startMessage, whoCouldIAsk,
  type AskEntry, type FavorEntry, type FrontMatterValues, type Language, type Start,
} from '../core/index.ts'
import type { Drafts } from './drafts.ts'
import { askNote, askTitle, favorNote, favorTitle } from './history-words.ts'
import type { Host } from './host.ts'
import { CANDIDATES, CHOICES, MENTIONS, NEEDS, START, type CandidatesResult, type Choice, type Mentions, type Need, type StartResult } from './protocol.ts'
import type { Scopes } from './scopes.ts'
import { folderOf, pathOf, within } from './uris.ts'
import type { WorkspaceFile, WorkspaceFiles } from './workspace-files.ts'

/** Nobody looks through more, and what is older can be found by its friend. */
const MAX_CHOICES = 500

const text = z.string().trim().min(1).optional()
const choicesParams = z.object({ file: text, friend: text, id: text, need: z.enum(NEEDS) })
const mentionsParams = z.object({ file: text, friend: z.string() })
const candidatesParams = z.object({ file: text, ask: z.enum(ASK_TYPES).optional(), field: text, company: text, about: text, except: text })
const startParams = z.object({ file: text, kind: z.enum(START_KINDS), friend: text, id: text, ask: z.enum(ASK_TYPES).optional(), target: text })

/** Answers what commands ask, in order to let the user choose. */
export class HistoryQuestions implements Disposable {
  readonly #scopes: Scopes
  readonly #files: WorkspaceFiles
  readonly #drafts: Drafts
  readonly #host: Host
  readonly #locale: Language
  readonly #look: (uri: string) => Promise<void>
  readonly #read: (uri: string) => Promise<string | undefined>
  readonly #freeUri: (folder: string, name: string) => Promise<string>
  readonly #owned: readonly Disposable[]

  /**
   * @param look has a look whether a file has changed, so that nobody chooses among what is no more
   * @param read the text of a draft
   * @param freeUri the URI for a new file: its name, or a similar one that is not taken
   */
  constructor(
    connection: Connection, scopes: Scopes, files: WorkspaceFiles, drafts: Drafts, host: Host, locale: Language,
    look: (uri: string) => Promise<void>, read: (uri: string) => Promise<string | undefined>, freeUri: (folder: string, name: string) => Promise<string>,
  ) {
    this.#scopes = scopes
    this.#files = files
    this.#drafts = drafts
    this.#host = host
    this.#locale = locale
    this.#look = look
    this.#read = read
    this.#freeUri = freeUri
    this.#owned = [
      connection.onRequest(CHOICES, (params: unknown) => this.#choices(choicesParams.parse(params))),
      connection.onRequest(MENTIONS, (params: unknown) => this.#mentions(mentionsParams.parse(params))),
      connection.onRequest(CANDIDATES, (params: unknown) => this.#candidates(candidatesParams.parse(params))),
      connection.onRequest(START, (params: unknown) => this.#start(startParams.parse(params))),
    ]
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose()
  }

  /** The `askwell.json` that is meant; without a wish, all. */
  async #filesFor(uri: string | undefined): Promise<WorkspaceFile[]> {
    const uris = uri === undefined ? await this.#scopes.workspaceFiles() : [await this.#scopes.workspaceFileFor(uri)]
    return Promise.all(uris.flatMap((one) => (one === undefined ? [] : [this.#lookAt(one)])))
  }

  async #lookAt(uri: string): Promise<WorkspaceFile> {
    await this.#look(uri)
    return this.#files.load(uri)
  }

  async #choices({ file, friend, id, need }: z.output<typeof choicesParams>): Promise<Choice[]> {
    const today = this.#host.today()
    const found = (await this.#filesFor(file)).flatMap(({ uri, workspace }) => {
      const names = friend === undefined ? undefined : namesFor(workspace, friend)
      const isMeant = (entry: AskEntry | FavorEntry): boolean => (id === undefined || entry.id === id) && (names?.has(foldName(entry.friend)) ?? true)
      return [
        ...workspace.asks.filter((entry) => isMeant(entry) && waitsFor(entry, need)).map((entry) => ({ date: entry.date, choice: () => choiceOfAsk(uri, entry, this.#locale, today) })),
        ...(need === 'nothing' ? workspace.favors.filter(isMeant) : []).map((entry) => ({ date: entry.date, choice: () => choiceOfFavor(uri, entry, this.#locale, today) })),
      ]
    })
    return found.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).slice(0, MAX_CHOICES).map(({ choice }) => choice())
  }

  async #mentions({ file, friend }: z.output<typeof mentionsParams>): Promise<Mentions | null> {
    const [loaded] = await this.#filesFor(file)
    if (!loaded) return null
    const { name, asks, favors } = personOf(loaded.workspace, friend)
    const names = [...namesFor(loaded.workspace, friend)]
    const drafts = (await this.#drafts.of(loaded.uri)).filter(({ uri, text: message }) => mentions(pathOf(uri), message, names))
    return { file: loaded.uri, friend: name, asks: asks.length, favors: favors.length, drafts: drafts.map(({ uri }) => uri) }
  }

  async #candidates({ file, ...wanted }: z.output<typeof candidatesParams>): Promise<CandidatesResult> {
    const today = this.#host.today()
    const loaded = await this.#filesFor(file)
    const found = await Promise.all(loaded.map(async ({ uri, workspace }) => {
      const { free, resting } = whoCouldIAsk(workspace, wanted, today, (await this.#scopes.settingsOf(uri)).rules)
      return [...free, ...resting].map((candidate) => ({
        file: uri, name: candidate.name, reasons: sayReasons(candidate, this.#locale, today).join('; '),
        ...(candidate.rest ? { rest: sayRest(candidate.rest, this.#locale, today) } : {}),
      }))
    }))
    const friends = loaded.flatMap(({ workspace }) => workspace.friends)
    const { compare } = new Intl.Collator(this.#locale)
    const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort(compare)
    return {
      candidates: found.flat().sort((a, b) => Number('rest' in a) - Number('rest' in b)),
      fields: sorted(friends.flatMap(({ fields = [] }) => fields)),
      companies: sorted(friends.flatMap(({ companies = [] }) => companies)),
      asks: ASK_TYPES.map((ask) => ({ ask, title: askTitle(ask, this.#locale) })),
    }
  }

  async #start({ file, kind, friend: name, id, ask, target }: z.output<typeof startParams>): Promise<StartResult> {
    const [loaded] = await this.#filesFor(file)
    if (!loaded) return null
    const { uri, workspace } = loaded
    const entry = workspace.asks.find((one) => one.id === id)
    const to = name ?? entry?.friend
    if (to === undefined) return null
    const person = personOf(workspace, to)
    const base = { name: person.name, friend: person.friend, me: workspace.me.name, language: this.#locale, today: this.#host.today() }
    let start: Start
    if (kind === 'give-back') start = { ...base, kind }
    else if (kind === 'ask') start = { ...base, kind, ask: ask ?? 'other', target }
    else if (entry) start = { ...base, kind, entry, original: await this.#frontMatterOf(uri, entry) }
    else return null
    const { name: fileName, text: message } = startMessage(start)
    return { uri: await this.#freeUri(folderOf(uri), fileName), text: message }
  }

  /** The front matter of the draft of an ask, if it is still there. */
  async #frontMatterOf(file: string, { draft }: AskEntry): Promise<FrontMatterValues | undefined> {
    const read = draft === undefined ? undefined : await this.#read(within(folderOf(file), draft)).catch(() => undefined)
    return read === undefined ? undefined : readFrontMatter(read).values
  }
}

function waitsFor({ status, followedUp, thanked, reported }: AskEntry, need: Need): boolean {
  switch (need) {
    case 'answer': return status === 'open'
    case 'follow-up': return status === 'open' && !followedUp
    case 'thanks': return status === 'granted' && thanked === null
    case 'report': return status === 'granted' && reported === null
    case 'nothing': return true
  }
}

const choiceOfAsk = (file: string, entry: AskEntry, locale: Language, today: string): Choice => {
  const { id, friend, ask, date, status, followedUp = null, answered, thanked, reported, outcome } = entry
  return {
    file, id, kind: 'ask', friend, title: askTitle(ask, locale), note: askNote(entry, locale, today),
    values: { ask, date, status, followedUp, answered, thanked, reported, outcome },
  }
}

const choiceOfFavor = (file: string, entry: FavorEntry, locale: Language, today: string): Choice => ({
  file, id: entry.id, kind: 'favor', friend: entry.friend, title: favorTitle(entry, locale), note: favorNote(entry, locale, today),
  values: { date: entry.date, what: entry.what },
})
