import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type Diagnostic } from 'vscode-languageserver/node'
import { readWorkspace } from '../../src/core/index.ts'
import { machineTime } from '../../src/server/host.ts'
import { nodeHost } from '../../src/server/node-host.ts'
import { codes, draft, pushed } from './harness.ts'

describe('the server as a process', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'askwell-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('lints over standard input and output, with the askwell.json on disk, and ends when it is told', async () => {
    await writeFile(join(folder, 'askwell.json'), '{ "version": 1, "rules": { "line/no-opt-out": "off" } }')
    const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('../../src/server/node.ts', import.meta.url)), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
    const published = new Promise<Diagnostic[]>((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: { diagnostics: Diagnostic[] }) => {
        resolve(diagnostics)
      })
    })
    connection.onRequest('workspace/configuration', ({ items }: { items: object[] }) => items.map(() => null))
    connection.listen()
    const uri = pathToFileURL(folder).href
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: uri, capabilities: pushed, workspaceFolders: [{ uri, name: 'x' }] })
    await connection.sendNotification('initialized', {})
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: `${uri}/maria.ask.md`, languageId: 'markdown', version: 0, text: draft({ ask: 'intro' }) } })
    const found = codes(await published)
    assert.ok(found.includes('draft/front-matter') && !found.includes('line/no-opt-out'))
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    assert.equal(await ended, 0)
    connection.dispose()
  })

  it('keeps the history on disk together with others that write', async () => {
    const file = join(folder, 'askwell.json')
    await writeFile(file, '{\n  // kept\n  "version": 1,\n}\n')
    const uri = pathToFileURL(folder).href
    const done = await Promise.all([1, 2].map(async (process) => {
      const child = spawn(globalThis.process.execPath, ['--import', 'tsx', fileURLToPath(new URL('../../src/server/node.ts', import.meta.url)), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
      const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
      connection.onRequest('workspace/configuration', ({ items }: { items: object[] }) => items.map(() => null))
      connection.listen()
      await connection.sendRequest('initialize', { processId: null, rootUri: uri, capabilities: pushed, workspaceFolders: [{ uri, name: 'x' }] })
      await connection.sendNotification('initialized', {})
      const results = await Promise.all(Array.from({ length: 20 }, (_, index) =>
        connection.sendRequest<{ done: boolean }>('workspace/executeCommand', { command: 'askwell.logFavor', arguments: [{ friend: 'Jo', what: `${process}.${index}` }] })))
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      connection.dispose()
      return results.filter((result) => result.done).length
    }))
    assert.deepEqual(done, [20, 20])
    const text = await readFile(file, 'utf8')
    const { favors, problems } = readWorkspace(text)
    assert.deepEqual([new Set(favors.map(({ what }) => what)).size, new Set(favors.map(({ id }) => id)).size, problems], [40, 40, []])
    assert.match(text, /\/\/ kept/)
    assert.deepEqual(await readdir(folder), ['askwell.json'])
  })

  it('finds drafts on disk', async () => {
    await mkdir(join(folder, 'a b'))
    await writeFile(join(folder, 'a b', 'maria.ask.md'), '')
    const uri = pathToFileURL(folder).href
    assert.deepEqual(await nodeHost().findMarkdown?.(uri), [`${uri}/a%20b/maria.ask.md`])
    assert.deepEqual(await nodeHost().findMarkdown?.('vscode-vfs://github/x'), [])
  })

  it('tells a file that is not there from one that cannot be read', async () => {
    const host = nodeHost()
    const readFile = async (uri: string): Promise<string | undefined> => host.readFile?.(uri)
    assert.equal(await readFile(pathToFileURL(join(folder, 'none.json')).href), undefined)
    assert.equal(await readFile('vscode-vfs://github/x'), undefined)
    await assert.rejects(readFile(pathToFileURL(folder).href))
  })

  it('knows the day', () => {
    const now = new Date()
    const [year, month, day] = machineTime.today().split('-').map(Number)
    assert.deepEqual([year, month, day], [now.getFullYear(), now.getMonth() + 1, now.getDate()])
  })
})
