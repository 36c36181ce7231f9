import assert from 'node:assert/strict'
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, renameSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type Diagnostic } from 'vscode-languageserver/node'
import { readWorkspace } from '../../src/core/index.ts'
import { check } from '../../src/library.ts'
import { draftWith, World } from './world.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('the bundled command line', () => {
  let world: World
  let cli: string
  const askwell = (argv: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [cli, ...argv], { cwd: world.folder, input, encoding: 'utf8', env: { PATH: process.env['PATH'], ...env }, maxBuffer: 1 << 28 })

  before(function () {
    this.timeout(60_000)
    world = new World({ 'a.ask.md': draftWith('intro'), 'drafts/b.ask.md': draftWith('advice') })
    cli = world.path('bin/cli.js')
    const built = spawnSync(process.execPath, ['scripts/build.mjs', '--only', 'cli.js', '--outdir', world.path('bin')], { cwd: root, encoding: 'utf8' })
    assert.equal(built.status, 0, built.stderr)
    world.write('bin/package.json', '{ "type": "module" }')
  })

  after(() => { world.dispose() })

  it('is a program of its own', () => {
    assert.equal(readFileSync(cli, 'utf8').startsWith('#!/usr/bin/env node\n'), true)
    const { status, stdout, stderr } = askwell(['--version'])
    assert.deepEqual([status, stdout, stderr], [0, `${(JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }).version}\n`, ''])
  })

  it('checks, and exits as it says', () => {
    const found = askwell(['check', '--format', 'json'])
    assert.equal(found.status, 1)
    assert.deepEqual((JSON.parse(found.stdout) as { files: { path: string }[] }).files.map(({ path }) => path), ['a.ask.md', 'drafts/b.ask.md'])
    assert.equal(askwell(['check', '--fail-on', 'never', 'a.ask.md']).status, 0)
    assert.equal(askwell(['check', 'nope.ask.md']).status, 2)
    assert.equal(askwell(['chekc']).status, 2)
  })

  it('reads the model of each language from its file, and says so if it is not there', () => {
    const german = '---\nfriend: Jo\nask: introduction\nlang: de\n---\n\nHallo Jo, stellst du mich Frau Brandl von der Stadtplanung vor? Ich brauche das ASAP.\n'
    const english = '---\nfriend: Jo\nask: introduction\nlang: en\n---\n\nHi Jo, would you introduce me to Jane at Northgate? You owe me after last summer.\n'
    for (const text of [german, english]) {
      const { stdout } = askwell(['check', '-', '--format', 'json', '--today', '2026-11-23'], text)
      const [file] = (JSON.parse(stdout) as { files: { diagnostics: unknown[] }[] }).files
      assert.deepEqual(file?.diagnostics, JSON.parse(JSON.stringify(check(text, { today: '2026-11-23' }))))
    }
    renameSync(world.path('bin/model-de.bin'), world.path('bin/moved.bin'))
    try {
      assert.equal(askwell(['check', '-'], english).status, 1)
      const { status, stderr } = askwell(['check', '-'], german)
      assert.equal(status, 2)
      assert.match(stderr, /model-de\.bin cannot be read: install Askwell anew/)
    } finally {
      renameSync(world.path('bin/moved.bin'), world.path('bin/model-de.bin'))
    }
  })

  it('reads standard input, with colours only if told', () => {
    const piped = askwell(['check', '-'], draftWith('intro'))
    assert.equal(piped.status, 1)
    assert.match(piped.stdout, /^<stdin>\n/)
    assert.match(askwell(['check', '-'], draftWith('intro'), { FORCE_COLOR: '1' }).stdout, /\u001B\[/)
    assert.doesNotMatch(askwell(['check', '-'], draftWith('intro'), { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout, /\u001B\[/)
  })

  it('answers thousands of records, every one', () => {
    const body = 'Hi, could you introduce me to Jane at Acme? No worries if not.'
    const lines = Array.from({ length: 3_000 }, (_, index) => JSON.stringify({ id: `r${index}`, lang: 'en', today: '2026-11-23', friend: 'Jo', ask: 'introduction', channel: 'chat', subject: null, workedTogether: null, history: [], body }))
    const { status, stdout } = askwell(['check', '--jsonl'], lines.join('\n'))
    assert.equal(status, 0)
    assert.deepEqual(stdout.trim().split('\n').map((line) => (JSON.parse(line) as { id: string }).id), lines.map((_, index) => `r${index}`))
  }).timeout(60_000)

  it('ends quietly when nobody reads on', () => {
    const input = `${JSON.stringify({ id: 'x'.repeat(1_000), body: '' })}\n`.repeat(2_000)
    const { status, stdout, stderr } = spawnSync('sh', ['-c', '"$0" "$1" check --jsonl | head -c 5', process.execPath, cli], { encoding: 'utf8', input })
    assert.deepEqual([status, stdout, stderr], [0, '{"id"', ''])
  })

  it('is a language server', async () => {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio', `--clientProcessId=${process.pid}`], { stdio: ['pipe', 'pipe', 'inherit'] })
    const exited = once(child, 'exit')
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
    const published = new Promise<Diagnostic[]>((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: { diagnostics: Diagnostic[] }) => { resolve(diagnostics) })
    })
    connection.listen()
    const uri = pathToFileURL(world.folder).href
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: uri, capabilities: {}, workspaceFolders: null })
    await connection.sendNotification('initialized', {})
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: `${uri}/a.ask.md`, languageId: 'markdown', version: 0, text: draftWith('intro') } })
    assert.equal((await published).some(({ code }) => code === 'draft/front-matter'), true)
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    assert.deepEqual(await exited, [0, null])
    connection.dispose()
  })

  it('writes the history', () => {
    assert.equal(askwell(['history', 'add', '--friend', 'Jo', '--ask', 'advice']).status, 0)
    assert.deepEqual(readWorkspace(world.read('askwell.json')).asks.map(({ friend, ask }) => [friend, ask]), [['Jo', 'advice']])
  })
})
