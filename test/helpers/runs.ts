import { defaultReportMessage, type RunDetails } from 'fast-check'

/** How long `npm run fuzz` grants each property, in milliseconds. */
const granted = Number(process.env['ASKWELL_FUZZ_MS'] ?? 0)

interface Runs<Case> {
  numRuns: number
  seed?: number
  interruptAfterTimeLimit?: number
  reporter?: (details: RunDetails<Case>) => void
}

/**
 * How often a property is tried: on so many cases, which are the same ones every time if there is a seed. Under
 * `npm run fuzz` on new ones for as long as that grants, and it says how many they were.
 */
export const runs = <Case>(count: number, seed?: number): Runs<Case> => granted === 0
  ? { numRuns: count, ...(seed === undefined ? {} : { seed }) }
  : { numRuns: Infinity, interruptAfterTimeLimit: granted, reporter: report }

function report<Case>(details: RunDetails<Case>): void {
  if (details.failed) throw new Error(defaultReportMessage(details))
  console.log(`        ${details.numRuns.toLocaleString('en')} cases`)
}
