import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { Row } from '../../src/client/history/rows.ts'
import { at, closeAll, draft, extension, stored, until, write } from './support.ts'

const day = (daysAgo: number): string => {
  const date = new Date()
  date.setDate(date.getDate() - daysAgo)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

const history = (): string => `{
  "version": 1,
  "friends": [{ "name": "Maria Lopez" }, { "name": "Ben Keller" }],
  "asks": [
    { "id": "a2", "friend": "Maria Lopez", "ask": "introduction", "date": "${day(9)}", "draft": "view-one.ask.md", "status": "granted", "answered": "${day(8)}" },
    { "id": "a1", "friend": "Ben Keller", "ask": "job-lead", "date": "${day(30)}", "draft": "gone.ask.md" }
  ],
  "favors": [{ "id": "f1", "friend": "Maria Lopez", "date": "${day(40)}", "what": "read her portfolio" }]
}
`

const rows = async (view: 'friends' | 'nextSteps', inside?: Row): Promise<Row[]> =>
  [...await extension().exports.views[view].getChildren(inside) ?? []]
const labels = async (view: 'friends' | 'nextSteps'): Promise<string[]> => (await rows(view)).map(({ label }) => label)

describe('the view Askwell', () => {
  let file = ''
  before(async () => {
    file = await stored('askwell.json')
    await extension().activate()
  })
  beforeEach(() => write('askwell.json', history()))
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert')
    await closeAll()
    await write('askwell.json', file)
  })
  after(() => vscode.commands.executeCommand('workbench.view.explorer'))

  it('opens, and starts the server', async () => {
    await vscode.commands.executeCommand('askwell.friends.focus')
    await until('the server runs', () => extension().exports.state === 'running')
  })

  it('lists friends, who is resting last, with their asks and favours', async () => {
    const [ben, maria] = await until('two friends', async () => {
      const found = await rows('friends')
      return found.some(({ context }) => context === 'friend.resting') && found
    })
    assert.deepEqual([ben?.label, ben?.context, maria?.label, maria?.context], ['Ben Keller', 'friend.open', 'Maria Lopez', 'friend.resting'])
    assert.match(maria?.note ?? '', /^rests until /)
    assert.deepEqual((await rows('friends', maria)).map(({ label, context }) => [label, context]), [['Introduction', 'ask.thankable'], ['Read her portfolio', 'favor']])
  })

  it('says all of a row to those who cannot see it', async () => {
    const maria = await until('Maria rests', async () => (await rows('friends')).find(({ label, context }) => label === 'Maria Lopez' && context === 'friend.resting'))
    const item = await extension().exports.views.friends.getTreeItem(maria)
    assert.match(item.accessibilityInformation?.label ?? '', /^Maria Lopez, rests until /)
  })

  it('lists what is due, and looks again when the file changes, saved or not', async () => {
    await until('two steps', async () => (await labels('nextSteps')).join() === 'Thank Maria Lopez,Follow up with Ben Keller')
    const editor = await vscode.window.showTextDocument(at('askwell.json'))
    const before = editor.document.getText()
    const changed = new Promise<void>((resolve) => {
      const listener = extension().exports.views.nextSteps.onDidChangeTreeData?.(() => {
        listener?.dispose()
        resolve()
      })
    })
    await editor.edit((edit) => {
      const answered = editor.document.positionAt(before.indexOf(', "answered"'))
      edit.insert(answered, `, "thanked": "${day(1)}"`)
    })
    await changed
    assert.equal(editor.document.isDirty, true)
    await until('thanks are done', async () => (await labels('nextSteps')).join() === 'Follow up with Ben Keller')
  })

  it('gives its rows to the commands that do what is due, or start the message', async () => {
    const thank = await until('a step', async () => (await rows('nextSteps')).find(({ context }) => context === 'step.thank'))
    await vscode.commands.executeCommand('askwell.draftThanks', thank)
    const message = vscode.window.activeTextEditor?.document
    assert.match(message?.getText() ?? '', /^friend: Maria Lopez$.*^ask-id: a2$/ms)
    await vscode.commands.executeCommand('askwell.markThanked', thank)
    await until('thanks are noted', async () => (await labels('nextSteps')).join() === 'Follow up with Ben Keller')
    assert.match(await stored('askwell.json'), new RegExp(`"id": "a2".*"thanked": "${day(0)}"`))
    if (message) await vscode.workspace.fs.delete(message.uri)
  })

  it('opens the draft of an entry; without one, its line in askwell.json', async () => {
    await write('view-one.ask.md', draft())
    const uri = at('askwell.json').toString()
    await until('it is read', async () => (await labels('friends')).length === 2)
    await vscode.commands.executeCommand('askwell.openEntry', { file: uri, id: 'a2' })
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), at('view-one.ask.md').toString())
    for (const id of ['a1', 'f1']) {
      await vscode.commands.executeCommand('askwell.openEntry', { file: uri, id })
      const editor = await until('askwell.json', () => {
        const { activeTextEditor: active } = vscode.window
        return active?.document.uri.toString() === uri && active
      })
      assert.match(editor.document.lineAt(editor.selection.active.line).text, new RegExp(`"${id}"`))
    }
  })

  it('shows a friend in askwell.json', async () => {
    await vscode.commands.executeCommand('askwell.openFriend', { file: at('askwell.json').toString(), friend: 'Ben Keller' })
    const { activeTextEditor: editor } = vscode.window
    assert.match(editor?.document.getText().slice(editor.document.offsetAt(editor.selection.active)) ?? '', /^"Ben Keller"/)
  })

  it('shows the year in a panel, once', async () => {
    const panels = (): vscode.Tab[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('askwell.year'))
    await until('it is read', async () => (await labels('friends')).length === 2)
    await vscode.commands.executeCommand('askwell.showYear')
    await until('the panel', () => panels().length === 1)
    await vscode.commands.executeCommand('askwell.showYear')
    assert.deepEqual(panels().map(({ label }) => label), ['The Year at a Glance'])
  })

  it('creates askwell.json, ready to be filled in, and never over one that is there', async () => {
    await vscode.commands.executeCommand('askwell.createWorkspaceFile')
    assert.equal(await stored('askwell.json'), history())
    await closeAll()
    await vscode.workspace.fs.delete(at('askwell.json'))
    await vscode.commands.executeCommand('askwell.createWorkspaceFile')
    const made = JSON.parse((await stored('askwell.json')).replace(/^\s*\/\/.*$/gm, '')) as object
    assert.deepEqual(Object.keys(made), ['version', 'me', 'friends', 'asks', 'favors'])
    const { activeTextEditor: editor } = vscode.window
    assert.equal(editor?.document.uri.toString(), at('askwell.json').toString())
    assert.equal(editor.document.isDirty, true)
    assert.match(editor.document.getText(), /"friends": \[\n {4}\{ "name": "Name of a friend"/)
  })
})
