import Papa from 'papaparse'
import type { Fault } from './faults.ts'

/** A row below the head of a table: its cells by what the head calls them (of two columns with one name, the first). */
export interface Row {
  /** The head is row 1. */
  readonly number: number
  readonly cells: ReadonlyMap<string, string>
}

/** Reads a table with a head. The separator is found out. @param nameOf makes a key of what the head says */
export function readTable(text: string, nameOf: (head: string) => string): { readonly rows: readonly Row[]; readonly faults: readonly Fault[] } {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const [head = [], ...body] = data
  const rows = body.map((line, index): Row => {
    const cells = new Map<string, string>()
    for (const [column, cell] of line.entries()) {
      const name = nameOf(head[column] ?? '')
      if (name !== '' && !cells.has(name)) cells.set(name, cell)
    }
    return { number: index + 2, cells }
  })
  return {
    rows,
    faults: errors.filter(({ code }) => code !== 'UndetectableDelimiter').map(({ row, message }) => ({ why: 'wrong', at: { kind: 'row', number: (row ?? 0) + 1 }, detail: `${message}.` })),
  }
}
