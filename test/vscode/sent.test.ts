import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { at, closeAll, draft, finding, found, MISSING_OPT_OUT, show, stored, until, write } from './support.ts'

describe('mark as sent', () => {
  let file = ''
  beforeEach(async () => {
    file = await stored('askwell.json')
  })
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.saveAll')
    await closeAll()
    await write('askwell.json', file)
  })

  const today = (): string => {
    const now = new Date()
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  }

  it('writes the draft and askwell.json, on disk, and the draft falls silent', async () => {
    await write('askwell.json', '{\n  "version": 1, // keep me\n  "asks": [\n  ]\n}\n')
    const { document } = await show('sent-one.ask.md', draft())
    await finding(document.uri, MISSING_OPT_OUT)
    await vscode.commands.executeCommand('askwell.markAsSent')
    await until('no finding', () => found(document.uri).size === 0)
    const [asks, sent] = [await stored('askwell.json'), await stored('sent-one.ask.md')]
    assert.ok(asks.includes('// keep me'))
    assert.match(sent, new RegExp(`^sent: ${today()}$`, 'm'))
    const id = /^ask-id: (\S+)$/m.exec(sent)?.[1]
    assert.ok(id)
    assert.match(asks, new RegExp(`"id": "${id}", "friend": "Maria Lopez", "ask": "introduction", "date": "${today()}", "draft": "sent-one\\.ask\\.md", "status": "open"`))
  })

  it('leaves a draft that was not saved for the writer to save', async () => {
    const editor = await show('sent-two.ask.md', draft())
    await finding(editor.document.uri, MISSING_OPT_OUT)
    await editor.edit((edit) => { edit.insert(new vscode.Position(editor.document.lineCount - 1, 0), 'PS\n') })
    await vscode.commands.executeCommand('askwell.markAsSent')
    assert.match(editor.document.getText(), /^sent: /m)
    assert.equal(editor.document.isDirty, true)
    assert.match(await stored('askwell.json'), /"sent-two\.ask\.md"/)
  })

  it('adds to what another program wrote meanwhile', async () => {
    const { document } = await show('sent-three.ask.md', draft())
    await finding(document.uri, MISSING_OPT_OUT)
    await write('askwell.json', '{ "version": 1, "asks": [{ "id": "0", "friend": "Jo", "ask": "advice", "date": "2026-01-01" }] }')
    await vscode.commands.executeCommand('askwell.markAsSent')
    const asks = await stored('askwell.json')
    assert.ok(asks.includes('"Jo"') && asks.includes('"Maria Lopez"'))
  })

  it('works from a menu, on a file that is not open, and creates askwell.json', async () => {
    await vscode.workspace.fs.delete(at('askwell.json'))
    await vscode.commands.executeCommand('askwell.markAsSent', await write('sent-four.ask.md', draft()))
    assert.match(await stored('askwell.json'), /"sent-four\.ask\.md"/)
    assert.match(await stored('sent-four.ask.md'), /^sent: /m)
  })

  it('leaves an askwell.json that is broken as it is', async () => {
    await write('askwell.json', '{ "version": 1, "asks": [')
    const { document } = await show('sent-five.ask.md', draft())
    await finding(document.uri, MISSING_OPT_OUT)
    await vscode.commands.executeCommand('askwell.markAsSent')
    assert.equal(document.getText(), draft())
    assert.equal(await stored('askwell.json'), '{ "version": 1, "asks": [')
  })
})
