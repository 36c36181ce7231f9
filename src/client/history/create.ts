import * as vscode from 'vscode'
import { exists } from './open.ts'

/**
 * Creates the `askwell.json` of a workspace folder and opens it, with places for one's own name and for the first friend
 * to be filled in; one that is there is only opened. Then offers to keep a new one out of git.
 */
export async function createWorkspaceFile(): Promise<void> {
  const folder = await pickFolder()
  if (!folder) return
  const path = vscode.workspace.getConfiguration('askwell', folder).get<string>('file') ?? 'askwell.json'
  const file = vscode.Uri.joinPath(folder.uri, path)
  if (await exists(file)) {
    await vscode.window.showTextDocument(file)
    return
  }
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(textWith('', '')))
  const editor = await vscode.window.showTextDocument(file)
  const all = editor.document.validateRange(new vscode.Range(0, 0, editor.document.lineCount, 0))
  const friend = `\n    { "name": "\${2:${escaped(vscode.l10n.t('Name of a friend'))}}", "companies": ["$3"], "fields": ["$4"] }`
  await editor.insertSnippet(new vscode.SnippetString(textWith('$1', friend)), all)
  // The file is there, whatever comes of the offer, and whenever.
  void offerToIgnore(file)
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const { workspaceFolders = [] } = vscode.workspace
  return workspaceFolders.length > 1 ? vscode.window.showWorkspaceFolderPick() : workspaceFolders[0]
}

/** A new file. @param name the user's name. @param friends the list, line by line */
const textWith = (name: string, friends: string): string => `{
  "version": 1,

  // ${escaped(vscode.l10n.t('What Askwell may put into your drafts about you.'))}
  "me": { "name": "${name}" },

  // ${escaped(vscode.l10n.t('Whom you may ask. Fields and companies tell whom else to ask when one friend has done enough.'))}
  "friends": [${friends}
  ],

  // ${escaped(vscode.l10n.t('What you asked, newest first. "Mark as Sent" writes it.'))}
  "asks": [
  ],

  // ${escaped(vscode.l10n.t('What you did for them.'))}
  "favors": [
  ]
}
`

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&')

/** Says why a new `askwell.json` may be better kept out of git, and keeps it out if that is wanted. */
export async function offerToIgnore(file: vscode.Uri): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(file)
  if (!folder) return
  const path = vscode.workspace.asRelativePath(file, false)
  const ignoreFile = vscode.Uri.joinPath(folder.uri, '.gitignore')
  if (!await exists(vscode.Uri.joinPath(folder.uri, '.git'))) return
  const before = await exists(ignoreFile) ? new TextDecoder().decode(await vscode.workspace.fs.readFile(ignoreFile)) : ''
  if (before.split(/\r?\n/).some((line) => line.replace(/^\//, '') === path)) return
  const add = vscode.l10n.t('Add to .gitignore')
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('askwell.json holds the names of your friends and what you asked them. If others can see this repository, keep it out of git.'), add)
  if (chosen !== add) return
  const eol = before === '' || before.endsWith('\n') ? '' : '\n'
  await vscode.workspace.fs.writeFile(ignoreFile, new TextEncoder().encode(`${before}${eol}/${path}\n`))
}
