import * as vscode from 'vscode'
import { holdsMessages } from '../../core/exchange/kinds.ts'
import { HISTORY_COMMANDS, READ_IMPORTS, type ImportItem, type ImportPreview, type ReadImportsParams } from '../../server/protocol.ts'
import type { ServerControl } from '../server-control.ts'
import { pickWorkspaceFile, readGiven, statusItems, whereabouts } from './prompts.ts'

/**
 * Takes over friends from address books, and earlier asks from messages: reads them, shows what would be added, and adds
 * what the user leaves chosen.
 * @param argument `from`, the URIs of files and folders, if they are known already
 * @returns what the server has done; undefined if the user has given up, or if there is nothing to do
 */
export async function importHistory(control: ServerControl, argument: unknown): Promise<unknown> {
  const title = vscode.l10n.t('Import Friends or Earlier Asks')
  const chosen = urisOf(argument) ?? await pickFiles(title)
  const files = chosen && (await Promise.all(chosen.map(filesAt))).flat()
  if (!files) return undefined
  if (files.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no messages in this folder: files that end in .eml or .mbox.'))
    return undefined
  }
  const from = files.some(({ uri }) => holdsMessages(uri)) ? await askOwnAddresses(title) : []
  const file = from && (readGiven(argument).file ?? whereabouts() ?? await pickWorkspaceFile(control, title))
  const preview = from && await readFiles(control, title, { file, files, from })
  if (!preview) return undefined
  if ('refused' in preview) {
    void vscode.window.showWarningMessage(preview.refused)
    return undefined
  }
  const items = await chooseItems(title, preview)
  const status = items && await pickStatus(title, items)
  if (!items || status === undefined) return undefined
  const asks = items.flatMap((item) => (item.list === 'asks' ? [item.detail === '' ? item.entry : { ...item.entry, status }] : []))
  return control.execute(HISTORY_COMMANDS.addEntries, {
    file: preview.file, asks,
    friends: items.flatMap(({ list, entry }) => (list === 'friends' ? [entry] : [])),
    favors: items.flatMap(({ list, entry }) => (list === 'favors' ? [entry] : [])),
  })
}

function urisOf(argument: unknown): vscode.Uri[] | undefined {
  const from: unknown = typeof argument === 'object' && argument !== null && 'from' in argument ? argument.from : undefined
  return Array.isArray(from) ? from.filter((uri) => typeof uri === 'string').map((uri) => vscode.Uri.parse(uri)) : undefined
}

/** A dialog chooses either files or folders, so that what is wanted has to be known before. */
async function pickFiles(title: string): Promise<vscode.Uri[] | undefined> {
  const kinds = [
    { label: `$(person-add) ${vscode.l10n.t('Friends')}`, detail: vscode.l10n.t('From an address book: .vcf or .csv; or a history that was exported before.'), extensions: ['vcf', 'vcard', 'csv', 'tsv', 'json'] },
    { label: `$(mail) ${vscode.l10n.t('Earlier asks, from a mailbox')}`, detail: vscode.l10n.t('Messages you sent: .mbox (Thunderbird, Google Takeout) or .eml.'), extensions: ['mbox', 'eml'] },
    { label: `$(folder) ${vscode.l10n.t('Earlier asks, from a folder of messages')}`, detail: vscode.l10n.t('All .eml and .mbox in it.'), extensions: undefined },
  ]
  const kind = await vscode.window.showQuickPick(kinds, { title, placeHolder: vscode.l10n.t('Nothing leaves your machine, and nothing is written before you have seen it.') })
  if (!kind) return undefined
  return vscode.window.showOpenDialog({
    title, openLabel: vscode.l10n.t('Read'),
    ...(kind.extensions ? { canSelectMany: true, filters: { [kind.label.replace(/^\$\(.*?\) /, '')]: kind.extensions } } : { canSelectFiles: false, canSelectFolders: true }),
  })
}

/** A file with its size; of a folder, those with messages. */
async function filesAt(uri: vscode.Uri): Promise<{ uri: string; size: number }[]> {
  const { type, size } = await vscode.workspace.fs.stat(uri)
  if ((type & vscode.FileType.Directory) === 0) return [{ uri: uri.toString(), size }]
  const names = (await vscode.workspace.fs.readDirectory(uri)).flatMap(([name, kind]) => ((kind & vscode.FileType.File) !== 0 && holdsMessages(name) ? [name] : []))
  const inside = names.sort().map(async (name) => {
    const one = vscode.Uri.joinPath(uri, name)
    return { uri: one.toString(), size: (await vscode.workspace.fs.stat(one)).size }
  })
  return Promise.all(inside)
}

async function askOwnAddresses(title: string): Promise<string[] | undefined> {
  const given = await vscode.window.showInputBox({
    title, prompt: vscode.l10n.t('Your own e-mail addresses, so that only messages of yours count. Leave it empty if all of these are yours.'), placeHolder: 'ada@example.org, ada.kim@example.com',
  })
  return given?.split(/[\s,;]+/).filter(Boolean)
}

