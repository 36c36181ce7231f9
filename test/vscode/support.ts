import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { Trees } from '../../src/client/history/trees.ts'
import { RULE_IDS, type RuleId } from '../../src/core/rules/rule.ts'

/** What the extension's `activate` returns. */
interface Api {
  readonly state: 'asleep' | 'starting' | 'running' | 'stopped'
  readonly views: Trees
}

export const extension = (): vscode.Extension<Api> => {
  const found = vscode.extensions.getExtension<Api>('askwell.askwell')
  assert.ok(found)
  return found
}

export const folder = (): vscode.Uri => {
  const [first] = vscode.workspace.workspaceFolders ?? []
  assert.ok(first, 'the tests run in a workspace folder')
  return first.uri
}

export const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name)

export const write = async (name: string, text: string): Promise<vscode.Uri> => {
  await vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text))
  return at(name)
}

export const stored = async (name: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(name)))

/** Shows a file, written anew if a text is given. */
export async function show(name: string, text?: string): Promise<vscode.TextEditor> {
  if (text !== undefined) await write(name, text)
  return vscode.window.showTextDocument(at(name), { preview: false })
}

export const closeAll = async (): Promise<void> => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}

/** Waits until something holds: looks again whenever diagnostics, documents or tabs change. */
export async function until<T>(what: string, holds: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const listeners: vscode.Disposable[] = []
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      const look = (): void => {
        void Promise.resolve(holds()).then((value) => {
          if (value !== undefined && value !== false) resolve(value)
        }, reject)
      }
      // Not every change has an event: what a file holds, whether the server runs.
      timer = setInterval(look, 50)
      const limit = setTimeout(() => { reject(new Error(`It did not happen: ${what}.`)) }, 15_000)
      listeners.push(
        vscode.languages.onDidChangeDiagnostics(look), vscode.workspace.onDidChangeTextDocument(look), vscode.window.tabGroups.onDidChangeTabs(look),
        new vscode.Disposable(() => { clearTimeout(limit) }),
      )
      look()
    })
  } finally {
    clearInterval(timer)
    for (const listener of listeners) listener.dispose()
  }
}

/** Lets only some rules speak; without any, as the user has it. */
export async function speakOnly(...spoken: RuleId[]): Promise<void> {
  const rules = spoken.length === 0 ? undefined : Object.fromEntries(RULE_IDS.filter((id) => !spoken.includes(id)).map((id) => [id, 'off']))
  await vscode.workspace.getConfiguration('askwell').update('rules', rules, vscode.ConfigurationTarget.Workspace)
}

/** The findings of Askwell in a document, by rule. */
export const found = (uri: vscode.Uri): Map<string, vscode.Diagnostic> => new Map(vscode.languages.getDiagnostics(uri)
  .filter(({ source }) => source === 'Askwell')
  .map((diagnostic) => [codeOf(diagnostic), diagnostic]))

export const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code)

/** Waits until a rule has a finding. */
export const finding = (uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> => until(`${rule} in ${uri.path}`, () => found(uri).get(rule))

/** Waits until a rule has none. */
export const silence = (uri: vscode.Uri, rule: string): Promise<true> => until(`no ${rule} in ${uri.path}`, () => !found(uri).has(rule))

/** The quick fixes at a finding, with their edits filled in. */
export const quickFixes = (uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<vscode.CodeAction[]> => until('quick fixes', async () => {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, 'quickfix', 100)
  return actions.length > 0 && actions
})

/** Does what the editor does when an action is chosen. */
export async function carryOut({ edit, command }: vscode.CodeAction): Promise<void> {
  assert.ok(edit ?? command)
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit))
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []) as unknown[])
}

/** A message with one fault: it makes a no hard. */
export const draft = (matter = 'ask: introduction'): string => `---
friend: Maria Lopez
${matter}
target: Jo Park at Acme
subject: Introduction to Jo Park?
---

Hi Maria,

could you introduce me to Jo Park at Acme? Here are a few lines that you could forward:

> Ada Kim is a product designer with six years in health care. She would like to hear how Acme works with clinics.

Ada
`

export const MISSING_OPT_OUT = 'line/no-opt-out'
