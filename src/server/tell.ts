import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver'

/** Writes an error to the log of the editor. */
export const logTo = (connection: Connection) => (error: unknown): void => {
  connection.console.error(error instanceof Error ? error.stack ?? error.message : String(error))
}

/**
 * Shows the user a message that asks nothing. (`connection.window` would wait for an answer, which not every editor gives.)
 */
export function tell(connection: Connection, type: 'Error' | 'Warning' | 'Info', message: string): void {
  connection.sendNotification(ShowMessageNotification.type, { type: MessageType[type], message })
    .catch(logTo(connection))
}
