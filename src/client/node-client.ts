import * as vscode from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import type { CreateClient } from './language-client.ts'

export { startServer } from './language-client.ts'

/** A client whose server is a process of Node. */
export function createClient({ extensionUri }: vscode.ExtensionContext): CreateClient {
  const module = vscode.Uri.joinPath(extensionUri, 'dist/server.cjs').fsPath
  return (id, name, options) => new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options)
}
