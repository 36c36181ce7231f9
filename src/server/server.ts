import {
  DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, DidChangeWorkspaceFoldersNotification,
  PositionEncodingKind, TextDocuments, TextDocumentSyncKind, type Connection, type Disposable, type InitializeResult,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import * as z from 'zod'
import { emptyWorkspace, isDraft, type RuleId } from '../core/index.ts'
import { readClientInfo, type ClientInfo } from './client-info.ts'
import { CodeActions } from './code-actions.ts'
import { Commands } from './commands.ts'
import { complete } from './completion.ts'
import { pullDelivery, pushDelivery } from './delivery.ts'
import { FindingsStore } from './findings.ts'
import { HistoryCommands } from './history-commands.ts'
import { HistoryViews } from './history-views.ts'
import { HistoryWriter } from './history-writer.ts'
import type { Host } from './host.ts'
import { hover } from './hover.ts'
import { say } from './messages.ts'
import { COMMANDS, FIX_ALL_KIND, READ_FILE, type ReadFileParams } from './protocol.ts'
import { Reports } from './reports.ts'
import { Scopes } from './scopes.ts'
import { logTo, tell } from './tell.ts'
import { folderOf, normalUri, pathOf } from './uris.ts'
import { WorkspaceFiles, type FileSource } from './workspace-files.ts'

/**
 * Runs the language server on a connection until it is disposed.
 * @param connection not listening yet
 */
export function startServer(connection: Connection, host: Host): Disposable {
  const owned: Disposable[] = []
  const dispose = (): void => {
    for (const one of owned.splice(0).reverse()) one.dispose()
  }
  connection.onInitialize((params) => {
    const client = readClientInfo(params)
    owned.push(...wire(connection, host, client))
    return capabilitiesFor(client)
  })
  connection.onShutdown(dispose)
  connection.listen()
  return { dispose }
}

/** Lets every part listen to what concerns it. @returns what is to be disposed */
function wire(connection: Connection, host: Host, client: ClientInfo): Disposable[] {
  const documents = new TextDocuments(TextDocument)
  const scopes = new Scopes(connection, client)
  const source = fileSource(connection, client, host)
  const files = new WorkspaceFiles(documents, source)
  const onCrash = crashReporter(connection, client)
  const findings = new FindingsStore(documents, scopes, files, () => ({ today: host.today(), locale: client.locale, onCrash }))
  const pages = client.options.pages ?? host.pages
  const reports = new Reports(documents, scopes, files, findings, pages)
  const actions = new CodeActions(client, findings, pages, async (uri) =>
    documents.get(uri) !== undefined || (await source.read(uri, false).catch(() => '')) !== undefined)
  const writer = new HistoryWriter(connection, client, host, documents, files, (uri) => void fileChanged(uri))
  const historyCommands = new HistoryCommands(connection, client, host, scopes, documents, writer, (uri) => source.read(uri, true))
  const commands = new Commands(connection, client, host, findings, actions, writer, historyCommands, pages)
  const views = new HistoryViews(connection, scopes, files, host, client.locale)
  const delivery = client.pullsDiagnostics
    ? pullDelivery(connection, client, reports)
    : pushDelivery(connection, client, host, documents, reports)

  /** Something has changed on which drafts and views depend: all are looked at anew. */
  const refresh = (): void => {
    delivery.refresh()
    views.refresh()
  }
  const fileChanged = async (uri: string): Promise<void> => {
    if (files.knows(uri) && await files.change(uri)) refresh()
  }
  const documentOf = (uri: string): TextDocument | undefined => {
    const document = documents.get(uri)
    return document && isDraft(pathOf(uri), document.getText()) ? document : undefined
  }

  connection.onInitialized(() => {
    if (!client.registersConfiguration) return
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'askwell' })
      .catch(logTo(connection))
  })
  return [
    delivery,
    views,
    documents.onDidOpen(({ document }) => { reports.noteSaved(document) }),
    // Fires for a document that is opened, too.
    documents.onDidChangeContent(({ document }) => {
      delivery.changed(document)
      void fileChanged(normalUri(document.uri))
    }),
    documents.onDidSave(({ document }) => {
      reports.noteSaved(document)
      delivery.saved(document)
    }),
    documents.onDidClose(({ document }) => {
      reports.noteClosed(document)
      delivery.closed(document)
      void fileChanged(normalUri(document.uri))
    }),
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) void fileChanged(normalUri(uri))
    }),
    connection.onDidChangeConfiguration((changed) => {
      scopes.changeConfiguration(changed)
      refresh()
    }),
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
      scopes.changeFolders(event.added, event.removed)
      refresh()
    }),
    connection.onCodeAction((asked) => actions.offer(asked)),
    connection.onCodeActionResolve((action) => actions.resolve(action)),
    connection.onExecuteCommand((asked) => commands.execute(asked)),
    connection.onCompletion(async ({ textDocument: { uri }, position }) => {
      if (!documentOf(uri)) return []
      const fileUri = await scopes.workspaceFileOf(uri)
      const workspace = fileUri === undefined ? emptyWorkspace : (await files.load(fileUri)).workspace
      const document = documentOf(uri)
      return document ? complete(document, position, workspace, client.locale) : []
    }),
    connection.onHover(({ textDocument: { uri }, position }) => {
      const document = documentOf(uri)
      return document ? hover(document, position, client.locale) : null
    }),
    documents.listen(connection),
  ]
}

const readFileAnswer = z.string().nullable()

/** Reads and watches files through the client where it offers that, else with the means of the host. */
function fileSource(connection: Connection, client: ClientInfo, host: Host): FileSource {
  return {
    async read(uri, toEdit) {
      if (!client.options.readsFiles) return host.readFile?.(uri)
      return readFileAnswer.parse(await connection.sendRequest(READ_FILE, { uri, toEdit } satisfies ReadFileParams)) ?? undefined
    },
    async watch(uri) {
      if (!client.watchesFiles) return false
      const name = pathOf(uri).slice(pathOf(uri).lastIndexOf('/') + 1)
      const globPattern = client.watchesRelativePatterns ? { baseUri: folderOf(uri), pattern: name } : `**/${name}`
      try {
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] })
        return true
      } catch (error) {
        logTo(connection)(error)
        return false
      }
    },
    onUnreadable(uri, error) {
      connection.console.error(say.unreadable(client.locale, uri, error instanceof Error ? error.message : String(error)))
    },
  }
}

/** A rule that fails is told once, by a message; the log says how. */
function crashReporter(connection: Connection, client: ClientInfo): (rule: RuleId, error: unknown) => void {
  const told = new Set<RuleId>()
  return (rule, error) => {
    if (told.has(rule)) return
    told.add(rule)
    connection.console.error(`${rule}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`)
    tell(connection, 'Error', say.ruleCrashed(client.locale, rule))
  }
}

const capabilitiesFor = (client: ClientInfo): InitializeResult => ({
  serverInfo: { name: 'Askwell' },
  capabilities: {
    ...(client.namesPositionEncodings ? { positionEncoding: PositionEncodingKind.UTF16 } : {}),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'askwell', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
    codeActionProvider: client.takesActionLiterals
      ? { codeActionKinds: ['quickfix', FIX_ALL_KIND], resolveProvider: client.resolvesActionEdits }
      : false,
    completionProvider: { triggerCharacters: [':', ' ', '[', ','] },
    hoverProvider: true,
    ...(client.options.ownsCommands || !client.appliesEdits ? {} : { executeCommandProvider: { commands: Object.values(COMMANDS) } }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
})
