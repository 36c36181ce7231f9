import * as vscode from 'vscode'
import {
  CancellationToken, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification, ExecuteCommandRequest, FileChangeType, RevealOutputChannelOn, State, WorkDoneProgress,
  type BaseLanguageClient, type LanguageClientOptions, type Middleware,
} from 'vscode-languageclient'
import {
  HISTORY_CHANGED, IS_UNSAVED, LIST_DRAFTS, READ_BYTES, READ_FILE,
  type DraftFile, type InitializationOptions, type IsUnsavedParams, type ListDraftsParams, type ReadBytesParams, type ReadFileParams, type ReadFileResult,
} from '../server/protocol.ts'
import { isDraft } from '../core/draft/is-draft.ts'
import { isDraftDocument, isWorkspaceFile } from './drafts.ts'
import type { Server, ServerEvents, ServerState } from './server-control.ts'

/** Makes the client of one place: with a process, or with a worker. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient

/** Saves files that an action has written beside the draft. Internal: nobody sees it in the palette. */
const SAVE = '_askwell.save'

/**
 * Starts the language server and keeps it informed of drafts and `askwell.json`, of nothing else.
 * @throws if the server cannot be started; the user has been told
 */
export async function startServer(context: vscode.ExtensionContext, channel: vscode.LogOutputChannel, createClient: CreateClient, { onState, onHistoryChange }: ServerEvents): Promise<Server> {
  const told = new ToldDocuments()
  const options: InitializationOptions = {
    pages: vscode.Uri.joinPath(context.extensionUri, 'docs/rules').toString(),
    readsFiles: true,
    ownsCommands: true,
  }
  const client = createClient('askwell', 'Askwell', {
    documentSelector: [{ language: 'markdown' }, { language: 'json' }, { language: 'jsonc' }],
    diagnosticPullOptions: { onChange: true, onSave: true },
    initializationOptions: options,
    outputChannel: channel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: middlewareFor(told, {
      open: async (document) => client.getFeature(DidOpenTextDocumentNotification.method).getProvider(document)?.send(document),
      close: async (document) => client.getFeature(DidCloseTextDocumentNotification.method).getProvider(document)?.send(document),
    }),
  })
  const owned = [
    client.onRequest(READ_FILE, (params: ReadFileParams) => readFile(client.protocol2CodeConverter.asUri(params.uri), params.toEdit, told)),
    client.onRequest(IS_UNSAVED, ({ uri }: IsUnsavedParams) => isDirty(client.protocol2CodeConverter.asUri(uri))),
    client.onRequest(READ_BYTES, ({ uri }: ReadBytesParams) => readBytes(client.protocol2CodeConverter.asUri(uri))),
    client.onRequest(LIST_DRAFTS, (params: ListDraftsParams, token: vscode.CancellationToken) => listDrafts(client.protocol2CodeConverter.asUri(params.folder), token)),
    client.onNotification(HISTORY_CHANGED, onHistoryChange),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) told.clear()
      onState(states[newState])
    }),
    vscode.commands.registerCommand(SAVE, saveAll),
  ]
  const release = (): void => {
    for (const one of owned) one.dispose()
  }
  try {
    await client.start()
  } catch (error) {
    release()
    throw error
  }
  return {
    execute: (command, ...given) => client.sendRequest(ExecuteCommandRequest.type, { command, arguments: given }),
    async request(method, params, token, onProgress) {
      // An absent token would count as a second parameter.
      const send = <T>(given: unknown): Promise<T> => (token ? client.sendRequest(method, given, token) : client.sendRequest(method, given))
      if (!onProgress) return send(params)
      const workDoneToken = crypto.randomUUID()
      const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (report) => { if (report.kind === 'report') onProgress(report) })
      try {
        return await send({ ...params as object, workDoneToken })
      } finally {
        listener.dispose()
      }
    },
    async stop() {
      release()
      await client.dispose()
    },
  }
}

