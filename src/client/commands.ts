import * as vscode from 'vscode'
import { isRuleId, RULE_IDS, type RuleId } from '../core/rules/rule.ts'
import { COMMANDS } from '../server/protocol.ts'
import { tellDone } from './history/keep.ts'
import type { ServerControl } from './server-control.ts'

/** Registers the commands that the manifest names. @returns what is to be disposed */
export function registerCommands(context: vscode.ExtensionContext, control: ServerControl): vscode.Disposable[] {
  const register = (command: string, run: (argument: unknown) => unknown): vscode.Disposable => vscode.commands.registerCommand(command, run)
  return [
    register(COMMANDS.fixAll, (argument) => withDraft(argument, ({ uri }) => fixAll(control, uri))),
    register(COMMANDS.markAsSent, (argument) => withDraft(argument, (draft) => markAsSent(control, draft))),
    register(COMMANDS.explainRule, (argument) => explainRule(context, argument)),
    register('askwell.restartServer', () => control.restart()),
    register('askwell.showLog', () => { control.channel.show() }),
  ]
}

/** Runs something on the draft that a menu names, else on the one in the active editor. */
async function withDraft(argument: unknown, run: (draft: vscode.TextDocument) => Promise<unknown>): Promise<unknown> {
  const uri = argument instanceof vscode.Uri ? argument : typeof argument === 'string' ? vscode.Uri.parse(argument) : vscode.window.activeTextEditor?.document.uri
  if (uri) return run(await vscode.workspace.openTextDocument(uri))
  return vscode.window.showInformationMessage(vscode.l10n.t('Open a draft first: a Markdown file named *.ask.md, or with the key "ask" in its front matter.'))
}

async function fixAll(control: ServerControl, draft: vscode.Uri): Promise<unknown> {
  const result = await control.execute(COMMANDS.fixAll, draft.toString())
  await tellDone(result)
  return result
}

/** The history and the draft agree on disk: if the draft was saved before, its new date is saved, too. */
async function markAsSent(control: ServerControl, draft: vscode.TextDocument): Promise<unknown> {
  const wasSaved = !draft.isDirty && !draft.isUntitled
  const result = await control.execute(COMMANDS.markAsSent, draft.uri.toString())
  if (wasSaved) await draft.save()
  await tellDone(result)
  return result
}

/** Shows the page of a rule, rendered. Without a rule, it asks which. */
async function explainRule(context: vscode.ExtensionContext, argument: unknown): Promise<void> {
  const rule = typeof argument === 'string' && isRuleId(argument) ? argument : await pickRule(context)
  if (!rule) return
  const page = vscode.Uri.joinPath(context.extensionUri, 'docs/rules', `${rule}.md`)
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page)
  } catch {
    // The Markdown preview may be turned off.
    await vscode.commands.executeCommand('vscode.open', page)
  }
}

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: { readonly 'askwell.rules': { readonly properties: Record<string, { readonly description?: string }> } } } }
}

async function pickRule({ extension }: vscode.ExtensionContext): Promise<RuleId | undefined> {
  // The manifest has what each rule finds, in the language of the editor; so the rules themselves need not be loaded.
  const described = (extension.packageJSON as Manifest).contributes.configuration.properties['askwell.rules'].properties
  const chosen = await vscode.window.showQuickPick(
    RULE_IDS.map((label) => ({ label, detail: described[label]?.description ?? '' })),
    { title: vscode.l10n.t('Explain a Rule'), placeHolder: vscode.l10n.t('Which rule?'), matchOnDetail: true },
  )
  return chosen?.label
}
