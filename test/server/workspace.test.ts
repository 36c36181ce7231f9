import assert from 'node:assert/strict'
import { codes, draft, DRAFT, FOLDER, pulling, pushed, start, stopAll, WORKSPACE_FILE } from './harness.ts'

const RULE = 'line/no-opt-out'
const off = `{ "version": 1, "rules": { "${RULE}": "off" } }`
const on = '{ "version": 1 }'

afterEach(stopAll)

describe('askwell.json', () => {
  it('is read once, watched, and read again when it changes', async () => {
    const editor = await start({ files: { [WORKSPACE_FILE]: on } })
    await editor.open(DRAFT, draft())
    assert.ok(codes(await editor.pull(DRAFT)).includes(RULE))
    await editor.pull(DRAFT)
    assert.deepEqual(editor.reads, [WORKSPACE_FILE])
    assert.ok(editor.registered.some((one) => one.startsWith('workspace/didChangeWatchedFiles') && one.includes(FOLDER) && one.includes('askwell.json')))
    await editor.changeOnDisk(WORKSPACE_FILE, off)
    assert.equal(editor.refreshes, 1)
    assert.ok(!codes(await editor.pull(DRAFT)).includes(RULE))
    await editor.changeOnDisk(WORKSPACE_FILE, undefined)
    assert.equal(editor.refreshes, 2)
    assert.ok(codes(await editor.pull(DRAFT)).includes(RULE))
  })

  it('is not cause for a new look when its text is the same', async () => {
    const editor = await start({ files: { [WORKSPACE_FILE]: on } })
    await editor.open(DRAFT, draft())
    await editor.pull(DRAFT)
    await editor.changeOnDisk(WORKSPACE_FILE, on)
    await editor.open(WORKSPACE_FILE, on, 'jsonc')
    await editor.close(WORKSPACE_FILE)
    await editor.settle()
    assert.equal(editor.refreshes, 0)
  })

  it('counts as it is in the editor, saved or not', async () => {
    const editor = await start({ files: { [WORKSPACE_FILE]: on } })
    await editor.open(DRAFT, draft())
    await editor.open(WORKSPACE_FILE, on, 'jsonc')
    assert.ok(codes(await editor.pull(DRAFT)).includes(RULE))
    await editor.change(WORKSPACE_FILE, off)
    await editor.settle()
    assert.equal(editor.refreshes, 1)
    assert.ok(!codes(await editor.pull(DRAFT)).includes(RULE))
    await editor.close(WORKSPACE_FILE)
    await editor.settle()
    assert.ok(codes(await editor.pull(DRAFT)).includes(RULE), 'unsaved changes are gone with the document')
  })

  it('is pushed into open drafts, too', async () => {
    const editor = await start({ capabilities: pushed, files: { [WORKSPACE_FILE]: on } })
    await editor.open(DRAFT, draft())
    await editor.settle()
    await editor.open(WORKSPACE_FILE, off, 'jsonc')
    await editor.settle()
    assert.ok(!codes(editor.published.get(DRAFT) ?? [{ message: '', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, code: RULE }]).includes(RULE))
  })

  it('is read through the client where it offers that', async () => {
    const virtual = 'vscode-vfs://github/ada/letters'
    const editor = await start({
      folders: [virtual], files: { [`${virtual}/askwell.json`]: off }, initializationOptions: { readsFiles: true },
      host: { readFile: () => Promise.reject(new Error('the host is not asked')) },
    })
    await editor.open(`${virtual}/maria.ask.md`, draft())
    assert.ok(!codes(await editor.pull(`${virtual}/maria.ask.md`)).includes(RULE))
  })

  it('shows its own problems where they are', async () => {
    const editor = await start({ files: { [WORKSPACE_FILE]: on } })
    await editor.open(WORKSPACE_FILE, '{\n  "version": 1,\n  "asks": [{ "id": "1", "friend": "Mï 🎉", "ask": "money", "date": "2026-11-01" }]\n}\n', 'jsonc')
    const [problem, ...others] = await editor.pull(WORKSPACE_FILE)
    assert.deepEqual(others, [])
    assert.ok(problem)
    assert.equal(problem.source, 'Askwell')
    assert.equal(editor.document(WORKSPACE_FILE).getText(problem.range), '"money"')
    await editor.change(WORKSPACE_FILE, on)
    assert.deepEqual(await editor.pull(WORKSPACE_FILE), [])
  })

  it('shows its problems where they are pushed, until it is closed', async () => {
    const editor = await start({ capabilities: pushed })
    await editor.open(WORKSPACE_FILE, '{ "version": 7 }', 'jsonc')
    await editor.settle()
    assert.equal(editor.published.get(WORKSPACE_FILE)?.length, 1)
    await editor.close(WORKSPACE_FILE)
    await editor.settle()
    assert.deepEqual(editor.published.get(WORKSPACE_FILE), [])
  })

  it('that is not the one of its folder is nobody’s business', async () => {
    const editor = await start()
    await editor.open(`${FOLDER}/deeper/askwell.json`, '{ "version": 7 }', 'jsonc')
    assert.deepEqual(await editor.pull(`${FOLDER}/deeper/askwell.json`), [])
  })

  it('that cannot be read is told in the log, and the draft is still linted', async () => {
    const editor = await start({ host: { readFile: () => Promise.reject(new Error('EACCES')) } })
    await editor.open(DRAFT, draft())
    assert.ok(codes(await editor.pull(DRAFT)).includes(RULE))
    await editor.settle()
    assert.match(editor.log.join('\n'), /askwell\.json.*EACCES/)
  })

  it('is where the settings say, but never outside of the folder', async () => {
    const editor = await start({ settings: { file: 'people/asks.json' }, files: { [`${FOLDER}/people/asks.json`]: off, [WORKSPACE_FILE]: on, 'file:///home/ada/askwell.json': off } })
    await editor.open(DRAFT, draft())
    assert.ok(!codes(await editor.pull(DRAFT)).includes(RULE))
    for (const file of ['../askwell.json', '/home/ada/askwell.json', 'people/../../askwell.json', 'file:///home/ada/askwell.json', 'C:\\askwell.json', '..\\askwell.json', 7]) {
      await editor.configure({ file })
      assert.ok(codes(await editor.pull(DRAFT)).includes(RULE), `${file} was followed`)
      assert.match(editor.messages.at(-1) ?? '', /askwell\.file/)
    }
  })
})

