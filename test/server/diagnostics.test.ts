import assert from 'node:assert/strict'
import { lint, parseDraft, rules } from '../../src/core/index.ts'
import { body, codes, draft, DRAFT, FOLDER, pulling, pushed, start, stopAll, TODAY, words, WORKSPACE_FILE } from './harness.ts'

const MISSING_OPT_OUT = 'line/no-opt-out'

afterEach(stopAll)

describe('diagnostics, pulled', () => {
  it('show a finding with its words, severity, rule and page', async () => {
    const editor = await start({ initializationOptions: { pages: 'file:///askwell/docs/rules' } })
    await editor.open(DRAFT, draft({ ask: 'intro' }))
    const found = (await editor.pull(DRAFT)).find(({ code }) => code === 'draft/front-matter')
    assert.ok(found)
    assert.equal(editor.document(DRAFT).getText(found.range), 'intro')
    assert.equal(found.severity, 1)
    assert.equal(found.source, 'Askwell')
    assert.equal(found.codeDescription?.href, 'file:///askwell/docs/rules/draft/front-matter.md')
    assert.match(words(found) ?? '', /intro/)
  })

  it('link to whatever the client makes of a rule', async () => {
    const editor = await start({ initializationOptions: { pages: 'command:askwell.explainRule?%5B%22{rule}%22%5D' } })
    await editor.open(DRAFT, draft({ ask: 'intro' }))
    const [found] = await editor.pull(DRAFT)
    assert.equal(found?.codeDescription?.href, `command:askwell.explainRule?%5B%22${encodeURIComponent(String(found?.code))}%22%5D`)
  })

  it('speak the language of the editor', async () => {
    const editor = await start({ locale: 'de-AT' })
    await editor.open(DRAFT, draft({ ask: 'intro' }))
    assert.match(words((await editor.pull(DRAFT)).find(({ code }) => code === 'draft/front-matter')) ?? '', /braucht/)
  })

  for (const [name, text] of [
    ['CRLF', draft().replaceAll('\n', '\r\n')],
    ['emoji and umlauts', draft({ subject: '👩‍💻 Grüße' }, `👋🏽 Hi Maria! 🎉 Could you introduce me to Jö Pärk 🙏 at Acme?\n\nAda 👩‍👩‍👧\n`)],
    ['a byte order mark', `\uFEFF${draft()}`],
    ['no line at the end', draft().trimEnd()],
  ] as const) {
    it(`stand at the right characters with ${name}`, async () => {
      const editor = await start()
      await editor.open(DRAFT, text)
      const expected = lint(parseDraft(text), { today: TODAY }).map(({ at, rule }) => [rule, text.slice(at.start, at.end)])
      const found = (await editor.pull(DRAFT)).map(({ range, code }) => [code, editor.document(DRAFT).getText(range)])
      assert.ok(expected.length > 0)
      assert.deepEqual(found, expected)
    })
  }

  it('leave other documents alone, without a question to anybody', async () => {
    const editor = await start({ files: { [WORKSPACE_FILE]: '{ "version": 1 }' } })
    await editor.open(`${FOLDER}/notes.md`, body)
    assert.deepEqual(await editor.pull(`${FOLDER}/notes.md`), [])
    assert.deepEqual(editor.reads, [])
  })

  it('begin when a document becomes a draft', async () => {
    const editor = await start()
    await editor.open(`${FOLDER}/notes.md`, body)
    await editor.change(`${FOLDER}/notes.md`, draft())
    assert.ok(codes(await editor.pull(`${FOLDER}/notes.md`)).includes(MISSING_OPT_OUT))
  })

  it('are never pushed to one who pulls', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft())
    await editor.change(DRAFT, draft({ ask: 'intro' }))
    await editor.pause()
    await editor.close(DRAFT)
    await editor.settle()
    assert.deepEqual(editor.publications, [])
  })

  it('say so when nothing has changed', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft())
    assert.equal((await editor.pullReport(DRAFT)).kind, 'full')
    assert.equal((await editor.pullReport(DRAFT)).kind, 'unchanged')
    await editor.change(DRAFT, draft({ target: 'Jo' }))
    assert.equal((await editor.pullReport(DRAFT)).kind, 'full')
  })

  it('fall silent for a draft that is marked as sent, and for one that is closed', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft())
    assert.notEqual((await editor.pull(DRAFT)).length, 0)
    await editor.change(DRAFT, draft({ sent: TODAY }))
    assert.deepEqual(await editor.pull(DRAFT), [])
    await editor.change(DRAFT, draft())
    await editor.close(DRAFT)
    assert.deepEqual(await editor.pull(DRAFT), [])
  })

  it('ask for the day at each run', async () => {
    const editor = await start({
      files: { [WORKSPACE_FILE]: JSON.stringify({ version: 1, asks: [{ id: '1', friend: 'Maria Lopez', ask: 'advice', date: '2026-11-01' }] }) },
    })
    await editor.open(DRAFT, draft())
    await editor.pullReport(DRAFT)
    editor.today = '2027-06-01'
    assert.equal((await editor.pullReport(DRAFT)).kind, 'full')
  })

  it('end quietly when the document moves on meanwhile', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft())
    const outdated = editor.pullReport(DRAFT)
    await editor.change(DRAFT, draft({ ask: 'intro' }))
    await assert.rejects(outdated, { code: -32802 })
    assert.ok(codes(await editor.pull(DRAFT)).includes('draft/front-matter'))
    assert.deepEqual(editor.log, [])
  })
})

