// How long the view of friends takes to come up on a history of 100,000 asks to 2,000 friends: the built server, in a process
// of its own as in the editor, from the first question to the first 200 rows; and then, when the history has changed.
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node'
import { FRIENDS, NEXT_STEPS, type InitializationOptions } from '../src/server/protocol.ts'
import { history } from './history-text.ts'

const ROWS = 200
const folder = mkdtempSync(join(tmpdir(), 'askwell-bench-'))
const file = join(folder, 'askwell.json')
const text = history(100_000, 2_000, true)
writeFileSync(file, text)
const server = fork(fileURLToPath(new URL('../dist/server.cjs', import.meta.url)), ['--node-ipc'])
try {
  const connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server))
  connection.onRequest('client/registerCapability', () => null)
  connection.listen()
  const uri = pathToFileURL(folder).href
  await connection.sendRequest('initialize', {
    processId: process.pid, rootUri: uri, workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: { workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } }, textDocument: { diagnostic: {} } },
    initializationOptions: { readsFiles: true, ownsCommands: true } satisfies InitializationOptions,
  })
  await connection.sendNotification('initialized', {})
  const time = async (what: string, method: string): Promise<void> => {
    const start = performance.now()
    await connection.sendRequest(method, { limit: ROWS })
    console.log(`${what.padEnd(32)} ${(performance.now() - start).toFixed(0).padStart(5)} ms`)
  }
  await time('friends, first', FRIENDS)
  await time('next steps, first', NEXT_STEPS)
  await time('friends, then', FRIENDS)
  await time('next steps, then', NEXT_STEPS)
  writeFileSync(file, `${text}\n`)
  await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type: 2 }] })
  await time('friends, after a change', FRIENDS)
} finally {
  server.kill()
  rmSync(folder, { recursive: true })
}
process.exit(0)
