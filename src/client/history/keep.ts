import * as vscode from 'vscode'
import {
  APPLY_FIX, CANDIDATES, CLIENT_COMMANDS, HISTORY_COMMANDS, MENTIONS, START,
  type CandidatesParams, type CandidatesResult, type Choice, type Mentions, type MentionsParams, type StartParams, type StartResult,
} from '../../server/protocol.ts'
import type { ServerControl } from '../server-control.ts'
import { offerToIgnore } from './create.ts'
import { exportHistory, writeReport } from './export.ts'
import { EXPORT_HISTORY, IMPORT, OPEN_ENTRY, START_COMMANDS, WRITE_REPORT } from './ids.ts'
import { importHistory } from './import.ts'
import { askWords, pickAnswer, pickAskType, pickEntry, pickFriend, readGiven, statusItems, whereabouts, type Given } from './prompts.ts'

/** Registers the commands that keep the history. Each asks for what it is not told. @returns what is to be disposed */
export function registerKeeping(control: ServerControl): vscode.Disposable[] {
  const run = (command: string, argument: object): Promise<void> => carryOut(control, command, argument)
  const register = (command: string, task: (given: Given) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(command, (argument: unknown) => {
      const given = readGiven(argument)
      return task({ ...given, ...(given.file === undefined ? placed(whereabouts()) : {}) })
    })
  return [
    register(HISTORY_COMMANDS.recordAnswer, async (given) => {
      const title = vscode.l10n.t('Record the Answer')
      const entry = await pickEntry(control, given, 'answer', title)
      const status = entry && await pickAnswer(given, titleOf(entry))
      const outcome = status && (status === 'withdrawn' ? '' : given.outcome ?? await askWords(titleOf(entry), vscode.l10n.t('In a few words, if you like: what did they say?')))
      if (outcome !== undefined && entry) await run(HISTORY_COMMANDS.recordAnswer, { ...refTo(entry), status, outcome })
    }),
    register(WITHDRAW, async (given) => {
      const entry = await pickEntry(control, given, 'answer', vscode.l10n.t('Withdraw an Ask'))
      if (entry) await run(HISTORY_COMMANDS.recordAnswer, { ...refTo(entry), status: 'withdrawn' })
    }),
    register(HISTORY_COMMANDS.markFollowedUp, async (given) => {
      const entry = await pickEntry(control, given, 'follow-up', vscode.l10n.t('I Have Followed Up'))
      if (entry) await run(HISTORY_COMMANDS.markFollowedUp, refTo(entry))
    }),
    register(HISTORY_COMMANDS.markThanked, async (given) => {
      const entry = await pickEntry(control, given, 'thanks', vscode.l10n.t('I Have Thanked'))
      if (entry) await run(HISTORY_COMMANDS.markThanked, refTo(entry))
    }),
    register(HISTORY_COMMANDS.markReported, async (given) => {
      const entry = await pickEntry(control, given, 'report', vscode.l10n.t('I Have Told How It Ended'))
      const outcome = entry && (given.outcome ?? await askWords(titleOf(entry), vscode.l10n.t('In a few words, if you like: how did it end?'), entry.values['outcome'] ?? ''))
      if (outcome !== undefined && entry) await run(HISTORY_COMMANDS.markReported, { ...refTo(entry), outcome })
    }),
    register(HISTORY_COMMANDS.logFavor, async (given) => {
      const title = vscode.l10n.t('Log a Favour I Did')
      const chosen = await pickFriend(control, given, title, true)
      const what = chosen && (given.what ?? await askWords(`${title}: ${chosen.friend}`, vscode.l10n.t('What did you do for them? "reviewed her portfolio"')))
      if (what) await run(HISTORY_COMMANDS.logFavor, { ...chosen, what })
    }),
    register(HISTORY_COMMANDS.editEntry, (given) => editEntry(control, given)),
    register(HISTORY_COMMANDS.deleteEntry, async (given) => {
      const entry = await pickEntry(control, given, 'nothing', vscode.l10n.t('Delete an Entry'))
      if (entry) await run(HISTORY_COMMANDS.deleteEntry, refTo(entry))
    }),
    vscode.commands.registerCommand(APPLY_FIX, (fix: object) => run(APPLY_FIX, fix)),
    vscode.commands.registerCommand(IMPORT, async (argument: unknown) => { await tellDone(await importHistory(control, argument)) }),
    vscode.commands.registerCommand(EXPORT_HISTORY, (argument: unknown) => exportHistory(control, argument)),
    vscode.commands.registerCommand(WRITE_REPORT, (argument: unknown) => writeReport(control, argument)),
    register(HISTORY_COMMANDS.undo, () => run(HISTORY_COMMANDS.undo, {})),
    register(HISTORY_COMMANDS.forgetFriend, (given) => forgetFriend(control, given)),
    register(CLIENT_COMMANDS.showHistory, async (given) => {
      const chosen = await pickFriend(control, given, vscode.l10n.t('Show the History of a Friend'))
      const entry = chosen && await pickEntry(control, chosen.file === undefined ? { friend: chosen.friend } : { file: chosen.file, friend: chosen.friend }, 'nothing', chosen.friend)
      if (entry) await vscode.commands.executeCommand(OPEN_ENTRY, refTo(entry))
    }),
    register(CLIENT_COMMANDS.whoCouldIAsk, (given) => whoCouldIAsk(control, given)),
    register(START_COMMANDS.ask, async (given) => {
      const title = vscode.l10n.t('New Draft')
      const chosen = await pickFriend(control, given, title, true)
      const ask = chosen && (given.ask ?? await pickAskType(control, title))
      if (ask) await start(control, { ...chosen, kind: 'ask', ask, target: given.about })
    }),
    ...([['follow-up', 'follow-up'], ['thank', 'thanks'], ['report', 'report']] as const).map(([kind, need]) => register(START_COMMANDS[kind], async (given) => {
      const entry = await pickEntry(control, given, need, vscode.l10n.t('Start a Draft'))
      if (entry) await start(control, { ...refTo(entry), kind })
    })),
    register(START_COMMANDS['give-back'], async (given) => {
      const chosen = await pickFriend(control, given, vscode.l10n.t('Offer Help'))
      if (chosen) await start(control, { ...chosen, kind: 'give-back' })
    }),
  ]
}

/** Lets an open ask go; the same as recording that answer. */
const WITHDRAW = 'askwell.withdraw'

const placed = (file: string | undefined): Given => (file === undefined ? {} : { file })
const refTo = ({ file, id }: Choice): { readonly file: string; readonly id: string } => ({ file, id })
const titleOf = ({ friend, title }: Choice): string => `${friend}: ${title}`

/** What the server says that it has done. */
interface Done {
  readonly done?: boolean
  readonly message?: string
  readonly created?: string
}

/** Says what a command of the server has done, in passing; what went wrong, the server has said. */
export async function tellDone(result: unknown): Promise<void> {
  const { done, message, created } = (result ?? {}) as Done
  if (done && message) vscode.window.setStatusBarMessage(`$(check) ${message}`, 8_000)
  if (created !== undefined) await offerToIgnore(vscode.Uri.parse(created))
}

async function carryOut(control: ServerControl, command: string, argument: object): Promise<void> {
  await tellDone(await control.execute(command, argument))
}

/** How a value of an entry is called, and asked for. */
interface Field {
  readonly label: string
  readonly kind: 'words' | 'day' | 'no-day' | 'status' | 'ask'
}

const fields = (): Readonly<Record<string, Field>> => ({
  ask: { label: vscode.l10n.t('What was asked for'), kind: 'ask' },
  what: { label: vscode.l10n.t('What you did'), kind: 'words' },
  date: { label: vscode.l10n.t('Date'), kind: 'day' },
  status: { label: vscode.l10n.t('What became of it'), kind: 'status' },
  outcome: { label: vscode.l10n.t('How it ended, in words'), kind: 'words' },
  followedUp: { label: vscode.l10n.t('Followed up on'), kind: 'no-day' },
  answered: { label: vscode.l10n.t('Answered on'), kind: 'no-day' },
  thanked: { label: vscode.l10n.t('Thanked on'), kind: 'no-day' },
  reported: { label: vscode.l10n.t('Told how it ended on'), kind: 'no-day' },
})

async function editEntry(control: ServerControl, given: Given): Promise<void> {
  const entry = await pickEntry(control, given, 'nothing', vscode.l10n.t('Edit an Entry'))
  if (!entry) return
  const open = { label: `$(go-to-file) ${vscode.l10n.t('Open')}` }
  const remove = { label: `$(trash) ${vscode.l10n.t('Delete')}` }
  const items = Object.entries(fields()).flatMap(([key, { label, kind }]) =>
    (key in entry.values ? [{ label, description: shownValue(entry, key), key, kind }] : []))
  const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { key?: string; kind?: never }>(
    [...items.map(({ label, description, key }) => ({ label, description, key })), open, remove],
    { title: titleOf(entry), placeHolder: vscode.l10n.t('What would you like to change?') },
  )
  if (chosen?.label === open.label) await vscode.commands.executeCommand(OPEN_ENTRY, refTo(entry))
  else if (chosen?.label === remove.label) await carryOut(control, HISTORY_COMMANDS.deleteEntry, refTo(entry))
  else {
    const field = items.find(({ key }) => key === chosen?.key)
    const value = field && await askValue(control, field, entry.values[field.key] ?? '', titleOf(entry))
    if (field && value !== undefined) await carryOut(control, HISTORY_COMMANDS.editEntry, { ...refTo(entry), set: { [field.key]: value } })
  }
}

/** A value of an entry, in the language of the editor. */
function shownValue({ title, values }: Choice, key: string): string {
  if (key === 'ask') return title
  const value = values[key] || '–'
  return key === 'status' ? statusItems().find(({ answer }) => answer === value)?.label ?? value : value
}

/** @returns undefined if it stays as it is */
async function askValue(control: ServerControl, { label, kind }: Field, value: string, title: string): Promise<string | null | undefined> {
  if (kind === 'ask') return pickAskType(control, title)
  if (kind === 'status') {
    return (await vscode.window.showQuickPick(statusItems(), { title, placeHolder: label }))?.answer
  }
  if (kind === 'words') return (await vscode.window.showInputBox({ title, prompt: label, value }))?.trim()
  const optional = kind === 'no-day'
  const day = await vscode.window.showInputBox({
    title, value, prompt: optional ? vscode.l10n.t('{0}: a date, or nothing', label) : label, placeHolder: 'YYYY-MM-DD',
    validateInput: (text) => (optional && text.trim() === '') || isDay(text.trim()) ? undefined : vscode.l10n.t('A date has the form YYYY-MM-DD.'),
  })
  return day === undefined ? undefined : day.trim() || null
}

async function forgetFriend(control: ServerControl, given: Given): Promise<void> {
  const chosen = await pickFriend(control, given, vscode.l10n.t('Forget a Friend'))
  const mentions = chosen && await control.request<Mentions | null>(MENTIONS, chosen satisfies MentionsParams)
  if (!mentions) return
  const { file, friend, asks, favors, drafts } = mentions
  const shown = drafts.slice(0, 10).map((uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)))
  const detail = [
    vscode.l10n.t('Asks: {0}, favours: {1}. Their entry, and all of these, will be taken out of askwell.json.', asks, favors),
    ...drafts.length > 0 ? [vscode.l10n.t('These drafts mention them, and stay as they are:'), ...shown] : [],
    ...drafts.length > shown.length ? [vscode.l10n.t('… and {0} more', drafts.length - shown.length)] : [],
  ].join('\n')
  const forget = vscode.l10n.t('Forget')
  if (await vscode.window.showWarningMessage(vscode.l10n.t('Forget everything about {0}?', friend), { modal: true, detail }, forget) !== forget) return
  await carryOut(control, HISTORY_COMMANDS.forgetFriend, { file, friend })
}

