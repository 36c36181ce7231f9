/**
 * What Askwell's own clients and its server agree on beyond the Language Server Protocol. No other editor needs to
 * know any of it.
 */

/** What a client may say at the start (`initializationOptions`), beside its settings `run`, `rules` and `file`. */
export interface InitializationOptions {
  /** Where a rule is explained: a URI with `{rule}` for its id, or the base URI of the pages. */
  readonly pages?: string
  /** The client answers `askwell/readFile`. */
  readonly readsFiles?: boolean
  /** The client registers the commands itself, so the server does not announce them. */
  readonly ownsCommands?: boolean
}

/** Server to client: the text of a file, from wherever the editor keeps its files. */
export const READ_FILE = 'askwell/readFile'
export interface ReadFileParams {
  readonly uri: string
  /** The file is about to be edited: the client opens it as a document, so that the edit is made against a known version. */
  readonly toEdit: boolean
}
/** `null` where there is no such file. */
export type ReadFileResult = string | null

/** Commands that the server carries out (`workspace/executeCommand`). */
export const COMMANDS = {
  /** Mends what can be mended without asking. Argument: the draft's URI. */
  fixAll: 'askwell.fixAll',
  /** Writes the draft into the history. Argument: the draft's URI. */
  markAsSent: 'askwell.markAsSent',
  /** Tells what a rule finds and why. Argument: the rule's id. */
  explainRule: 'askwell.explainRule',
} as const

/** The kind of the code action that mends all. */
export const FIX_ALL_KIND = 'source.fixAll.askwell'

/** The `source` of every diagnostic. */
export const SOURCE = 'Askwell'
