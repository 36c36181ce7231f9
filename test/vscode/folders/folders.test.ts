import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { EXPORT_HISTORY, IMPORT, SHOW_YEAR, WRITE_REPORT } from '../../../src/client/history/ids.ts'
import type { Row } from '../../../src/client/history/rows.ts'
import { HISTORY_COMMANDS } from '../../../src/server/protocol.ts'
import { run } from '../asked.ts'
import { closeAll, draft, extension, until } from '../support.ts'

/** A file in one of the two folders. */
const within = (folder: string, path: string): vscode.Uri => {
  const found = vscode.workspace.workspaceFolders?.find(({ name }) => name === folder)
  assert.ok(found, folder)
  return vscode.Uri.joinPath(found.uri, path)
}
const stored = async (folder: string, path = 'askwell.json'): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(within(folder, path)))
const write = (folder: string, path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(within(folder, path), new TextEncoder().encode(text))
const rows = async (inside?: Row): Promise<Row[]> => [...await extension().exports.views.friends.getChildren(inside) ?? []]

describe('a workspace of several folders', () => {
  const files = new Map<string, string>()
  before(async () => {
    for (const folder of ['jobs', 'studio']) files.set(folder, await stored(folder))
    await extension().activate()
  })
  beforeEach(() => until('both folders are read', async () => (await rows()).length === 2))
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.saveAll')
    await closeAll()
    for (const [folder, text] of files) await write(folder, 'askwell.json', text)
  })

  it('has a history for each folder, side by side', async () => {
    const folders = await rows()
    assert.deepEqual(folders.map(({ label }) => label), ['jobs', 'studio'])
    assert.deepEqual(await Promise.all(folders.map(async (folder) => (await rows(folder)).map(({ label }) => label))), [['Maria Lopez'], ['Zoe Ito']])
  })

  it('judges a draft by the history of its own folder', async () => {
    await write('studio', 'maria.ask.md', draft())
    const { document } = await vscode.window.showTextDocument(within('studio', 'maria.ask.md'))
    const lens = await until('a lens', async () =>
      (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10))[0]?.command)
    assert.equal(lens.title, 'Maria Lopez: never asked')
  })

  it('notes where the draft is in front of which one works', async () => {
    await vscode.window.showTextDocument(within('studio', 'maria.ask.md'))
    await run(HISTORY_COMMANDS.logFavor, { friend: 'Zoe Ito', what: 'lent a camera' })
    assert.match(await stored('studio'), /lent a camera/)
    assert.equal(await stored('jobs'), files.get('jobs'))
    await run(HISTORY_COMMANDS.undo, undefined)
    assert.doesNotMatch(await stored('studio'), /lent a camera/)
  })

  it('asks for the folder where nothing says which', async () => {
    await write('jobs', 'people.csv', 'Name\nKim Park\n')
    const asked = await run(IMPORT, { from: [within('jobs', 'people.csv').toString()] }, 'studio', 'Kim Park')
    assert.deepEqual(asked.of('pick')[0], 'jobs\nstudio')
    assert.match(await stored('studio'), /Kim Park/)
    assert.equal(await stored('jobs'), files.get('jobs'))
    await run(EXPORT_HISTORY, { format: 'json', to: within('jobs', 'out.json').toString() }, 'jobs')
    assert.match(await stored('jobs', 'out.json'), /Maria Lopez/)
    await run(WRITE_REPORT, { year: '2026' }, 'studio')
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /### Zoe Ito/)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })

  it('has a year for each folder', async () => {
    for (const folder of ['jobs', 'studio']) await vscode.commands.executeCommand(SHOW_YEAR, { file: within(folder, 'askwell.json').toString() })
    const tabs = await until('two panels', () => {
      const found = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ input }) => input instanceof vscode.TabInputWebview)
      return found.length === 2 && found
    })
    assert.deepEqual(tabs.map(({ label }) => label), ['The Year at a Glance: jobs', 'The Year at a Glance: studio'])
  })

  it('lets go of a folder that is taken out', async () => {
    const studio = within('studio', '')
    const index = vscode.workspace.workspaceFolders?.findIndex(({ name }) => name === 'studio') ?? -1
    assert.ok(vscode.workspace.updateWorkspaceFolders(index, 1))
    assert.deepEqual((await until('one folder', async () => {
      const found = await rows()
      return found.every(({ context }) => context !== 'folder') && found
    })).map(({ label }) => label), ['Maria Lopez'])
    assert.ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri: studio, name: 'studio' }))
    await until('both folders again', async () => (await rows()).length === 2)
  })
})
