import * as vscode from 'vscode'
import type { FromYear, ToYear, Wanted, YearTexts } from '../../webview/messages.ts'
import type { History } from './history.ts'
import { YEAR_PANEL } from './ids.ts'
import { openEntry } from './open.ts'
import { folderName } from './trees.ts'

/** The panels "The Year at a Glance", one for each `askwell.json`. */
export class YearPanels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #dist: vscode.Uri
  readonly #media: vscode.Uri
  readonly #history: History
  readonly #panels = new Map<string, vscode.WebviewPanel>()
  readonly #listener: vscode.Disposable

  constructor(extensionUri: vscode.Uri, history: History) {
    this.#dist = vscode.Uri.joinPath(extensionUri, 'dist')
    this.#media = vscode.Uri.joinPath(extensionUri, 'media')
    this.#history = history
    this.#listener = history.onDidChange(() => {
      for (const { webview } of this.#panels.values()) void webview.postMessage({ type: 'outdated' } satisfies ToYear)
    })
  }

  /** Shows the panel of an `askwell.json`. */
  show(file: string): void {
    const known = this.#panels.get(file)
    if (known) known.reveal()
    else this.#fill(vscode.window.createWebviewPanel(YEAR_PANEL, titleFor(file), vscode.ViewColumn.Active, { enableFindWidget: true }), file)
  }

  /** Brings a panel back after a restart of the editor. @param state what the panel has kept */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const file = typeof state === 'object' && state !== null && 'file' in state && typeof state.file === 'string' ? state.file : undefined
    if (file === undefined || this.#panels.has(file) || !vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(file))) panel.dispose()
    else this.#fill(panel, file)
  }

  dispose(): void {
    this.#listener.dispose()
    for (const panel of this.#panels.values()) panel.dispose()
  }

  #fill(panel: vscode.WebviewPanel, file: string): void {
    const { webview } = panel
    let reading: vscode.CancellationTokenSource | undefined
    this.#panels.set(file, panel)
    panel.onDidDispose(() => {
      reading?.cancel()
      this.#panels.delete(file)
    })
    panel.iconPath = { light: vscode.Uri.joinPath(this.#media, 'year-light.svg'), dark: vscode.Uri.joinPath(this.#media, 'year-dark.svg') }
    webview.options = { enableScripts: true, localResourceRoots: [this.#dist] }
    webview.onDidReceiveMessage((message: FromYear) => {
      switch (message.type) {
        case 'want':
          reading?.cancel()
          reading = new vscode.CancellationTokenSource()
          void this.#answer(webview, file, message.wanted, reading.token)
          return
        case 'cancel':
          reading?.cancel()
          return
        case 'open':
          void openEntry(this.#history, { file, id: message.id })
      }
    })
    webview.html = page(webview, this.#dist, file)
  }

  async #answer(webview: vscode.Webview, file: string, { year, filter, page }: Wanted, token: vscode.CancellationToken): Promise<void> {
    const post = (message: ToYear): void => {
      if (!token.isCancellationRequested) void webview.postMessage(message)
    }
    post({ type: 'reading' })
    try {
      const answer = await this.#history.timeline({ file, year, filter, page }, token)
      post(answer ? { type: 'page', page: answer } : { type: 'failed', message: vscode.l10n.t('Askwell could not read this; the log says why.') })
    } catch (error) {
      if (!(error instanceof vscode.CancellationError)) throw error
    }
  }
}

function titleFor(file: string): string {
  const title = vscode.l10n.t('The Year at a Glance')
  return (vscode.workspace.workspaceFolders?.length ?? 0) > 1 ? `${title}: ${folderName(file)}` : title
}

const texts = (): YearTexts => ({
  title: vscode.l10n.t('The Year at a Glance'),
  lastTwelveMonths: vscode.l10n.t('Last twelve months'),
  period: vscode.l10n.t('Period'),
  filter: vscode.l10n.t('Find a friend'),
  timeline: vscode.l10n.t('Timeline'),
  table: vscode.l10n.t('Table'),
  legend: vscode.l10n.t('What the marks mean'),
  marks: {
    asked: vscode.l10n.t('Asked'),
    granted: vscode.l10n.t('Granted'),
    declined: vscode.l10n.t('Declined'),
    withdrawn: vscode.l10n.t('Withdrawn'),
    thanked: vscode.l10n.t('Thanked'),
    reported: vscode.l10n.t('Told how it ended'),
    favor: vscode.l10n.t('You helped'),
  },
  open: vscode.l10n.t('Still open'),
  today: vscode.l10n.t('Today'),
  hint: vscode.l10n.t('Arrow keys go from mark to mark, Enter opens the draft.'),
  columns: {
    friend: vscode.l10n.t('Friend'),
    date: vscode.l10n.t('Day'),
    what: vscode.l10n.t('What'),
    answer: vscode.l10n.t('Answer'),
    thanked: vscode.l10n.t('Thanked'),
    reported: vscode.l10n.t('Told how it ended'),
  },
  favor: vscode.l10n.t('You helped'),
  reading: vscode.l10n.t('Reading the history …'),
  cancel: vscode.l10n.t('Cancel'),
  cancelled: vscode.l10n.t('Cancelled.'),
  again: vscode.l10n.t('Try Again'),
  nothing: vscode.l10n.t('Nothing was asked, answered or given back in this time.'),
  nobody: vscode.l10n.t('No friend of that name in this time.'),
  previous: vscode.l10n.t('Previous'),
  next: vscode.l10n.t('Next'),
  page: vscode.l10n.t('Friends {0} to {1} of {2}'),
})

/** The page: it may run its own script and style sheet, and load nothing else from anywhere. */
function page(webview: vscode.Webview, dist: vscode.Uri, file: string): string {
  const nonce = crypto.randomUUID()
  const uri = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString()
  const given = JSON.stringify({ file, texts: texts() }).replaceAll('<', '\\u003c')
  return `<!DOCTYPE html>
<html lang="${vscode.env.language.startsWith('de') ? 'de' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'">
<link rel="stylesheet" nonce="${nonce}" href="${uri('year.css')}">
</head>
<body>
<script type="application/json" id="given">${given}</script>
<script nonce="${nonce}" src="${uri('year.js')}"></script>
</body>
</html>`
}
