import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import {
  createConnection, createProtocolConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter, TextDocumentEdit, WorkDoneProgress,
  type CancellationToken, type ClientCapabilities, type CodeAction, type CodeActionContext, type Diagnostic, type DocumentDiagnosticReport, type ProtocolConnection,
  type Range, type WorkDoneProgressReport, type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { RULE_IDS, type RuleId } from '../../src/core/index.ts'
import type { Host } from '../../src/server/host.ts'
import { startServer } from '../../src/server/server.ts'

export const FOLDER = 'file:///home/ada/letters'
export const DRAFT = `${FOLDER}/maria.ask.md`
export const WORKSPACE_FILE = `${FOLDER}/askwell.json`
export const TODAY = '2026-11-14'

/** What VS Code announces, as far as it matters here. */
export const pulling: ClientCapabilities = {
  workspace: {
    applyEdit: true, configuration: true, workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    codeAction: {
      dataSupport: true, resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } },
    },
  },
  window: { showDocument: { support: true } },
  general: { positionEncodings: ['utf-16'] },
}

/** What Neovim 0.7 announces: no pulling, no watching, no encodings, no resolving of edits. */
export const pushed: ClientCapabilities = {
  workspace: { applyEdit: true, configuration: true, workspaceFolders: true, workspaceEdit: { resourceOperations: ['rename', 'create', 'delete'] } },
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } } },
    publishDiagnostics: { relatedInformation: true },
  },
}

export interface Options {
  capabilities?: ClientCapabilities
  folders?: string[]
  settings?: unknown
  initializationOptions?: object
  locale?: string
  /** Files on the disk, by URI. */
  files?: Record<string, string>
  host?: Partial<Host>
}

/** An editor: it keeps documents, applies edits as strictly as VS Code does, and remembers what it is told. */
export class Editor {
  readonly files: Map<string, string>
  readonly published = new Map<string, Diagnostic[]>()
  readonly publications: string[] = []
  readonly messages: string[] = []
  readonly log: string[] = []
  readonly shown: string[] = []
  readonly registered: string[] = []
  readonly reads: string[] = []
  readonly questions: string[] = []
  /** The documents of which the editor says that they have unsaved changes. */
  readonly unsaved = new Set<string>()
  /** The title of the answer to the next questions. */
  answer: string | undefined
  refreshes = 0
  lensRefreshes = 0
  historyChanges = 0
  /** Changes the settings behind the server's back; `configure` also tells it. */
  settings: unknown
  refusesEdits = false
  today = TODAY

  readonly #documents = new Map<string, TextDocument>()
  readonly #resultIds = new Map<string, string>()
  readonly #pauses = new Set<() => void>()
  readonly #connection: ProtocolConnection
  readonly #server: { dispose(): void }

