import { LSPErrorCodes, ResponseError, WorkDoneProgress, type CancellationToken, type Connection, type Disposable } from 'vscode-languageserver'
import * as z from 'zod'
import { historyReport, sayDay, yearsOf, type Language } from '../core/index.ts'
import type { ImportFile, Imports, Listed } from '../core/exchange/import.ts'
import { sayReason } from '../node/reasons.ts'
import { askTitle, favorTitle } from './history-words.ts'
import type { Host } from './host.ts'
import { say } from './messages.ts'
import { EXPORT, READ_BYTES, READ_IMPORTS, REPORT, type ImportItem, type ImportPreview, type ReadBytesParams, type Report } from './protocol.ts'
import type { Scopes } from './scopes.ts'
import { pathOf } from './uris.ts'
import type { WorkspaceFile, WorkspaceFiles } from './workspace-files.ts'

/** How long (milliseconds) messages are read before whatever else waits has its turn. */
const TURN_MS = 50

const file = z.string().optional()
const importParams = z.object({
  file, files: z.array(z.object({ uri: z.string(), size: z.number().min(0) })), from: z.array(z.string()),
  workDoneToken: z.union([z.string(), z.number()]).optional(),
})
const exportParams = z.object({ file, format: z.enum(['csv', 'json']) })
const reportParams = z.object({ file, year: z.int().min(1000).max(9999).optional() })

type Token = z.output<typeof importParams>['workDoneToken']

/** Answers what there is in files to import, and puts the history into texts for others. Writes nothing. */
export class HistoryExchange implements Disposable {
  readonly #connection: Connection
  readonly #scopes: Scopes
  readonly #files: WorkspaceFiles
  readonly #host: Host
  readonly #locale: Language
  readonly #look: (uri: string) => Promise<void>
  readonly #owned: readonly Disposable[]

