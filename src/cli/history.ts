import { dirname, join, relative, resolve, sep } from 'node:path'
import {
  almostKnown, countOf, editWorkspace, findFriend, foldName, keepBoth, linesWith, namesFor, newAsk, newId, newOnes, readWorkspace, WorkspaceNotWritable,
  type AskChange, type AskEntry, type AskStatus, type AskType, type Day, type Entries, type FavorChange, type FavorEntry, type Friend, type Workspace, type WorkspaceChange,
} from '../core/index.ts'
import { isMissing } from '../node/files.ts'
import { NotWritten, type Change } from '../node/workspace-file.ts'
import { tellOfNewFile } from './ignore-hint.ts'
import { Failure, reasonOf, say, type Io } from './io.ts'
import { draftsThatMention } from './mentions.ts'
import { shownPath, upToRepository } from './paths.ts'
import { readWorkspaceFile, WORKSPACE_FILE } from './workspaces.ts'

/** Which ask is meant: the one with an id, or the newest of a friend that is in question. */
export type Which = { readonly id: string } | { readonly friend: string; readonly ask?: AskType | undefined }

/** What was taken out of the history. */
export interface Forgotten {
  readonly friends: readonly Friend[]
  readonly asks: readonly AskEntry[]
  readonly favors: readonly FavorEntry[]
  /** Drafts that mention the friend, as they are shown. They were left as they are. */
  readonly drafts?: readonly string[]
}

/** The history of a folder: every command reads `askwell.json` anew, and writes it while others wait. */
export class History {
  readonly #io: Io
  /** The path of `askwell.json`, absolute. */
  readonly path: string
  /** Whether the user named the file. */
  readonly #given: boolean

  private constructor(path: string, given: boolean, io: Io) {
    this.path = path
    this.#given = given
    this.#io = io
  }

  /** @param given the path of `askwell.json`; else it is looked for from the current folder up to the repository */
  static async open(given: string | undefined, io: Io): Promise<History> {
    if (given !== undefined) return new History(resolve(io.cwd, given), true, io)
    for (const folder of await upToRepository(io.cwd, io.files)) {
      const path = join(folder, WORKSPACE_FILE)
      if (await io.files.kindOf(path) === 'file') return new History(path, false, io)
    }
    return new History(join(io.cwd, WORKSPACE_FILE), false, io)
  }