const states: Record<State, ServerState> = {
  [State.Starting]: 'starting', [State.Running]: 'running', [State.Stopped]: 'stopped', [State.StartFailed]: 'stopped',
}

/** The documents that the server has been told of. */
class ToldDocuments {
  readonly #sent = new Map<string, Promise<void>>()

  has(document: vscode.TextDocument | vscode.Uri): boolean {
    return this.#sent.has(key(document))
  }

  add(document: vscode.TextDocument, sent: Promise<void>): Promise<void> {
    this.#sent.set(key(document), sent)
    return sent
  }

  remove(document: vscode.TextDocument): boolean {
    return this.#sent.delete(key(document))
  }

  clear(): void {
    this.#sent.clear()
  }

  /** Resolves when the server has been told of a document, if it is one for it. */
  async whenTold(uri: vscode.Uri): Promise<void> {
    await this.#sent.get(key(uri))
  }
}

const key = (document: vscode.TextDocument | vscode.Uri): string => ('uri' in document ? document.uri : document).toString()

/** Tells the server of documents at another time than the editor opens and closes them. */
interface Tell {
  readonly open: (document: vscode.TextDocument) => Promise<void>
  readonly close: (document: vscode.TextDocument) => Promise<void>
}

/** Lets nothing through to the server but drafts and `askwell.json`. */
function middlewareFor(told: ToldDocuments, tell: Tell): Middleware {
  const concerns = (document: vscode.TextDocument): boolean => isDraftDocument(document) || isWorkspaceFile(document)
  return {
    didOpen: async (document, next) => {
      if (concerns(document)) await told.add(document, next(document))
    },
    didChange: async (event, next) => {
      if (told.has(event.document)) await told.add(event.document, next(event))
      // It has become a draft by typing.
      else if (concerns(event.document)) await tell.open(event.document)
    },
    didSave: async (document, next) => {
      if (told.has(document)) await next(document)
    },
    didClose: async (document, next) => {
      if (told.remove(document)) await next(document)
    },
    provideDiagnostics: (document, previous, token, next) => (told.has(document) ? next(document, previous, token) : undefined),
    provideCodeLenses: (document, token, next) => (told.has(document) ? next(document, token) : undefined),
    provideDefinition: (document, position, token, next) => (told.has(document) ? next(document, position, token) : undefined),
    prepareRename: (document, position, token, next) => (told.has(document) ? next(document, position, token) : undefined),
    provideRenameEdits: (document, position, newName, token, next) => (told.has(document) ? next(document, position, newName, token) : undefined),
    provideHover: (document, position, token, next) => (told.has(document) ? next(document, position, token) : undefined),
    provideCompletionItem: async (document, position, context, token, next) => {
      if (!told.has(document)) return undefined
      const completed = await next(document, position, context, token)
      for (const item of Array.isArray(completed) ? completed : completed?.items ?? []) {
        // A key asks for its value.
        if (item.kind === vscode.CompletionItemKind.Property) item.command = { title: '', command: 'editor.action.triggerSuggest' }
      }
      return completed
    },
    provideCodeActions: (document, range, context, token, next) => (told.has(document) ? next(document, range, context, token) : undefined),
    resolveCodeAction: async (action, token, next) => {
      const resolved = await next(action, token)
      const clean = resolved?.edit?.entries().map(([uri]) => uri).filter((uri) => !isDirty(uri)) ?? []
      // The editor leaves what it has changed beside the open file unsaved, and the history would wait for that.
      if (resolved && clean.length > 0) resolved.command = { title: '', command: SAVE, arguments: clean }
      return resolved
    },
    workspace: {
      didChangeWatchedFile: async (event, next) => {
        // What was opened unseen, to edit it, lives on for minutes when its file is gone.
        const document = event.type === FileChangeType.Deleted ? openDocument(vscode.Uri.parse(event.uri)) : undefined
        if (document && !document.isDirty && !isShown(document)) await tell.close(document)
        await next(event)
      },
      handleApplyEdit: async (params, next) => {
        const files = (params.edit.documentChanges ?? [])
          .flatMap((change) => ('textDocument' in change ? [vscode.Uri.parse(change.textDocument.uri)] : []))
          .filter((uri) => !isDirty(uri))
        const result = await next(params, CancellationToken.None)
        await saveAll(...files)
        return result
      },
    },
  }
}

