import { resolve } from 'node:path'
import * as z from 'zod'
import { friendsFromCsv, friendsFromVcard } from '../core/exchange/contacts.ts'
import { askInMessage, isKnown, messagesInMbox, type FoundAsk } from '../core/exchange/messages.ts'
import { fromCsv, isTable } from '../core/exchange/table.ts'
import { itemSchemas, newId, type AskEntry, type AskStatus, type FavorEntry, type Friend, type Workspace } from '../core/index.ts'
import { decode, Failure, reasonOf, type Io } from './io.ts'
import { shownPath } from './paths.ts'

/** What files to import hold. */
export interface Imports {
  readonly friends: readonly Friend[]
  readonly asks: readonly AskEntry[]
  readonly favors: readonly FavorEntry[]
  /** The sentence that asks, by id, of asks that were found in messages. */
  readonly sentences: ReadonlyMap<string, string>
  /** How many messages were read. */
  readonly messages: number
  /** What could not be used, for people. */
  readonly problems: readonly string[]
}

interface Options {
  readonly workspace: Workspace
  readonly from: readonly string[]
  readonly status: AskStatus
}

const entries = z.object({ friends: z.array(z.unknown()).default([]), asks: z.array(z.unknown()).default([]), favors: z.array(z.unknown()).default([]) })

/**
 * Reads files to import, contacts and tables first, so that the messages know the friends.
 * @throws Failure for a path that can't be read or is of no known kind
 */
export async function readImports(paths: readonly string[], options: Options, io: Io): Promise<Imports> {
  const friends: Friend[] = []
  const asks: AskEntry[] = []
  const favors: FavorEntry[] = []
  const problems: string[] = []
  const messageFiles: string[] = []
  const take = (shown: string, found: { friends?: readonly Friend[]; asks?: readonly AskEntry[]; favors?: readonly FavorEntry[]; problems: readonly string[] }): void => {
    friends.push(...found.friends ?? [])
    asks.push(...found.asks ?? [])
    favors.push(...found.favors ?? [])
    problems.push(...found.problems.map((problem) => `${shown}: ${problem}`))
  }
  for (const given of paths) {
    const path = resolve(io.cwd, given)
    const shown = given === '-' ? '<stdin>' : shownPath(io.cwd, path)
    const text = async (): Promise<string> => decode(await reading(shown, () => io.files.readBytes(path)), shown)
    const kind = given === '-' ? 'stdin' : await reading(shown, () => io.files.kindOf(path))
    if (kind === undefined) throw new Failure(`${shown} does not exist.`)
    if (kind === 'stdin') take(shown, fromJson(decode(await all(io.stdin), shown), shown))
    else if (kind === 'folder') messageFiles.push(...(await reading(shown, () => io.files.filesIn(path))).filter((file) => /\.(?:eml|mbox)$/i.test(file)))
    else if (/\.(?:eml|mbox)$/i.test(path)) messageFiles.push(path)
    else if (/\.(?:vcf|vcard)$/i.test(path)) take(shown, friendsFromVcard(await text()))
    else if (/\.json$/i.test(path)) take(shown, fromJson(await text(), shown))
    else if (/\.(?:csv|tsv)$/i.test(path)) {
      const table = await text()
      take(shown, isTable(table) ? fromCsv(table) : friendsFromCsv(table))
    } else throw new Failure(`${shown} is of no kind that is known: .csv, .vcf, .json, .mbox, .eml, or a folder of messages.`)
  }
  const found = await readMessages(messageFiles, { ...options, workspace: { ...options.workspace, friends: [...options.workspace.friends, ...friends] } }, io)
  return { ...found, friends, favors, asks: [...asks, ...found.asks], problems: [...problems, ...found.problems] }
}

async function readMessages(files: readonly string[], options: Options, io: Io): Promise<Pick<Imports, 'asks' | 'sentences' | 'messages' | 'problems'>> {
  const found: FoundAsk[] = []
  const problems: string[] = []
  let messages = 0
  for (const file of files) {
    const shown = shownPath(io.cwd, file)
    const read = async (message: Uint8Array): Promise<void> => {
      messages++
      try {
        const ask = await askInMessage(message, { ...options, newId })
        if (typeof ask === 'string') problems.push(`${shown}: message ${messages} ${ask}.`)
        // An answer in the same thread, or the copy in another folder, is no other ask.
        else if (ask && !ask.known && !found.some(({ entry }) => isKnown({ ...options.workspace, friends: [], asks: [entry] }, ask.entry.friend, ask.entry.ask, ask.entry.date))) found.push(ask)
      } catch (error) {
        problems.push(`${shown}: message ${messages} can't be read: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    if (/\.mbox$/i.test(file)) await reading(shown, async () => { for await (const message of messagesInMbox(io.files.readChunks(file))) await read(message) })
    else await read(await reading(shown, () => io.files.readBytes(file)))
  }
  return { asks: found.map(({ entry }) => entry), sentences: new Map(found.map(({ entry, sentence }) => [entry.id, sentence])), messages, problems }
}

/** What `export`, `list` and `forget` print as JSON. */
function fromJson(text: string, shown: string): { friends: Friend[]; asks: AskEntry[]; favors: FavorEntry[]; problems: string[] } {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Failure(`${shown} is not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
  // A single entry, as `forget ID` prints it, is a list of one.
  const one = z.object({ id: z.string() }).safeParse(value).success ? { [value !== null && typeof value === 'object' && 'what' in value ? 'favors' : 'asks']: [value] } : value
  const lists = entries.safeParse(one)
  if (!lists.success) throw new Failure(`${shown} holds no history: an object with "friends", "asks" and "favors".`)
  const problems: string[] = []
  const each = <S extends z.ZodType>(key: keyof typeof lists.data, schema: S): z.output<S>[] => lists.data[key].flatMap((item, index) => {
    const parsed = schema.safeParse(item)
    if (!parsed.success) problems.push(`${key} ${index + 1}: ${parsed.error.issues.map(({ path, message }) => `"${path.join('.')}": ${message}`).join(' ')}`)
    return parsed.success ? [parsed.data] : []
  })
  return { friends: each('friends', itemSchemas.friend), asks: each('asks', itemSchemas.ask), favors: each('favors', itemSchemas.favor), problems }
}

/** @throws Failure in words for an error of the file system */
async function reading<T>(shown: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${shown} can't be read: ${reasonOf(error)}.`)
  }
}

async function all(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
