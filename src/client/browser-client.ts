import * as vscode from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import type { CreateClient } from './language-client.ts'

/** The worker's own; the types of the web would quarrel with those of Node. */
declare const Worker: new (script: string) => Extract<ConstructorParameters<typeof LanguageClient>[2], object>

export { startServer } from './language-client.ts'

/** A client whose server is a web worker. */
export function createClient({ extensionUri }: vscode.ExtensionContext): CreateClient {
  const script = vscode.Uri.joinPath(extensionUri, 'dist/server-web.js')
  return (id, name, options) => new LanguageClient(id, name, async () => new Worker(await address(script)), options)
}

/** Where a worker can load a script from; not from where a remote extension is. */
async function address(script: vscode.Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true)
  return URL.createObjectURL(new Blob([await vscode.workspace.fs.readFile(script)], { type: 'text/javascript' }))
}
