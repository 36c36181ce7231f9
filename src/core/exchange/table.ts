import Papa from 'papaparse'
import type { Entries } from '../history/edit.ts'
import { itemSchemas, type AskEntry, type FavorEntry, type Friend } from '../history/schema.ts'
import type { Workspace } from '../history/workspace.ts'
import { readTable } from './csv.ts'
import type { Fault } from './faults.ts'

/** The columns of an exported table. A row is a friend, an ask, or a favor; the column `kind` says which. */
const COLUMNS = [
  'kind', 'id', 'name', 'date', 'ask', 'status', 'followedUp', 'answered', 'thanked', 'reported', 'outcome', 'draft', 'what',
  'aliases', 'fields', 'companies', 'workedTogether', 'lang', 'address', 'email',
] as const

/** What a spreadsheet would take for a formula; a `'` before it makes it text, there and here. */
const FORMULA = /^'*[=+\-@\t\r]/

/** All entries as one table (CSV with CRLF, as RFC 4180 has it). */
export function toCsv({ friends, asks, favors }: Pick<Workspace, 'friends' | 'asks' | 'favors'>): string {
  const rows = [
    ...friends.map(({ name, aliases, fields, companies, ...rest }) => ({ ...rest, kind: 'friend', name, ...joined({ aliases, fields, companies }) })),
    ...asks.map(({ friend, ...rest }) => ({ ...rest, kind: 'ask', name: friend })),
    ...favors.map(({ friend, ...rest }) => ({ ...rest, kind: 'favor', name: friend })),
  ]
  return `${Papa.unparse({ fields: [...COLUMNS], data: rows }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`
}

const joined = (lists: Readonly<Record<string, readonly string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, (list ?? []).map((item) => item.replace(/[\\;]/g, '\\$&')).join(';')]))

/** A list from a cell: items set apart by `;`, with `\` before one that is meant. */
const split = (cell: string): string[] => (cell.match(/(?:\\[\s\S]|[^;\\])+/g) ?? []).map((item) => item.replace(/\\([\s\S])/g, '$1'))

/** Whether a text is such a table. */
export const isTable = (text: string): boolean => /^\uFEFF?"?kind"?[,;\t]/.test(text)

/** The entries of a table that `toCsv` has made, perhaps edited in a spreadsheet since. */
export function fromCsv(text: string): Required<Entries> & { readonly faults: readonly Fault[] } {
  const table = readTable(text, (head) => head.trim())
  const faults = [...table.faults]
  const friends: Friend[] = []
  const asks: AskEntry[] = []
  const favors: FavorEntry[] = []
  for (const { number, cells } of table.rows) {
    const wrong = (detail: string): void => { faults.push({ why: 'wrong', at: { kind: 'row', number }, detail }) }
    const cell = (key: (typeof COLUMNS)[number]): string => { const value = cells.get(key) ?? ''; return /^'+[=+\-@\t\r]/.test(value) ? value.slice(1) : value }
    const given = (...keys: (typeof COLUMNS)[number][]): Record<string, string> => Object.fromEntries(keys.filter((key) => cell(key) !== '').map((key) => [key, cell(key)]))
    const lists = (...keys: ('aliases' | 'fields' | 'companies')[]): Record<string, string[]> => Object.fromEntries(keys.filter((key) => cell(key) !== '').map((key) => [key, split(cell(key))]))
    const add = <T>(parsed: { success: true; data: T } | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }, to: T[]): void => {
      if (parsed.success) to.push(parsed.data)
      else wrong(parsed.error.issues.map(({ path, message }) => `"${path.join('.')}": ${message}`).join(' '))
    }
    const worked = cell('workedTogether')
    switch (cell('kind')) {
      case 'friend':
        add(itemSchemas.friend.safeParse({
          name: cell('name'), ...lists('aliases', 'fields', 'companies'), ...given('lang', 'address', 'email'),
          ...(worked === '' ? {} : { workedTogether: worked === 'true' ? true : worked === 'false' ? false : worked }),
        }), friends)
        break
      case 'ask':
        add(itemSchemas.ask.safeParse({ friend: cell('name'), ...given('id', 'ask', 'date', 'draft', 'status', 'followedUp', 'answered', 'thanked', 'reported', 'outcome') }), asks)
        break
      case 'favor':
        add(itemSchemas.favor.safeParse({ friend: cell('name'), ...given('id', 'date'), what: cell('what') }), favors)
        break
      default:
        wrong(`"kind" is friend, ask, or favor, not "${cell('kind')}".`)
    }
  }
  return { friends, asks, favors, faults }
}
