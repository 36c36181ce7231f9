import * as z from 'zod'
import { newId, type Entries } from '../history/edit.ts'
import { foldName } from '../history/names.ts'
import { findFriend } from '../history/people.ts'
import { itemSchemas, type AskEntry, type AskStatus, type FavorEntry, type Friend } from '../history/schema.ts'
import type { Workspace } from '../history/workspace.ts'
import { friendsFromCsv, friendsFromVcard } from './contacts.ts'
import type { Fault, Place } from './faults.ts'
import { holdsMessages, kindOf } from './kinds.ts'
import { messagesInMbox } from './mbox.ts'
import { askInMessage, isSameAsk } from './messages.ts'
import { fromCsv, isTable } from './table.ts'
import { textOf } from './text.ts'

/** A file to import. */
export interface ImportFile {
  /** What it is called, for people; its ending says what it holds. */
  readonly name: string
  /** Its bytes, in pieces of any size. */
  readonly chunks: () => AsyncIterable<Uint8Array>
}

/** What is to be known for an import. */
export interface ImportOptions {
  readonly workspace: Workspace
  /** One's own addresses, of which messages are read. Without any, a message counts unless a known friend sent it. */
  readonly from: readonly string[]
  /** Of asks that are found in messages. */
  readonly status: AskStatus
  /** Called for a file of which nothing can be used; the others are read, unless it throws. */
  readonly onFault?: (file: ImportFile, fault: Fault) => void
  /** Awaited before each message, so that whoever waits can be told, and can stop it by throwing. */
  readonly pause?: () => Promise<void>
}

/** An entry, and the list that it belongs to. */
export type Listed =
  | { readonly list: 'friends'; readonly entry: Friend }
  | { readonly list: 'asks'; readonly entry: AskEntry }
  | { readonly list: 'favors'; readonly entry: FavorEntry }

/** What was left out, because it is there already (`known`), or stands twice in what was read (`twice`). */
export type Doubled = Listed & { readonly why: 'known' | 'twice' }

/** What files to import hold. */
export interface Imports {
  /** What is new. */
  readonly added: Required<Entries>
  readonly doubled: readonly Doubled[]
  /** The sentence that asks, by id, of asks that were found in messages. */
  readonly sentences: ReadonlyMap<string, string>
  /** How many messages were read. */
  readonly messages: number
  /** What could not be used, with the name of the file. */
  readonly faults: readonly { readonly file: string; readonly fault: Fault }[]
}

/**
 * Reads files to import: contacts and tables first, so that the messages know the friends.
 * @throws what reading a file throws, what `onFault` and `pause` throw
 */
export async function readImports(files: readonly ImportFile[], options: ImportOptions): Promise<Imports> {
  const reader = new ImportReader(options)
  for (const file of files) if (!holdsMessages(file.name)) await reader.takeEntries(file)
  reader.startMessages()
  for (const file of files) if (holdsMessages(file.name)) await reader.takeMessages(file)
  return reader
}

class ImportReader implements Imports {
  readonly added: { readonly friends: Friend[]; readonly asks: AskEntry[]; readonly favors: FavorEntry[] } = { friends: [], asks: [], favors: [] }
  readonly doubled: Doubled[] = []
  readonly sentences = new Map<string, string>()
  readonly faults: { readonly file: string; readonly fault: Fault }[] = []
  messages = 0

  readonly #options: ImportOptions
  /** The ids that the workspace has, and those that were read. */
  readonly #known: ReadonlySet<string>
  readonly #ids = new Set<string>()
  readonly #names = new Set<string>()
  /** With the friends that were read. */
  #workspace: Workspace

  constructor(options: ImportOptions) {
    this.#options = options
    this.#workspace = options.workspace
    this.#known = new Set([...options.workspace.asks, ...options.workspace.favors].map(({ id }) => id))
  }

