import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { place } from 'askwell:tests'
import * as vscode from 'vscode'
import { at, closeAll, extension, show, stored, until, write } from './support.ts'

const run = promisify(execFile)

/** How many write at once beside the editor, and how often each. */
const WRITERS = 3
const TIMES = 12

describe('the editor and other programs that write askwell.json', () => {
  let file = ''
  beforeEach(async () => { file = await stored('askwell.json') })
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert')
    await closeAll()
    await write('askwell.json', file)
  })

  // The package has no command line to write with.
  const beside = place === 'packaged' ? it.skip : it

  beside('lose nothing, with the file open in an editor', async function () {
    this.timeout(90_000)
    await write('askwell.json', '{\n  // kept\n  "version": 1,\n  "favors": [\n  ]\n}\n')
    const { document } = await show('askwell.json')
    const cli = join(extension().extensionPath, 'dist/cli.js')
    const record = async (what: string): Promise<void> => {
      await run(process.execPath, [cli, 'history', 'favor', '--friend', 'Jo', '--what', what, '--askwell-json', at('askwell.json').fsPath], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
    }
    const others = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let time = 0; time < TIMES; time++) await record(`${writer}.${time}`)
    })
    const own = (async () => {
      for (let time = 0; time < TIMES; time++) await vscode.commands.executeCommand('askwell.logFavor', { file: at('askwell.json').toString(), friend: 'Jo', what: `own.${time}` })
    })()
    await Promise.all([...others, own])
    const written = await stored('askwell.json')
    const found = new Set([...written.matchAll(/"what": "([^"]+)"/g)].map(([, what]) => what))
    assert.equal(found.size, (WRITERS + 1) * TIMES)
    assert.match(written, /\/\/ kept/)
    assert.equal(document.isDirty, false)
    await until('the editor shows it all', () => document.getText() === written)
  })
})
