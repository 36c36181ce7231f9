import * as vscode from 'vscode'

/** A running language server, as the extension sees it. */
export interface Server {
  /** Carries out a command of the server. */
  execute(command: string, ...given: unknown[]): Promise<unknown>
  stop(): Promise<void>
}

/**
 * Starts a server.
 * @param onState told when the server ends, or comes back, without being told to
 * @throws if it does not start
 */
export type StartServer = (channel: vscode.LogOutputChannel, onState: (state: ServerState) => void) => Promise<Server>

/** `asleep`: no draft has been opened yet. */
export type ServerState = 'asleep' | 'starting' | 'running' | 'stopped'

/** Starts the server when it is first needed, and again when it is told to; one after the other, whoever asks. */
export class ServerControl implements vscode.Disposable {
  readonly #start: StartServer
  readonly #changed = new vscode.EventEmitter<ServerState>()
  readonly onDidChangeState = this.#changed.event
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
        this.#server = await this.#start(this.channel, (state) => { this.#set(state) })
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

  async stop(): Promise<void> {
    await this.#queue
    await this.#stopServer()
  }

  dispose(): void {
    this.#changed.dispose()
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
