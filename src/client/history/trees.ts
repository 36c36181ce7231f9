import * as vscode from 'vscode'
import type { History } from './history.ts'
import { OPEN_ENTRY } from './ids.ts'
import { entryRow, folderRow, friendRow, moreRow, spoken, stepRow, welcomeOf, type Row } from './rows.ts'

/** The rows of one `askwell.json`. */
interface RowsOfFile {
  readonly file: string
  readonly rows: readonly Row[]
}

/** A tree of rows; asks for them when it is seen. */
class RowTree implements vscode.TreeDataProvider<Row> {
  readonly onDidChangeTreeData: vscode.Event<void>
  readonly #roots: () => Promise<readonly RowsOfFile[]>
  readonly #inside: (row: Row) => Promise<readonly Row[]>
  readonly #ofFolder = new Map<string, readonly Row[]>()

  constructor(history: History, roots: () => Promise<readonly RowsOfFile[]>, inside: (row: Row) => Promise<readonly Row[]> = () => Promise.resolve([])) {
    this.onDidChangeTreeData = history.onDidChange
    this.#roots = roots
    this.#inside = inside
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const item = new vscode.TreeItem(row.label, collapsible[row.expands])
    item.id = row.key
    item.description = row.note
    item.tooltip = row.detail
    item.iconPath = new vscode.ThemeIcon(row.icon)
    item.contextValue = row.context
    item.accessibilityInformation = { label: spoken(row) }
    if (row.id !== undefined) item.command = { command: OPEN_ENTRY, title: vscode.l10n.t('Open'), arguments: [row] }
    return item
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return [...(row.context === 'folder' ? this.#ofFolder.get(row.file) ?? [] : await this.#inside(row))]
    const found = (await this.#roots()).filter(({ rows }) => rows.length > 0)
    this.#ofFolder.clear()
    const [only, ...others] = found
    if (others.length === 0) return [...only?.rows ?? []]
    for (const { file, rows } of found) this.#ofFolder.set(file, rows)
    return found.map(({ file }) => folderRow(file, folderName(file)))
  }
}

const collapsible: Readonly<Record<Row['expands'], vscode.TreeItemCollapsibleState>> = {
  no: vscode.TreeItemCollapsibleState.None, closed: vscode.TreeItemCollapsibleState.Collapsed, open: vscode.TreeItemCollapsibleState.Expanded,
}

/** The name of the workspace folder of an `askwell.json`. */
export const folderName = (file: string): string => vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(file))?.name ?? file

/** The views, by the end of their ids. */
export type Trees = Readonly<Record<'friends' | 'nextSteps', vscode.TreeDataProvider<Row>>>

/** What the views *Friends* and *Next steps* show. */
export function treesOf(history: History): Trees {
  const friends = new RowTree(history, async () => {
    const found = await history.friends()
    await setWelcome(welcomeOf(found?.map((file) => ({ ...file, hasFriends: file.friends.length > 0 }))))
    return (found ?? []).map(({ file, friends: listed }) => ({ file, rows: listed.map((friend) => friendRow(file, friend)) }))
  }, async ({ file, friend = '' }) => (await history.entries({ file, friend }) ?? []).map((entry) => entryRow(file, friend, entry)))

  const nextSteps = new RowTree(history, async () => {
    const found = await history.nextSteps()
    await setWelcome(welcomeOf(found))
    return (found ?? []).map(({ file, steps: listed, more }) => ({
      file,
      rows: [...listed.map((step) => stepRow(file, step)), ...(more > 0 ? [moreRow(file, vscode.l10n.t('{0} more', more))] : [])],
    }))
  })
  return { friends, nextSteps }
}

/** Makes the views. @returns what is to be disposed */
export const showTrees = ({ friends, nextSteps }: Trees): vscode.Disposable[] => [
  vscode.window.createTreeView('askwell.friends', { treeDataProvider: friends, showCollapseAll: true }),
  vscode.window.createTreeView('askwell.nextSteps', { treeDataProvider: nextSteps }),
]

/** Which of the texts for empty views is shown. */
const setWelcome = (welcome: string): Thenable<void> => vscode.commands.executeCommand('setContext', 'askwell.history', welcome)
