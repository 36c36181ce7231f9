import assert from 'node:assert/strict'
import type { CodeAction, CodeActionContext } from 'vscode-languageserver/node'
import { applyEdits, readWorkspace, rules, type Edit, type Fix } from '../../src/core/index.ts'
import { codes, draft, DRAFT, everywhere, FOLDER, only, pulling, pushed, start, stopAll, WORKSPACE_FILE, type Editor } from './harness.ts'

const RULE = 'line/no-opt-out'

/** All actions for the finding of one rule. */
async function actionsFor(editor: Editor, rule = RULE, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
  const diagnostic = (await editor.pull(DRAFT)).find(({ code }) => code === rule)
  assert.ok(diagnostic, `${rule} does not fire`)
  return editor.actions(DRAFT, diagnostic.range, { diagnostics: [diagnostic], only: ['quickfix'], ...context })
}

const byTitle = (actions: readonly CodeAction[], part: string): CodeAction => {
  const action = actions.find(({ title }) => title.includes(part))
  assert.ok(action, `no action with "${part}" in ${JSON.stringify(actions.map(({ title }) => title))}`)
  return action
}

const isQuiet = async (editor: Editor, rule = RULE): Promise<boolean> => !codes(await editor.pull(DRAFT)).includes(rule)

afterEach(stopAll)

describe('quick fixes', () => {
  for (const [name, text] of [['LF', draft()], ['CRLF', draft().replaceAll('\n', '\r\n')], ['emoji', draft({ subject: '👩‍💻' })]] as const) {
    it(`apply to the text as it is (${name}), and the rule falls silent`, async () => {
      const editor = await start()
      await editor.open(DRAFT, text)
      const action = (await actionsFor(editor)).find(({ isPreferred }) => isPreferred)
      assert.equal(action?.kind, 'quickfix')
      await editor.apply(action.edit)
      assert.ok(await isQuiet(editor))
      assert.equal(editor.text(DRAFT).includes('\r\n'), text.includes('\r\n'))
    })
  }

  it('are all worth their title: whichever is chosen, the rule falls silent', async () => {
    const editor = await start({ settings: only(RULE) })
    await editor.open(DRAFT, draft())
    const { length } = await actionsFor(editor)
    assert.ok(length > 3)
    for (let index = 0; index < length; index++) {
      await editor.change(DRAFT, draft())
      const action = (await actionsFor(editor))[index]
      assert.ok(action)
      await editor.apply(action.edit ?? (await editor.resolve(action)).edit)
      await editor.changeOnDisk(WORKSPACE_FILE, editor.files.get(WORKSPACE_FILE))
      assert.ok(await isQuiet(editor), action.title)
      await editor.changeOnDisk(WORKSPACE_FILE, undefined)
    }
  })

  it('carry the diagnostic that the editor knows, and say which one is preferred', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft({ ask: 'intro' }))
    const actions = await actionsFor(editor, 'draft/front-matter')
    assert.deepEqual(actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title), ['Replace with "introduction"'])
    assert.equal(actions[0]?.diagnostics?.[0]?.code, 'draft/front-matter')
    assert.deepEqual(actions.slice(-1).map(({ isPreferred }) => isPreferred), [undefined])
  })

  it('are offered for what is asked: kind, range, diagnostics', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft({ ask: 'intro' }))
    const found = await editor.pull(DRAFT)
    const [first] = found
    assert.ok(first)
    assert.deepEqual(await editor.actions(DRAFT, everywhere, { only: ['refactor'] }), [])
    assert.deepEqual(await editor.actions(DRAFT, { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, { only: ['quickfix'] }), [])
    const kinds = async (only: string[]): Promise<(string | undefined)[]> => [...new Set((await editor.actions(DRAFT, everywhere, { only })).map(({ kind }) => kind))]
    assert.deepEqual(await kinds(['quickfix']), ['quickfix'])
    assert.deepEqual(await kinds(['']), ['quickfix', 'source.fixAll.askwell'])
    assert.deepEqual(await kinds(['quickfix.other']), [])
    const listed = await editor.actions(DRAFT, everywhere, { only: ['quickfix'], diagnostics: [first] })
    assert.deepEqual([...new Set(listed.flatMap(({ diagnostics }) => codes(diagnostics ?? [])))], [first.code])
    assert.deepEqual(await editor.actions(DRAFT, everywhere, { only: ['quickfix'], diagnostics: [{ ...first, source: 'another linter' }] }), [])
  })

  it('are versioned, so that a draft that has moved on is left alone', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft())
    const [action] = await actionsFor(editor)
    await editor.change(DRAFT, draft({ subject: 'Another one' }))
    await assert.rejects(editor.apply(action?.edit), /is at version 2, not 1/)
  })

  it('of a version that has moved on are none', async () => {
    let release = (): void => {}
    const reading = new Promise<undefined>((resolve) => {
      release = () => { resolve(undefined) }
    })
    const editor = await start({ host: { readFile: () => reading } })
    await editor.open(DRAFT, draft({ ask: 'intro' }))
    const meanwhile = editor.actions(DRAFT, everywhere)
    await editor.change(DRAFT, draft())
    await editor.settle()
    release()
    assert.deepEqual(await meanwhile, [])
  })

  it('of a finding that is no longer there are none', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft({ ask: 'intro' }))
    const diagnostics = await editor.pull(DRAFT)
    await editor.change(DRAFT, draft())
    assert.ok(!codes((await editor.actions(DRAFT, everywhere, { diagnostics, only: ['quickfix'] })).flatMap((action) => action.diagnostics ?? [])).includes('draft/front-matter'))
  })

  it('that can no longer be resolved come back without an edit', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft())
    const action = byTitle(await actionsFor(editor), 'everywhere')
    await editor.change(DRAFT, `${draft().trimEnd()}\n\nIf not, just write “not this time”.\n`)
    assert.equal((await editor.resolve(action)).edit, undefined)
    assert.equal((await editor.resolve({ title: 'x', data: { nonsense: true } })).edit, undefined)
  })

  it('are none for documents that are no drafts, and for sent ones', async () => {
    const editor = await start()
    await editor.open(`${FOLDER}/notes.md`, 'Hello')
    assert.deepEqual(await editor.actions(`${FOLDER}/notes.md`, everywhere), [])
    assert.deepEqual(await editor.actions('file:///not/open.ask.md', everywhere), [])
    await editor.open(DRAFT, draft({ sent: '2026-11-01' }))
    assert.deepEqual(await editor.actions(DRAFT, everywhere), [])
  })

  it('come as plain changes to an editor that knows no others', async () => {
    const editor = await start({ capabilities: pushed, settings: only(RULE), files: { [WORKSPACE_FILE]: '{ "version": 1 }' } })
    await editor.open(DRAFT, draft())
    await editor.settle()
    const actions = await editor.actions(DRAFT, everywhere, { diagnostics: editor.published.get(DRAFT) ?? [] })
    assert.ok(actions.every(({ edit }) => edit?.changes && !edit.documentChanges))
    await editor.apply(byTitle(actions, 'everywhere').edit)
    assert.deepEqual(readWorkspace(editor.text(WORKSPACE_FILE)).rules, { [RULE]: 'off' })
  })
})

