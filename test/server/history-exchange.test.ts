import assert from 'node:assert/strict'
import { CancellationTokenSource } from 'vscode-languageserver/node'
import { readWorkspace, type Workspace } from '../../src/core/index.ts'
import { EXPORT, HISTORY_COMMANDS, READ_IMPORTS, REPORT, type ImportItem, type ImportPreview, type ReadImportsParams, type Report } from '../../src/server/protocol.ts'
import { FOLDER, start, stopAll, WORKSPACE_FILE, type Editor, type Options } from './harness.ts'

afterEach(stopAll)

const TEXT = `{
  // kept
  "version": 1,
  "friends": [
    { "name": "Maria Lopez", "aliases": ["Mari"], "email": "maria@example.org" }
  ],
  "asks": [
    { "id": "a1", "friend": "Maria Lopez", "ask": "advice", "date": "2026-10-20", "status": "open", "answered": null, "thanked": null, "reported": null, "outcome": "" }
  ]
}
`
const DOWNLOADS = 'file:///home/ada/downloads'
const message = (to: string, date: string, body: string): string => `From: Ada <ada@example.org>\nTo: ${to}\nDate: ${date}\nSubject: Hello\n\n${body}\n\n`
const mail = [
  message('Jo Berg <jo@example.org>', 'Tue, 10 Feb 2026 09:00:00 +0000', 'Hi Jo,\n\nwould you introduce me to Jane Doe at Acme Health?\n\nAda'),
  message('Jo Berg <jo@example.org>', 'Wed, 11 Feb 2026 09:00:00 +0000', 'Hi Jo,\n\nsee you at the lake on Sunday.\n\nAda'),
  message('maria@example.org', 'Thu, 12 Mar 2026 09:00:00 +0000', 'Hi Maria,\n\ncould you look over my CV before Friday?\n\nAda'),
]
const files = {
  [WORKSPACE_FILE]: TEXT,
  [`${DOWNLOADS}/people.csv`]: 'Name,Company\nKim Park,Beta\nmari,Acme\n,Nobody\n',
  [`${DOWNLOADS}/sent.mbox`]: mail.map((one) => `From ada@example.org Tue Feb 10 09:00:00 2026\n${one}`).join(''),
}

const begin = (options: Options = {}): Promise<Editor> => start({ files, initializationOptions: { ownsCommands: true }, ...options })
const params = (...names: string[]): ReadImportsParams => ({ files: names.map((name) => ({ uri: `${DOWNLOADS}/${name}`, size: 100 })), from: [] })
const preview = async (editor: Editor, ...names: string[]): Promise<Exclude<ImportPreview, { refused: string }>> => {
  const found = await editor.request<ImportPreview>(READ_IMPORTS, params(...names))
  assert.ok(!('refused' in found))
  return found
}
const now = (editor: Editor): Workspace => readWorkspace(editor.text(WORKSPACE_FILE))
const entriesOf = (items: readonly ImportItem[]): object =>
  Object.fromEntries((['friends', 'asks', 'favors'] as const).map((list) => [list, items.filter((item) => item.list === list).map(({ entry }) => entry)]))

