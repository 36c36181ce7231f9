import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver'

/**
 * Shows the user a message that asks nothing. (`connection.window` would wait for an answer, which not every editor gives.)
 */
export function tell(connection: Connection, type: 'Error' | 'Warning' | 'Info', message: string): void {
  connection.sendNotification(ShowMessageNotification.type, { type: MessageType[type], message })
    .catch((error: unknown) => connection.console.error(String(error)))
}
