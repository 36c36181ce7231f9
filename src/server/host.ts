import type { Day, Edit } from '../core/index.ts'

/** What the place in which the server runs hands it. The server itself asks no clock, no disk and no timer. */
export interface Host {
  /** The user's calendar day. */
  today(): Day
  /** Milliseconds since 1970. */
  now(): number
  /** Runs something later. @returns what cancels it */
  schedule(run: () => void, milliseconds: number): () => void
  /**
   * The text of a file, undefined if there is none. Absent where the server cannot read files; a client that offers
   * `askwell/readFile` is asked first.
   * @throws if there is a file that cannot be read
   */
  readFile?(uri: string): Promise<string | undefined>
  /** The bytes of a file of any size, piece by piece. Absent where the server cannot read files; then the client reads them. */
  readChunks?(uri: string): AsyncIterable<Uint8Array>
  /**
   * Changes an `askwell.json` on the disk, while other processes that do the same wait. Absent where there is no disk.
   * @param change called with the text as it is (empty if there is no file yet); called again if it has changed since
   * @throws an error named `NotWritten` if others are in the way; what `change` throws; errors of the file system
   */
  updateFile?<T>(uri: string, change: (text: string) => { readonly edits: readonly Edit[]; readonly result: T }): Promise<T>
  /** The Markdown files below a folder. Absent where the server cannot look; a client that offers `askwell/listDrafts` is asked first. */
  findMarkdown?(folder: string): Promise<readonly string[]>
  /** Where a rule is explained, unless the client says: a URI with `{rule}` for its id, or the base URI of the pages. */
  readonly pages?: string
  /** Takes the URI of the server's script from the client. Absent where the server knows where it is. */
  learnScript?(uri: string): void
}

/** The clock and the timer of the machine. */
export const machineTime: Pick<Host, 'today' | 'now' | 'schedule'> = {
  today: () => {
    const now = new Date()
    const two = (number: number): string => String(number).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
  now: () => Date.now(),
  schedule: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds)
    return () => { clearTimeout(timer) }
  },
}