  /** Notes an ask. @param values `draft` is a path from the current folder */
  async add(values: { friend: string; ask: AskType; date: Day; draft?: string | undefined; status?: AskStatus | undefined }): Promise<AskEntry> {
    const { draft, status, ...facts } = values
    const id = newId(this.#io.now())
    return this.#change((workspace) => {
      const entry = newAsk({
        ...facts, id, friend: this.#nameOf(workspace, values.friend),
        ...(draft === undefined ? {} : { draft: this.#draftPath(draft) }),
        ...(status === undefined ? {} : { status }),
      })
      return { change: { kind: 'add-ask', entry }, result: entry }
    })
  }

  /** Notes how the friend answered. */
  answer = (which: Which, values: { status: Exclude<AskStatus, 'open'>; date: Day; outcome?: string | undefined }): Promise<AskEntry> =>
    this.#update(which, 'is open', ({ status }) => status === 'open', {
      status: values.status, answered: values.status === 'withdrawn' ? null : values.date, ...(values.outcome === undefined ? {} : { outcome: values.outcome }),
    })

  /** Notes that the friend was thanked. */
  thank = (which: Which, date: Day): Promise<AskEntry> =>
    this.#update(which, 'was granted and waits for thanks', ({ status, thanked }) => status === 'granted' && thanked === null, { thanked: date })

  /** Notes that the friend was told how it ended. */
  report = (which: Which, values: { date: Day; outcome?: string | undefined }): Promise<AskEntry> =>
    this.#update(which, 'was granted and waits for a report', ({ status, reported }) => status === 'granted' && reported === null, {
      reported: values.date, ...(values.outcome === undefined ? {} : { outcome: values.outcome }),
    })

  /** Notes that the friend was reminded, which is done once. */
  followUp = (which: Which, date: Day): Promise<AskEntry> =>
    this.#update(which, 'is open and was not followed up', ({ status, followedUp }) => status === 'open' && !followedUp, { followedUp: date })

  /** Changes what an entry says. @param values `draft` is a path from the current folder; what is not given stays */
  edit(id: string, values: { readonly [Key in keyof (AskChange & FavorChange)]: (AskChange & FavorChange)[Key] | undefined }): Promise<AskEntry | FavorEntry> {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    if (Object.keys(given).length === 0) throw new Failure('Say what to change: --friend, --date, --outcome, …')
    return this.#change<AskEntry | FavorEntry>((workspace) => {
      const set = { ...given, ...(values.friend === undefined ? {} : { friend: this.#nameOf(workspace, values.friend) }), ...(values.draft === undefined ? {} : { draft: this.#draftPath(values.draft) }) }
      const ask = workspace.asks.find((entry) => entry.id === id)
      if (ask) {
        if ('what' in given) throw new Failure('--what belongs to a favor; this is an ask.')
        return { change: { kind: 'update-ask', id, set }, result: { ...ask, ...set } }
      }
      const favor = workspace.favors.find((entry) => entry.id === id)
      if (!favor) throw new Failure(`There is no entry with the id "${id}". See: askwell history list.`)
      const wrong = Object.keys(given).find((key) => !['friend', 'date', 'what'].includes(key))
      if (wrong) throw new Failure(`--${wrong} belongs to an ask; this is a favor.`)
      return { change: { kind: 'update-favor', id, set }, result: { ...favor, ...set } }
    })
  }

  /** Gives a friend another name in all entries. @returns drafts that have the old one, as they are shown */
  async rename(friend: string, to: string): Promise<{ drafts: readonly string[] }> {
    const names = await this.#change((workspace) => ({ change: { kind: 'rename-friend', friend, to }, result: [findFriend(workspace, friend)?.name ?? friend] }))
    return { drafts: await draftsThatMention(names, dirname(this.path), this.#io) }
  }

  /** Unites the two versions that git has left in conflicts. @returns how many conflicts there were */
  keepBoth = (): Promise<number> => this.#write((text) => {
    const conflicts = readWorkspace(text).problems.filter(({ conflict }) => conflict).length
    if (conflicts === 0) throw new Failure(`${shownPath(this.#io.cwd, this.path)} has no conflict that git has left.`)
    const edits = keepBoth(text)
    if (!edits) throw new Failure(`${shownPath(this.#io.cwd, this.path)} was left as it is: one of the two versions can't be read.`)
    return { edits, result: conflicts }
  })

  /** Puts entries where they belong; those that are there already are left out. @returns how many were added */
  addAll = (entries: Entries): Promise<number> => this.#change((workspace) => {
    const added = newOnes(workspace, entries)
    return { change: { kind: 'add-entries', ...added }, result: countOf(added) }
  })

  /** `askwell.json` as it is now; empty if there is none. @throws Failure if it can't be read */
  async read(): Promise<Workspace> {
    if (!this.#given && await this.#io.files.kindOf(this.path) === undefined) return readWorkspace('')
    const { workspace } = await readWorkspaceFile(this.path, this.#io)
    this.#tell(workspace)
    return workspace
  }

  /** Notes what was done for a friend. */
  async favor(values: { friend: string; what: string; date: Day }): Promise<FavorEntry> {
    const id = newId(this.#io.now())
    return this.#change((workspace) => {
      const entry: FavorEntry = { id, friend: this.#nameOf(workspace, values.friend), date: values.date, what: values.what }
      return { change: { kind: 'add-favor', entry }, result: entry }
    })
  }

  /** What was asked and done; of a friend, or of all. */
  async list({ friend, status }: { friend?: string | undefined; status?: AskStatus | undefined }): Promise<{ asks: AskEntry[]; favors: FavorEntry[] }> {
    const workspace = await this.read()
    const names = friend === undefined ? undefined : namesFor(workspace, friend)
    const isMeant = (entry: { friend: string }): boolean => names?.has(foldName(entry.friend)) ?? true
    return {
      asks: workspace.asks.filter((entry) => isMeant(entry) && (status === undefined || entry.status === status)),
      favors: status === undefined ? workspace.favors.filter(isMeant) : [],
    }
  }

  /** Takes out an entry, or everything about a friend. */
  async forget(which: Which): Promise<Forgotten> {
    if ('id' in which) {
      return this.#change((workspace) => {
        const hasId = ({ id }: { id: string }): boolean => id === which.id
        return { change: { kind: 'forget-entry', id: which.id }, result: { friends: [], asks: workspace.asks.filter(hasId), favors: workspace.favors.filter(hasId) } }
      })
    }
    const forgotten = await this.#change((workspace) => {
      const names = namesFor(workspace, which.friend)
      const isMeant = (entry: { friend: string }): boolean => names.has(foldName(entry.friend))
      return {
        change: { kind: 'forget-friend', friend: which.friend },
        result: { friends: workspace.friends.filter(({ name }) => names.has(foldName(name))), asks: workspace.asks.filter(isMeant), favors: workspace.favors.filter(isMeant) },
      }
    })
    const names = [which.friend, ...forgotten.friends.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])]
    const lines = linesWith((await this.read()).text, names)
    if (lines.length > 0) say(this.#io, `${shownPath(this.#io.cwd, this.path)} still has the name, in a comment or in the words of another entry: line ${lines.join(', ')}. See whether that is to go, too.`)
    return { ...forgotten, drafts: await draftsThatMention(names, dirname(this.path), this.#io) }
  }

  /** The path of a draft from the folder of `askwell.json`. @param draft from the current folder */
  #draftPath = (draft: string): string => relative(dirname(this.path), resolve(this.#io.cwd, draft)).split(sep).join('/')

  #update(which: Which, question: string, isInQuestion: (entry: AskEntry) => boolean, set: Extract<WorkspaceChange, { kind: 'update-ask' }>['set']): Promise<AskEntry> {
    return this.#change((workspace) => {
      const entry = selectAsk(workspace, which, question, isInQuestion)
      return { change: { kind: 'update-ask', id: entry.id, set }, result: { ...entry, ...set } }
    })
  }

  async #change<T>(plan: (workspace: Workspace) => { change: WorkspaceChange; result: T }): Promise<T> {
    const { done, isNew } = await this.#write((text) => {
      const { change, result } = plan(readWorkspace(text))
      return { edits: editWorkspace(text, change), result: { done: result, isNew: text === '' } }
    })
    if (isNew) await tellOfNewFile(this.path, this.#io)
    return done
  }

  async #write<T>(change: (text: string) => Change<T>): Promise<T> {
    try {
      return await this.#io.files.updateWorkspaceFile(this.path, change)
    } catch (error) {
      if (error instanceof WorkspaceNotWritable || error instanceof NotWritten) throw new Failure(error.message)
      if (error instanceof Failure) throw error
      const shown = shownPath(this.#io.cwd, this.path)
      throw new Failure(isMissing(error) ? `${shown} can't be written: its folder does not exist.` : `${shown} can't be written: ${reasonOf(error)}.`)
    }
  }

  /** The name under which a friend is known; as given, if the friend is not. */
  #nameOf(workspace: Workspace, name: string): string {
    const almost = findFriend(workspace, name) ? undefined : almostKnown(workspace, name)
    if (almost) say(this.#io, `askwell.json knows no "${name}", but a "${almost.name}". If they are the same, note it for "${almost.name}", or list "${name}" among the aliases.`)
    return findFriend(workspace, name)?.name ?? name
  }

  /** Entries with faults are left out of what is read; their owner should know. */
  #tell({ problems }: Workspace): void {
    if (problems.length > 0) say(this.#io, `${shownPath(this.#io.cwd, this.path)} has ${problems.length === 1 ? 'a fault' : `${problems.length} faults`}; what is concerned is left out: ${problems[0]?.message ?? ''}`)
  }
}

/**
 * The ask that is meant.
 * @throws Failure if there is none
 */
function selectAsk(workspace: Workspace, which: Which, question: string, isInQuestion: (entry: AskEntry) => boolean): AskEntry {
  if ('id' in which) {
    const entry = workspace.asks.find(({ id }) => id === which.id)
    if (!entry) throw new Failure(`There is no ask with the id "${which.id}". See: askwell history list.`)
    return entry
  }
  const { friend, ask } = which
  const names = namesFor(workspace, friend)
  const entry = workspace.asks.find((candidate) => names.has(foldName(candidate.friend)) && (ask === undefined || candidate.ask === ask) && isInQuestion(candidate))
  if (!entry) throw new Failure(`No ask${ask === undefined ? '' : ` for ${ask}`} to "${friend}" ${question}. See: askwell history list --friend "${friend}".`)
  return entry
}