  async takeEntries(file: ImportFile): Promise<void> {
    const kind = kindOf(file.name)
    if (!kind) { this.#refuse(file, { why: 'unknown-kind' }); return; }
    const bytes = await whole(file)
    const text = bytes && textOf(bytes)
    if (text === undefined) { this.#refuse(file, { why: bytes ? 'not-text' : 'too-large' }); return; }
    const { friends, asks = [], favors = [], faults }: Found = kind === 'cards' ? friendsFromVcard(text)
      : kind === 'history' ? fromJson(text)
        : isTable(text) ? fromCsv(text) : friendsFromCsv(text)
    const [first] = faults
    if (first && !('at' in first)) { this.#refuse(file, first); return; }
    this.faults.push(...faults.map((fault) => ({ file: file.name, fault })))
    const { workspace } = this.#options
    for (const entry of friends) this.#add({ list: 'friends', entry }, findFriend(workspace, entry.name) !== undefined, this.#names, foldName(entry.name))
    for (const entry of asks) this.#add({ list: 'asks', entry }, this.#known.has(entry.id), this.#ids, entry.id)
    for (const entry of favors) this.#add({ list: 'favors', entry }, this.#known.has(entry.id), this.#ids, entry.id)
  }

  startMessages(): void {
    const { workspace } = this.#options
    this.#workspace = { ...workspace, friends: [...workspace.friends, ...this.added.friends] }
  }

  async takeMessages(file: ImportFile): Promise<void> {
    let number = 0
    const single = kindOf(file.name) === 'message' ? await whole(file) : undefined
    if (kindOf(file.name) === 'message' && !single) { this.#refuse(file, { why: 'too-large' }); return; }
    const messages = single ? [single] : messagesInMbox(file.chunks())
    for await (const message of messages) {
      await this.#options.pause?.()
      this.messages++
      const fault = await this.#takeMessage(message, { kind: 'message', number: ++number })
      if (fault) this.faults.push({ file: file.name, fault })
    }
  }

  async #takeMessage(message: Uint8Array, at: Place): Promise<Fault | undefined> {
    let found: Awaited<ReturnType<typeof askInMessage>>
    try {
      found = await askInMessage(message, { workspace: this.#workspace, from: this.#options.from, status: this.#options.status, newId })
    } catch (error) {
      return { why: 'broken', at, detail: error instanceof Error ? error.message : String(error) }
    }
    if (typeof found === 'string') return { why: found, at }
    if (!found) return undefined
    const { entry, sentence, known } = found
    const friend = foldName(entry.friend)
    const isTwice = this.added.asks.some((other) => isSameAsk(other, entry) && foldName(other.friend) === friend)
    if (known || isTwice) this.doubled.push({ list: 'asks', entry, why: known ? 'known' : 'twice' })
    else {
      this.added.asks.push(entry)
      this.sentences.set(entry.id, sentence)
    }
    return undefined
  }

  #add(listed: Listed, isKnown: boolean, taken: Set<string>, key: string): void {
    if (isKnown || taken.has(key)) this.doubled.push({ ...listed, why: isKnown ? 'known' : 'twice' })
    else if (listed.list === 'friends') this.added.friends.push(listed.entry)
    else if (listed.list === 'asks') this.added.asks.push(listed.entry)
    else this.added.favors.push(listed.entry)
    taken.add(key)
  }

  #refuse(file: ImportFile, fault: Fault): void {
    this.#options.onFault?.(file, fault)
    this.faults.push({ file: file.name, fault })
  }
}

interface Found extends Entries {
  readonly friends: readonly Friend[]
  readonly faults: readonly Fault[]
}

/** The largest file (bytes) that is taken as a whole; a mailbox is read message by message, and may have any size. */
const MAX_BYTES = 256 * 1024 * 1024

/** All bytes of a file; undefined if they are too many. */
async function whole({ chunks }: ImportFile): Promise<Uint8Array | undefined> {
  const read: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks()) {
    size += chunk.length
    if (size > MAX_BYTES) return undefined
    read.push(chunk)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of read) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

const lists = z.object({ friends: z.array(z.unknown()).default([]), asks: z.array(z.unknown()).default([]), favors: z.array(z.unknown()).default([]) })

/** What `export`, `list` and `forget` print as JSON. */
function fromJson(text: string): Found {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { friends: [], faults: [{ why: 'not-json', detail: error instanceof Error ? error.message : String(error) }] }
  }
  // A single entry, as `forget ID` prints it, is a list of one.
  const one = z.object({ id: z.string() }).safeParse(value).success ? { [value !== null && typeof value === 'object' && 'what' in value ? 'favors' : 'asks']: [value] } : value
  const found = lists.safeParse(one)
  if (!found.success) return { friends: [], faults: [{ why: 'no-history' }] }
  const faults: Fault[] = []
  const each = <S extends z.ZodType>(kind: keyof typeof found.data, schema: S): z.output<S>[] => found.data[kind].flatMap((item, index) => {
    const parsed = schema.safeParse(item)
    if (!parsed.success) faults.push({ why: 'wrong', at: { kind, number: index + 1 }, detail: parsed.error.issues.map(({ path, message }) => `"${path.join('.')}": ${message}`).join(' ') })
    return parsed.success ? [parsed.data] : []
  })
  return { friends: each('friends', itemSchemas.friend), asks: each('asks', itemSchemas.ask), favors: each('favors', itemSchemas.favor), faults }
}