/** What somebody is wanted for. */
type Wanted = Pick<Given, 'ask' | 'field' | 'company' | 'about'>

/** Lets the user say what for, then choose somebody, and starts the draft. */
async function whoCouldIAsk(control: ServerControl, given: Given): Promise<void> {
  const title = vscode.l10n.t('Who Could I Ask?')
  const isTold = (given.ask ?? given.field ?? given.company ?? given.about) !== undefined
  const wanted = isTold ? given : await pickWanted(control, given, title)
  if (!wanted) return
  const { file, except } = given
  const { ask, field, company, about } = wanted
  // A target that names nobody's field or company is no help; the kind of ask still is.
  const found = await withFallback(control, { file, except, ask, field, company, about })
  if (!found || found.candidates.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Nobody in askwell.json fits. Fields and companies of your friends tell who could help with what.'))
    return
  }
  const free = found.candidates.filter(({ rest }) => rest === undefined)
  const resting = found.candidates.filter(({ rest }) => rest !== undefined)
  const separator = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator })
  const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { candidate?: CandidatesResult['candidates'][number] }>([
    ...free.map((candidate) => ({ label: candidate.name, detail: candidate.reasons, candidate })),
    ...resting.length > 0 ? [separator(vscode.l10n.t('Better left alone now'))] : [],
    ...resting.map((candidate) => ({ label: candidate.name, description: candidate.rest ?? '', detail: candidate.reasons, candidate })),
  ], { title, placeHolder: vscode.l10n.t('Choose somebody to start a draft'), matchOnDetail: true })
  if (!chosen?.candidate) return
  const kind = ask ?? await pickAskType(control, chosen.candidate.name)
  if (kind !== undefined) await start(control, { file: chosen.candidate.file, kind: 'ask', friend: chosen.candidate.name, ask: kind, target: about ?? company })
}