describe('silences', () => {
  for (const [title, changes] of [['this once', DRAFT], ['in this draft', DRAFT], ['everywhere', WORKSPACE_FILE]] as const) {
    it(`"${title}" silences the rule`, async () => {
      const editor = await start()
      await editor.open(DRAFT, draft())
      const action = byTitle(await actionsFor(editor), title)
      const { edit } = action.edit ? action : await editor.resolve(action)
      const touched = edit?.documentChanges?.map((change) => ('textDocument' in change ? change.textDocument.uri : `create ${'uri' in change ? change.uri : ''}`))
      assert.deepEqual(touched, changes === DRAFT ? [DRAFT] : [`create ${WORKSPACE_FILE}`, WORKSPACE_FILE])
      await editor.apply(edit)
      if (changes === WORKSPACE_FILE) await editor.changeOnDisk(WORKSPACE_FILE, editor.files.get(WORKSPACE_FILE))
      assert.ok(await isQuiet(editor))
    })
  }

  it('keep the rest of askwell.json as it is', async () => {
    const before = '// mine\n{\n  "version": 1, // keep\n  "friends": [],\n}\n'
    const editor = await start({ files: { [WORKSPACE_FILE]: before } })
    await editor.open(DRAFT, draft())
    await editor.apply((await editor.resolve(byTitle(await actionsFor(editor), 'everywhere'))).edit)
    const after = editor.text(WORKSPACE_FILE)
    assert.ok(after.startsWith('// mine\n{\n  "version": 1, // keep\n  "friends": []'))
    assert.deepEqual(readWorkspace(after).rules, { [RULE]: 'off' })
  })

  it('work on askwell.json as it is when they are applied, not when they were offered', async () => {
    const editor = await start({ files: { [WORKSPACE_FILE]: '{ "version": 1 }' } })
    await editor.open(DRAFT, draft())
    const action = byTitle(await actionsFor(editor), 'everywhere')
    editor.files.set(WORKSPACE_FILE, '{ "version": 1, "me": { "name": "Ada" } }')
    await editor.apply((await editor.resolve(action)).edit)
    const { me, rules: settings, problems } = readWorkspace(editor.text(WORKSPACE_FILE))
    assert.deepEqual([me, settings, problems], [{ name: 'Ada' }, { [RULE]: 'off' }, []])
  })

  it('edit the open document where the client opens it for that', async () => {
    const editor = await start({ files: { [WORKSPACE_FILE]: '{ "version": 1 }' }, initializationOptions: { readsFiles: true } })
    await editor.open(DRAFT, draft())
    const { edit } = await editor.resolve(byTitle(await actionsFor(editor), 'everywhere'))
    const [change] = edit?.documentChanges ?? []
    assert.ok(change && 'textDocument' in change)
    assert.deepEqual(change.textDocument, { uri: WORKSPACE_FILE, version: 1 })
    await editor.apply(edit)
    assert.ok(await isQuiet(editor))
  })

  it('are written like all notes where the client has the commands, together with whoever else writes, and can be taken back', async () => {
    const files = new Map<string, string>()
    let meanwhile = (text: string): string => text
    const updateFile = <T>(uri: string, change: (text: string) => { edits: readonly Edit[]; result: T }): Promise<T> => {
      const text = meanwhile(files.get(uri) ?? '')
      const { edits, result } = change(text)
      files.set(uri, applyEdits(text, edits))
      return Promise.resolve(result)
    }
    const editor = await start({ files: { [WORKSPACE_FILE]: '{ "version": 1 }' }, initializationOptions: { ownsCommands: true }, host: { updateFile } })
    files.set(WORKSPACE_FILE, '{ "version": 1 }')
    await editor.open(DRAFT, draft())
    const { edit, command } = byTitle(await actionsFor(editor), 'everywhere')
    assert.equal(edit, undefined)
    const carryOut = async (): Promise<unknown> => {
      const result = await editor.command(command?.command ?? '', ...(command?.arguments ?? []) as unknown[])
      await editor.changeOnDisk(WORKSPACE_FILE, files.get(WORKSPACE_FILE))
      return result
    }
    meanwhile = (text) => text.replace(' }', ', "me": { "name": "Ada" } }')
    assert.deepEqual(await carryOut(), { done: true, message: command?.title })
    meanwhile = (text) => text
    const { me, rules: settings } = readWorkspace(editor.text(WORKSPACE_FILE))
    assert.deepEqual([me, settings], [{ name: 'Ada' }, { [RULE]: 'off' }])
    assert.ok(await isQuiet(editor))
    assert.match(JSON.stringify(await carryOut()), /"done":false,"message":"askwell\.json has just changed/)
    assert.deepEqual(await editor.command('askwell.undoHistoryChange'), { done: true, message: 'The last change of the history was undone.' })
    assert.equal(files.get(WORKSPACE_FILE), '{ "version": 1, "me": { "name": "Ada" } }')
  })

  it('never touch an askwell.json that is broken or of another version', async () => {
    for (const text of ['{ "version": 1, ', '{ "version": 2 }', '[]']) {
      const editor = await start({ files: { [WORKSPACE_FILE]: text } })
      await editor.open(DRAFT, draft())
      const actions = await actionsFor(editor)
      assert.ok(actions.length > 0)
      assert.deepEqual(actions.filter(({ title }) => title.includes('everywhere')), [])
    }
  })

  it('create no file in an editor that cannot', async () => {
    const editor = await start({ capabilities: pushed })
    await editor.open(DRAFT, draft())
    const actions = await editor.actions(DRAFT, everywhere)
    assert.ok(actions.length > 0)
    assert.deepEqual(actions.filter(({ title }) => title.includes('everywhere')), [])
  })
})

describe('fixes that reach beyond the draft', () => {
  const victim = rules.find(({ id }) => id === RULE)
  assert.ok(victim)
  const original = { ...victim }
  const offer = (fix: Fix): void => {
    victim.check = ({ draft: { body } }) => ({ at: { start: body.start, end: body.start + 3 }, message: 'm', fixes: [fix] })
  }
  afterEach(() => {
    Object.assign(victim, original)
  })

  it('create a new draft beside this one, under a name that is free', async () => {
    offer({ title: 'Move the other ask', edits: [{ at: { start: 0, end: 0 }, text: '' }], newFile: { name: 'maria-advice.ask.md', text: 'new' } })
    const taken = `${FOLDER}/maria-advice.ask.md`
    const editor = await start({ files: { [taken]: 'old' } })
    await editor.open(DRAFT, draft())
    await editor.apply((await editor.resolve(byTitle(await actionsFor(editor), 'Move'))).edit)
    assert.equal(editor.text(taken), 'old')
    assert.equal(editor.text(`${FOLDER}/maria-advice-2.ask.md`), 'new')
  })

  it('are no offer to an editor that creates no files', async () => {
    offer({ title: 'Move the other ask', edits: [], newFile: { name: 'x.ask.md', text: 'new' } })
    const editor = await start({ capabilities: { ...pulling, workspace: { ...pulling.workspace, workspaceEdit: { documentChanges: true } } } })
    await editor.open(DRAFT, draft())
    assert.ok((await actionsFor(editor)).every(({ title }) => !title.includes('Move')))
  })

  it('change the draft and askwell.json in one step', async () => {
    const text = '{ "version": 1 }'
    offer({ title: 'Both', edits: [{ at: { start: 0, end: 0 }, text: '\n' }], workspaceEdits: [{ at: { start: 14, end: 14 }, text: ', "me": {}' }] })
    const editor = await start({ files: { [WORKSPACE_FILE]: text } })
    await editor.open(DRAFT, draft())
    await editor.apply((await editor.resolve(byTitle(await actionsFor(editor), 'Both'))).edit)
    assert.equal(editor.text(DRAFT), `\n${draft()}`)
    assert.equal(editor.text(WORKSPACE_FILE), '{ "version": 1, "me": {} }')
  })
})

describe('fix all', () => {
  it('is one action that leaves a draft in which the fixed rules are silent', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft({ ask: 'intro' }))
    const [action, ...others] = await editor.actions(DRAFT, everywhere, { only: ['source.fixAll'] })
    assert.deepEqual(others, [])
    assert.equal(action?.kind, 'source.fixAll.askwell')
    await editor.apply(action.edit)
    assert.match(editor.text(DRAFT), /^ask: introduction$/m)
    const left = codes(await editor.pull(DRAFT))
    assert.ok(!left.includes('draft/front-matter') && !left.includes(RULE))
  })

  it('touches what it changes, and nothing else', async () => {
    const editor = await start({ settings: only(RULE, 'draft/front-matter') })
    await editor.open(DRAFT, draft({ ask: 'intro', subject: '👩‍💻 Grüße' }))
    const [action] = await editor.actions(DRAFT, everywhere, { only: ['source.fixAll.askwell'] })
    const [change] = action?.edit?.documentChanges ?? []
    assert.ok(change && 'edits' in change)
    const replaced = change.edits.map(({ range }) => editor.document(DRAFT).getText(range)).join('')
    assert.ok(replaced.length <= 'intro'.length, `replaces ${JSON.stringify(replaced)}`)
  })

  it('is not part of a light bulb that comes by itself, nor offered where there is nothing to fix', async () => {
    const editor = await start()
    await editor.open(DRAFT, draft())
    const kinds = async (triggerKind: 1 | 2): Promise<(string | undefined)[]> => (await editor.actions(DRAFT, everywhere, { triggerKind })).map(({ kind }) => kind)
    assert.ok(!(await kinds(2)).includes('source.fixAll.askwell'))
    assert.ok((await kinds(1)).includes('source.fixAll.askwell'))
    await editor.configure({ rules: Object.fromEntries(rules.map(({ id }) => [id, 'off'])) })
    assert.deepEqual(await editor.actions(DRAFT, everywhere), [])
  })
})
