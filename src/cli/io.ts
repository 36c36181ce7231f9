import type { Day } from '../core/index.ts'
import { sayReason } from '../node/reasons.ts'
import { printable } from './printable.ts'

/** 0: nothing found. 1: something found. 2: could not do it. */
export type ExitCode = 0 | 1 | 2

/** Files, as the commands need them. */
export type Files =
  & Pick<typeof import('../node/files.ts'), 'kindOf' | 'readBytes' | 'readChunks' | 'filesIn' | 'findMarkdown' | 'resolveLinks' | 'writeAtomically' | 'createFile'>
  & Pick<typeof import('../node/workspace-file.ts'), 'updateWorkspaceFile'>

/** All that a command has of the world. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** The current folder, absolute. */
  readonly cwd: string
  /** The day where the user is. */
  readonly today: Day
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly colors: boolean
  /** Whether a person reads the output: a terminal shows lines of the draft, a pipe does not. */
  readonly terminal: boolean
  /** Width of the output. */
  readonly columns: number
  readonly files: Files
  /** Runs the language server on the standard input and output of this process, until the editor ends it. */
  readonly startServer: () => Promise<void>
}

/** Why a command could not do what it was asked. Its message is for the user. */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** Tells something on standard error. */
export const say = (io: Pick<Io, 'stderr'>, message: string): void => { io.stderr(`askwell: ${printable(message)}\n`) }

/** What an error of the file system means. */
export const reasonOf = (error: unknown): string => sayReason(error, 'en')

/**
 * The text of a file; a byte-order mark stays.
 * @throws Failure if it is no text in UTF-8
 */
export function decode(bytes: Uint8Array, name: string): string {
  if (bytes.includes(0)) throw new Failure(`${name} is not read: it is a binary file (it holds a NUL byte), or text that is not UTF-8.`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Failure(`${name} is not read: it is not text in UTF-8. Save it with that encoding.`)
  }
}
