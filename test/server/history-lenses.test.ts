import assert from 'node:assert/strict'
import type { CodeLens, CompletionItem, Hover, Location, WorkspaceEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { mergeWorkspaces, readWorkspace } from '../../src/core/index.ts'
import { codes, draft, DRAFT, FOLDER, only, pulling, start, stopAll, WORKSPACE_FILE, type Editor, type Options } from './harness.ts'

afterEach(stopAll)

const asks = [
  { id: '3', friend: 'Mari', ask: 'introduction', date: '2026-11-05', status: 'granted', answered: '2026-11-06' },
  { id: '2', friend: 'Maria Lopez', ask: 'advice', date: '2026-10-01', status: 'open' },
  { id: '1', friend: 'Tom Okafor', ask: 'referral', date: '2026-09-01', status: 'granted', answered: '2026-09-02', thanked: '2026-09-03' },
]
const workspace = {
  version: 1,
  friends: [
    { name: 'Maria Lopez', aliases: ['Mari'], companies: ['Acme'], fields: ['design'], workedTogether: 'Acme, 2019–21' },
    { name: 'Tom Okafor', companies: ['Northwind: "North"'] },
    { name: 'Priya Nair', fields: ['design'] },
  ],
  asks,
  favors: [{ id: 'f', friend: 'Maria Lopez', date: '2026-09-20', what: 'read <b>her</b> *CV*' }],
}
const files = (of: object = workspace): Record<string, string> => ({ [WORKSPACE_FILE]: JSON.stringify(of, null, 2) })
const open = async (text: string, options: Options = {}): Promise<Editor> => {
  const editor = await start({ files: files(), ...options })
  await editor.open(DRAFT, text)
  return editor
}
/** How things stand, in brief and in full. */
const BRIEF = 'Maria Lopez: rests until 27 Nov; asked twice in 60 days; not yet thanked'
const LINE = 'Maria Lopez: asked twice in 60 days, last 9 days ago (an introduction, granted, not yet thanked); you helped once; rests until 27 Nov'

describe('the lenses of a draft', () => {
  const lenses = async (editor: Editor): Promise<CodeLens[]> => editor.request('textDocument/codeLens', { textDocument: { uri: DRAFT } })
  const commands = async (editor: Editor): Promise<unknown[]> => (await lenses(editor)).map(({ command }) => [command?.title, command?.command, ...(command?.arguments ?? []) as unknown[]])

  it('say above it how things stand, and what can be noted with one step', async () => {
    const editor = await open(draft(), { initializationOptions: { ownsCommands: true } })
    assert.deepEqual(await commands(editor), [
      [BRIEF, 'askwell.showHistory', { file: WORKSPACE_FILE, friend: 'Maria Lopez' }],
      ['Mark as sent', 'askwell.markAsSent', DRAFT],
      ['Record the answer…', 'askwell.recordAnswer', { file: WORKSPACE_FILE, id: '2' }],
      ['I have thanked', 'askwell.markThanked', { file: WORKSPACE_FILE, id: '3' }],
      ['Log a favour I did…', 'askwell.logFavor', { file: WORKSPACE_FILE, friend: 'Maria Lopez' }],
    ])
    assert.deepEqual((await lenses(editor)).map(({ range, command }) => [range.start.line, command?.tooltip]), [[0, LINE], ...Array<unknown>(4).fill([0, undefined])])
    await editor.change(DRAFT, draft({ friend: 'Tom Okafor' }))
    assert.deepEqual((await commands(editor)).slice(1, 3), [
      ['Mark as sent', 'askwell.markAsSent', DRAFT],
      ['I have told how it ended', 'askwell.markReported', { file: WORKSPACE_FILE, id: '1' }],
    ])
  })

  it('let choose where there are several, if the client can', async () => {
    const several = files({ ...workspace, asks: [...asks, { id: '0', friend: 'Maria Lopez', ask: 'referral', date: '2026-09-01' }] })
    const able = await open(draft(), { files: several, initializationOptions: { ownsCommands: true } })
    assert.deepEqual((await commands(able))[2], ['Record the answer…', 'askwell.recordAnswer', { file: WORKSPACE_FILE, friend: 'Maria Lopez' }])
    const plain = await open(draft(), { files: several })
    assert.deepEqual((await commands(plain))[2], ['Record the answer…', 'askwell.recordAnswer', { file: WORKSPACE_FILE, id: '2' }])
  })

  it('work in an editor without commands of ours', async () => {
    const editor = await open(draft())
    const offered = await lenses(editor)
    assert.deepEqual(offered.map(({ command }) => command?.title), [BRIEF, 'Mark as sent', 'Record the answer…', 'I have thanked'])
    editor.answer = 'Granted'
    for (const { command } of offered.slice(2)) await editor.command(command?.command ?? '', ...(command?.arguments ?? []) as unknown[])
    await editor.changeOnDisk(WORKSPACE_FILE, editor.text(WORKSPACE_FILE))
    assert.match((await lenses(editor))[0]?.command?.tooltip ?? '', /an introduction, granted, thanked/)
  })

  it('of a sent draft are about its own entry', async () => {
    const editor = await open(draft({ sent: '2026-11-05', 'ask-id': '"3"' }), { initializationOptions: { ownsCommands: true } })
    assert.deepEqual(await commands(editor), [
      ['Sent on 5 Nov: an introduction, granted, not yet thanked', 'askwell.showHistory', { file: WORKSPACE_FILE, friend: 'Maria Lopez' }],
      ['I have thanked', 'askwell.markThanked', { file: WORKSPACE_FILE, id: '3' }],
      ['Log a favour I did…', 'askwell.logFavor', { file: WORKSPACE_FILE, friend: 'Maria Lopez' }],
      ['Edit the entry…', 'askwell.editEntry', { file: WORKSPACE_FILE, id: '3' }],
    ])
  })

  it('speak German in a German editor', async () => {
    const editor = await open(draft(), { locale: 'de' })
    assert.deepEqual((await lenses(editor)).map(({ command }) => command?.title), [
      'Maria Lopez: hat Ruhe bis 27. Nov.; zweimal gebeten in 60 Tagen; noch ohne Dank',
      'Als gesendet vermerken', 'Antwort festhalten …', 'Ich habe mich bedankt',
    ])
  })

  it('are there for a stranger, and not where nothing can be said', async () => {
    const stranger = await open(draft({ friend: 'Jo' }), { files: {} })
    assert.deepEqual((await lenses(stranger)).map(({ command }) => command?.title), ['Jo: never asked', 'Mark as sent'])
    await stranger.change(DRAFT, '---\nask: advice\n---\n')
    assert.deepEqual(await lenses(stranger), [])
    await stranger.open(`${FOLDER}/notes.md`, '# Notes\n')
    assert.deepEqual(await stranger.request('textDocument/codeLens', { textDocument: { uri: `${FOLDER}/notes.md` } }), [])
    const foreign = await open(draft(), { files: files({ ...workspace, version: 99 }) })
    assert.deepEqual((await lenses(foreign)).map(({ command }) => command?.title), [BRIEF])
  })

  it('are asked for again when the history changes', async () => {
    const editor = await open(draft(), { capabilities: { ...pulling, workspace: { ...pulling.workspace, codeLens: { refreshSupport: true } } } })
    await lenses(editor)
    await editor.changeOnDisk(WORKSPACE_FILE, JSON.stringify({ version: 1 }))
    assert.equal(editor.lensRefreshes, 1)
    assert.equal((await lenses(editor))[0]?.command?.title, 'Maria Lopez: never asked')
  })
})

describe('the name of the friend in a draft', () => {
  const at = (marked: string): { line: number; character: number } => TextDocument.create('', '', 0, marked.replace('|', '')).positionAt(marked.indexOf('|'))
  const onName = draft().replace('Maria', 'Ma|ria')

  it('tells on hover how things stand, and the latest asks', async () => {
    const editor = await open(draft())
    const hover = await editor.request<Hover | null>('textDocument/hover', { textDocument: { uri: DRAFT }, position: at(onName) })
    assert.deepEqual((hover?.contents as { value: string }).value.replace(/\\/g, '').split('\n'), [
      `**${LINE}**`, '', 'Acme · design', '',
      '- 5 Nov: an introduction, granted, not yet thanked', '- 1 Oct: advice, open', '- you helped in September: read <b>her</b> *CV*',
    ])
    assert.match((hover?.contents as { value: string }).value, /read \\<b\\>her\\<\/b\\> \\\*CV\\\*$/)
    const range = hover?.range
    assert.ok(range)
    assert.equal(editor.document(DRAFT).getText(range), 'Maria Lopez')
  })

  it('leads to askwell.json, as the id does to the entry', async () => {
    const marked = draft({ 'ask-id': '"2"' })
    const editor = await open(marked)
    const target = async (mark: string): Promise<string | undefined> => {
      const [location] = await editor.request<Location[] | null>('textDocument/definition', { textDocument: { uri: DRAFT }, position: at(mark) }) ?? []
      return location && TextDocument.create('', '', 0, editor.text(location.uri)).getText(location.range)
    }
    assert.match(await target(marked.replace('Maria', 'Ma|ria')) ?? '', /^\{\s+"name": "Maria Lopez"[^]*\}$/)
    assert.match(await target(marked.replace('"2"', '"|2"')) ?? '', /^\{\s+"id": "2"/)
    assert.equal(await target(marked.replace('ask:', 'as|k:')), undefined)
    await editor.change(DRAFT, draft({ friend: 'Jo' }))
    assert.equal(await target(draft({ friend: '|Jo' })), undefined)
  })
})

describe('completion of what the history knows', () => {
  const items = async (marked: string, options: Options = {}): Promise<{ editor: Editor; found: CompletionItem[]; accept: (label: string) => string }> => {
    const editor = await start({ files: { ...files(), [`${FOLDER}/tom.ask.md`]: draft({ friend: 'Tom Okafor', target: 'Jo Park' }) }, ...options })
    await editor.open(DRAFT, marked.replace('|', ''))
    const found = await editor.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri: DRAFT }, position: editor.document(DRAFT).positionAt(marked.indexOf('|')) })
    return {
      editor, found,
      accept: (label) => {
        const edit = found.find((item) => item.label === label)?.textEdit
        assert.ok(edit && 'range' in edit, label)
        return TextDocument.applyEdits(editor.document(DRAFT), [edit])
      },
    }
  }
  const labels = (found: readonly CompletionItem[]): string[] => found.map(({ label }) => label)

  it('offers friends and aliases, with how things stand', async () => {
    const { found, accept } = await items('---\nask: other\nfriend: M|\n---\n')
    assert.deepEqual(found.map(({ label, detail }) => [label, detail]), [
      ['Maria Lopez', LINE.replace('Maria Lopez: ', '')], ['Mari', LINE], ['Tom Okafor', 'not asked since September (a referral, granted, thanked)'], ['Priya Nair', 'never asked'],
    ])
    assert.equal(accept('Mari'), '---\nask: other\nfriend: Mari\n---\n')
  })

  it('tells how things stand with one of many when it is looked at', async () => {
    const many = files({ version: 1, friends: Array.from({ length: 60 }, (_, index) => ({ name: `Friend ${index}` })) })
    const capabilities = { ...pulling, textDocument: { ...pulling.textDocument, completion: { completionItem: { resolveSupport: { properties: ['detail'] } } } } }
    const { editor, found } = await items('---\nask: other\nfriend: |\n---\n', { files: many, capabilities })
    assert.equal(found.length, 60)
    assert.equal(found[7]?.detail, undefined)
    assert.equal((await editor.request<CompletionItem>('completionItem/resolve', found[7])).detail, 'never asked')
    const without = await items('---\nask: other\nfriend: |\n---\n', { files: many })
    assert.equal(without.found[7]?.detail, 'never asked')
  })

  it('offers targets: the companies of the friend, of the others, and what other drafts are about', async () => {
    const { found, accept } = await items('---\nfriend: Tom Okafor\nask: other\ntarget: |\n---\n')
    assert.deepEqual(labels(found), ['Northwind: "North"', 'Acme', 'Jo Park'])
    assert.equal(accept('Northwind: "North"'), '---\nfriend: Tom Okafor\nask: other\ntarget: \'Northwind: "North"\'\n---\n')
  })

  it('offers where you may have worked together', async () => {
    const { found } = await items('---\nfriend: Mari\nask: other\nworkedTogether: |\n---\n')
    assert.deepEqual(labels(found), ['Acme, 2019–21', 'Acme', 'true', 'false'])
  })

  it('offers rules that are not named yet, and the words of the comment', async () => {
    const listed = await items('---\nask: other\naskwell-ignore: [line/pressure, |]\n---\n')
    assert.ok(labels(listed.found).includes('line/no-opt-out') && !labels(listed.found).includes('line/pressure'))
    assert.deepEqual(labels((await items('---\nask: other\n---\n<!--askwell |-->\n')).found), ['ignore', 'disable', 'enable'])
    const inComment = await items('---\nask: other\n---\n<!--askwell ignore line/pressure li|-->\n')
    assert.ok(labels(inComment.found).includes('line/no-opt-out') && !labels(inComment.found).includes('line/pressure'))
    assert.equal(inComment.accept('line/vouch'), '---\nask: other\n---\n<!--askwell ignore line/pressure line/vouch-->\n')
  })
})