/** Reads the files, in sight of the user, who may stop it. */
async function readFiles(control: ServerControl, title: string, params: ReadImportsParams): Promise<ImportPreview | undefined> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    let done = 0
    try {
      return await control.request<ImportPreview>(READ_IMPORTS, params, token, ({ message, percentage = done }) => {
        progress.report({ ...(message === undefined ? {} : { message }), increment: percentage - done })
        done = percentage
      })
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined
      throw error
    }
  })
}

type Item = vscode.QuickPickItem & { readonly item?: ImportItem }
type Skipped = Exclude<ImportPreview, { refused: string }>['skipped']

/** Shows what would be added, all of it chosen; undefined if the user gives up. */
async function chooseItems(title: string, { items, skipped, messages }: Exclude<ImportPreview, { refused: string }>): Promise<readonly ImportItem[] | undefined> {
  const counts = [
    vscode.l10n.t('new: {0}', items.length),
    ...(skipped.length === 0 ? [] : [vscode.l10n.t('left out: {0}', skipped.length)]),
    ...(messages === 0 ? [] : [vscode.l10n.t('messages read: {0}', messages)]),
  ].join(', ')
  if (items.length === 0) {
    const show = vscode.l10n.t('Show What Is Left Out')
    const nothing = vscode.l10n.t('There is nothing new in it ({0}).', counts)
    if (await vscode.window.showInformationMessage(nothing, ...(skipped.length === 0 ? [] : [show])) === show) await showSkipped(skipped, false)
    return undefined
  }
  const picker = vscode.window.createQuickPick<Item>()
  picker.title = `${title} (${counts})`
  picker.placeholder = vscode.l10n.t('What would you like to take over?')
  picker.canSelectMany = true
  picker.ignoreFocusOut = true
  picker.matchOnDescription = true
  picker.matchOnDetail = true
  picker.buttons = skipped.length === 0 ? [] : [{ iconPath: new vscode.ThemeIcon('info'), tooltip: vscode.l10n.t('What is left out, and why') }]
  picker.items = rowsOf(items)
  picker.selectedItems = picker.items.filter(({ item }) => item)
  /** Undefined: the user wants to see what is left out. */
  const ask = (): Promise<readonly ImportItem[] | undefined> => new Promise((resolve) => {
    const listeners = [
      picker.onDidTriggerButton(() => { end(undefined) }),
      picker.onDidAccept(() => { end(picker.selectedItems.flatMap(({ item }) => item ?? [])) }),
      picker.onDidHide(() => { end([]) }),
    ]
    const end = (answer: readonly ImportItem[] | undefined): void => {
      for (const listener of listeners) listener.dispose()
      resolve(answer)
    }
    picker.show()
  })
  let chosen = await ask()
  while (!chosen && await showSkipped(skipped, true)) chosen = await ask()
  picker.dispose()
  return chosen && chosen.length > 0 ? chosen : undefined
}

/** Lists what is left out, and why. @returns whether the user wants to go back to where they came from */
async function showSkipped(skipped: Skipped, canGoBack: boolean): Promise<boolean> {
  const picker = vscode.window.createQuickPick()
  picker.title = vscode.l10n.t('What is left out, and why')
  picker.ignoreFocusOut = true
  picker.matchOnDetail = true
  picker.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : []
  picker.items = skipped.map(({ what, why }) => ({ label: what, detail: why }))
  const goesBack = await new Promise<boolean>((resolve) => {
    picker.onDidTriggerButton(() => { resolve(true) })
    picker.onDidAccept(() => { resolve(canGoBack) })
    picker.onDidHide(() => { resolve(false) })
    picker.show()
  })
  picker.dispose()
  return goesBack
}

function rowsOf(items: readonly ImportItem[]): Item[] {
  const lists = { friends: vscode.l10n.t('Friends'), asks: vscode.l10n.t('Asks'), favors: vscode.l10n.t('Favours') }
  return items.flatMap((item, index): Item[] => [
    ...(items[index - 1]?.list === item.list ? [] : [{ label: lists[item.list], kind: vscode.QuickPickItemKind.Separator }]),
    { label: item.title, description: item.note, ...(item.detail === '' ? {} : { detail: vscode.l10n.t('“{0}”', item.detail) }), item },
  ])
}

/** What is noted of asks that messages tell of, which say nothing of the answer; undefined if the user gives up. */
async function pickStatus(title: string, items: readonly ImportItem[]): Promise<string | undefined> {
  if (!items.some(({ list, detail }) => list === 'asks' && detail !== '')) return 'open'
  const chosen = await vscode.window.showQuickPick(statusItems(), { title, placeHolder: vscode.l10n.t('What became of these asks? Each can be changed later.') })
  return chosen?.answer
}
