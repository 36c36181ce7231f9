import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, extension, show, until } from './support.ts'

describe('activation', () => {
  after(closeAll)

  it('is installed, and asleep', () => {
    assert.equal(extension().isActive, false)
  })

  it('starts no server for a Markdown file that is no draft', async () => {
    const { document } = await show('notes.md')
    await until('the extension has had a look', () => extension().isActive)
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 0))
    assert.equal(extension().exports.state, 'asleep')
  })

  it('starts the server for a draft', async () => {
    await show('maria.ask.md')
    await until('the server runs', () => extension().exports.state === 'running')
  })
})