/** The text of a file, from wherever the editor keeps it; null if there is none. To edit it, it becomes a document. */
async function readFile(uri: vscode.Uri, toEdit: boolean, told: ToldDocuments): Promise<ReadFileResult> {
  let text: string
  try {
    if (toEdit && openDocument(uri)) await quiet(uri)
    text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null
    throw error
  }
  if (!toEdit) return text
  const document = await vscode.workspace.openTextDocument(uri)
  await caughtUp(document, text)
  await told.whenTold(uri)
  return document.getText()
}

/** The largest file (bytes) that goes to the server in one piece. */
const MAX_BYTES = 256 * 1024 * 1024

/** The bytes of a file in base64, as the protocol's JSON has no bytes. @throws if it is too large, or can't be read */
async function readBytes(uri: vscode.Uri): Promise<string> {
  const { size } = await vscode.workspace.fs.stat(uri)
  if (size > MAX_BYTES) throw new Error(vscode.l10n.t('it is larger than {0} MB; split it, or import it on the command line', MAX_BYTES / 1024 / 1024))
  return Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('base64')
}

/** The drafts in a folder and below, with their text as the user sees it. One that cannot be read is left out. */
async function listDrafts(folder: vscode.Uri, token: vscode.CancellationToken): Promise<DraftFile[]> {
  const uris = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*.md'), '**/node_modules/**', undefined, token)
  const read = async (uri: vscode.Uri): Promise<DraftFile[]> => {
    try {
      const text = openDocument(uri)?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
      return isDraft(uri.path, text) ? [{ uri: uri.toString(), text }] : []
    } catch {
      return []
    }
  }
  return (await Promise.all(uris.map(read))).flat()
}

/** How long after a file was written the editor may still be busy noticing it. */
const QUIET_MS = 500

/** Waits until nobody has written a file for a moment: the editor would take its own save for a conflict. */
async function quiet(uri: vscode.Uri): Promise<void> {
  const { mtime } = await vscode.workspace.fs.stat(uri)
  const rest = Math.min(QUIET_MS, mtime + QUIET_MS - Date.now())
  if (rest > 0) await new Promise((resolve) => { setTimeout(resolve, rest) })
}

/** How long the editor may take to notice that another program has written a file. */
const CATCH_UP_MS = 2_000

/**
 * Waits until an open document, if it has no unsaved changes, holds what is on disk. An edit of older text would be
 * refused by the editor when it is saved. Gives up quietly: the editor then asks the user.
 */
async function caughtUp(document: vscode.TextDocument, text: string): Promise<void> {
  const lines = (of: string): string => of.replaceAll('\r\n', '\n')
  const isCurrent = (): boolean => document.isDirty || lines(document.getText()) === lines(text)
  if (isCurrent()) return
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      listener.dispose()
      resolve()
    }
    const timer = setTimeout(done, CATCH_UP_MS)
    const listener = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && isCurrent()) done()
    })
  })
}

const openDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => key(document) === key(uri))

const isDirty = (uri: vscode.Uri): boolean => openDocument(uri)?.isDirty === true

const isShown = (document: vscode.TextDocument): boolean => vscode.window.tabGroups.all.some(({ tabs }) =>
  tabs.some(({ input }) => input instanceof vscode.TabInputText && key(input.uri) === key(document)))

/** Saves those of the documents that are no drafts; a draft is the writer's own to save. */
async function saveAll(...uris: vscode.Uri[]): Promise<void> {
  for (const uri of uris) {
    const document = openDocument(uri)
    if (document && isWorkspaceFile(document)) await document.save()
  }
}
