import * as vscode from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, State } from 'vscode-languageclient/browser'
import type { InitializationOptions } from '../server/protocol.ts'
import type { CreateClient } from './language-client.ts'

export { startServer } from './language-client.ts'

/** The worker's own; the types of the web would quarrel with those of Node. */
declare const Worker: new (script: string) => { terminate(): void }

/** A client whose server is a web worker. */
export function createClient({ extensionUri }: vscode.ExtensionContext): CreateClient {
  const script = vscode.Uri.joinPath(extensionUri, 'dist/server-web.js').toString(true)
  return (id, name, options) => {
    const initializationOptions: InitializationOptions = { ...options.initializationOptions as InitializationOptions, script }
    let end = (): void => {}
    const client = new LanguageClient(id, name, () => {
      const worker = new Worker(script)
      end = () => { worker.terminate() }
      // Handed over as a pair: the library does not know VS Code's own kind of worker for one.
      return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) })
    }, { ...options, initializationOptions })
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) end()
    })
    return client
  }
}
