import assert from 'node:assert/strict'
import { place } from 'askwell:tests'
import * as vscode from 'vscode'

/** An answer to a question: the label of an item (of several, with `|` between them), words to type, a button, the URI of a file; undefined gives up. */
export type Answer = string | undefined

/** The first button of a list, in the place of an answer. */
export const BUTTON = '$(button)'

interface Question { readonly kind: 'pick' | 'words' | 'message' | 'file'; readonly said: readonly string[]; readonly value?: string | undefined }

/** Answers what the extension asks: it has the same `vscode` as its tests. */
export class Asked {
  readonly questions: Question[] = []
  readonly #answers: Answer[]
  readonly #restore: () => void

  constructor(...answers: Answer[]) {
    this.#answers = answers
    const { showQuickPick, createQuickPick, showInputBox, showOpenDialog, showSaveDialog, showWarningMessage, showInformationMessage, setStatusBarMessage } = vscode.window
    const pick = async (items: readonly vscode.QuickPickItem[] | Thenable<readonly vscode.QuickPickItem[]>): Promise<vscode.QuickPickItem | undefined> => {
      const offered = await items
      const label = this.#next({ kind: 'pick', said: offered.map((item) => [item.label, item.description].filter(Boolean).join(' | ')) })
      const chosen = offered.find((item) => item.label === label)
      assert.ok(label === undefined || chosen, `no "${label}" among ${offered.map((item) => item.label).join(', ')}`)
      return chosen
    }
    const type = (options?: vscode.InputBoxOptions): Promise<string | undefined> =>
      Promise.resolve(this.#next({ kind: 'words', said: [options?.title ?? '', options?.prompt ?? ''], value: options?.value }))
    const message = (text: string, options?: vscode.MessageOptions | string): Promise<string | undefined> => {
      const detail = typeof options === 'object' ? options.detail : undefined
      const isQuestion = options !== undefined
      this.questions.push({ kind: 'message', said: [text, ...detail === undefined ? [] : [detail]] })
      return Promise.resolve(isQuestion ? this.#answers.shift() : undefined)
    }
    const status = (text: string): vscode.Disposable => {
      this.questions.push({ kind: 'message', said: [text] })
      return new vscode.Disposable(() => {})
    }
    const create = (): vscode.QuickPick<vscode.QuickPickItem> => {
      const picker = createQuickPick()
      const accepted = new vscode.EventEmitter<void>()
      const hidden = new vscode.EventEmitter<void>()
      const pressed = new vscode.EventEmitter<vscode.QuickInputButton>()
      const show = (): void => {
        const shown = picker.canSelectMany ? picker.selectedItems : picker.items
        const answer = this.#next({ kind: 'pick', said: [picker.title ?? '', ...shown.map((item) => [item.label, item.description, item.detail].filter(Boolean).join(' | '))] })
        const [button] = picker.buttons
        if (answer === BUTTON && button) { pressed.fire(button); return; }
        const labels = answer?.split('|') ?? []
        picker.selectedItems = picker.items.filter((item) => labels.includes(item.label))
        assert.equal(picker.selectedItems.length, labels.length, answer)
        if (answer === undefined) hidden.fire()
        else accepted.fire()
      }
      const faked: Readonly<Record<string, unknown>> = { show, onDidAccept: accepted.event, onDidHide: hidden.event, onDidTriggerButton: pressed.event }
      return new Proxy(picker, { get: (target, key): unknown => (typeof key === 'string' ? faked[key] : undefined) ?? Reflect.get(target, key), set: (target, key, value) => Reflect.set(target, key, value) })
    }
    const file = (title = ''): vscode.Uri | undefined => {
      const answer = this.#next({ kind: 'file', said: [title] })
      return answer === undefined ? undefined : vscode.Uri.parse(answer)
    }
    const open = async (options?: vscode.OpenDialogOptions): Promise<vscode.Uri[] | undefined> => {
      const chosen = file(options?.title)
      return chosen && [chosen]
    }
    const save = async (options?: vscode.SaveDialogOptions): Promise<vscode.Uri | undefined> => file(options?.title)
    Object.assign(vscode.window, { showQuickPick: pick, createQuickPick: create, showOpenDialog: open, showSaveDialog: save, showInputBox: type, showWarningMessage: message, showInformationMessage: message, setStatusBarMessage: status })
    this.#restore = () => { Object.assign(vscode.window, { showQuickPick, createQuickPick, showOpenDialog, showSaveDialog, showInputBox, showWarningMessage, showInformationMessage, setStatusBarMessage }) }
  }

  #next(question: Question): Answer {
    this.questions.push(question)
    assert.ok(this.#answers.length > 0, `it was not expected to ask: ${JSON.stringify(question)}`)
    return this.#answers.shift()
  }

  /** All of a kind. */
  of(kind: Question['kind']): string[] {
    return this.questions.filter((question) => question.kind === kind).map(({ said }) => said.join('\n'))
  }

  restore(): void {
    this.#restore()
    assert.deepEqual(this.#answers, [], 'it has asked for less')
  }
}

/** A test that answers what is asked. Installed from its package, the extension has a `vscode` of its own. */
export const asking = place === 'packaged' ? it.skip : it

/** Runs a command whose questions are answered. */
export async function run(command: string, argument: unknown, ...answers: Answer[]): Promise<Asked> {
  const asked = new Asked(...answers)
  try {
    await vscode.commands.executeCommand(command, ...(argument === undefined ? [] : [argument]))
  } finally {
    asked.restore()
  }
  return asked
}
