import assert from 'node:assert/strict'
import { parseDraft, readWorkspace } from '../../src/core/index.ts'
import { COMMANDS } from '../../src/server/protocol.ts'
import { codes, draft, DRAFT, FOLDER, pulling, pushed, start, stopAll, TODAY, WORKSPACE_FILE } from './harness.ts'

afterEach(stopAll)

describe('mark as sent', () => {
  const before = '{\n  // who was asked\n  "version": 1,\n  "asks": [\n    { "id": "1", "friend": "Jo", "ask": "advice", "date": "2026-01-01" },\n  ],\n}\n'

  it('writes the draft and the history, which agree', async () => {
    const editor = await start({ files: { [WORKSPACE_FILE]: before } })
    await editor.open(DRAFT, draft())
    const result = await editor.command('askwell.markAsSent', DRAFT)
    const { values } = parseDraft(editor.text(DRAFT)).frontMatter
    const workspace = readWorkspace(editor.text(WORKSPACE_FILE))
    const [entry, older] = workspace.asks
    assert.deepEqual(workspace.problems, [])
    assert.ok(entry)
    assert.equal(older?.id, '1')
    assert.deepEqual([entry.friend, entry.ask, entry.date, entry.draft, entry.status], ['Maria Lopez', 'introduction', TODAY, 'maria.ask.md', 'open'])
    assert.deepEqual([values.sent, values['ask-id']], [TODAY, entry.id])
    assert.deepEqual(result, { done: true, entry, message: `Noted: Maria Lopez, introduction, ${TODAY}.` })
    assert.deepEqual(await editor.pull(DRAFT), [], 'a sent draft is silent')
    assert.ok(editor.text(WORKSPACE_FILE).includes('// who was asked'))
  })

  it('creates askwell.json where there is none', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft())
    await editor.command('askwell.markAsSent', DRAFT)
    const { asks, problems } = readWorkspace(editor.text(WORKSPACE_FILE))
    assert.deepEqual([asks.length, problems], [1, []])
  })

  it('sees what came into the file since it was read', async () => {
    const editor = await start({ files: { [WORKSPACE_FILE]: before } })
    await editor.open(DRAFT, draft())
    await editor.pull(DRAFT)
    editor.files.set(WORKSPACE_FILE, before.replace('"asks": [', '"asks": [\n    { "id": "2", "friend": "Al", "ask": "advice", "date": "2026-02-01" },'))
    await editor.command('askwell.markAsSent', DRAFT)
    assert.deepEqual(readWorkspace(editor.text(WORKSPACE_FILE)).asks.map(({ friend }) => friend), ['Maria Lopez', 'Al', 'Jo'])
  })

  it('works on the open document, unsaved changes included', async () => {
    const editor = await start({ files: { [WORKSPACE_FILE]: before } })
    await editor.open(WORKSPACE_FILE, before.replace('Jo', 'Joe'), 'jsonc')
    await editor.open(DRAFT, draft())
    await editor.command('askwell.markAsSent', DRAFT)
    assert.deepEqual(readWorkspace(editor.text(WORKSPACE_FILE)).asks.map(({ friend }) => friend), ['Maria Lopez', 'Joe'])
  })

  it('notes where the draft is, seen from the file', async () => {
    const editor = await start({ settings: { file: 'people/asks.json' } })
    await editor.open(`${FOLDER}/2026/maria%20l.ask.md`, draft())
    await editor.command('askwell.markAsSent', `${FOLDER}/2026/maria%20l.ask.md`)
    assert.equal(readWorkspace(editor.text(`${FOLDER}/people/asks.json`)).asks[0]?.draft, '../2026/maria l.ask.md')
  })

  for (const [why, text, file] of [
    ['was sent already', draft({ sent: '2026-11-01' }), before],
    ['has no friend', draft().replace(/^friend.*\n/m, ''), before],
    ['has a broken front matter', draft({ subject: '"' }), before],
    ['has an askwell.json that is broken', draft(), '{ "version": 1,, '],
    ['has an askwell.json of another version', draft(), '{ "version": 2 }'],
  ] as const) {
    it(`changes nothing, and says why, if the draft ${why}`, async () => {
      const editor = await start({ files: { [WORKSPACE_FILE]: file } })
      await editor.open(DRAFT, text)
      const result = await editor.command('askwell.markAsSent', DRAFT)
      await editor.settle()
      assert.deepEqual(result, { done: false, message: editor.messages.at(-1) })
      assert.ok((editor.messages.at(-1) ?? '').length > 20)
      assert.equal(editor.text(DRAFT), text)
      assert.equal(editor.files.get(WORKSPACE_FILE), file)
    })
  }

  it('says why, too, for what is no draft, has no place, or was refused by the editor', async () => {
    const editor = await start({ folders: [] })
    assert.match(JSON.stringify(await editor.command('askwell.markAsSent', 'file:///not/open.md')), /"done":false.*draft/)
    assert.match(JSON.stringify(await editor.command('askwell.markAsSent')), /"done":false/)
    await editor.open('untitled:Untitled-1', draft())
    assert.match(JSON.stringify(await editor.command('askwell.markAsSent', 'untitled:Untitled-1')), /Save the draft first/)
    editor.refusesEdits = true
    await editor.open(DRAFT, draft())
    assert.match(JSON.stringify(await editor.command('askwell.markAsSent', DRAFT)), /did not take the change: no/)
  })

  it('creates no file in an editor that cannot, and says what to do', async () => {
    const editor = await start({ capabilities: pushed })
    await editor.open(DRAFT, draft())
    assert.match(JSON.stringify(await editor.command('askwell.markAsSent', DRAFT)), /Create it with the content/)
    assert.equal(editor.text(DRAFT), draft())
  })
})

describe('the other commands', () => {
  it('fix all, or say that there is nothing', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft({ ask: 'intro' }))
    assert.deepEqual(await editor.command('askwell.fixAll', DRAFT), { done: true })
    assert.ok(!codes(await editor.pull(DRAFT)).includes('draft/front-matter'))
    await editor.change(DRAFT, draft({ sent: TODAY }))
    assert.match(JSON.stringify(await editor.command('askwell.fixAll', DRAFT)), /nothing here/)
  })

  it('explain a rule: its page where there is one, else in a message', async () => {
    const withPages = await start({ initializationOptions: { pages: 'file:///docs' } })
    await withPages.command('askwell.explainRule', 'line/no-opt-out')
    assert.deepEqual(withPages.shown, ['file:///docs/line/no-opt-out.md'])
    const without = await start({ locale: 'de' })
    await without.command('askwell.explainRule', 'line/no-opt-out')
    await without.settle()
    assert.match(without.messages[0] ?? '', /Nein/)
    await without.command('askwell.explainRule', 'line/nonsense')
    await without.settle()
    assert.match(without.messages[1] ?? '', /line\/nonsense/)
  })

  it('are announced, unless the client has them itself', async () => {
    const announced = await start()
    assert.deepEqual((announced.offered as { executeCommandProvider?: unknown }).executeCommandProvider, { commands: Object.values(COMMANDS) })
    const owned = await start({ capabilities: pulling, initializationOptions: { ownsCommands: true } })
    assert.ok(!('executeCommandProvider' in owned.offered))
  })
})
