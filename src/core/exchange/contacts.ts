import ICAL from 'ical.js'
import * as z from 'zod'
import { foldName } from '../history/names.ts'
import { itemSchemas, type Friend } from '../history/schema.ts'
import { readTable } from './csv.ts'
import type { Fault, Place } from './faults.ts'

/** Friends that a file of contacts names, and what of it could not be used. */
export interface Contacts {
  readonly friends: readonly Friend[]
  readonly faults: readonly Fault[]
}

/** What columns of contacts are called (folded, letters and digits only): Askwell's own, and those of the large address books. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  name: ['name', 'fullname', 'displayname', 'anzeigename'],
  first: ['firstname', 'givenname', 'vorname'],
  last: ['lastname', 'familyname', 'surname', 'nachname'],
  aliases: ['aliases', 'alias', 'nickname', 'spitzname'],
  fields: ['fields', 'field', 'fachgebiete', 'skills'],
  companies: ['companies', 'company', 'organization', 'organisation', 'organizationname', 'organization1name', 'firma', 'unternehmen'],
  email: ['email', 'emailaddress', 'email1value', 'emailadresse', 'mail'],
  lang: ['lang', 'language', 'sprache'],
  address: ['address', 'anrede'],
  workedTogether: ['workedtogether'],
}

/** Friends from a table with a head (CSV; the separator is found out). Several values in a cell are set apart by `;`. */
export function friendsFromCsv(text: string): Contacts {
  const { rows, faults } = readTable(text, (head) => foldName(head).replace(/[^\p{L}\p{N}]/gu, ''))
  return collect(rows.map(({ number, cells }) => {
    const cell = (key: string): string => (COLUMNS[key] ?? []).map((column) => cells.get(column)?.trim()).find(Boolean) ?? ''
    const list = (key: string): string[] => cell(key).split(/\s*(?:;|:::)\s*/).filter(Boolean)
    return { at: { kind: 'row', number }, name: cell('name') || [cell('first'), cell('last')].filter(Boolean).join(' '), aliases: list('aliases'), fields: list('fields'), companies: list('companies'), email: cell('email'), lang: cell('lang'), address: cell('address'), workedTogether: cell('workedTogether') }
  }), faults)
}

const cardSchema = z.tuple([z.literal('vcard'), z.array(z.tuple([z.string(), z.unknown(), z.string()]).rest(z.unknown()))]).rest(z.unknown())

/** Friends from business cards (vCard 3.0 and 4.0), each by itself, so that a broken one takes no other along. */
export function friendsFromVcard(text: string): Contacts {
  const faults: Fault[] = []
  const cards = text.match(/BEGIN:VCARD[\s\S]*?END:VCARD/gi) ?? []
  const found = cards.flatMap((card, index) => {
    const at: Place = { kind: 'card', number: index + 1 }
    try {
      const [, properties] = cardSchema.parse(ICAL.parse(card))
      const all = (name: string): string[] => properties.filter(([key]) => key === name).flatMap(([, , , ...values]) => values.flat().filter((value) => typeof value === 'string').map((value) => value.trim()).filter(Boolean))
      const [last = '', first = ''] = properties.filter(([key]) => key === 'n').flatMap(([, , , ...values]) => values.flat()).map((part) => (typeof part === 'string' ? part.trim() : ''))
      const companies = properties.filter(([key]) => key === 'org').flatMap(([, , , ...values]) => values.flat().filter((value) => typeof value === 'string').slice(0, 1)).map((value) => value.trim()).filter(Boolean)
      return [{ at, name: all('fn')[0] ?? [first, last].filter(Boolean).join(' '), aliases: all('nickname'), fields: all('categories'), companies, email: all('email')[0] ?? '', lang: (all('lang')[0] ?? '').slice(0, 2), address: '', workedTogether: '' }]
    } catch (error) {
      faults.push({ why: 'broken', at, detail: error instanceof Error ? error.message : String(error) })
      return []
    }
  })
  if (cards.length === 0 && text.trim() !== '') faults.push({ why: 'no-card' })
  return collect(found, faults)
}

interface Contact {
  readonly at: Place
  readonly name: string
  readonly aliases: readonly string[]
  readonly fields: readonly string[]
  readonly companies: readonly string[]
  readonly email: string
  readonly lang: string
  readonly address: string
  readonly workedTogether: string
}

/** Makes friends of contacts, each name once; of values that Askwell has no use for, nothing is kept. */
function collect(contacts: readonly Contact[], faults: readonly Fault[]): Contacts {
  const friends = new Map<string, Friend>()
  const more: Fault[] = []
  for (const { at, name, aliases, fields, companies, email, lang, address, workedTogether } of contacts) {
    const line = name.replace(/\s+/g, ' ').trim()
    if (line === '') {
      more.push({ why: 'no-name', at })
      continue
    }
    const worked = ({ true: true, false: false } as Readonly<Record<string, boolean>>)[workedTogether.toLowerCase()] ?? workedTogether
    const friend = itemSchemas.friend.safeParse({
      name: line,
      ...some({ aliases, fields, companies }),
      ...(workedTogether === '' ? {} : { workedTogether: worked }),
      ...(lang === 'en' || lang === 'de' ? { lang } : {}),
      ...(address === 'du' || address === 'Sie' ? { address } : {}),
      ...(email === '' ? {} : { email }),
    })
    if (!friend.success) more.push({ why: 'wrong', at, detail: friend.error.issues[0]?.message ?? '' })
    else if (!friends.has(foldName(line))) friends.set(foldName(line), friend.data)
  }
  return { friends: [...friends.values()], faults: [...faults, ...more] }
}

/** The lists that are not empty. */
const some = (lists: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))