describe('diagnostics, pushed', () => {
  const capabilities = pushed

  it('are announced by nothing, and come by themselves', async () => {
    const editor = await start({ capabilities })
    assert.ok(!('diagnosticProvider' in editor.offered) && !('positionEncoding' in editor.offered))
    await editor.open(DRAFT, draft())
    await editor.settle()
    assert.ok(codes(editor.published.get(DRAFT) ?? []).includes(MISSING_OPT_OUT))
    assert.deepEqual(editor.publications, [DRAFT])
  })

  it('wait for a pause in typing, and come once', async () => {
    const editor = await start({ capabilities })
    await editor.open(DRAFT, draft())
    await editor.settle()
    for (const ask of ['i', 'in', 'int']) await editor.change(DRAFT, draft({ ask }))
    await editor.settle()
    assert.deepEqual(editor.publications, [DRAFT])
    assert.equal(editor.pending, 1)
    await editor.pause()
    assert.deepEqual(editor.publications, [DRAFT, DRAFT])
    assert.ok(codes(editor.published.get(DRAFT) ?? []).includes('draft/front-matter'))
  })

  it('vanish with the document, and when it is no draft any more', async () => {
    const editor = await start({ capabilities })
    const plain = `${FOLDER}/notes.md`
    await editor.open(DRAFT, draft())
    await editor.open(plain, draft())
    await editor.settle()
    assert.notEqual(editor.published.get(plain)?.length, 0)
    await editor.close(DRAFT)
    await editor.change(plain, body)
    await editor.pause()
    assert.deepEqual(editor.published.get(DRAFT), [])
    assert.deepEqual(editor.published.get(plain), [])
  })

  it('are not sent after the document was closed, nor for other documents', async () => {
    const editor = await start({ capabilities })
    await editor.open(`${FOLDER}/notes.md`, body)
    await editor.open(DRAFT, draft())
    await editor.change(DRAFT, draft({ ask: 'intro' }))
    await editor.close(DRAFT)
    await editor.pause()
    assert.deepEqual(editor.published.get(DRAFT) ?? [], [])
    assert.equal(editor.published.has(`${FOLDER}/notes.md`), false)
    assert.equal(editor.pending, 0)
  })

  it('know the askwell.json on disk without being told of changes', async () => {
    const editor = await start({ capabilities, files: { [WORKSPACE_FILE]: '{ "version": 1 }' } })
    await editor.open(DRAFT, draft())
    await editor.settle()
    assert.ok(codes(editor.published.get(DRAFT) ?? []).includes(MISSING_OPT_OUT))
    editor.files.set(WORKSPACE_FILE, `{ "version": 1, "rules": { "${MISSING_OPT_OUT}": "off" } }`)
    await editor.change(DRAFT, draft({ target: 'Jo' }))
    await editor.pause()
    assert.ok(!codes(editor.published.get(DRAFT) ?? []).includes(MISSING_OPT_OUT))
  })
})