  /** @param look has a look whether a file has changed */
  constructor(connection: Connection, scopes: Scopes, files: WorkspaceFiles, host: Host, locale: Language, look: (uri: string) => Promise<void>) {
    this.#connection = connection
    this.#scopes = scopes
    this.#files = files
    this.#host = host
    this.#locale = locale
    this.#look = look
    this.#owned = [
      connection.onRequest(READ_IMPORTS, (params: unknown, token: CancellationToken) => this.#preview(importParams.parse(params), token)),
      connection.onRequest(EXPORT, (params: unknown) => this.#export(exportParams.parse(params))),
      connection.onRequest(REPORT, (params: unknown) => this.#report(reportParams.parse(params))),
    ]
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose()
  }

  async #meant(uri: string | undefined): Promise<WorkspaceFile | undefined> {
    const found = await this.#scopes.workspaceFileFor(uri)
    if (found === undefined) return undefined
    await this.#look(found)
    return this.#files.load(found)
  }

  async #preview({ file: uri, files, from, workDoneToken }: z.output<typeof importParams>, token: CancellationToken): Promise<ImportPreview> {
    const target = await this.#meant(uri)
    if (!target) return { refused: say.whichFolder(this.#locale) }
    const { workspace } = target
    if (target.state === 'unreadable') return { refused: say.unreadable(this.#locale, target.uri, target.error) }
    if (!workspace.writable) return { refused: say.notWritable(this.#locale, workspace.problems[0]?.message ?? '') }
    // Half of the server's start would go into what most never use.
    const [{ readImports }, { sayFault }] = await Promise.all([import('../core/exchange/import.ts'), import('../core/exchange/faults.ts')])
    const progress = new Progress(this.#connection, workDoneToken, files.reduce((sum, { size }) => sum + size, 0))
    let turn = this.#host.now()
    const pause = async (): Promise<void> => {
      progress.countMessage()
      if (this.#host.now() - turn >= TURN_MS) {
        progress.tell((name, count) => say.messagesRead(this.#locale, name, count))
        await new Promise<void>((resolve) => { this.#host.schedule(resolve, 0) })
        turn = this.#host.now()
      }
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, '')
    }
    const unreadable: Imports['faults'][number][] = []
    const read = await readImports(files.map(({ uri: one }) => this.#fileAt(one, progress, (name, detail) => { unreadable.push({ file: name, fault: { why: 'unreadable', detail } }) })), {
      workspace, from, status: 'open', pause,
    })
    const named = new Set(unreadable.map((one) => one.file))
    const faults = [...unreadable, ...read.faults.filter((one) => !named.has(one.file))]
    return {
      file: target.uri, messages: read.messages, items: this.#items(read),
      skipped: [
        ...faults.map((one) => ({ what: one.file, why: sayFault(one.fault, this.#locale) })),
        ...read.doubled.map((one) => ({ what: this.#what(one), why: say.doubled(this.#locale, one.why) })),
      ],
    }
  }

  /** A file, through the host or the client. One that can't be read is empty. */
  #fileAt(uri: string, progress: Progress, onUnreadable: (name: string, detail: string) => void): ImportFile {
    const name = pathOf(uri).slice(pathOf(uri).lastIndexOf('/') + 1)
    const locale = this.#locale
    const read = (): AsyncIterable<Uint8Array> => (this.#host.readChunks && uri.startsWith('file:') ? this.#host.readChunks(uri) : this.#throughClient(uri))
    return {
      name,
      async* chunks() {
        progress.begin(name)
        try {
          for await (const chunk of read()) {
            progress.countBytes(chunk.length)
            yield chunk
          }
        } catch (error) {
          onUnreadable(name, sayReason(error, locale))
        }
      },
    }
  }

  async* #throughClient(uri: string): AsyncGenerator<Uint8Array> {
    const base64 = z.string().parse(await this.#connection.sendRequest(READ_BYTES, { uri } satisfies ReadBytesParams))
    yield Buffer.from(base64, 'base64')
  }

  #items({ added: { friends, asks, favors }, sentences }: Imports): ImportItem[] {
    const listed: Listed[] = [
      ...friends.map((entry) => ({ list: 'friends', entry }) as const),
      ...newestFirst(asks).map((entry) => ({ list: 'asks', entry }) as const),
      ...newestFirst(favors).map((entry) => ({ list: 'favors', entry }) as const),
    ]
    return listed.map((one) => ({ ...one, ...this.#words(one), detail: one.list === 'asks' ? sentences.get(one.entry.id) ?? '' : '' }))
  }

  /** Whom an entry is about, and what is in it. */
  #words(listed: Listed): { readonly title: string; readonly note: string } {
    if (listed.list === 'friends') {
      const { name, companies = [], fields = [], email } = listed.entry
      return { title: name, note: [...companies, ...fields, ...(email === undefined ? [] : [email])].join(', ') }
    }
    const title = listed.list === 'asks' ? askTitle(listed.entry.ask, this.#locale) : favorTitle(listed.entry, this.#locale)
    return { title: listed.entry.friend, note: `${title}, ${sayDay(listed.entry.date, this.#locale)}` }
  }

  #what(listed: Listed): string {
    const { title, note } = this.#words(listed)
    return listed.list === 'friends' ? title : `${title}: ${note}`
  }

  async #export({ file: uri, format }: z.output<typeof exportParams>): Promise<string | null> {
    const found = await this.#meant(uri)
    if (!found) return null
    const { friends, asks, favors } = found.workspace
    if (format === 'json') return `${JSON.stringify({ version: 1, friends, asks, favors }, undefined, 2)}\n`
    const { toCsv } = await import('../core/exchange/table.ts')
    return toCsv({ friends, asks, favors })
  }

  async #report({ file: uri, year = Number(this.#host.today().slice(0, 4)) }: z.output<typeof reportParams>): Promise<Report | null> {
    const found = await this.#meant(uri)
    return found ? { year, years: yearsOf(found.workspace), text: historyReport(found.workspace, String(year), this.#locale) } : null
  }
}

const newestFirst = <T extends { readonly date: string }>(entries: readonly T[]): T[] => [...entries].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))

/** Tells the client how far the reading of files is, if it wants to know. */
class Progress {
  readonly #connection: Connection
  readonly #token: Token
  readonly #bytes: number
  #read = 0
  #name = ''
  #messages = 0

  constructor(connection: Connection, token: Token, bytes: number) {
    this.#connection = connection
    this.#token = token
    this.#bytes = bytes
  }

  begin(name: string): void {
    this.#name = name
  }

  countBytes(bytes: number): void {
    this.#read += bytes
  }

  countMessage(): void {
    this.#messages++
  }

  tell(words: (name: string, messages: number) => string): void {
    if (this.#token === undefined) return
    const percentage = this.#bytes === 0 ? 0 : Math.min(100, Math.floor((100 * this.#read) / this.#bytes))
    void this.#connection.sendProgress(WorkDoneProgress.type, this.#token, { kind: 'report', percentage, message: words(this.#name, this.#messages) })
  }
}
