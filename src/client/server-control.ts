import * as vscode from 'vscode'

/** Told how far the answer to a question is. */
export type OnProgress = (report: { readonly message?: string; readonly percentage?: number }) => void

/** A running language server, as the extension sees it. */
export interface Server {
  /** Carries out a command of the server. */
  execute(command: string, ...given: unknown[]): Promise<unknown>
  /** Asks the server something that is Askwell's own. @param onProgress told how far it is; the parameters are an object then */
  request<T>(method: string, params: unknown, token: vscode.CancellationToken | undefined, onProgress: OnProgress | undefined): Promise<T>
  stop(): Promise<void>
}

/** What a server tells unasked. */
export interface ServerEvents {
  /** The server has ended, or come back, without being told to. */
  readonly onState: (state: ServerState) => void
  /** What views show of friends and asks may be outdated. */
  readonly onHistoryChange: () => void
}

/**
 * Starts a server.
 * @throws if it does not start
 */
export type StartServer = (channel: vscode.LogOutputChannel, events: ServerEvents) => Promise<Server>

/** `asleep`: no draft has been opened yet, and no view. */
export type ServerState = 'asleep' | 'starting' | 'running' | 'stopped'

/** Starts the server when it is first needed, and again when it is told to; one after the other, whoever asks. */
export class ServerControl implements vscode.Disposable {
  readonly #start: StartServer
  readonly #changed = new vscode.EventEmitter<ServerState>()
  readonly onDidChangeState = this.#changed.event
  readonly #historyChanged = new vscode.EventEmitter<void>()
  readonly onDidChangeHistory = this.#historyChanged.event
  #state: ServerState = 'asleep'
  #server: Server | undefined
  #channel: vscode.LogOutputChannel | undefined
  #queue: Promise<void> = Promise.resolve()

  constructor(start: StartServer) {
    this.#start = start
  }

  get state(): ServerState {
    return this.#state
  }

  /** The log; made when it is first wanted. */
  get channel(): vscode.LogOutputChannel {
    this.#channel ??= vscode.window.createOutputChannel('Askwell', { log: true })
    return this.#channel
  }

  /** Starts the server, unless that has been done. Resolves when it runs, or does not. */
  wake(): Promise<void> {
    return this.#state === 'asleep' ? this.restart() : this.#queue
  }

  /** Stops the server, if there is one, and starts a new one. Restarts that are asked for meanwhile are the same one. */
  restart(): Promise<void> {
    if (this.#state === 'starting') return this.#queue
    this.#set('starting')
    this.#queue = this.#queue.then(async () => {
      await this.#stopServer()
      try {
        this.#server = await this.#start(this.channel, {
          onState: (state) => { this.#set(state) },
          onHistoryChange: () => { this.#historyChanged.fire() },
        })
        this.#set('running')
      } catch (error) {
        this.#set('stopped')
        this.channel.error(error instanceof Error ? error : String(error))
        void this.#tell()
      }
    })
    return this.#queue
  }

  /** Carries out a command of the server, which is started for it. */
  async execute(command: string, ...given: unknown[]): Promise<unknown> {
    await (this.#state === 'stopped' ? this.restart() : this.wake())
    return this.#server?.execute(command, ...given)
  }

  /**
   * Asks the server something; starts it if it sleeps. One that has stopped is not started again for a mere question.
   * @returns undefined if there is no answer; the log says why
   * @throws CancellationError if the question was taken back
   */
  async request<T>(method: string, params?: unknown, token?: vscode.CancellationToken, onProgress?: OnProgress): Promise<T | undefined> {
    await this.wake()
    if (this.#state === 'stopped') return undefined
    try {
      return await this.#server?.request<T>(method, params, token, onProgress)
    } catch (error) {
      if (token?.isCancellationRequested) throw new vscode.CancellationError()
      this.channel.error(`${method}: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }

  async stop(): Promise<void> {
    await this.#queue
    await this.#stopServer()
  }

  dispose(): void {
    this.#changed.dispose()
    this.#historyChanged.dispose()
    this.#channel?.dispose()
  }

  async #stopServer(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    try {
      await server?.stop()
    } catch (error) {
      // It is gone either way; a server that has crashed cannot be asked to stop.
      this.channel.warn(String(error))
    }
  }

  async #tell(): Promise<void> {
    const showLog = vscode.l10n.t('Show Log')
    const chosen = await vscode.window.showErrorMessage(vscode.l10n.t('Askwell could not start, so drafts are not checked. The log says why.'), showLog)
    if (chosen === showLog) this.channel.show()
  }

  #set(state: ServerState): void {
    this.#state = state
    this.#changed.fire(state)
  }
}