  constructor(options: Options) {
    this.files = new Map(Object.entries(options.files ?? {}))
    this.settings = options.settings ?? {}
    const [there, back] = [new PassThrough(), new PassThrough()]
    const host: Host = {
      today: () => this.today,
      now: () => Date.parse(`${this.today}T12:00:00Z`),
      schedule: (run) => {
        this.#pauses.add(run)
        return () => this.#pauses.delete(run)
      },
      readFile: (uri) => Promise.resolve(this.#read(uri)),
      findMarkdown: (folder) => Promise.resolve([...this.files.keys()].filter((uri) => uri.startsWith(`${folder}/`) && uri.endsWith('.md'))),
      ...options.host,
    }
    this.#server = startServer(createConnection(ProposedFeatures.all, new StreamMessageReader(there), new StreamMessageWriter(back)), host)
    this.#connection = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there))
    this.#listen()
    this.#connection.listen()
  }

  async initialize({ capabilities = pulling, folders = [FOLDER], locale, initializationOptions }: Options): Promise<void> {
    const { capabilities: offered } = await this.#connection.sendRequest<{ capabilities: object }>('initialize', {
      processId: null, rootUri: folders[0] ?? null, capabilities,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      ...(locale === undefined ? {} : { locale }),
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
    })
    this.offered = offered
    await this.#connection.sendNotification('initialized', {})
  }
  offered: object = {}

  open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    const document = TextDocument.create(uri, languageId, 1, text)
    this.#documents.set(uri, document)
    return this.#connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } })
  }

  /** Types: replaces the whole text. */
  change(uri: string, text: string): Promise<void> {
    const document = this.document(uri)
    TextDocument.update(document, [{ text }], document.version + 1)
    return this.#connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges: [{ text }] })
  }

  async save(uri: string): Promise<void> {
    this.files.set(uri, this.text(uri))
    await this.#connection.sendNotification('textDocument/didSave', { textDocument: { uri } })
  }

  close(uri: string): Promise<void> {
    this.#documents.delete(uri)
    this.#resultIds.delete(uri)
    return this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  }

  /** Changes a file behind the editor's back, as git does. */
  async changeOnDisk(uri: string, text: string | undefined): Promise<void> {
    const type = text === undefined ? 3 : this.files.has(uri) ? 2 : 1
    if (text === undefined) this.files.delete(uri)
    else this.files.set(uri, text)
    await this.#connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] })
    await this.settle()
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings
    await this.#connection.sendNotification('workspace/didChangeConfiguration', { settings: { askwell: settings } })
    await this.settle()
  }

  async changeFolders(added: string[], removed: string[]): Promise<void> {
    const folders = (uris: string[]): object[] => uris.map((uri) => ({ uri, name: uri }))
    await this.#connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: folders(added), removed: folders(removed) } })
    await this.settle()
  }

  document(uri: string): TextDocument {
    const document = this.#documents.get(uri)
    assert.ok(document, `${uri} is not open`)
    return document
  }

  /** The text as the user sees it: that of the open document, else that on disk. */
  text(uri: string): string {
    const text = this.#documents.get(uri)?.getText() ?? this.files.get(uri)
    assert.ok(text !== undefined, `there is no ${uri}`)
    return text
  }

  async pullReport(uri: string): Promise<DocumentDiagnosticReport> {
    const previousResultId = this.#resultIds.get(uri)
    const report = await this.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) })
    if (report.resultId !== undefined) this.#resultIds.set(uri, report.resultId)
    return report
  }

  /** The diagnostics of a document, pulled. */
  async pull(uri: string): Promise<Diagnostic[]> {
    this.#resultIds.delete(uri)
    const report = await this.pullReport(uri)
    assert.ok(report.kind === 'full')
    return report.items
  }

  async actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    return await this.request<CodeAction[] | null>('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], ...context } }) ?? []
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.request('codeAction/resolve', action)
  }

  command(command: string, ...given: unknown[]): Promise<unknown> {
    return this.request('workspace/executeCommand', { command, arguments: given })
  }

  request<T>(method: string, params: unknown, token?: CancellationToken): Promise<T> {
    return token ? this.#connection.sendRequest<T>(method, params, token) : this.#connection.sendRequest<T>(method, params)
  }

  /** Asks for something that takes its time. @param onReport told how far it is */
  async requestWithProgress<T>(method: string, params: object, onReport: (report: WorkDoneProgressReport) => void, token?: CancellationToken): Promise<T> {
    const workDoneToken = method
    const listener = this.#connection.onProgress(WorkDoneProgress.type, workDoneToken, (report) => { if (report.kind === 'report') onReport(report) })
    try {
      return await this.request<T>(method, { ...params, workDoneToken }, token)
    } finally {
      listener.dispose()
    }
  }

  /** Applies an edit; refuses it where a document has another version, or a file to create is there. */
  async apply(edit: WorkspaceEdit | undefined): Promise<void> {
    assert.ok(edit, 'there is no edit')
    const changes = edit.documentChanges ?? Object.entries(edit.changes ?? {}).map(([uri, edits]) => TextDocumentEdit.create({ uri, version: null }, edits))
    for (const change of changes) {
      if (TextDocumentEdit.is(change)) {
        const { uri, version } = change.textDocument
        const open = this.#documents.get(uri)
        assert.ok(version === null || open?.version === version, `${uri} is at version ${open?.version}, not ${version}`)
        const before = open ?? TextDocument.create(uri, '', 0, this.text(uri))
        const text = TextDocument.applyEdits(before, change.edits.flatMap((one) => ('newText' in one ? [one] : [])))
        if (open) await this.change(uri, text)
        else this.files.set(uri, text)
      } else if (change.kind === 'create') {
        assert.ok(!this.files.has(change.uri), `${change.uri} is there already`)
        this.files.set(change.uri, '')
      } else assert.fail(`${change.kind} was not expected`)
    }
    await this.settle()
  }

  /** Lets the pause in typing pass. */
  async pause(): Promise<void> {
    await this.settle()
    for (const run of [...this.#pauses]) {
      this.#pauses.delete(run)
      run()
    }
    await this.settle()
  }

  get pending(): number {
    return this.#pauses.size
  }

  /** Waits until all that was sent is dealt with: messages go there and back, in order, until the server asks no more. */
  async settle(): Promise<void> {
    for (let round = 0; round < 8; round++) {
      await this.request('textDocument/hover', { textDocument: { uri: 'file:///nowhere.md' }, position: { line: 0, character: 0 } })
    }
  }

  async dispose(): Promise<void> {
    await this.request('shutdown', undefined)
    this.#server.dispose()
    this.#connection.dispose()
  }

  #read(uri: string): string | undefined {
    this.reads.push(uri)
    return this.files.get(uri)
  }

  #listen(): void {
    const connection = this.#connection
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => (typeof this.settings === 'function' ? (this.settings as (uri?: string) => unknown)(scopeUri) : this.settings)))
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string; registerOptions?: object }[] }) => {
      for (const { method, registerOptions } of registrations) this.registered.push(`${method} ${JSON.stringify(registerOptions ?? {})}`)
      return null
    })
    connection.onRequest('client/unregisterCapability', () => null)
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++
      return null
    })
    connection.onRequest('workspace/applyEdit', async ({ edit }: { edit: WorkspaceEdit }) => {
      if (this.refusesEdits) return { applied: false, failureReason: 'no' }
      await this.apply(edit)
      return { applied: true }
    })
    connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
      this.shown.push(uri)
      return { success: true }
    })
    connection.onRequest('window/showMessageRequest', ({ message, actions = [] }: { message: string; actions?: { title: string }[] }) => {
      this.questions.push(message)
      return actions.find(({ title }) => title === this.answer) ?? null
    })
    connection.onRequest('askwell/isUnsaved', ({ uri }: { uri: string }) => this.unsaved.has(uri))
    connection.onRequest('askwell/listDrafts', ({ folder }: { folder: string }) => [...this.files.keys()]
      .filter((uri) => uri.startsWith(`${folder}/`) && uri.endsWith('.md'))
      .map((uri) => ({ uri, text: this.text(uri) })))
    connection.onRequest('askwell/readBytes', ({ uri }: { uri: string }) => {
      const text = this.files.get(uri)
      if (text === undefined) throw new Error('gone')
      return Buffer.from(text).toString('base64')
    })
    connection.onRequest('workspace/codeLens/refresh', () => {
      this.lensRefreshes++
      return null
    })
    connection.onRequest('askwell/readFile', async ({ uri, toEdit }: { uri: string; toEdit: boolean }) => {
      const text = this.#read(uri)
      if (toEdit && text !== undefined && !this.#documents.has(uri)) await this.open(uri, text, 'jsonc')
      return text ?? null
    })
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      this.publications.push(uri)
      this.published.set(uri, diagnostics)
    })
    connection.onNotification('askwell/historyChanged', () => { this.historyChanges++ })
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message)
    })
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message)
    })
  }
}

