import {
  DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError,
  type CancellationToken, type Connection, type DocumentDiagnosticParams, type DocumentDiagnosticReport, type TextDocuments,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { ClientInfo } from './client-info.ts'
import { Outdated } from './findings.ts'
import type { Host } from './host.ts'
import type { Reports } from './reports.ts'
import { logTo } from './tell.ts'

/** How diagnostics come to the editor: it pulls them, or they are pushed. One or the other, never both. */
export interface Delivery {
  /** Opened, or changed. */
  changed(document: TextDocument): void
  saved(document: TextDocument): void
  closed(document: TextDocument): void
  /** Something that every draft depends on has changed. */
  refresh(): void
  dispose(): void
}

/** While somebody types, a pushed report waits for a pause of this length. */
export const PAUSE_MS = 100

/** For editors that ask: answers, and tells them when to ask again. */
export function pullDelivery(connection: Connection, client: ClientInfo, reports: Reports): Delivery {
  const answer = async ({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> => {
    try {
      const held = previousResultId !== undefined && await reports.waitsForSave(uri)
      const report = held ? undefined : await reports.of(uri)
      if (token.isCancellationRequested) throw new Outdated()
      if (held || (report?.id !== undefined && report.id === previousResultId)) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId }
      }
      return {
        kind: DocumentDiagnosticReportKind.Full,
        items: [...report?.diagnostics ?? []],
        ...(report?.id === undefined ? {} : { resultId: report.id }),
      }
    } catch (error) {
      if (!(error instanceof Outdated)) throw error
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed.', { retriggerRequest: true })
    }
  }
  const listening = connection.languages.diagnostics.on(answer)
  const refresh = (): void => {
    if (!client.refreshesDiagnostics) return
    connection.languages.diagnostics.refresh().catch(logTo(connection))
  }
  const nothing = (): void => {}
  return { changed: nothing, saved: nothing, closed: nothing, refresh, dispose: () => { listening.dispose() } }
}

/** For editors that do not ask: sends a report when a document is opened, changed, saved, closed. */
export function pushDelivery(connection: Connection, client: ClientInfo, host: Host, documents: TextDocuments<TextDocument>, reports: Reports): Delivery {
  const waiting = new Map<string, () => void>()
  const seen = new Set<string>()
  const shown = new Set<string>()

  const send = async (uri: string): Promise<void> => {
    try {
      if (await reports.waitsForSave(uri)) return
      const report = await reports.of(uri)
      const version = documents.get(uri)?.version
      if (version === undefined || (!report && !shown.has(uri))) return
      if (report) shown.add(uri)
      else shown.delete(uri)
      await connection.sendDiagnostics({
        uri, diagnostics: [...report?.diagnostics ?? []],
        ...(client.takesVersionedDiagnostics ? { version } : {}),
      })
    } catch (error) {
      // The change that outdated this run has ordered the next one.
      if (!(error instanceof Outdated)) logTo(connection)(error)
    }
  }
  const clear = (uri: string): void => {
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch(logTo(connection))
  }
  const cancel = (uri: string): void => {
    waiting.get(uri)?.()
    waiting.delete(uri)
  }
  const sendNow = (uri: string): void => {
    cancel(uri)
    void send(uri)
  }
  return {
    changed: ({ uri }) => {
      if (!seen.has(uri)) {
        seen.add(uri)
        sendNow(uri)
        return
      }
      cancel(uri)
      waiting.set(uri, host.schedule(() => { sendNow(uri) }, PAUSE_MS))
    },
    saved: ({ uri }) => { sendNow(uri) },
    closed: ({ uri }) => {
      cancel(uri)
      seen.delete(uri)
      if (shown.delete(uri)) clear(uri)
    },
    refresh: () => {
      for (const uri of documents.keys()) sendNow(uri)
    },
    dispose: () => {
      for (const uri of [...waiting.keys()]) cancel(uri)
    },
  }
}
