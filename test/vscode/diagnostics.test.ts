import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, draft, extension, finding, found, MISSING_OPT_OUT, show, silence, speakOnly, stored, until, write } from './support.ts'

describe('findings', () => {
  let file = ''
  beforeEach(async () => {
    file = await stored('askwell.json')
  })
  afterEach(async () => {
    await closeAll()
    await write('askwell.json', file)
    await speakOnly()
  })

  it('appear under the words that they are about, with the rule and its page', async () => {
    const { document } = await show('one.ask.md', draft('ask: intro'))
    const { range, severity, source, code } = await finding(document.uri, 'draft/front-matter')
    assert.equal(document.getText(range), 'intro')
    assert.equal(severity, vscode.DiagnosticSeverity.Error)
    assert.equal(source, 'Askwell')
    assert.ok(typeof code === 'object')
    assert.ok(code.target.path.endsWith('/docs/rules/draft/front-matter.md'))
    assert.ok((await vscode.workspace.fs.readFile(code.target)).length > 0, 'the page is there')
    await finding(document.uri, MISSING_OPT_OUT)
  })

  it('stand at the right words behind emoji, and with the line ends of Windows', async () => {
    const { document } = await show('two.ask.md', draft('subject2: "👩‍💻 🎉"\nask: intro').replaceAll('\n', '\r\n'))
    assert.equal(document.eol, vscode.EndOfLine.CRLF)
    assert.equal(document.getText((await finding(document.uri, 'draft/front-matter')).range), 'intro')
  })

  it('follow what is typed', async () => {
    const editor = await show('three.ask.md', draft())
    const { uri } = editor.document
    await finding(uri, MISSING_OPT_OUT)
    const line = editor.document.lineCount - 1
    await editor.edit((edit) => { edit.insert(new vscode.Position(line - 1, 0), 'If it doesn’t fit, just write “not this time”, and that’s fine.\n\n') })
    await silence(uri, MISSING_OPT_OUT)
    await editor.edit((edit) => { edit.replace(new vscode.Range(2, 5, 2, 17), 'intro') })
    await finding(uri, 'draft/front-matter')
  })

  it('begin when a plain Markdown file becomes a draft, and end when it is none any more', async () => {
    const editor = await show('plain.md', 'Hi Maria\n')
    const { uri } = editor.document
    await editor.edit((edit) => { edit.insert(new vscode.Position(0, 0), draft('ask: intro')) })
    await finding(uri, 'draft/front-matter')
    await editor.edit((edit) => { edit.delete(new vscode.Range(0, 0, 7, 0)) })
    await until('no finding', () => found(uri).size === 0)
  })

  it('begin in a new file that has no name yet', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: draft('ask: intro') })
    await vscode.window.showTextDocument(document)
    await finding(document.uri, 'draft/front-matter')
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })

  it('are none in other Markdown files, even when the server runs', async () => {
    const { document } = await show('notes.md')
    const { document: drafted } = await show('four.ask.md', draft())
    await finding(drafted.uri, MISSING_OPT_OUT)
    assert.equal(found(document.uri).size, 0)
  })

  it('go with the editor that is closed', async () => {
    const { document } = await show('five.ask.md', draft())
    await finding(document.uri, MISSING_OPT_OUT)
    await closeAll()
    await until('no finding', () => found(document.uri).size === 0)
  })

  it('change with the settings', async () => {
    const { document } = await show('six.ask.md', draft())
    await finding(document.uri, MISSING_OPT_OUT)
    const settings = vscode.workspace.getConfiguration('askwell')
    await settings.update('rules', { [MISSING_OPT_OUT]: 'hint' }, vscode.ConfigurationTarget.Workspace)
    await until('a hint', () => found(document.uri).get(MISSING_OPT_OUT)?.severity === vscode.DiagnosticSeverity.Hint)
    await settings.update('rules', { [MISSING_OPT_OUT]: 'off' }, vscode.ConfigurationTarget.Workspace)
    await silence(document.uri, MISSING_OPT_OUT)
  })

  it('change with askwell.json: on disk, and unsaved in an editor', async () => {
    const { document } = await show('seven.ask.md', draft())
    await finding(document.uri, MISSING_OPT_OUT)
    await write('askwell.json', `{ "version": 1, "rules": { "${MISSING_OPT_OUT}": "off" } }`)
    await silence(document.uri, MISSING_OPT_OUT)
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(vscode.Uri.joinPath(document.uri, '../askwell.json')), { viewColumn: vscode.ViewColumn.Beside })
    await editor.edit((edit) => { edit.replace(new vscode.Range(0, 0, 1, 0), '{ "version": 1 }') })
    await finding(document.uri, MISSING_OPT_OUT)
    await vscode.commands.executeCommand('workbench.action.files.revert')
  })

  it('point at what is wrong in askwell.json itself', async () => {
    await show('eight.ask.md', draft())
    const { document } = await show('askwell.json', '{ "version": 1, // with a comment\n  "asks": [{ "id": "1", "friend": "Jo", "ask": "money", "date": "2026-11-01" }],\n}\n')
    assert.equal(document.languageId, 'jsonc')
    const problem = await until('a problem', () => [...found(document.uri).values()][0])
    assert.equal(document.getText(problem.range), '"money"')
  })

  it('come back when the server is started again', async () => {
    const { document } = await show('nine.ask.md', draft())
    await finding(document.uri, MISSING_OPT_OUT)
    await Promise.all([vscode.commands.executeCommand('askwell.restartServer'), vscode.commands.executeCommand('askwell.restartServer')])
    assert.equal(extension().exports.state, 'running')
    await finding(document.uri, MISSING_OPT_OUT)
  })
})
