import * as vscode from 'vscode'
import { registerCommands } from './commands.ts'
import { isDraftDocument } from './drafts.ts'
import { registerKeeping } from './history/keep.ts'
import { registerHistory } from './history/register.ts'
import type { CreateClient } from './language-client.ts'
import type { Trees } from './history/trees.ts'
import { ServerControl, type ServerState } from './server-control.ts'
import { DraftStatus } from './status.ts'

/** What another extension, or a test, can learn. */
export interface AskwellApi {
  readonly state: ServerState
  readonly onDidChangeState: vscode.Event<ServerState>
  /** What the views show. */
  readonly views: Trees
}

/** What VS Code calls. */
export interface Extension {
  readonly activate: (context: vscode.ExtensionContext) => AskwellApi
  readonly deactivate: () => Promise<void>
}

/** What is loaded only when the first draft is open: the language client is a hundred times as large as the rest. */
export interface Loaded {
  readonly startServer: typeof import('./language-client.ts').startServer
  readonly createClient: (context: vscode.ExtensionContext) => CreateClient
}

/**
 * The extension, but for what differs between the desktop and the web.
 * @param load brings in the language client
 */
export function extension(load: () => Promise<Loaded>): Extension {
  let control: ServerControl | undefined
  return {
    activate(context) {
      const made = new ServerControl(async (channel, events) => {
        const { startServer, createClient } = await load()
        return startServer(context, channel, createClient(context), events)
      })
      control = made
      const wakeFor = (document: vscode.TextDocument): void => {
        if (made.state === 'asleep' && isDraftDocument(document)) void made.wake()
      }
      const history = registerHistory(context, made)
      context.subscriptions.push(
        made,
        new DraftStatus(made),
        ...registerCommands(context, made),
        ...registerKeeping(made),
        ...history.owned,
        vscode.workspace.onDidOpenTextDocument(wakeFor),
        vscode.workspace.onDidChangeTextDocument(({ document }) => { wakeFor(document) }),
      )
      vscode.workspace.textDocuments.forEach(wakeFor)
      return {
        get state() {
          return made.state
        },
        onDidChangeState: made.onDidChangeState,
        views: history.trees,
      }
    },
    async deactivate() {
      await control?.stop()
    },
  }
}
