import * as vscode from 'vscode'
import { SOURCE } from '../server/protocol.ts'
import { isDraftDocument } from './drafts.ts'
import type { ServerControl } from './server-control.ts'

/** Tells, for the draft in the active editor, how many findings it has, and whether anybody looks. Absent elsewhere. */
export class DraftStatus implements vscode.Disposable {
  readonly #control: ServerControl
  readonly #owned: vscode.Disposable[]
  #item: vscode.LanguageStatusItem | undefined
  #isDraft = false

  constructor(control: ServerControl) {
    this.#control = control
    this.#owned = [
      vscode.window.onDidChangeActiveTextEditor(() => { this.#update() }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.#update()
      }),
      vscode.languages.onDidChangeDiagnostics(() => {
        if (this.#isDraft) this.#update()
      }),
      control.onDidChangeState(() => { this.#update() }),
    ]
    this.#update()
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose()
    this.#item?.dispose()
  }

  #update(): void {
    const document = vscode.window.activeTextEditor?.document
    const isDraft = document !== undefined && isDraftDocument(document)
    if (isDraft !== this.#isDraft) {
      this.#isDraft = isDraft
      void vscode.commands.executeCommand('setContext', 'askwell.isDraft', isDraft)
    }
    if (document && isDraft) this.#show(document)
    else {
      this.#item?.dispose()
      this.#item = undefined
    }
  }

  #show({ uri }: vscode.TextDocument): void {
    this.#item ??= vscode.languages.createLanguageStatusItem('askwell', { language: 'markdown' })
    const item = this.#item
    const { state } = this.#control
    item.name = 'Askwell'
    item.detail = 'Askwell'
    item.busy = state === 'starting'
    if (state === 'stopped') {
      item.text = vscode.l10n.t('Not running')
      item.severity = vscode.LanguageStatusSeverity.Error
      item.command = { command: 'askwell.restartServer', title: vscode.l10n.t('Restart') }
      return
    }
    const count = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE).length
    item.text = count === 0 ? vscode.l10n.t('Nothing to mend') : count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count)
    item.severity = vscode.LanguageStatusSeverity.Information
    item.command = count === 0
      ? { command: 'askwell.showLog', title: vscode.l10n.t('Show Log') }
      : { command: 'workbench.actions.view.problems', title: vscode.l10n.t('Show Problems') }
  }
}
