import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { RULE_IDS } from '../../src/core/index.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { draftWith, inWorld, type Ran, type World } from './world.ts'

/** An `askwell.json` with which only the front matter is judged. */
const quiet = (more: object = {}): string => JSON.stringify({ version: 1, rules: Object.fromEntries(RULE_IDS.filter((id) => id !== 'draft/front-matter').map((id) => [id, 'off'])), ...more })

const clean = draftWith('advice')
const broken = draftWith('intro')

interface Document { version: number; files: { path: string; friend: string | null; ask: string | null; lang: string; diagnostics: Diagnostic[] }[] }
const document = ({ out }: Ran): Document => JSON.parse(out) as Document
const checked = async (world: World, ...argv: string[]): Promise<string[]> => document(await world.run(['check', '--format', 'json', ...argv])).files.map(({ path }) => path)

describe('askwell check', () => {
  describe('what is checked', () => {
    it('searches folders for drafts, but not hidden ones and those of packages', inWorld({
      'askwell.json': quiet(), 'b.ask.md': clean, 'A.ASK.MD': clean, 'notes.md': '# Notes\n', 'sub/deep/letter.md': clean, 'sub/c.ask.md': clean,
      '.git/x.ask.md': clean, '.hidden.ask.md': clean, 'sub/.cache/x.ask.md': clean, 'node_modules/p/x.ask.md': clean, 'sub/node_modules/x.ask.md': clean, 'letter.txt': clean, 'bytes.md': Uint8Array.of(0, 255),
    }, async (world) => {
      const all = ['.hidden.ask.md', 'A.ASK.MD', 'b.ask.md', 'sub/c.ask.md', 'sub/deep/letter.md']
      assert.deepEqual(await checked(world), all)
      assert.deepEqual(await checked(world, 'sub', '.', 'b.ask.md', './sub/../b.ask.md', world.path('sub')), all)
      assert.deepEqual(await checked(world, 'sub/node_modules', '.git'), ['.git/x.ask.md', 'sub/node_modules/x.ask.md'])
    }))

    it('shows paths from the current folder', inWorld({ 'sub/a.ask.md': clean, 'b.ask.md': clean }, async (world) => {
      const { out } = await world.run(['check', '--format', 'json', '.', '../b.ask.md'], { cwd: world.path('sub') })
      assert.deepEqual((JSON.parse(out) as Document).files.map(({ path }) => path), ['../b.ask.md', 'a.ask.md'])
    }))

    it('takes a folder for a folder, whatever its name', inWorld({ 'x.ask.md/a.ask.md': clean, 'x.ask.md/b.md': '' }, async (world) => {
      assert.deepEqual(await checked(world, 'x.ask.md'), ['x.ask.md/a.ask.md'])
      assert.deepEqual(await checked(world), ['x.ask.md/a.ask.md'])
    }))

    it('follows links to files, once, and none in circles', inWorld({ 'sub/a.ask.md': clean }, async (world) => {
      symlinkSync('..', world.path('sub/up'))
      symlinkSync('loop.ask.md', world.path('loop.ask.md'))
      symlinkSync('nowhere', world.path('gone.ask.md'))
      symlinkSync('sub/a.ask.md', world.path('z.ask.md'))
      assert.deepEqual(await checked(world, '.', 'sub/up'), ['sub/a.ask.md'])
    }))

    it('says of a named file that it is no draft, and leaves it alone', inWorld({ 'notes.md': 'ask: no\n', 'a.ask.md': clean, 'askwell.json': quiet() }, async (world) => {
      const { code, out, err } = await world.run(['check', 'notes.md', 'a.ask.md', '--format', 'json'])
      assert.equal(code, 0)
      assert.deepEqual((JSON.parse(out) as Document).files.map(({ path }) => path), ['a.ask.md'])
      assert.equal(err, 'askwell: notes.md is no draft and was not checked: its name does not end in .ask.md, and its front matter has no key "ask".\n')
    }))

    it('says that there is nothing to check', inWorld({}, async (world) => {
      assert.deepEqual(await world.run(['check']), { code: 0, out: 'No drafts found: no file *.ask.md, no Markdown with "ask" in its front matter.\n', err: '' })
      assert.deepEqual(document(await world.run(['check', '--format', 'json'])), { version: 1, files: [] })
    }))
  })

  describe('exit code', () => {
    const files = { 'askwell.json': quiet(), 'a.ask.md': broken, 'b.ask.md': clean }
    for (const [argv, expected] of [
      [['b.ask.md'], 0], [['.'], 1], [['--fail-on', 'error'], 1], [['--fail-on', 'never'], 0], [['--fail-on', 'hint', 'b.ask.md'], 0],
      [['nope.ask.md'], 2], [['nope.ask.md', 'a.ask.md', '--fail-on', 'never'], 2],
    ] as const) {
      it(`${argv.join(' ')}: ${expected}`, inWorld(files, async (world) => { assert.equal((await world.run(['check', ...argv])).code, expected) }))
    }

    it('counts from the severity that is set', inWorld({ 'a.ask.md': broken }, async (world) => {
      for (const [severity, codes] of [['warning', [0, 1, 1, 1]], ['information', [0, 0, 1, 1]], ['hint', [0, 0, 0, 1]]] as const) {
        world.write('askwell.json', JSON.stringify({ version: 1, rules: { ...Object.fromEntries(RULE_IDS.map((id) => [id, 'off'])), 'draft/front-matter': severity } }))
        const found: number[] = []
        for (const failOn of ['error', 'warning', 'information', 'hint']) found.push((await world.run(['check', '--fail-on', failOn])).code)
        assert.deepEqual(found, codes)
      }
    }))

    for (const [argv, message] of [
      [['--format', 'xml'], /argument 'xml' is invalid\. Allowed choices are pretty, json, sarif, github/],
      [['--fail-on', 'loud'], /argument 'loud' is invalid/],
      [['--today', '2026-02-30'], /argument '2026-02-30' is invalid\. It takes an existing date of the form YYYY-MM-DD/],
      [['--locale', 'fr'], /argument 'fr' is invalid/],
      [['--nope'], /unknown option '--nope'/],
      [['--jsonl', 'a.ask.md'], /takes no paths/],
      [['--jsonl', '--fix'], /cannot be used with/],
      [['--askwell-json'], /argument missing/],
    ] as const) {
      it(`${argv.join(' ')}: 2, and why`, inWorld({}, async (world) => {
        const { code, out, err } = await world.run(['check', ...argv])
        assert.equal(code, 2)
        assert.equal(out, '')
        assert.match(err, message)
      }))
    }
  })

  describe('what cannot be read', () => {
    const told = async (world: World, ...argv: string[]): Promise<string> => {
      const ran = await world.run(['check', '--format', 'json', 'good.ask.md', ...argv])
      assert.equal(ran.code, 2)
      assert.deepEqual(document(ran).files.map(({ path }) => path), ['good.ask.md'])
      return ran.err
    }

    it('a path where nothing is', inWorld({ 'good.ask.md': clean }, async (world) => {
      assert.equal(await told(world, 'nope/a.ask.md', 'good.ask.md/b'), 'askwell: nope/a.ask.md does not exist.\naskwell: good.ask.md/b does not exist.\n')
    }))

    it('a binary file, and other encodings', inWorld({ 'good.ask.md': clean, 'bin.ask.md': Uint8Array.of(45, 45, 0), 'latin1.md': Buffer.from(draftWith('advice', 'Grüße'), 'latin1') }, async (world) => {
      assert.equal(await told(world, '.'), 'askwell: bin.ask.md is not read: it is a binary file (it holds a NUL byte), or text that is not UTF-8.\n' +
        'askwell: latin1.md is not read: it is not text in UTF-8. Save it with that encoding.\n')
    }))

    it('a file or a folder that the user may not read', inWorld({ 'good.ask.md': clean, 'bad.ask.md': clean }, async (world) => {
      const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
      const files = await import('../../src/node/files.ts')
      const ran = await world.run(['check', '--format', 'json'], {
        files: {
          readBytes: (path) => (path.endsWith('bad.ask.md') ? Promise.reject(denied) : files.readBytes(path)),
          findMarkdown: (folder, onError) => {
            onError(`${folder}/closed`, denied)
            return files.findMarkdown(folder, onError)
          },
        },
      })
      assert.equal(ran.code, 2)
      assert.deepEqual(document(ran).files.map(({ path }) => path), ['good.ask.md'])
      assert.equal(ran.err, 'askwell: closed can\'t be read: you may not read or write it.\naskwell: bad.ask.md can\'t be checked: you may not read or write it.\n')
    }))

    it('an empty file is a draft without front matter', inWorld({ 'askwell.json': quiet(), 'a.ask.md': '' }, async (world) => {
      const { files } = document(await world.run(['check', '--format', 'json']))
      assert.deepEqual(files.map(({ friend, ask, diagnostics }) => [friend, ask, diagnostics.map(({ rule, range }) => [rule, range.end])]), [[null, null, [['draft/front-matter', { line: 0, character: 0 }]]]])
    }))

    it('a file of 10 MB is no message', inWorld({ 'askwell.json': quiet(), 'a.ask.md': draftWith('advice', 'All work and no play. '.repeat(500_000)) }, async (world) => {
      const ran = await world.run(['check', '--format', 'json'])
      assert.equal(ran.code, 1)
      assert.match(document(ran).files[0]?.diagnostics[0]?.message ?? '', /too long/)
      assert.equal((await world.run(['check'], { terminal: true })).out.length < 2_000, true)
    }))

    it('front matter in JavaScript is never run', inWorld({ 'askwell.json': quiet(), 'a.ask.md': '---js\nask: globalThis.askwellWasHere = true\n---\nHi\n' }, async (world) => {
      const ran = await world.run(['check', '--format', 'json'])
      assert.match(document(ran).files[0]?.diagnostics[0]?.message ?? '', /"js" is neither read nor run/)
      assert.equal(Object.hasOwn(globalThis, 'askwellWasHere'), false)
    }))
  })

  describe('hostile files', () => {
    const aliases = ['a: &a [x, x, x, x, x, x, x, x, x]', ...Array.from({ length: 30 }, (_, level) => `k${level}: &k${level} [${Array(9).fill(`*${level === 0 ? 'a' : `k${level - 1}`}`).join(', ')}]`)].join('\n')
    const hostile: Record<string, string> = {
      'aliases.ask.md': `---\n${aliases}\nfriend: *k29\nask: advice\n---\nHi\n`,
      'brackets.ask.md': `---\nfriend: ${'['.repeat(4_000)}${']'.repeat(4_000)}\nask: advice\n---\nHi\n`,
      'list.ask.md': `---\n${'- '.repeat(4_000)}\n---\nHi\n`,
      'quotes.ask.md': draftWith('advice', `${'> '.repeat(4_000)}Hi\n\n${'> '.repeat(4_000)}<!-- askwell ignore line/pressure -->`),
      'items.ask.md': draftWith('advice', '- '.repeat(4_000)),
      'names.ask.md': '---\n__proto__: {friend: Eve}\nconstructor: 1\nfriend: Maria\nask: advice\n---\nHi\n',
    }

    it('are checked like others', inWorld(hostile, async (world) => {
      const ran = await world.run(['check', '--format', 'json'])
      assert.equal(ran.err, '')
      assert.deepEqual(document(ran).files.map(({ path, friend }) => [path, friend]), Object.keys(hostile).sort().map((path) => [path, /names|quotes|items/.test(path) ? 'Maria' : null]))
      for (const format of ['pretty', 'sarif', 'github']) assert.equal((await world.run(['check', '--format', format], { terminal: true })).code, 1)
    }))

    it('do no harm as askwell.json', inWorld({ 'a.ask.md': clean }, async (world) => {
      for (const text of [
        '['.repeat(200_000), `{"version":1,"asks":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, '{"version":1,"__proto__":{"rules":{"draft/front-matter":"off"}},"rules":{"__proto__":"off"}}',
        `{"version":1,"more":"${'x'.repeat(10_000_000)}"}`, '', '"', '\uFEFF',
      ]) {
        world.write('askwell.json', text)
        const ran = await world.run(['check', '--format', 'json', '--fail-on', 'never'])
        assert.deepEqual([ran.code, document(ran).files.length, ran.err.length < 1_000], [0, 1, true])
      }
    }))
  })

  describe('askwell.json', () => {
    const off = JSON.stringify({ version: 1, rules: Object.fromEntries(RULE_IDS.map((id) => [id, 'off'])) })
    const findings = async (world: World, argv: readonly string[], cwd = '.'): Promise<number[]> =>
      document(await world.run(['check', '--format', 'json', ...argv], { cwd: world.path(cwd) })).files.map(({ diagnostics }) => diagnostics.length)

    it('is that of the folder searched, of the current folder, or of a folder on the way to the draft', inWorld({ 'project/asks/new/a.ask.md': broken, 'project/askwell.json': off }, async (world) => {
      assert.deepEqual(await findings(world, ['project']), [0])
      assert.deepEqual(await findings(world, ['project/asks/new/a.ask.md']), [0])
      assert.deepEqual(await findings(world, [], 'project'), [0])
      assert.deepEqual(await findings(world, ['asks'], 'project'), [0])
      world.write('project/asks/askwell.json', quiet())
      assert.deepEqual(await findings(world, ['asks'], 'project'), [1])
      assert.deepEqual(await findings(world, ['.'], 'project'), [0])
      assert.deepEqual(await findings(world, ['asks/new/a.ask.md'], 'project'), [0])
    }))

    it('is looked for up to the repository, and no higher', inWorld({ 'askwell.json': off, 'repo/asks/a.ask.md': broken }, async (world) => {
      assert.equal((await findings(world, ['a.ask.md'], 'repo/asks'))[0] !== 0, true)
      mkdirSync(world.path('repo/.git'))
      assert.equal((await findings(world, ['a.ask.md'], 'repo/asks'))[0] !== 0, true)
      world.write('repo/askwell.json', off)
      assert.deepEqual(await findings(world, ['a.ask.md'], 'repo/asks'), [0])
      mkdirSync(world.path('elsewhere'))
      assert.deepEqual(await findings(world, ['../repo/asks/a.ask.md'], 'elsewhere'), [0])
    }))

    it('can be named', inWorld({ 'askwell.json': quiet(), 'other.json': off, 'a.ask.md': broken }, async (world) => {
      assert.deepEqual(await findings(world, ['--askwell-json', 'other.json']), [0])
      assert.deepEqual(await findings(world, ['--askwell-json', world.path('other.json')]), [0])
      const { code, err } = await world.run(['check', '--askwell-json', 'nope.json'])
      assert.deepEqual([code, err], [2, 'askwell: nope.json can\'t be read: there is no such file or folder.\n'])
    }))

    it('that cannot be read is told once, and drafts are checked without it', inWorld({ 'askwell.json': Uint8Array.of(0xff), 'a.ask.md': clean, 'b.ask.md': clean }, async (world) => {
      const ran = await world.run(['check', '--format', 'json'])
      assert.deepEqual([ran.code, ran.err, document(ran).files.length], [2, 'askwell: askwell.json is not read: it is not text in UTF-8. Save it with that encoding.\n', 2])
    }))

    it('with faults: they are told with their place, and change no exit code', inWorld({ 'askwell.json': quiet({ asks: [] }).replace('"asks":[]', '\n"asks": [ { "id": 7 } ], "favors": 1'), 'a.ask.md': clean, 'b.ask.md': clean }, async (world) => {
      for (const format of ['json', 'sarif', 'github']) {
        const { code, err } = await world.run(['check', '--format', format])
        assert.equal(code, 0)
        assert.equal(err.split('\n')[0], 'askwell.json:2:19: "id": Invalid input: expected string, received number')
        assert.equal(err.trim().split('\n').at(-1), 'askwell.json:2:36: "favors" holds a list: [ … ].')
      }
      const { code, out, err } = await world.run(['check'])
      assert.deepEqual([code, err], [0, ''])
      assert.match(out, /^askwell\.json\n {2}2:19 {2}warning {2}"id": Invalid/)
      assert.match(out, /faults in askwell\.json; the entries concerned do not count\.\nNo problems in 2 drafts\.\n$/)
    }))

    it('gives the history: choose rules fire by --today', inWorld({
      'a.ask.md': draftWith('resume-review', 'Would you read through my CV? It is attached.'),
      'askwell.json': JSON.stringify({ version: 1, asks: [{ id: '1', friend: 'Maria', ask: 'advice', date: '2026-11-20', status: 'granted', answered: null, thanked: '2026-11-21' }] }),
    }, async (world) => {
      const rulesOn = async (...argv: string[]): Promise<string[]> => document(await world.run(['check', '--format', 'json', ...argv])).files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule))
      assert.equal((await rulesOn()).includes('choose/too-soon'), true)
      assert.equal((await rulesOn('--today', '2027-01-01')).includes('choose/too-soon'), false)
    }))
  })

  describe('standard input', () => {
    it('is a draft, with or without a name', inWorld({ 'askwell.json': quiet() }, async (world) => {
      const ran = await world.run(['check', '-', '--format', 'json'], { stdin: broken })
      assert.deepEqual([ran.code, document(ran).files.map(({ path, friend, ask }) => [path, friend, ask])], [1, [['<stdin>', 'Maria', null]]])
      const named = await world.run(['check', '-', '--stdin-filename', './asks/m.ask.md', '--format', 'json'], { stdin: clean })
      assert.deepEqual([named.code, document(named).files.map(({ path }) => path)], [0, ['asks/m.ask.md']])
    }))

    it('under a name that is no draft is left alone', inWorld({}, async (world) => {
      const ran = await world.run(['check', '-', '--stdin-filename', 'README.md', '--format', 'json'], { stdin: 'Hi' })
      assert.deepEqual([ran.code, document(ran).files], [0, []])
      assert.match(ran.err, /README\.md is no draft/)
    }))

    it('uses the askwell.json of the place that its name gives', inWorld({ 'asks/askwell.json': quiet() }, async (world) => {
      const ran = await world.run(['check', '-', '--stdin-filename', 'asks/m.ask.md', '--format', 'json'], { stdin: clean })
      assert.deepEqual(document(ran).files[0]?.diagnostics, [])
    }))

    it('must be text', inWorld({}, async (world) => {
      const { code, err } = await world.run(['check', '-'], { stdin: Uint8Array.of(0xc3) })
      assert.deepEqual([code, err], [2, 'askwell: <stdin> is not read: it is not text in UTF-8. Save it with that encoding.\n'])
    }))
  })

  describe('--fix', () => {
    it('mends the file in place: its mode, byte-order mark and line endings stay', inWorld({ 'askwell.json': quiet(), 'a.ask.md': `\uFEFF${broken.replaceAll('\n', '\r\n')}`, 'b.ask.md': clean }, async (world) => {
      chmodSync(world.path('a.ask.md'), 0o640)
      const { mtimeMs } = statSync(world.path('b.ask.md'))
      const { code, out, err } = await world.run(['check', '--fix'])
      assert.deepEqual([code, out, err], [0, 'Mended 1 problem.\nNo problems in 2 drafts.\n', ''])
      assert.equal(world.read('a.ask.md'), `\uFEFF${draftWith('introduction').replaceAll('\n', '\r\n')}`)
      assert.equal(statSync(world.path('a.ask.md')).mode & 0o777, 0o640)
      assert.equal(statSync(world.path('b.ask.md')).mtimeMs, mtimeMs)
    }))

    it('writes through links', inWorld({ 'askwell.json': quiet(), 'real/a.ask.md': broken }, async (world) => {
      symlinkSync('real/a.ask.md', world.path('link.ask.md'))
      await world.run(['check', '--fix', 'link.ask.md'])
      assert.equal(world.read('real/a.ask.md'), draftWith('introduction'))
    }))

    it('reports what is left', inWorld({ 'askwell.json': quiet(), 'a.ask.md': broken.replace('ask: intro', 'ask: intro\nchannel: fax') }, async (world) => {
      const { code, out } = await world.run(['check', '--fix'])
      assert.equal(code, 1)
      assert.match(out, /"channel" can't be "fax"/)
      assert.doesNotMatch(out, /"ask" can't/)
    }))

    it('prints what it made of standard input, and reports on standard error', inWorld({ 'askwell.json': quiet() }, async (world) => {
      const { code, out, err } = await world.run(['check', '--fix', '-'], { stdin: broken })
      assert.deepEqual([code, out, err], [0, draftWith('introduction'), 'Mended 1 problem.\nNo problems in 1 draft.\n'])
      assert.equal((await world.run(['check', '--fix', '-'], { stdin: clean })).out, clean)
    }))

    it('leaves a file alone that somebody else changes meanwhile', inWorld({ 'askwell.json': quiet(), 'a.ask.md': broken }, async (world) => {
      const { writeAtomically } = await import('../../src/node/files.ts')
      const { code, err } = await world.run(['check', '--fix'], {
        files: {
          writeAtomically: (path, text, isStillGood) => {
            world.write('a.ask.md', 'mine')
            return writeAtomically(path, text, isStillGood)
          },
        },
      })
      assert.deepEqual([code, err], [2, 'askwell: a.ask.md was left as it is: another program changed it in the meantime. Try again.\n'])
      assert.equal(world.read('a.ask.md'), 'mine')
    }))
  })

  describe('--format json', () => {
    it('gives positions as in LSP, in UTF-16, and edits that can be applied', inWorld({ 'askwell.json': quiet(), 'a.ask.md': broken.replace('Maria', 'Mária 👩🏽‍🎨').replaceAll('\n', '\r\n') }, async (world) => {
      const { version, files: [file] } = document(await world.run(['check', '--format', 'json']))
      assert.equal(version, 1)
      assert.ok(file)
      assert.deepEqual(Object.keys(file), ['path', 'friend', 'ask', 'lang', 'diagnostics'])
      assert.deepEqual([file.path, file.friend, file.ask, file.lang], ['a.ask.md', 'Mária 👩🏽‍🎨', null, 'en'])
      const [diagnostic] = file.diagnostics
      assert.ok(diagnostic)
      assert.deepEqual(Object.keys(diagnostic), ['rule', 'severity', 'message', 'range', 'fixes'])
      assert.deepEqual(diagnostic.range, { start: { line: 2, character: 5 }, end: { line: 2, character: 10 } })
      const text = TextDocument.create('', 'markdown', 0, world.read('a.ask.md'))
      assert.equal(text.getText(diagnostic.range), 'intro')
      const [fix] = diagnostic.fixes
      assert.deepEqual(Object.keys(fix ?? {}), ['title', 'edits'])
      assert.match(TextDocument.applyEdits(text, [...fix?.edits ?? []]), /ask: introduction\r\n/)
    }))

    it('is one document on one line', inWorld({ 'a.ask.md': broken, 'b.ask.md': broken }, async (world) => {
      const { out } = await world.run(['check', '--format', 'json'])
      assert.match(out, /^\{[^\n]*\}\n$/)
    }))
  })

  describe('--locale de', () => {
    it('speaks German', inWorld({ 'askwell.json': quiet(), 'a.ask.md': broken }, async (world) => {
      const { out } = await world.run(['check', '--locale', 'de'])
      assert.match(out, /Fehler {2}„ask“ kann nicht „intro“ sein/)
      assert.match(out, /\n1 Befund in 1 Entwurf \(1 Fehler\)\. --fix behebt 1\.\n$/)
    }))
  })
})
