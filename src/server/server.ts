import {
  CodeLensRefreshRequest, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, DidChangeWorkspaceFoldersNotification,
  PositionEncodingKind, TextDocuments, TextDocumentSyncKind, type Connection, type Disposable, type InitializeResult,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import * as z from 'zod'
import { emptyWorkspace, isDraft, readFrontMatter, type RuleId } from '../core/index.ts'
import { readClientInfo, type ClientInfo } from './client-info.ts'
import { CodeActions } from './code-actions.ts'
import { codeLenses } from './code-lens.ts'
import { Commands } from './commands.ts'
import { complete, waitingItem } from './completion.ts'
import { conflictActions } from './conflict-actions.ts'
import { definition } from './definition.ts'
import { pullDelivery, pushDelivery } from './delivery.ts'
import { Drafts } from './drafts.ts'
import { FindingsStore } from './findings.ts'
import { factsBeside, type Viewpoint } from './friend-facts.ts'
import { HistoryCommands } from './history-commands.ts'
import { HistoryExchange } from './history-exchange.ts'
import { HistoryQuestions } from './history-questions.ts'
import { HistoryViews } from './history-views.ts'
import { HistoryWriter } from './history-writer.ts'
import type { Host } from './host.ts'
import { hover } from './hover.ts'
import { say } from './messages.ts'
import { COMMANDS, FIX_ALL_KIND, READ_FILE, type ReadFileParams } from './protocol.ts'
import { isWorkspaceFile, prepareRename, Renames } from './rename.ts'
import { Reports } from './reports.ts'
import { Scopes } from './scopes.ts'
import { logTo, tell } from './tell.ts'
import { folderOf, freeUri, normalUri, pathOf } from './uris.ts'
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
    if (client.options.script !== undefined) host.learnScript?.(client.options.script)
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
  const free = (folder: string, name: string): Promise<string> => freeUri(folder, name, async (uri) =>
    documents.get(uri) !== undefined || (await source.read(uri, false).catch(() => '')) !== undefined)
  const actions = new CodeActions(client, findings, pages, free)
  const drafts = new Drafts(connection, client, host, documents, scopes)
  const renames = new Renames(client, scopes, files, drafts, (uri) => documents.get(uri))
  const writer = new HistoryWriter(connection, client, host, documents, files, (uri) => void fileChanged(uri))
  const historyCommands = new HistoryCommands(connection, client, host, scopes, documents, writer, (uri) => source.read(uri, true))
  const commands = new Commands(connection, client, host, findings, actions, writer, historyCommands, pages)
  const questions = new HistoryQuestions(connection, scopes, files, drafts, host, client.locale, (uri) => fileChanged(uri), async (uri) => documents.get(uri)?.getText() ?? source.read(uri, false), free)
  const exchange = new HistoryExchange(connection, scopes, files, host, client.locale, (uri) => fileChanged(uri))
  const views = new HistoryViews(connection, scopes, files, host, client.locale)
  const delivery = client.pullsDiagnostics
    ? pullDelivery(connection, client, reports)
    : pushDelivery(connection, client, host, documents, reports)

  /** Something has changed on which drafts and views depend: all are looked at anew. */
  const refresh = (): void => {
    delivery.refresh()
    views.refresh()
    if (client.refreshesCodeLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(logTo(connection))
  }
  const fileChanged = async (uri: string): Promise<void> => {
    if (files.knows(uri) && await files.change(uri)) refresh()
  }
  const documentOf = (uri: string): TextDocument | undefined => {
    const document = documents.get(uri)
    return document && isDraft(pathOf(uri), document.getText()) ? document : undefined
  }

  /** By what the facts about a draft's friend are told; undefined for what is no draft. */
  const viewpointOf = async (uri: string): Promise<{ file: string | undefined; isUnreadable: boolean; viewpoint: Viewpoint } | undefined> => {
    if (!documentOf(uri)) return undefined
    const file = await scopes.workspaceFileOf(uri)
    const { rules } = await scopes.settingsOf(uri)
    const loaded = file === undefined ? undefined : await files.load(file)
    return {
      file, isUnreadable: loaded?.state === 'unreadable',
      viewpoint: { workspace: loaded?.workspace ?? emptyWorkspace, today: host.today(), locale: client.locale, rules },
    }
  }

  connection.onInitialized(() => {
    if (!client.registersConfiguration) return
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'askwell' })
      .catch(logTo(connection))
  })
  return [
    delivery,
    views,
    questions,
    exchange,
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
    connection.onCodeAction(async (asked) => {
      const { uri } = asked.textDocument
      if (documentOf(uri) || !documents.get(uri) || !await isWorkspaceFile(uri, scopes)) return actions.offer(asked)
      return conflictActions(await files.load(normalUri(uri)), asked, client)
    }),
    connection.onCodeActionResolve((action) => actions.resolve(action)),
    connection.onExecuteCommand((asked) => commands.execute(asked)),
    connection.onCompletion(async ({ textDocument: { uri }, position }) => {
      const scope = await viewpointOf(uri)
      const document = documentOf(uri)
      if (!scope || !document) return []
      const { file, viewpoint } = scope
      const otherTargets = async (): Promise<string[]> => (file === undefined ? [] : await drafts.of(file))
        .flatMap((draft) => (draft.uri === uri ? [] : readFrontMatter(draft.text).values.target ?? []))
      return complete(document, position, { viewpoint, otherTargets, resolvesDetails: client.resolvesCompletionDetails })
    }),
    connection.onCompletionResolve(async (item) => {
      const waiting = waitingItem(item)
      const scope = waiting && await viewpointOf(waiting.uri)
      return scope ? { ...item, detail: factsBeside(scope.viewpoint, waiting.friend) } : item
    }),
    connection.onHover(async ({ textDocument: { uri }, position }) => {
      const scope = await viewpointOf(uri)
      const document = documentOf(uri)
      return scope && document ? hover(document, position, scope.viewpoint) : null
    }),
    connection.onCodeLens(async ({ textDocument: { uri } }) => {
      const scope = await viewpointOf(uri)
      const document = documentOf(uri)
      if (scope?.file === undefined || !document || scope.isUnreadable) return []
      return codeLenses(document, { ...scope.viewpoint, file: scope.file, asks: client.options.ownsCommands === true })
    }),
    connection.onPrepareRename(async ({ textDocument: { uri }, position }) => {
      const document = documents.get(uri)
      return document && (documentOf(uri) ?? await isWorkspaceFile(uri, scopes)) ? prepareRename(document, position) : null
    }),
    connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
      const document = documents.get(uri)
      return document && (documentOf(uri) ?? await isWorkspaceFile(uri, scopes)) ? renames.rename(document, position, newName) : null
    }),
    connection.onDefinition(async ({ textDocument: { uri }, position }) => {
      const scope = await viewpointOf(uri)
      const document = documentOf(uri)
      return scope?.file !== undefined && document ? definition(document, position, await files.load(scope.file)) : null
    }),
    documents.listen(connection),
  ]
}

const readFileAnswer = z.string().nullable()

/** Reads and watches files through the client where it offers that, else with the means of the host. */
function fileSource(connection: Connection, client: ClientInfo, host: Host): FileSource {
  return {
    async read(uri, toEdit) {
      // What is on the disk need not go through another process, which a large file would take long for.
      if (host.readFile && !toEdit && uri.startsWith('file:')) return host.readFile(uri)
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
      connection.console.error(say.unreadable(client.locale, uri, error))
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
    completionProvider: { triggerCharacters: [':', ' ', '[', ','], resolveProvider: true },
    hoverProvider: true,
    codeLensProvider: { resolveProvider: false },
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    definitionProvider: true,
    ...(client.options.ownsCommands || !client.appliesEdits ? {} : { executeCommandProvider: { commands: Object.values(COMMANDS) } }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
})