describe('when drafts are read', () => {
  const settings = { run: 'onSave' }

  it('a pushed report comes on save only', async () => {
    const editor = await start({ capabilities: pushed, settings })
    await editor.open(DRAFT, draft())
    await editor.settle()
    await editor.change(DRAFT, draft({ ask: 'intro' }))
    await editor.pause()
    assert.ok(!codes(editor.published.get(DRAFT) ?? []).includes('draft/front-matter'))
    await editor.save(DRAFT)
    await editor.settle()
    assert.ok(codes(editor.published.get(DRAFT) ?? []).includes('draft/front-matter'))
  })

  it('a pulled report stays the same until then', async () => {
    const editor = await start({ settings })
    await editor.open(DRAFT, draft())
    await editor.pullReport(DRAFT)
    await editor.change(DRAFT, draft({ ask: 'intro' }))
    assert.equal((await editor.pullReport(DRAFT)).kind, 'unchanged')
    await editor.configure({ ...settings, rules: { [MISSING_OPT_OUT]: 'off' } })
    assert.equal((await editor.pullReport(DRAFT)).kind, 'full', 'other settings count at once')
    await editor.change(DRAFT, draft({ ask: 'intr' }))
    assert.equal((await editor.pullReport(DRAFT)).kind, 'unchanged')
    await editor.save(DRAFT)
    assert.equal((await editor.pullReport(DRAFT)).kind, 'full')
  })
})

describe('a rule that fails', () => {
  it('is told once, and the others go on', async () => {
    const victim = rules.find(({ id }) => id === MISSING_OPT_OUT)
    assert.ok(victim)
    const original = { ...victim }
    try {
      victim.check = () => {
        throw new TypeError('boom')
      }
      const editor = await start()
      await editor.open(DRAFT, draft({ ask: 'intro' }))
      assert.ok(codes(await editor.pull(DRAFT)).includes('draft/front-matter'))
      await editor.change(DRAFT, draft({ ask: 'intr' }))
      await editor.pull(DRAFT)
      await editor.settle()
      assert.equal(editor.messages.length, 1)
      assert.match(editor.messages[0] ?? '', /line\/no-opt-out/)
      assert.equal(editor.log.filter((line) => line.includes('boom')).length, 1)
    } finally {
      Object.assign(victim, original)
    }
  })
})

describe('without a folder', () => {
  it('a draft has the askwell.json beside it', async () => {
    const editor = await start({
      folders: [], files: { 'file:///tmp/x/askwell.json': `{ "version": 1, "rules": { "${MISSING_OPT_OUT}": "off" } }` },
    })
    await editor.open('file:///tmp/x/maria.ask.md', draft())
    await editor.open('file:///tmp/x/deeper/maria.ask.md', draft())
    assert.ok(!codes(await editor.pull('file:///tmp/x/maria.ask.md')).includes(MISSING_OPT_OUT))
    assert.ok(codes(await editor.pull('file:///tmp/x/deeper/maria.ask.md')).includes(MISSING_OPT_OUT), 'folders above are not searched')
  })

  it('an untitled draft is linted, too', async () => {
    const editor = await start({ folders: [], capabilities: pulling })
    await editor.open('untitled:Untitled-1', draft())
    assert.ok(codes(await editor.pull('untitled:Untitled-1')).includes(MISSING_OPT_OUT))
  })
})