async function withFallback(control: ServerControl, wanted: CandidatesParams): Promise<CandidatesResult | undefined> {
  const found = await control.request<CandidatesResult>(CANDIDATES, wanted)
  return found?.candidates.length === 0 && wanted.about !== undefined ? control.request<CandidatesResult>(CANDIDATES, { ...wanted, about: undefined }) : found
}

async function pickWanted(control: ServerControl, { file }: Given, title: string): Promise<Wanted | undefined> {
  const known = await control.request<CandidatesResult>(CANDIDATES, { file } satisfies CandidatesParams)
  if (!known) return undefined
  const group = (label: string, items: readonly (vscode.QuickPickItem & { wanted: Wanted })[]): (vscode.QuickPickItem & { wanted?: Wanted })[] =>
    (items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items])
  return (await vscode.window.showQuickPick([
    ...group(vscode.l10n.t('Fields'), known.fields.map((field) => ({ label: field, wanted: { field } }))),
    ...group(vscode.l10n.t('Companies'), known.companies.map((company) => ({ label: company, wanted: { company } }))),
    ...group(vscode.l10n.t('Kinds of ask'), known.asks.map(({ ask, title: label }) => ({ label, wanted: { ask } }))),
  ], { title, placeHolder: vscode.l10n.t('A field, a company, or a kind of ask') }))?.wanted
}

/** Creates the file of a new message, and shows it with the cursor where one goes on writing. */
async function start(control: ServerControl, params: StartParams): Promise<void> {
  const started = await control.request<StartResult>(START, params)
  if (!started) {
    await vscode.window.showInformationMessage(vscode.l10n.t('There is no such entry in askwell.json any more.'))
    return
  }
  const uri = vscode.Uri.parse(started.uri)
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(started.text))
  const document = await vscode.workspace.openTextDocument(uri)
  const end = document.positionAt(document.getText().trimEnd().length)
  await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(end, end) })
}

/** Whether a text is an existing day of the form YYYY-MM-DD. */
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
