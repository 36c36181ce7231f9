import * as vscode from 'vscode'
import type { History } from './history.ts'
import type { Target } from './rows.ts'

/** Shows the draft of an entry; where there is none, the entry in `askwell.json`. */
export async function openEntry(history: History, { file, id }: Pick<Target, 'file' | 'id'>): Promise<void> {
  if (id === undefined) return
  const place = await history.place({ file, id })
  if (!place) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This entry is not in askwell.json any more.'))
    return
  }
  const draft = place.draft === undefined ? undefined : vscode.Uri.parse(place.draft)
  if (draft && await exists(draft)) await vscode.window.showTextDocument(draft)
  else await showAt(file, () => place.offset)
}

/** Shows a friend in `askwell.json`. */
export const openFriend = ({ file, friend = '' }: Pick<Target, 'file' | 'friend'>): Promise<void> =>
  showAt(file, (text) => Math.max(0, text.indexOf(JSON.stringify(friend))))

/** Opens an `askwell.json` with the cursor at a place of its text. */
export async function showAt(file: string, offsetIn: (text: string) => number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file))
  const at = document.positionAt(offsetIn(document.getText()))
  await vscode.window.showTextDocument(document, { selection: document.lineAt(at).range.with(at, at) })
}

/** Whether there is a file. */
export const exists = async (uri: vscode.Uri): Promise<boolean> => {
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}
