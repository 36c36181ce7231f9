import type { Day } from '../core/index.ts'

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
  /** Where a rule is explained, unless the client says: a URI with `{rule}` for its id, or the base URI of the pages. */
  readonly pages?: string
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
