import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { at, carryOut, closeAll, draft, finding, found, MISSING_OPT_OUT, quickFixes, show, silence, speakOnly, stored, until, write } from './support.ts'

describe('fixes', () => {
  let file = ''
  before(() => speakOnly(MISSING_OPT_OUT, 'draft/front-matter'))
  after(() => speakOnly())
  beforeEach(async () => {
    file = await stored('askwell.json')
  })
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.saveAll')
    await closeAll()
    await write('askwell.json', file)
  })

  it('mend what they are for, and can be undone', async () => {
    const { document } = await show('fix-one.ask.md', draft())
    const actions = await quickFixes(document.uri, await finding(document.uri, MISSING_OPT_OUT))
    const preferred = actions.filter(({ isPreferred }) => isPreferred)
    assert.equal(preferred.length, 1)
    const [fix] = preferred
    assert.ok(fix)
    await carryOut(fix)
    assert.notEqual(document.getText(), draft())
    await silence(document.uri, MISSING_OPT_OUT)
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), draft())
    await finding(document.uri, MISSING_OPT_OUT)
  })

  it('end with three ways to silence the finding', async () => {
    const { document } = await show('fix-two.ask.md', draft())
    const actions = await quickFixes(document.uri, await finding(document.uri, MISSING_OPT_OUT))
    const silences = actions.slice(-3)
    assert.ok(silences.every(({ title, isPreferred }) => title.includes(MISSING_OPT_OUT) && !isPreferred))
    const [, inDraft] = silences
    assert.ok(inDraft)
    await carryOut(inDraft)
    await silence(document.uri, MISSING_OPT_OUT)
    assert.match(document.getText(), /^askwell-ignore: \[line\/no-opt-out\]$/m)
  })

  it('write askwell.json, and save it', async () => {
    await write('askwell.json', '// mine\n{ "version": 1, "me": { "name": "Ada Kim" } }\n')
    const { document } = await show('fix-three.ask.md', draft())
    const everywhere = (await quickFixes(document.uri, await finding(document.uri, MISSING_OPT_OUT))).at(-1)
    assert.ok(everywhere)
    await carryOut(everywhere)
    await silence(document.uri, MISSING_OPT_OUT)
    const text = await until('askwell.json is saved', async () => {
      const now = await stored('askwell.json')
      return now.includes(MISSING_OPT_OUT) && now
    })
    assert.ok(text.startsWith('// mine\n{ "version": 1, "me": { "name": "Ada Kim" }'))
  })

  it('create askwell.json where there is none', async () => {
    const { document } = await show('fix-four.ask.md', draft())
    // The editor tells nothing of a file that is replaced and gone in the same moment.
    const diagnostic = await finding(document.uri, MISSING_OPT_OUT)
    await vscode.workspace.fs.delete(at('askwell.json'))
    const everywhere = (await quickFixes(document.uri, diagnostic)).at(-1)
    assert.ok(everywhere)
    await carryOut(everywhere)
    await silence(document.uri, MISSING_OPT_OUT)
    assert.match(await until('askwell.json is saved', async () => (await stored('askwell.json')) || false), /"version": 1/)
  })

  it('come all at once by the command, which leaves the draft unsaved', async () => {
    const { document } = await show('fix-five.ask.md', draft('ask: intro'))
    await finding(document.uri, 'draft/front-matter')
    await finding(document.uri, MISSING_OPT_OUT)
    assert.deepEqual(await vscode.commands.executeCommand('askwell.fixAll'), { done: true })
    await until('both are silent', () => !found(document.uri).has('draft/front-matter') && !found(document.uri).has(MISSING_OPT_OUT))
    assert.match(document.getText(), /^ask: introduction$/m)
    assert.equal(document.isDirty, true)
  })

  it('come all at once when the editor is told to fix on save', async () => {
    const settings = vscode.workspace.getConfiguration('editor', at(''))
    await settings.update('codeActionsOnSave', { 'source.fixAll.askwell': 'explicit' }, vscode.ConfigurationTarget.Workspace)
    try {
      const editor = await show('fix-six.ask.md', draft('ask: intro'))
      await finding(editor.document.uri, 'draft/front-matter')
      await editor.edit((edit) => { edit.insert(new vscode.Position(0, 3), ' ') })
      await editor.document.save()
      assert.match(editor.document.getText(), /^ask: introduction$/m)
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace)
    }
  })
})

describe('help while writing', () => {
  afterEach(closeAll)

  it('completes front matter: keys, and friends from askwell.json', async () => {
    const editor = await show('complete.ask.md', '---\nask: other\nfriend: \n\n---\n\nHi\n')
    const { uri } = editor.document
    const labels = async (line: number, character: number): Promise<unknown[]> => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, new vscode.Position(line, character))
      return items.map(({ label }) => label)
    }
    await until('a friend is offered', async () => (await labels(2, 8)).includes('Maria Lopez'))
    assert.ok((await labels(3, 0)).includes('channel'))
  })

  it('says what a key means', async () => {
    const { document } = await show('hover.ask.md', draft())
    await finding(document.uri, MISSING_OPT_OUT)
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(2, 1))
    assert.match(hovers.flatMap(({ contents }) => contents).map((content) => (content as vscode.MarkdownString).value).join('\n'), /`introduction`/)
  })

  it('shows the page of a rule, rendered', async () => {
    await vscode.commands.executeCommand('askwell.explainRule', MISSING_OPT_OUT)
    await until('a preview', () => {
      const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input
      return input instanceof vscode.TabInputWebview && input.viewType.includes('markdown.preview')
    })
  })
})
