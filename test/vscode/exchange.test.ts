import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { EXPORT_HISTORY, IMPORT, WRITE_REPORT } from '../../src/client/history/ids.ts'
import { HISTORY_COMMANDS } from '../../src/server/protocol.ts'
import { asking, BUTTON, run } from './asked.ts'
import { at, closeAll, extension, stored, until, write } from './support.ts'

const HISTORY = `{
  // kept by hand, too
  "version": 1,
  "friends": [
    { "name": "Maria Lopez", "aliases": ["Mari"] }
  ],
  "asks": [
    { "id": "a1", "friend": "Maria Lopez", "ask": "advice", "date": "2025-03-01", "status": "granted", "answered": null, "thanked": null, "reported": null, "outcome": "" }
  ]
}
`
const message = (to: string, date: string, body: string): string => `From: Ada <ada@example.org>\nTo: ${to}\nDate: ${date}\nSubject: Hello\n\n${body}\n\n`
const mail = [
  message('Jo Berg <jo@example.org>', 'Tue, 10 Feb 2026 09:00:00 +0000', 'Hi Jo,\n\nwould you introduce me to Jane Doe at Acme Health?\n\nAda'),
  message('Maria Lopez <m@example.org>', 'Thu, 12 Mar 2026 09:00:00 +0000', 'Hi Maria,\n\ncould you look over my CV before Friday?\n\nAda'),
]

const friends = (text: string): (string | undefined)[] => [...text.matchAll(/"name": "([^"]+)"/g)].map(([, name]) => name)
const asks = (text: string): (string | undefined)[] => [...text.matchAll(/"friend": "([^"]+)", "ask"/g)].map(([, name]) => name)

describe('import and export in the editor', () => {
  let file = ''
  before(async () => { file = await stored('askwell.json') })
  beforeEach(async () => {
    await write('askwell.json', HISTORY)
    await write('take/people.csv', 'Name,Company\nKim Park,Beta\nmari,Acme\n,Nobody\n')
    await write('take/1.eml', mail[0] ?? '')
    await write('take/2.eml', mail[1] ?? '')
    await extension().activate()
    await until('the server knows the file', async () => (await extension().exports.views.friends.getChildren())?.map(({ label, expands }) => `${label} ${expands}`).join() === 'Maria Lopez closed')
  })
  afterEach(async () => {
    await closeAll()
    await vscode.workspace.fs.delete(at('take'), { recursive: true })
    await write('askwell.json', file)
  })

  asking('takes over friends that are chosen, and tells what is left out', async () => {
    const asked = await run(IMPORT, undefined, '$(person-add) Friends', at('take/people.csv').toString(), BUTTON, 'mari', 'Kim Park')
    const shown = 'Import Friends or Earlier Asks (new: 1, left out: 2)\nKim Park | Beta'
    const skipped = 'What is left out, and why\npeople.csv | Row 4 has no name.\nmari | is in askwell.json already'
    assert.deepEqual(asked.of('pick').slice(1), [shown, skipped, shown])
    assert.equal(asked.of('message').at(-1), '$(check) Imported: 1 friend.')
    assert.deepEqual(friends(await stored('askwell.json')), ['Maria Lopez', 'Kim Park'])
    assert.match(await stored('askwell.json'), /\/\/ kept by hand, too/)
    await run(HISTORY_COMMANDS.undo, undefined)
    assert.deepEqual(friends(await stored('askwell.json')), ['Maria Lopez'])
  })

  asking('takes over earlier asks from a folder of messages, as one step', async () => {
    const asked = await run(IMPORT, undefined, '$(folder) Earlier asks, from a folder of messages', at('take').toString(), 'ada@example.org', 'Jo Berg|Maria Lopez', 'Granted')
    assert.match(asked.of('pick')[1] ?? '', /\(new: 2, messages read: 2\)\nMaria Lopez \| CV review, 12 Mar 2026 \| “could you look over my CV before Friday\?”\nJo Berg \| Introduction, 10 Feb 2026 \| “would you introduce me/)
    const text = await stored('askwell.json')
    assert.deepEqual(asks(text), ['Maria Lopez', 'Jo Berg', 'Maria Lopez'])
    assert.equal(text.match(/"status": "granted"/g)?.length, 3)
    const again = await run(IMPORT, { from: [at('take').toString()] }, '', undefined)
    assert.deepEqual(again.of('message'), ['There is nothing new in it (new: 0, left out: 2, messages read: 2).'])
    await run(HISTORY_COMMANDS.undo, undefined)
    assert.deepEqual(asks(await stored('askwell.json')), ['Maria Lopez'])
  })

  asking('writes nothing when it is given up, wherever', async () => {
    const [csv, folder] = [at('take/people.csv').toString(), at('take').toString()]
    await run(IMPORT, undefined, undefined)
    await run(IMPORT, undefined, '$(mail) Earlier asks, from a mailbox', undefined)
    await run(IMPORT, { from: [csv] }, undefined)
    await run(IMPORT, { from: [csv] }, BUTTON, undefined)
    await run(IMPORT, { from: [folder] }, undefined)
    await run(IMPORT, { from: [folder] }, '', 'Jo Berg', undefined)
    assert.equal(await stored('askwell.json'), HISTORY)
  })

  it('is driven with the keyboard alone', async () => {
    let isDone = false
    const done = Promise.resolve(vscode.commands.executeCommand(IMPORT, { file: at('askwell.json').toString(), from: [at('take/people.csv'), at('take/1.eml')].map(String) })).then(() => { isDone = true })
    // The addresses, the list with everything chosen, what became of it: Enter each time.
    await until('the import is done', async () => {
      if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      return isDone
    })
    await done
    const text = await stored('askwell.json')
    assert.deepEqual([friends(text), asks(text)], [['Maria Lopez', 'Kim Park'], ['Jo Berg', 'Maria Lopez']])
  })

  asking('tells why it can\'t, where askwell.json is not to be written', async () => {
    await write('askwell.json', '{ "version": 99 }')
    await until('the server knows', async () => (await extension().exports.views.friends.getChildren())?.length === 0)
    const asked = await run(IMPORT, { from: [at('take/people.csv').toString()] })
    assert.match(asked.of('message')[0] ?? '', /^askwell\.json was left as it is: This file has version 99/)
  })

  asking('exports a table that can be imported again', async () => {
    const asked = await run(EXPORT_HISTORY, undefined, 'CSV', at('take/out.csv').toString())
    assert.match(asked.of('message')[0] ?? '', /Exported to take\/out\.csv/)
    assert.match(await stored('take/out.csv'), /^kind,id,name[^]*friend,,Maria Lopez/)
    await run(EXPORT_HISTORY, undefined, 'JSON', undefined)
    await run(EXPORT_HISTORY, { format: 'json', to: at('take/out.json').toString() })
    assert.match(await stored('take/out.json'), /"version": 1/)
  })

  it('writes a report as a document of its own', async () => {
    await vscode.commands.executeCommand(WRITE_REPORT, { year: '2025' })
    const document = vscode.window.activeTextEditor?.document
    assert.deepEqual([document?.isUntitled, document?.languageId], [true, 'markdown'])
    assert.match(document?.getText() ?? '', /^# Asks and favours, 2025\n[^]*### Maria Lopez/)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })
})