describe('the rename of a friend', () => {
  const other = `${FOLDER}/deep/older.ask.md`
  const sent = draft({ friend: '"MARIA lopez"', sent: '2026-11-05', 'ask-id': '"3"' })
  const toTom = `${FOLDER}/tom.ask.md`
  const options: Options = { files: { ...files(), [other]: sent, [toTom]: draft({ friend: 'Tom Okafor' }), [`${FOLDER}/notes.md`]: 'friend: Maria Lopez\n' } }
  const position = { line: 1, character: 12 }
  const rename = (editor: Editor, uri: string, at: object, newName: string): Promise<WorkspaceEdit | null> =>
    editor.request('textDocument/rename', { textDocument: { uri }, position: at, newName })

  it('goes through askwell.json and all drafts', async () => {
    const editor = await open(draft(), options)
    assert.deepEqual(await editor.request('textDocument/prepareRename', { textDocument: { uri: DRAFT }, position }), {
      range: { start: { line: 1, character: 8 }, end: { line: 1, character: 19 } }, placeholder: 'Maria Lopez',
    })
    const before = { notes: editor.text(`${FOLDER}/notes.md`), tom: editor.text(toTom) }
    await editor.apply(await rename(editor, DRAFT, position, 'Maria Ruiz') ?? undefined)
    assert.equal(editor.text(DRAFT), draft({ friend: 'Maria Ruiz' }))
    assert.equal(editor.text(other), sent.replace('"MARIA lopez"', 'Maria Ruiz'))
    assert.equal(editor.text(WORKSPACE_FILE), files()[WORKSPACE_FILE]?.replaceAll('Maria Lopez', 'Maria Ruiz'))
    assert.deepEqual({ notes: editor.text(`${FOLDER}/notes.md`), tom: editor.text(toTom) }, before)
  })

  it('works in askwell.json, also of an alias', async () => {
    const editor = await open(draft({ friend: 'Mari' }), options)
    const text = editor.text(WORKSPACE_FILE)
    await editor.open(WORKSPACE_FILE, text, 'jsonc')
    const at = editor.document(WORKSPACE_FILE).positionAt(text.indexOf('"Mari"') + 2)
    assert.deepEqual((await editor.request<{ placeholder: string }>('textDocument/prepareRename', { textDocument: { uri: WORKSPACE_FILE }, position: at })).placeholder, 'Mari')
    await editor.apply(await rename(editor, WORKSPACE_FILE, at, 'Mimi') ?? undefined)
    assert.equal(editor.text(WORKSPACE_FILE), text.replaceAll('"Mari"', '"Mimi"'))
    assert.equal(editor.text(DRAFT), draft({ friend: 'Mimi' }))
    assert.equal(editor.text(other), sent)
  })

  it('of somebody whom askwell.json does not know changes drafts only', async () => {
    const editor = await open(draft({ friend: 'Jo' }), options)
    await editor.apply(await rename(editor, DRAFT, { line: 1, character: 8 }, 'Joe') ?? undefined)
    assert.equal(editor.text(DRAFT), draft({ friend: 'Joe' }))
    assert.equal(editor.text(WORKSPACE_FILE), files()[WORKSPACE_FILE])
  })

  it('is refused for another friend\'s name, for no name, and for what is no name', async () => {
    const editor = await open(draft(), options)
    await assert.rejects(rename(editor, DRAFT, position, 'tom okafor'), /another friend's name/)
    await assert.rejects(rename(editor, DRAFT, position, '  '), /at least one letter/)
    assert.equal(await rename(editor, DRAFT, { line: 2, character: 2 }, 'Jo'), null)
    assert.equal(await editor.request('textDocument/prepareRename', { textDocument: { uri: DRAFT }, position: { line: 2, character: 6 } }), null)
    await editor.open(`${FOLDER}/package.json`, '{ "friends": [{ "name": "Maria Lopez" }] }', 'json')
    assert.equal(await editor.request('textDocument/prepareRename', { textDocument: { uri: `${FOLDER}/package.json` }, position: { line: 0, character: 27 } }), null)
  })
})

describe('actions at the friend\'s name', () => {
  const often = files({ ...workspace, asks: [...asks, { id: '4', friend: 'Maria Lopez', ask: 'advice', date: '2026-10-20', status: 'declined', answered: '2026-10-21' }] })
  it('are offered once each, though two rules have them', async () => {
    const editor = await open(draft(), { files: often, settings: only('choose/too-soon', 'choose/acknowledge'), initializationOptions: { ownsCommands: true } })
    const found = await editor.pull(DRAFT)
    assert.deepEqual(codes(found).sort(), ['choose/acknowledge', 'choose/too-soon'])
    const actions = await editor.actions(DRAFT, found[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, { only: ['quickfix'], diagnostics: found })
    const titles = actions.map(({ title }) => title)
    assert.deepEqual(titles, [...new Set(titles)])
    const edits = actions.flatMap(({ edit }) => (edit ? [JSON.stringify(edit)] : []))
    assert.deepEqual(edits, [...new Set(edits)])
    assert.equal(actions.filter(({ isPreferred }) => isPreferred).length, 1)
    assert.deepEqual(codes(actions[0]?.diagnostics ?? []).sort(), ['choose/acknowledge', 'choose/too-soon'])
    const who = actions.find(({ command }) => command?.command === 'askwell.whoCouldIAsk')
    assert.deepEqual([who?.title, who?.command?.command, who?.command?.arguments], ['Who could I ask? …', 'askwell.whoCouldIAsk', [{ file: DRAFT, ask: 'introduction', about: 'Jo Park', except: 'Maria Lopez' }]])
  })

  it('lead to nobody else in an editor that cannot ask', async () => {
    const editor = await open(draft(), { files: often, settings: only('choose/too-soon') })
    const [found] = await editor.pull(DRAFT)
    assert.ok(found)
    assert.deepEqual((await editor.actions(DRAFT, found.range, { only: ['quickfix'] })).filter(({ command }) => command), [])
  })
})

describe('an askwell.json that git has left with two versions', () => {
  const entry = (id: string): string => `    { "id": "${id}", "friend": "Maria Lopez", "ask": "advice", "date": "2026-10-01" },\n`
  const text = `{\n  "version": 1,\n  "asks": [\n<<<<<<< HEAD\n${entry('1')}=======\n${entry('2')}>>>>>>> theirs\n${entry('3')}  ],\n}\n`

  it('is read, and one action keeps both', async () => {
    const editor = await open(draft(), { files: { [WORKSPACE_FILE]: text } })
    await editor.open(WORKSPACE_FILE, text, 'jsonc')
    const [lens] = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: DRAFT } })
    assert.match(lens?.command?.title ?? '', /asked 3 times/)
    const found = await editor.pull(WORKSPACE_FILE)
    assert.deepEqual(codes(found), ['conflict'])
    const [conflict] = found
    assert.ok(conflict)
    const actions = await editor.actions(WORKSPACE_FILE, conflict.range, { diagnostics: found })
    assert.deepEqual(actions.map(({ title, isPreferred }) => [title, isPreferred]), [['Keep both sides', true]])
    await editor.apply(actions[0]?.edit)
    const { asks: kept, problems } = readWorkspace(editor.text(WORKSPACE_FILE))
    assert.deepEqual([kept.map(({ id }) => id).sort(), problems], [['1', '2', '3'], []])
    assert.deepEqual(await editor.pull(WORKSPACE_FILE), [])
    assert.deepEqual(await editor.actions(WORKSPACE_FILE, conflict.range), [])
  })

  it('lets choose between the sides, where a merge has marked them', async () => {
    const side = (what: string): string => `{\n  "version": 1,\n  "favors": [\n    { "id": "f", "friend": "Jo", "date": "2026-01-01", "what": "${what}" }\n  ]\n}\n`
    const merged = mergeWorkspaces(side('soup'), side('cake'), side('bread'))?.text ?? ''
    for (const [title, what] of [['Leave it so, and remove the comment', 'cake'], ['Take what the comment has', 'bread']] as const) {
      const editor = await open(draft(), { files: {} })
      await editor.open(WORKSPACE_FILE, merged, 'jsonc')
      const [found] = await editor.pull(WORKSPACE_FILE)
      assert.ok(found)
      const actions = await editor.actions(WORKSPACE_FILE, found.range, { diagnostics: [found] })
      await editor.apply(actions.find((action) => action.title === title)?.edit)
      assert.deepEqual(JSON.parse(editor.text(WORKSPACE_FILE)), JSON.parse(side(what)))
    }
  })

  it('offers nothing elsewhere, nor of another kind', async () => {
    const editor = await open(draft(), { files: {} })
    await editor.open(WORKSPACE_FILE, text, 'jsonc')
    assert.deepEqual(await editor.actions(WORKSPACE_FILE, { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }), [])
    assert.deepEqual(await editor.actions(WORKSPACE_FILE, { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }, { only: ['source'] }), [])
    await editor.open(`${FOLDER}/package.json`, text, 'json')
    assert.deepEqual(await editor.actions(`${FOLDER}/package.json`, { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }), [])
  })
})