const editors: Editor[] = []

/** Starts a server and an editor that talks to it over streams; `stopAll` ends both. */
export async function start(options: Options = {}): Promise<Editor> {
  const editor = new Editor(options)
  editors.push(editor)
  await editor.initialize(options)
  return editor
}

export async function stopAll(): Promise<void> {
  for (const editor of editors.splice(0)) await editor.dispose()
}

/** Settings in which only some rules speak. */
export const only = (...spoken: RuleId[]): { rules: Record<string, string> } =>
  ({ rules: Object.fromEntries(RULE_IDS.filter((id) => !spoken.includes(id)).map((id) => [id, 'off'])) })

/** A range that covers a whole text. */
export const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } }

/** The words of a diagnostic. */
export const words = (diagnostic: Diagnostic | undefined): string | undefined =>
  typeof diagnostic?.message === 'object' ? diagnostic.message.value : diagnostic?.message

export const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code)

/** A message that makes a no hard, and is otherwise as it should be. */
export const body = [
  'Hi Maria,',
  '',
  'could you introduce me to Jo Park at Acme? Here are a few lines that you could forward:',
  '',
  '> Ada Kim is a product designer with six years in health care. She would like to hear how Acme works with clinics.',
  '',
  'Ada',
  '',
].join('\n')

export const draft = (matter: Record<string, string> = {}, text = body): string =>
  ['---', ...Object.entries({ friend: 'Maria Lopez', ask: 'introduction', target: 'Jo Park', subject: 'Introduction to Jo Park?', ...matter }).map(([key, value]) => `${key}: ${value}`), '---', '', text].join('\n')
