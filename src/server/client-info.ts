import { CodeActionKind, type InitializeParams } from 'vscode-languageserver'
import * as z from 'zod'
import type { Language } from '../core/index.ts'
import type { InitializationOptions } from './protocol.ts'

/** What the client is able to do, read once from `initialize`. */
export interface ClientInfo {
  readonly locale: Language
  /** URIs of the workspace folders at the start. */
  readonly folders: readonly string[]
  /** The client asks for diagnostics; else they are pushed. Never both. */
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
  readonly refreshesCodeLenses: boolean
  readonly preparesRename: boolean
  readonly resolvesCompletionDetails: boolean
  readonly takesVersionedDiagnostics: boolean
  readonly answersConfiguration: boolean
  readonly registersConfiguration: boolean
  readonly watchesFiles: boolean
  readonly watchesRelativePatterns: boolean
  readonly takesDocumentChanges: boolean
  readonly createsFiles: boolean
  readonly resolvesActionEdits: boolean
  readonly takesActionLiterals: boolean
  readonly appliesEdits: boolean
  readonly showsDocuments: boolean
  readonly namesPositionEncodings: boolean
  readonly options: InitializationOptions
  /** The settings of a client that cannot be asked for them. */
  readonly initialSettings: unknown
}

const ownOptions = z.object({
  pages: z.string().optional().catch(undefined),
  readsFiles: z.boolean().optional().catch(undefined),
  ownsCommands: z.boolean().optional().catch(undefined),
  script: z.string().optional().catch(undefined),
}).catch({})

/** Reads the parameters of `initialize`. */
export function readClientInfo(params: InitializeParams): ClientInfo {
  const { capabilities, locale, workspaceFolders } = params
  const options: unknown = params.initializationOptions
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Older editors know nothing else.
  const root = params.rootUri
  const { textDocument, workspace, window, general } = capabilities
  const edits = workspace?.workspaceEdit
  const { pages, readsFiles, ownsCommands, script } = ownOptions.parse(options ?? {})
  return {
    locale: locale?.toLowerCase().startsWith('de') ? 'de' : 'en',
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (root ? [root] : []),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    resolvesCompletionDetails: textDocument?.completion?.completionItem?.resolveSupport?.properties.includes('detail') === true,
    takesVersionedDiagnostics: textDocument?.publishDiagnostics?.versionSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesRelativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    takesDocumentChanges: edits?.documentChanges === true,
    createsFiles: edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true,
    resolvesActionEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true &&
      textDocument.codeAction.dataSupport === true,
    takesActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport?.codeActionKind.valueSet.includes(CodeActionKind.QuickFix) === true,
    appliesEdits: workspace?.applyEdit === true,
    showsDocuments: window?.showDocument?.support === true,
    namesPositionEncodings: general?.positionEncodings !== undefined,
    options: {
      ...(pages === undefined ? {} : { pages }),
      ...(readsFiles === undefined ? {} : { readsFiles }),
      ...(ownsCommands === undefined ? {} : { ownsCommands }),
      ...(script === undefined ? {} : { script }),
    },
    initialSettings: options,
  }
}
