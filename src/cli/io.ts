import type { Day } from '../core/index.ts'
import { codeOf } from '../node/files.ts'
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

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'you may not read or write it',
  EPERM: 'you may not read or write it',
  EROFS: 'its disk is read-only',
  EISDIR: 'it is a folder',
  EEXIST: 'it is there already',
  ENOSPC: 'the disk is full',
  ELOOP: 'its links lead in circles',
  EMFILE: 'too many files are open',
  EFBIG: 'it is too large',
  EDQUOT: 'your share of the disk is full',
  EIO: 'the disk does not answer as it should',
  ENAMETOOLONG: 'its name is too long',
}

/** What an error of the file system means. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  return (typeof code === 'string' ? reasons[code] : undefined) ?? (error instanceof Error ? error.message : String(error))
}

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