describe('an import', () => {
  it('shows first what there is, and writes nothing', async () => {
    const editor = await begin()
    const { file, items, skipped, messages } = await preview(editor, 'sent.mbox', 'people.csv', 'gone.csv', 'people.pdf')
    assert.deepEqual(items.map(({ list, title, note, detail }) => [list, title, note, detail]), [
      ['friends', 'Kim Park', 'Beta', ''],
      ['asks', 'Maria Lopez', 'CV review, 12 Mar 2026', 'could you look over my CV before Friday?'],
      ['asks', 'Jo Berg', 'Introduction, 10 Feb 2026', 'would you introduce me to Jane Doe at Acme Health?'],
    ])
    assert.deepEqual(skipped.map(({ what, why }) => `${what}: ${why}`), [
      "gone.csv: It can't be read: Request askwell/readBytes failed with message: gone.", 'people.csv: Row 4 has no name.',
      "people.pdf: It is of no kind that is known: .csv, .vcf, .json, .mbox, .eml, or a folder of messages.", 'mari: is in askwell.json already',
    ])
    assert.deepEqual([file, messages, editor.text(WORKSPACE_FILE)], [WORKSPACE_FILE, 3, TEXT])
  })

  it('adds what is chosen, in one step that can be taken back', async () => {
    const editor = await begin()
    const { file, items } = await preview(editor, 'sent.mbox', 'people.csv')
    assert.deepEqual(await editor.command(HISTORY_COMMANDS.addEntries, { file, ...entriesOf(items.filter(({ title }) => title !== 'Maria Lopez')) }), { done: true, message: 'Imported: 1 friend, 1 ask.' })
    assert.deepEqual([now(editor).friends.map(({ name }) => name), now(editor).asks.map(({ friend }) => friend), now(editor).problems], [['Maria Lopez', 'Kim Park'], ['Maria Lopez', 'Jo Berg'], []])
    assert.match(editor.text(WORKSPACE_FILE), /\/\/ kept/)
    assert.deepEqual((await preview(editor, 'sent.mbox', 'people.csv')).items.map(({ title }) => title), ['Maria Lopez'])
    assert.match(JSON.stringify(await editor.command(HISTORY_COMMANDS.addEntries, { file, ...entriesOf(items.filter(({ list }) => list === 'friends')) })), /"done":false.*is in askwell\.json already/)
    assert.deepEqual(await editor.command(HISTORY_COMMANDS.undo), { done: true, message: 'The last change of the history was undone.' })
    assert.deepEqual([now(editor).friends, now(editor).asks], [readWorkspace(TEXT).friends, readWorkspace(TEXT).asks])
  })

  it('is not taken back over what was noted since, and takes nothing else along', async () => {
    const editor = await begin()
    const { file, items } = await preview(editor, 'sent.mbox')
    await editor.command(HISTORY_COMMANDS.addEntries, { file, ...entriesOf(items) })
    await editor.changeOnDisk(WORKSPACE_FILE, editor.text(WORKSPACE_FILE).replace('"a1", "friend": "Maria Lopez", "ask": "advice", "date": "2026-10-20", "status": "open"', '"a1", "friend": "Maria Lopez", "ask": "advice", "date": "2026-10-20", "status": "declined"'))
    await editor.command(HISTORY_COMMANDS.undo)
    assert.deepEqual(now(editor).asks.map(({ id, status }) => [id, status]), [['a1', 'declined']])
    const again = await preview(editor, 'sent.mbox')
    await editor.command(HISTORY_COMMANDS.addEntries, { file, ...entriesOf(again.items) })
    const [, first] = now(editor).asks
    await editor.changeOnDisk(WORKSPACE_FILE, editor.text(WORKSPACE_FILE).replace(`"id": "${first?.id ?? ''}", "friend": "Maria Lopez"`, `"id": "${first?.id ?? ''}", "friend": "Mari"`))
    assert.match(JSON.stringify(await editor.command(HISTORY_COMMANDS.undo)), /"done":false.*changed again since/)
    assert.equal(now(editor).asks.length, 3)
  })

  it('starts the file where there is none, and leaves alone what it can\'t read', async () => {
    const editor = await begin({ files: { ...files, [WORKSPACE_FILE]: '' } })
    await editor.changeOnDisk(WORKSPACE_FILE, undefined)
    const { file, items } = await preview(editor, 'people.csv')
    assert.deepEqual(await editor.command(HISTORY_COMMANDS.addEntries, { file, ...entriesOf(items) }), { done: true, message: 'Imported: 2 friends.', created: WORKSPACE_FILE })
    for (const text of ['{ "version": 99 }', '{ "version": 1,,']) {
      await editor.changeOnDisk(WORKSPACE_FILE, text)
      assert.match(JSON.stringify(await editor.request(READ_IMPORTS, params('people.csv'))), /"refused":"askwell\.json was left as it is: This/)
    }
  })

  it('needs to know the folder where there are several', async () => {
    const editor = await begin({ folders: [FOLDER, 'file:///home/ada/other'] })
    assert.match(JSON.stringify(await editor.request(READ_IMPORTS, params('people.csv'))), /"refused":"It is not clear which askwell\.json/)
    assert.equal(await editor.request(EXPORT, { format: 'csv' }), null)
    assert.equal(await editor.request(REPORT, {}), null)
  })

  it('tells how far it is, and stops when that is wanted', async () => {
    let time = 0
    const many = Array.from({ length: 30 }, () => files[`${DOWNLOADS}/sent.mbox`]).join('')
    const host = { now: () => (time += 30), schedule: (run: () => void) => { const later = setImmediate(run); return () => { clearImmediate(later) } } }
    const editor = await begin({ files: { ...files, [`${DOWNLOADS}/long.mbox`]: many }, host })
    const reports: string[] = []
    const all = await editor.requestWithProgress<ImportPreview>(READ_IMPORTS, { ...params(), files: [{ uri: `${DOWNLOADS}/long.mbox`, size: 2 * many.length }] }, ({ message: said, percentage }) => reports.push(`${percentage} ${said}`))
    assert.ok('messages' in all && all.messages === 90)
    assert.ok(reports.length > 10 && reports.every((report) => /^50 long\.mbox: \d+ messages read$/.test(report)), reports[0])
    const source = new CancellationTokenSource()
    let seen = 0
    await assert.rejects(editor.requestWithProgress(READ_IMPORTS, params('long.mbox'), () => { if (++seen === 3) source.cancel() }, source.token), { code: -32800 })
    assert.ok(seen < reports.length, `${seen} of ${reports.length}`)
    assert.equal(editor.text(WORKSPACE_FILE), TEXT)
  })

  it('is told in German, too', async () => {
    const editor = await begin({ locale: 'de' })
    const { file, items, skipped } = await preview(editor, 'people.csv')
    assert.deepEqual(skipped, [{ what: 'people.csv', why: 'Zeile 4 hat keinen Namen.' }, { what: 'mari', why: 'steht schon in askwell.json' }])
    assert.deepEqual(await editor.command(HISTORY_COMMANDS.addEntries, { file, ...entriesOf(items) }), { done: true, message: 'Importiert: 1 Freund.' })
  })
})

describe('the history for others', () => {
  it('is a table, or JSON, that can be imported again', async () => {
    const editor = await begin()
    const json = await editor.request<string>(EXPORT, { format: 'json' })
    const table = await editor.request<string>(EXPORT, { file: WORKSPACE_FILE, format: 'csv' })
    assert.equal((JSON.parse(json) as { asks: unknown[] }).asks.length, 1)
    assert.match(table, /^kind,id,name,/)
    editor.files.set(`${DOWNLOADS}/all.csv`, table)
    await editor.changeOnDisk(WORKSPACE_FILE, '{ "version": 1 }')
    const { items } = await preview(editor, 'all.csv')
    await editor.command(HISTORY_COMMANDS.addEntries, entriesOf(items))
    assert.deepEqual([now(editor).friends, now(editor).asks], [readWorkspace(TEXT).friends, readWorkspace(TEXT).asks])
  })

  it('is a report of a year, in the language of the editor', async () => {
    const editor = await begin({ locale: 'de' })
    const { year, years, text } = await editor.request<Report>(REPORT, {})
    assert.deepEqual([year, years], [2026, [2026]])
    assert.match(text, /^# Bitten und Gefallen, 2026\n/)
    assert.match((await editor.request<Report>(REPORT, { year: 2020 })).text, /Für dieses Jahr ist nichts vermerkt/)
  })
})
