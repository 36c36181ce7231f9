import type { Connection, WorkspaceFolder } from 'vscode-languageserver'
import * as z from 'zod'
import type { ClientInfo } from './client-info.ts'
import { defaultSettings, readSettings, type Settings } from './settings.ts'
import { logTo, tell } from './tell.ts'
import { folderOf, hasPlace, liesIn, normalUri, within } from './uris.ts'

const changedConfiguration = z.object({ settings: z.object({ askwell: z.unknown() }) })

/** Which settings count for a document, and where its `askwell.json` is. */
export class Scopes {
  readonly #connection: Connection
  readonly #client: ClientInfo
  readonly #warned = new Set<string>()
  readonly #settings = new Map<string, Promise<Settings>>()
  #folders: readonly string[]
  #pushed: unknown

  constructor(connection: Connection, client: ClientInfo) {
    this.#connection = connection
    this.#client = client
    this.#pushed = client.initialSettings
    this.#folders = client.folders.map(normalUri)
  }

  /** The workspace folder that holds a document: the innermost; for a document without a place, the first. */
  workspaceFolderOf(uri: string): string | undefined {
    if (!hasPlace(uri)) return this.#folders[0]
    return this.#folders.filter((folder) => liesIn(uri, folder)).sort((a, b) => b.length - a.length)[0]
  }

  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(removed.map(({ uri }) => normalUri(uri)))
    this.#folders = [...new Set([...this.#folders.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => normalUri(uri))])]
    this.#settings.clear()
  }

  /** Forgets all settings. @param pushed what a client sent that cannot be asked for them */
  changeConfiguration(pushed: unknown): void {
    const parsed = changedConfiguration.safeParse(pushed)
    if (parsed.success) this.#pushed = parsed.data.settings.askwell
    this.#settings.clear()
  }

  /** The settings for a document; the same object until they change. */
  settingsOf(uri: string): Promise<Settings> {
    const scope = this.workspaceFolderOf(uri) ?? normalUri(uri)
    const known = this.#settings.get(scope)
    if (known) return known
    const asked = this.#ask(scope)
    this.#settings.set(scope, asked)
    return asked
  }

  /**
   * Where the `askwell.json` of a document is: in its workspace folder, where the settings say; outside of any folder,
   * beside the document. Undefined for a document without a place.
   */
  async workspaceFileOf(uri: string): Promise<string | undefined> {
    const { file } = await this.settingsOf(uri)
    const folder = this.workspaceFolderOf(uri)
    if (folder !== undefined) return within(folder, file)
    return hasPlace(uri) ? within(folderOf(uri), defaultSettings.file) : undefined
  }

  /**
   * The `askwell.json` that is meant by its own URI or that of a draft; without one, the only one that there is.
   * Undefined if none is meant: nothing else is ever written.
   */
  async workspaceFileFor(uri: string | undefined): Promise<string | undefined> {
    if (uri !== undefined) return this.workspaceFileOf(uri)
    const [only, ...others] = await this.workspaceFiles()
    return others.length === 0 ? only : undefined
  }

  /** Where the `askwell.json` of every workspace folder is. */
  async workspaceFiles(): Promise<string[]> {
    const files = await Promise.all(this.#folders.map(async (folder) => within(folder, (await this.settingsOf(within(folder, defaultSettings.file))).file)))
    return [...new Set(files)]
  }

  async #ask(scopeUri: string): Promise<Settings> {
    let raw: unknown = this.#pushed
    if (this.#client.answersConfiguration) {
      try {
        raw = await this.#connection.workspace.getConfiguration({ section: 'askwell', scopeUri })
      } catch (error) {
        logTo(this.#connection)(error)
        return defaultSettings
      }
    }
    const { settings, warnings } = readSettings(raw, this.#client.locale)
    for (const warning of warnings) {
      this.#connection.console.warn(warning)
      if (!this.#warned.has(warning)) tell(this.#connection, 'Warning', warning)
      this.#warned.add(warning)
    }
    return settings
  }
}
