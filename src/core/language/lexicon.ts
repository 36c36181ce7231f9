import { hashOf } from './hash.ts'

/** The words of a language by meaning, as people write them down. */
export interface LexiconData {
  /** Other spellings, `a/b>c d`: whole words that are read as other words. */
  readonly spellings: string
  /** For each class of meaning its entries: see the lexicons for the notation. */
  readonly classes: Readonly<Record<string, string>>
  /** Classes that a word belongs to by its form. */
  readonly shapes: readonly (readonly [string, RegExp])[]
}

/** A word or several in a row that mean something. `start` and `end` count words. */
export interface Meaning {
  /** The hash of the name of its class. */
  readonly id: number
  readonly start: number
  readonly end: number
}

/** A word of an entry: the forms it may take, or a gap of up to `gap` words. */
interface Step {
  readonly exact: readonly string[]
  readonly stems: readonly string[]
  readonly gap: number
}

interface Entry {
  readonly id: number
  readonly rest: readonly Step[]
}

/** A lexicon made ready for reading. */
export interface Lexicon {
  readonly spellings: ReadonlyMap<string, readonly string[]>
  readonly exact: ReadonlyMap<string, readonly Entry[]>
  readonly stems: ReadonlyMap<string, readonly Entry[]>
  readonly shapes: readonly { readonly shape: RegExp; readonly entry: Entry }[]
}

/** Case, and ß, ä, ö, ü as people write them on other keyboards. */
export const fold = (text: string): string => text.toLowerCase().replace(/ß/g, 'ss').replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue')

const list = (text: string): string[] => fold(text).split(',').map((entry) => entry.trim()).filter((entry) => entry !== '')

/** Makes a lexicon ready for reading. */
export function compileLexicon(data: LexiconData): Lexicon {
  const spellings = new Map<string, readonly string[]>()
  for (const entry of list(data.spellings)) {
    const [from = '', to = ''] = entry.split('>')
    for (const word of from.split('/')) spellings.set(word.trim(), to.trim().split(' '))
  }
  const exact = new Map<string, Entry[]>()
  const stems = new Map<string, Entry[]>()
  const add = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
    const known = map.get(key)
    if (known) known.push(entry)
    else map.set(key, [entry])
  }
  for (const [name, entries] of Object.entries(data.classes)) {
    const id = hashOf(name)
    for (const text of list(entries)) {
      for (const form of forms(text)) {
        const [first, ...rest] = form.split(' ').flatMap((word) => spellings.get(word) ?? [word]).map(stepOf)
        for (const word of first?.exact ?? []) add(exact, word, { id, rest })
        for (const stem of first?.stems ?? []) add(stems, stem, { id, rest })
      }
    }
  }
  return { spellings, exact, stems, shapes: data.shapes.map(([name, shape]) => ({ shape, entry: { id: hashOf(name), rest: [] } })) }
}

/** The forms of an entry: those of a verb that parts with its prefix, or the entry itself. */
function forms(entry: string): string[] {
  const [prefix = '', verb] = entry.split('|')
  if (verb === undefined) return [entry]
  return [...verb.split('/').flatMap((stem) => ['', 'ge', 'zu'].map((between) => prefix + between + stem)), `${verb} ... ${prefix}`]
}

function stepOf(text: string): Step {
  if (text === '..' || text === '...') return { exact: [], stems: [], gap: text === '..' ? 4 : 9 }
  const forms = text.split('/')
  return {
    exact: forms.filter((form) => !form.endsWith('*')),
    stems: forms.filter((form) => form.endsWith('*')).map((form) => form.slice(0, -1)),
    gap: 0,
  }
}

/** Words as they are usually spelt: contractions are opened, chat spellings replaced. */
export function spell(words: readonly string[], { spellings }: Lexicon): string[] {
  return words.flatMap((word) => {
    const known = spellings.get(word)
    if (known) return known
    const cut = word.lastIndexOf("'")
    if (cut < 1) return [word]
    const tail = word.slice(cut)
    if (tail === "'t" && word[cut - 1] === 'n') return [word.slice(0, cut - 1), 'not']
    const head = word.slice(0, cut)
    return [...spellings.get(head) ?? [head], ...spellings.get(tail) ?? [tail]]
  })
}

/** What the words mean, in reading order. A word may mean several things. */
export function meaningsOf(words: readonly string[], lexicon: Lexicon): Meaning[] {
  const found: Meaning[] = []
  for (let start = 0; start < words.length; start++) {
    const word = words[start] ?? ''
    const from = found.length
    const take = (entry: Entry): void => {
      const end = follow(words, start + 1, entry.rest, 0)
      if (end < 0) return
      for (let i = from; i < found.length; i++) if (found[i]?.id === entry.id) return
      found.push({ id: entry.id, start, end })
    }
    lexicon.exact.get(word)?.forEach(take)
    for (let size = 2; size <= word.length; size++) lexicon.stems.get(word.slice(0, size))?.forEach(take)
    for (const { shape, entry } of lexicon.shapes) if (shape.test(word)) take(entry)
  }
  return found
}

/** The end of the words from `at` on that take the steps from `step` on; -1 where they do not. */
function follow(words: readonly string[], at: number, steps: readonly Step[], step: number): number {
  const next = steps[step]
  if (!next) return at
  for (let skip = 0; skip <= next.gap; skip++) {
    const word = words[at + skip]
    if (word === undefined) return -1
    if (next.gap > 0) {
      const end = follow(words, at + skip, steps, step + 1)
      if (end >= 0) return end
      if (/^[.?!;:…]/.test(word)) return -1
    } else if (next.exact.includes(word) || next.stems.some((stem) => word.startsWith(stem))) {
      return follow(words, at + 1, steps, step + 1)
    }
  }
  return -1
}
