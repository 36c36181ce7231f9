import assert from 'node:assert/strict'
import * as vscode from 'vscode'

describe('activation', () => {
  const askwell = vscode.extensions.getExtension('askwell.askwell')

  const open = async (name: string): Promise<void> => {
    const [folder] = vscode.workspace.workspaceFolders ?? []
    assert.ok(folder, 'the tests run in a workspace folder')
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name))
  }

  it('is installed, and asleep', () => {
    assert.ok(askwell)
    assert.equal(askwell.isActive, false)
  })

  it('is not woken by a Markdown file that is no draft', async () => {
    await open('notes.md')
    await vscode.commands.executeCommand('vscode.executeHoverProvider', vscode.window.activeTextEditor?.document.uri, new vscode.Position(0, 0))
    assert.equal(askwell?.isActive, false)
  })

  it('is woken by a draft', async () => {
    await open('maria.ask.md')
    while (!askwell?.isActive) await new Promise((resolve) => setTimeout(resolve, 20))
  })
})
