import * as vscode from 'vscode'
import { ANSWERS, CANDIDATES, CHOICES, FRIENDS, type Answer, type CandidatesParams, type CandidatesResult, type Choice, type ChoicesParams, type FriendsOfFile, type ListParams } from '../../server/protocol.ts'
import { isDraftDocument, isWorkspaceFile } from '../drafts.ts'
import type { ServerControl } from '../server-control.ts'
import { folderName } from './trees.ts'

/** What a command is told; it asks for the rest. */
export interface Given {
  /** The URI of `askwell.json`, or of a draft. */
  readonly file?: string
  readonly id?: string
  readonly friend?: string
  readonly status?: string
  readonly outcome?: string
  readonly what?: string
  readonly ask?: string
  readonly field?: string
  readonly company?: string
  readonly about?: string
  readonly except?: string
}

const KEYS = ['file', 'id', 'friend', 'status', 'outcome', 'what', 'ask', 'field', 'company', 'about', 'except'] as const

/** What there is of an argument, whoever gave it: a lens, a row of a view, a key binding. */
export function readGiven(argument: unknown): Given {
  if (typeof argument !== 'object' || argument === null || argument instanceof vscode.Uri) return {}
  const values = argument as Readonly<Record<string, unknown>>
  return Object.fromEntries(KEYS.flatMap((key) => (typeof values[key] === 'string' ? [[key, values[key]]] : [])))
}

/** Where the user is: the draft or the `askwell.json` in the active editor; undefined elsewhere. */
export function whereabouts(): string | undefined {
  const document = vscode.window.activeTextEditor?.document
  return document && (isDraftDocument(document) || isWorkspaceFile(document)) ? document.uri.toString() : undefined
}

/** What nobody could choose from; the user has been told. */
async function tellNone(message: string): Promise<undefined> {
  await vscode.window.showInformationMessage(message)
}

/** Lets the user choose an entry; undefined if there is none, or none is chosen. One that is named is not asked for. */
export async function pickEntry(control: ServerControl, { file, id, friend }: Given, need: ChoicesParams['need'], title: string): Promise<Choice | undefined> {
  const choices = await control.request<Choice[]>(CHOICES, { file, friend, id, need } satisfies ChoicesParams)
  const [first] = choices ?? []
  if (!choices || !first) {
    return tellNone(id === undefined ? vscode.l10n.t('There is no entry in askwell.json that waits for this.') : vscode.l10n.t('This entry does not wait for this, or is not there any more.'))
  }
  // Whoever names the friend has chosen already where there is no choice.
  if (choices.length === 1 && (id ?? friend) !== undefined) return first
  const several = new Set(choices.map((choice) => choice.file)).size > 1
  return (await vscode.window.showQuickPick(
    choices.map((choice) => ({
      label: choice.friend, description: choice.title, detail: several ? `${choice.note} · ${folderName(choice.file)}` : choice.note, choice,
    })),
    { title, placeHolder: vscode.l10n.t('Which one?'), matchOnDescription: true, matchOnDetail: true },
  ))?.choice
}

/** Somebody of whom an `askwell.json` knows, or will. */
export interface Chosen {
  readonly file: string | undefined
  readonly friend: string
}

type FriendItem = vscode.QuickPickItem & { readonly chosen?: Chosen }

/** Lets the user choose a friend. One who is named is not asked for. */
export async function pickFriend(control: ServerControl, { file, friend }: Given, title: string, allowNew = false): Promise<Chosen | undefined> {
  if (friend !== undefined) return { file, friend }
  const files = (await control.request<FriendsOfFile[]>(FRIENDS) ?? [])
  const own = file === undefined ? undefined : vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(file))?.uri.toString()
  const meant = files.filter((one) => own === undefined || vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(one.file))?.uri.toString() === own)
  const items = meant.flatMap((one) => one.friends.map(({ name, note }): FriendItem => ({
    label: name, description: note, ...(meant.length > 1 ? { detail: folderName(one.file) } : {}), chosen: { file: one.file, friend: name },
  })))
  if (items.length === 0 && !allowNew) return tellNone(vscode.l10n.t('There is nobody in askwell.json yet.'))
  const somebodyElse: FriendItem = { label: vscode.l10n.t('Somebody else…'), alwaysShow: true }
  const chosen = items.length === 0 ? somebodyElse : await vscode.window.showQuickPick(
    allowNew ? [...items, somebodyElse] : items, { title, placeHolder: vscode.l10n.t('Which friend?'), matchOnDescription: true },
  )
  if (chosen !== somebodyElse) return chosen?.chosen
  const name = (await vscode.window.showInputBox({ title, prompt: vscode.l10n.t('The name of your friend') }))?.trim()
  return name ? { file: file ?? meant[0]?.file, friend: name } : undefined
}

/** The `askwell.json` that is meant where nothing says so: the only one, or that of a folder to choose; undefined if none is chosen. */
export async function pickWorkspaceFile(control: ServerControl, title: string): Promise<string | undefined> {
  const files = (await control.request<FriendsOfFile[]>(FRIENDS, { limit: 1 } satisfies ListParams) ?? []).map(({ file }) => ({ label: folderName(file), file }))
  if (files.length < 2) return files[0]?.file
  return (await vscode.window.showQuickPick(files, { title, placeHolder: vscode.l10n.t('Which folder?') }))?.file
}

const answerTexts: Readonly<Record<Answer, () => string>> = {
  granted: () => vscode.l10n.t('Granted'),
  declined: () => vscode.l10n.t('Declined'),
  withdrawn: () => vscode.l10n.t('I withdrew it'),
}

/** The answers to choose from. */
export const answerItems = (): { label: string; answer: Answer }[] => ANSWERS.map((answer) => ({ label: answerTexts[answer](), answer }))

/** The same for an ask that may still be open. */
export const statusItems = (): { label: string; answer: string }[] => [{ label: vscode.l10n.t('Not answered yet'), answer: 'open' }, ...answerItems()]

const isAnswer = (text: string | undefined): text is Answer => ANSWERS.some((answer) => answer === text)

/** Lets the user say how an ask was answered. */
export async function pickAnswer({ status }: Given, title: string): Promise<Answer | undefined> {
  if (isAnswer(status)) return status
  return (await vscode.window.showQuickPick(answerItems(), { title, placeHolder: vscode.l10n.t('What became of it?') }))?.answer
}

/** Lets the user write a few words, or none; undefined if the command is given up. */
export const askWords = async (title: string, prompt: string, value = ''): Promise<string | undefined> =>
  (await vscode.window.showInputBox({ title, prompt, value }))?.trim()

/** Lets the user choose a kind of ask. */
export async function pickAskType(control: ServerControl, title: string): Promise<string | undefined> {
  const known = await control.request<CandidatesResult>(CANDIDATES, {} satisfies CandidatesParams)
  const items = known?.asks.map((one) => ({ label: one.title, description: one.ask, ask: one.ask })) ?? []
  return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('What would you like to ask for?'), matchOnDescription: true }))?.ask
}