describe('several folders', () => {
  const [work, home] = ['file:///home/ada/work', 'file:///home/ada/home']

  it('have an askwell.json each, and settings each', async () => {
    const editor = await start({
      folders: [work, home], files: { [`${work}/askwell.json`]: off, [`${home}/askwell.json`]: on },
      settings: (uri?: string) => (uri?.startsWith(home) ? { rules: { [RULE]: 'error' } } : {}),
    })
    await editor.open(`${work}/maria.ask.md`, draft())
    await editor.open(`${home}/maria.ask.md`, draft())
    assert.ok(!codes(await editor.pull(`${work}/maria.ask.md`)).includes(RULE))
    assert.equal((await editor.pull(`${home}/maria.ask.md`)).find(({ code }) => code === RULE)?.severity, 1)
  })

  it('come and go', async () => {
    const editor = await start({ folders: [home], files: { [`${work}/askwell.json`]: off } })
    await editor.open(`${work}/deep/maria.ask.md`, draft())
    assert.ok(codes(await editor.pull(`${work}/deep/maria.ask.md`)).includes(RULE))
    await editor.changeFolders([work], [])
    assert.ok(!codes(await editor.pull(`${work}/deep/maria.ask.md`)).includes(RULE))
    await editor.changeFolders([], [work])
    assert.ok(codes(await editor.pull(`${work}/deep/maria.ask.md`)).includes(RULE))
  })

  it('inside each other: the inner one counts', async () => {
    const editor = await start({ folders: [FOLDER, `${FOLDER}/inner`], files: { [WORKSPACE_FILE]: on, [`${FOLDER}/inner/askwell.json`]: off } })
    await editor.open(`${FOLDER}/inner/maria.ask.md`, draft())
    assert.ok(!codes(await editor.pull(`${FOLDER}/inner/maria.ask.md`)).includes(RULE))
  })
})

describe('settings', () => {
  const severityOf = async (editor: Awaited<ReturnType<typeof start>>): Promise<number | undefined> =>
    (await editor.pull(DRAFT)).find(({ code }) => code === RULE)?.severity

  it('change severities while the editor runs, and win over askwell.json', async () => {
    const editor = await start({ files: { [WORKSPACE_FILE]: off }, settings: { rules: { [RULE]: 'hint' } } })
    await editor.open(DRAFT, draft())
    assert.equal(await severityOf(editor), 4)
    await editor.configure({ rules: { [RULE]: { severity: 'error' } } })
    assert.equal(editor.refreshes, 1)
    assert.equal(await severityOf(editor), 1)
    await editor.configure({})
    assert.equal(await severityOf(editor), undefined)
  })

  it('that are wrong are told once, and ignored one by one', async () => {
    const wrong = { run: 'always', rules: { [RULE]: 'error', 'line/pressure': 'loud', 'line/nonsense': 'off' } }
    const editor = await start({ settings: wrong })
    await editor.open(DRAFT, draft())
    assert.equal(await severityOf(editor), 1)
    await editor.configure({ ...wrong })
    assert.equal(await severityOf(editor), 1)
    assert.equal(editor.messages.length, 3)
    for (const name of ['askwell.run', 'line/pressure', 'line/nonsense']) assert.ok(editor.messages.some((message) => message.includes(name)), name)
    assert.ok(editor.log.length >= 3)
  })

  it('of nonsense are none', async () => {
    for (const settings of [null, 'x', [1], { rules: 'off' }, { rules: null, run: null, file: null }]) {
      const editor = await start({ settings })
      await editor.open(DRAFT, draft())
      assert.equal(await severityOf(editor), 2)
    }
  })

  it('come with initialize, and by notification, from a client that cannot be asked', async () => {
    const editor = await start({ capabilities: { ...pulling, workspace: { ...pulling.workspace, configuration: false } }, initializationOptions: { rules: { [RULE]: 'hint' } } })
    await editor.open(DRAFT, draft())
    assert.equal(await severityOf(editor), 4)
    await editor.configure({ rules: { [RULE]: 'error' } })
    assert.equal(await severityOf(editor), 1)
  })
})
