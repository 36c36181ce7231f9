import * as vscode from 'vscode'
import type { History } from './history.ts'
import { OPEN_ENTRY, SHOW_MORE } from './ids.ts'
import { entryRow, folderRow, friendRow, moreRow, spoken, stepRow, welcomeOf, type Row } from './rows.ts'

/** The rows of one `askwell.json`. */
interface RowsOfFile {
  readonly file: string
  readonly rows: readonly Row[]
}

/** A tree whose lists are shown piece by piece. */
interface LongTree extends vscode.TreeDataProvider<Row> {
  /** Shows more of a list, if it is one of this tree. */
  showMore(list: string): void
  dispose(): void
}

/** How many rows of a list are shown at first, and how many more each time. */
const PAGE = 200

/** A tree of rows; asks for them when it is seen, and for no more of a list than is wanted. */
class RowTree implements LongTree {
  readonly #changed = new vscode.EventEmitter<void>()
  readonly onDidChangeTreeData = this.#changed.event
  readonly #listener: vscode.Disposable
  /** The name of the list that is no row's. */
  readonly #name: string
  readonly #roots: (limit: number) => Promise<readonly RowsOfFile[]>
  readonly #inside: (row: Row, limit: number) => Promise<readonly Row[]>
  readonly #ofFolder = new Map<string, readonly Row[]>()
  /** How much is shown of lists that are shown longer than at first. */
  readonly #limits = new Map<string, number>()

  constructor(name: string, history: History, roots: (limit: number) => Promise<readonly RowsOfFile[]>, inside: (row: Row, limit: number) => Promise<readonly Row[]> = () => Promise.resolve([])) {
    this.#listener = history.onDidChange(() => { this.#changed.fire() })
    this.#name = name
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
    if (row.list !== undefined) item.command = { command: SHOW_MORE, title: row.label, arguments: [row] }
    return item
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return [...(row.context === 'folder' ? this.#ofFolder.get(row.file) ?? [] : await this.#inside(row, this.#limit(row.key)))]
    const found = (await this.#roots(this.#limit(this.#name))).filter(({ rows }) => rows.length > 0)
    this.#ofFolder.clear()
    const [only, ...others] = found
    if (others.length === 0) return [...only?.rows ?? []]
    for (const { file, rows } of found) this.#ofFolder.set(file, rows)
    return found.map(({ file }) => folderRow(file, folderName(file)))
  }

  showMore(list: string): void {
    this.#limits.set(list, this.#limit(list) + PAGE)
    this.#changed.fire()
  }

  dispose(): void {
    this.#listener.dispose()
    this.#changed.dispose()
  }

  #limit(list: string): number {
    return this.#limits.get(list) ?? PAGE
  }
}

/** The row behind the last one, if the list goes on. */
const moreRows = (file: string, list: string, more: number): Row[] =>
  (more === 0 ? [] : [moreRow(file, list, vscode.l10n.t('Show more ({0})', more))])

const collapsible: Readonly<Record<Row['expands'], vscode.TreeItemCollapsibleState>> = {
  no: vscode.TreeItemCollapsibleState.None, closed: vscode.TreeItemCollapsibleState.Collapsed, open: vscode.TreeItemCollapsibleState.Expanded,
}

/** The name of the workspace folder of an `askwell.json`. */
export const folderName = (file: string): string => vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(file))?.name ?? file

/** The views, by the end of their ids. */
export type Trees = Readonly<Record<'friends' | 'nextSteps', LongTree>>

/** What the views *Friends* and *Next steps* show. */
export function treesOf(history: History): Trees {
  const friends = new RowTree('friends', history, async (limit) => {
    const found = await history.friends({ limit })
    await setWelcome(welcomeOf(found?.map((file) => ({ ...file, hasFriends: file.friends.length > 0 }))))
    return (found ?? []).map(({ file, friends: listed, more }) => ({ file, rows: [...listed.map((friend) => friendRow(file, friend)), ...moreRows(file, 'friends', more)] }))
  }, async ({ key, file, friend = '' }, limit) => {
    const { entries, more } = await history.entries({ file, friend, limit }) ?? { entries: [], more: 0 }
    return [...entries.map((entry) => entryRow(file, friend, entry)), ...moreRows(file, key, more)]
  })

  const nextSteps = new RowTree('steps', history, async (limit) => {
    const found = await history.nextSteps({ limit })
    await setWelcome(welcomeOf(found))
    return (found ?? []).map(({ file, steps: listed, more }) => ({ file, rows: [...listed.map((step) => stepRow(file, step)), ...moreRows(file, 'steps', more)] }))
  })
  return { friends, nextSteps }
}

/** Makes the views. @returns what is to be disposed */
export const showTrees = ({ friends, nextSteps }: Trees): { dispose(): void }[] => [
  friends,
  nextSteps,
  vscode.window.createTreeView('askwell.friends', { treeDataProvider: friends, showCollapseAll: true }),
  vscode.window.createTreeView('askwell.nextSteps', { treeDataProvider: nextSteps }),
]

/** Which of the texts for empty views is shown. */
const setWelcome = (welcome: string): Thenable<void> => vscode.commands.executeCommand('setContext', 'askwell.history', welcome)
