import * as vscode from 'vscode'
import {
  ENTRIES, ENTRY_PLACE, FRIENDS, NEXT_STEPS, TIMELINE,
  type EntriesOfFriend, type EntriesParams, type EntryPlace, type EntryPlaceParams, type FriendsOfFile, type ListParams, type StepsOfFile, type TimelinePage, type TimelineParams,
} from '../../server/protocol.ts'
import type { ServerControl } from '../server-control.ts'

/** What the server knows of friends and asks. Answers are undefined where there is no server to ask. */
export class History implements vscode.Disposable {
  readonly #control: ServerControl
  readonly #changed = new vscode.EventEmitter<void>()
  /** Fires when there may be other answers: something was written, the server came or went, or a new day began. */
  readonly onDidChange = this.#changed.event
  readonly #owned: { dispose(): void }[]

  constructor(control: ServerControl) {
    this.#control = control
    let day = new Date().toDateString()
    this.#owned = [
      this.#changed,
      control.onDidChangeHistory(() => { this.#changed.fire() }),
      control.onDidChangeState((state) => {
        if (state === 'running' || state === 'stopped') this.#changed.fire()
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        const today = new Date().toDateString()
        if (focused && today !== day) this.#changed.fire()
        day = today
      }),
    ]
  }

  friends(params: ListParams): Promise<FriendsOfFile[] | undefined> {
    return this.#control.request(FRIENDS, params)
  }

  nextSteps(params: ListParams): Promise<StepsOfFile[] | undefined> {
    return this.#control.request(NEXT_STEPS, params)
  }

  entries(params: EntriesParams): Promise<EntriesOfFriend | undefined> {
    return this.#control.request(ENTRIES, params)
  }

  place(params: EntryPlaceParams): Promise<EntryPlace | undefined> {
    return this.#control.request(ENTRY_PLACE, params)
  }

  timeline(params: TimelineParams, token: vscode.CancellationToken): Promise<TimelinePage | undefined> {
    return this.#control.request(TIMELINE, params, token)
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose()
  }
}
