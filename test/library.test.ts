import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'
import manifest from '../package.json' with { type: 'json' }
import { check } from '../src/library.ts'
import { writeDeclarations } from '../scripts/lib/declarations.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const text = '---\nfriend: Jo\nask: introduction\n---\n\nHi Jo, would you introduce me to Jane at Northgate? You owe me after last summer.\n'

describe('the library as it is installed', () => {
  let folder = ''
  const file = (path: string, content: string): string => {
    const at = join(folder, path)
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, content)
    return at
  }

  before(async function () {
    this.timeout(60_000)
    folder = mkdtempSync(join(tmpdir(), 'askwell-library-'))
    const { name, type, exports } = manifest
    file('node_modules/askwell/package.json', JSON.stringify({ name, type, exports }))
    const built = spawnSync(process.execPath, ['scripts/build.mjs', '--only', 'index.js', '--outdir', join(folder, 'node_modules/askwell/dist')], { cwd: root, encoding: 'utf8' })
    assert.equal(built.status, 0, built.stderr)
    await writeDeclarations(join(folder, 'node_modules/askwell/dist/index.d.ts'))
  })

  after(() => { rmSync(folder, { recursive: true, force: true }) })

  it('needs nothing that a page has not: no package, no file beside it, nothing of Node', () => {
    const lonely = pathToFileURL(file('lonely.mjs', `
      import { readFileSync, rmSync } from 'node:fs'
      const source = readFileSync('node_modules/askwell/dist/index.js', 'utf8')
      const log = console.log
      for (const name of ['process', 'Buffer', 'global', 'setImmediate', 'navigator', 'console']) delete globalThis[name]
      const { check } = await import('data:text/javascript;base64,' + btoa(unescape(encodeURIComponent(source))))
      log(JSON.stringify(check(${JSON.stringify(text)}, { today: '2026-11-23' })))`))
    const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(lonely)], { cwd: folder, encoding: 'utf8' })
    assert.equal(stderr, '')
    assert.deepEqual(JSON.parse(stdout), JSON.parse(JSON.stringify(check(text, { today: '2026-11-23' }))))
  }).timeout(20_000)

  /** What TypeScript has against a program that uses the library. */
  const faultsOf = (source: string): string[] => {
    const program = ts.createProgram([file('consumer.ts', source)], {
      strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], types: [],
      module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
    })
    return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  }

  it('is known to TypeScript, without any other package', () => {
    assert.deepEqual(faultsOf(`
      import { check, type CheckOptions, type Diagnostic, type Position, type Range, type RuleId, type RuleSettings, type Severity } from 'askwell'
      const rules: RuleSettings = { 'return/no-offer': 'off', 'choose/too-soon': { severity: 'hint', days: 28 } }
      const options: CheckOptions = { today: '2026-11-23', workspace: '{ "version": 1 }', rules }
      const found: Diagnostic[] = check('', options)
      const at: Position | undefined = found[0]?.range.start
      export const lines: [RuleId, Severity, number, Range[]][] = found.map(({ rule, severity, range, fixes }) =>
        [rule, severity, range.end.line, fixes.flatMap(({ edits }) => edits.map((edit) => edit.range))])
      export const none: [] | Diagnostic[] = at ? check('text') : []`), [])
  }).timeout(20_000)

  it('is told apart from what it is not', () => {
    assert.equal(faultsOf(`
      import { check } from 'askwell'
      check(1)
      check('', { rules: { 'line/presure': 'off' } })
      check('', { rules: { 'line/pressure': 'loud' } })
      const message: number | undefined = check('')[0]?.message`).length, 4)
  }).timeout(20_000)
})
