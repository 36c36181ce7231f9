import * as vscode from 'vscode'
import type { ServerControl } from '../server-control.ts'
import { createWorkspaceFile } from './create.ts'
import { History } from './history.ts'
import { CREATE_FILE, OPEN_ENTRY, OPEN_FILE, OPEN_FRIEND, SHOW_MORE, SHOW_YEAR, YEAR_PANEL } from './ids.ts'
import { openEntry, openFriend, showAt } from './open.ts'
import type { Target } from './rows.ts'
import { folderName, showTrees, treesOf, type Trees } from './trees.ts'
import { YearPanels } from './year-panel.ts'

/** The views, and all that is to be disposed. */
export interface Registered {
  readonly trees: Trees
  readonly owned: readonly { dispose(): void }[]
}

/** Makes the views and the commands that belong to them. */
export function registerHistory(context: vscode.ExtensionContext, control: ServerControl): Registered {
  const history = new History(control)
  const trees = treesOf(history)
  const panels = new YearPanels(context.extensionUri, history)
  /** What a menu is opened on; without one, an `askwell.json` to choose. */
  const register = (command: string, run: (target: Target) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (given: unknown) => {
      const target = isTarget(given) ? given : await pickFile(history)
      if (target) await run(target)
    })
  const owned = [
    history,
    panels,
    ...showTrees(trees),
    register(OPEN_ENTRY, (target) => openEntry(history, target)),
    register(OPEN_FRIEND, openFriend),
    vscode.commands.registerCommand(SHOW_MORE, ({ list }: { readonly list?: string }) => { if (list !== undefined) for (const tree of Object.values(trees)) tree.showMore(list) }),
    register(OPEN_FILE, ({ file }) => showAt(file, () => 0)),
    register(SHOW_YEAR, async ({ file }) => { panels.show(file) }),
    vscode.commands.registerCommand(CREATE_FILE, createWorkspaceFile),
    vscode.window.registerWebviewPanelSerializer(YEAR_PANEL, panels),
  ]
  return { trees, owned }
}

const isTarget = (given: unknown): given is Target =>
  typeof given === 'object' && given !== null && 'file' in given && typeof given.file === 'string'

async function pickFile(history: History): Promise<Target | undefined> {
  const files = (await history.friends({ limit: 1 }) ?? []).filter(({ state }) => state !== 'absent').map(({ file }) => ({ file, label: folderName(file) }))
  if (files.length === 0) void vscode.window.showInformationMessage(vscode.l10n.t('There is no askwell.json yet. The view Askwell can create it.'))
  return files.length > 1 ? vscode.window.showQuickPick(files, { placeHolder: vscode.l10n.t('Which folder?') }) : files[0]
}
