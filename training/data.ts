import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ASK_TYPES, type AskType } from '../src/core/draft/front-matter.ts'
import { wordsFor as german } from '../src/core/language/de/words.ts'
import { words as english } from '../src/core/language/en/words.ts'
import { SIGNALS, type Signal } from '../src/core/language/signals.ts'
import type { SentenceInput } from '../src/core/language/features.ts'

/** A tagged sentence as it stands in a training file. */
export interface Example extends SentenceInput {
  readonly tags: ReadonlySet<Signal>
  readonly source: string
}

/** A whole message of a training file, in the record form of the corpus. */
export interface Message {
  readonly id: string
  readonly lang: string
  readonly today: string
  readonly friend: string
  readonly ask: string
  readonly channel: string
  readonly subject: string | null
  readonly workedTogether: boolean | null
  readonly history: readonly { daysAgo: number; ask: string; status: string; thanked: boolean }[]
  readonly body: string
  readonly labels: readonly string[]
  /** Its sentences, subject included. */
  readonly sentences: readonly Example[]
}

/** The kinds of request that make up `ask`. */
const ASKS: readonly Signal[] = ['intro', 'talk', 'advice', 'refer', 'review', 'recommend', 'reference', 'lead', 'favor']

/** The tags of a line (`intro target`, `-` for none), with those that follow from them. */
export const tagsOf = (text: string): ReadonlySet<Signal> => tagSet(text.split(/\s+/).filter((tag) => tag !== '-' && tag !== ''))

/** Tags, with those that follow from them. */
const tagSet = (tags: readonly string[]): ReadonlySet<Signal> => {
  const set = new Set(tags as Signal[])
  if (ASKS.some((signal) => set.has(signal))) set.add('ask')
  return set
}

/** A past ask in the header of a message: days ago, type, status, whether thanked for. */
const PAST = new RegExp(`^\\d+:(?:${ASK_TYPES.join('|')}):(?:open|granted|declined)(?::\\w+)?$`)

const known = new Set<string>(SIGNALS)
const LIST_LINE = /(?:^|\n)(?:>|[-*+•–—]|\(?(?:\d{1,2}|[a-z])[.)])[^\n]*$/
const LIST = /^(?:[-*+•–—]|\(?(?:\d{1,2}|[a-z])[.)])\s/

/** Reads the tagged lines of one file: `tags | text`, messages between `@` and `=`, paragraphs by `¶`. */
export function readTrainingFile(path: string, lang: string): { examples: Example[]; messages: Message[]; faults: string[] } {
  const examples: Example[] = []
  const messages: Message[] = []
  const faults: string[] = []
  const source = path.split('/').at(-1) ?? path
  let header: RegExpMatchArray | null = null
  let sentences: Example[] = []
  let body = ''
  let lead = ''
  let subjects = false
  readFileSync(path, 'utf8').split('\n').forEach((raw, index) => {
    const line = raw.trimEnd()
    const fault = (what: string): void => { faults.push(`${source}:${index + 1}: ${what}: ${line.slice(0, 80)}`) }
    if (line.trim() === '' || line.startsWith('#')) return
    if (line.startsWith('@@')) { header = null; lead = ''; subjects = line.startsWith('@@subjects'); return }
    if (line.startsWith('@')) {
      header = /^@ ask=(\S+) channel=(\S+) wt=(\S+) hist=(\S+)\s*\|?\s*(.*)$/.exec(line)
      if (!header) fault('header')
      for (const entry of (header?.[4] ?? '-').split(';')) if (entry !== '-' && !PAST.test(entry)) fault(`history ${entry}`)
      sentences = []; body = ''; lead = ''
      return
    }
    if (line.trim() === '¶') { body = body.trimEnd() + '\n\n'; return }
    if (line.startsWith('=')) {
      if (!header) { fault('no header'); return }
      const [, ask = '', channel = '', wt = '', hist = '', subject = ''] = header
      const labels = line.slice(1).trim().split(/\s+/).filter(Boolean)
      if (channel === 'email' && subject !== '') {
        sentences.push({ text: subject, kind: 'heading', lead: '', tags: tagSet(labels.includes('direct/subject') ? [] : ['telling']), source })
      }
      messages.push({
        id: `${source}:${index + 1}`, lang, today: '2026-11-23', friend: 'A Friend', ask, channel,
        subject: channel === 'email' && subject !== '' ? subject : null,
        workedTogether: wt === 'true' ? true : wt === 'false' ? false : null,
        history: hist === '-' ? [] : hist.split(';').map((entry) => {
          const [days = '0', type = 'other', status = 'open', thanked] = entry.split(':')
          return { daysAgo: Number(days), ask: type, status, thanked: thanked === 'thanked' }
        }),
        body: body.trim(), labels, sentences,
      })
      examples.push(...sentences)
      header = null
      return
    }
    const bar = line.indexOf('|')
    if (bar < 0) { fault('no bar'); return }
    const tags = line.slice(0, bar).trim().split(/\s+/).filter((tag) => tag !== '-' && tag !== '')
    const text = line.slice(bar + 1).trim()
    const unknown = tags.filter((tag) => !known.has(tag))
    if (unknown.length > 0) { fault(`unknown tag ${unknown.join(' ')}`); return }
    if (text === '') { fault('no text'); return }
    if (subjects) {
      examples.push({ text, kind: 'heading', lead: '', tags: tagSet(tags), source })
      return
    }
    const quote = text.startsWith('>')
    const list = LIST.test(text)
    const plain = text.replace(/^>\s*/, '').replace(LIST, '')
    const example: Example = { text: plain, kind: quote ? 'quote' : list ? 'list' : 'paragraph', lead, tags: tagSet(tags), source }
    if (header) sentences.push(example)
    else examples.push(example)
    // A sentence that stands alone has no neighbours: the lines around it are not of its message.
    if (header && !quote && !list) lead = plain
    const ownLine = quote || list || tags.includes('closing') || LIST_LINE.test(body) || !/[.!?…:;,)"'”“»]$/.test(body)
    body += body === '' || body.endsWith('\n') ? text : ownLine ? `\n${text}` : ` ${text}`
  })
  return { examples, messages, faults }
}

/** The training files of a language. */
export function trainingFiles(lang: string): string[] {
  const folder = fileURLToPath(new URL(`./${lang}/`, import.meta.url))
  return readdirSync(folder).filter((name) => name.endsWith('.txt') && name !== 'frames.txt').sort().map((name) => folder + name)
}

/** Targets for the sentences that fixes put in. */
const TARGETS: Record<string, readonly string[]> = {
  en: ['Jane Doe at Acme', 'Hana Sato, Kessel & Ward', 'Senior Test Engineer at Orbita', 'the design team at Northgate', 'marine biology', '[name, company]'],
  de: ['Jana Roth bei Acme', 'Dr. Lindner, Klinik am Schönberg', 'Sachbearbeiterin Zoll bei Frachtkontor Nord', 'das Designteam von Nordwind', 'Meeresbiologie', '[Name, Firma]'],
}

/** The sentences that Askwell's own fixes put into drafts, tagged: what a fix says must be read as what it means. */
export function ownWords(lang: 'en' | 'de'): Example[] {
  const examples: Example[] = []
  const add = (tags: readonly Signal[], text: string, kind: Example['kind'] = 'paragraph', lead = ''): void => {
    // Slots are unfilled: what they would name is not named.
    const named = /\[/.test(text) ? tags.filter((tag) => tag !== 'target' && tag !== 'posting') : tags
    examples.push({ text, kind, lead, tags: tagSet(named), source: 'own words' })
  }
  const askTags: Record<AskType, readonly Signal[]> = {
    introduction: ['intro', 'target'], 'informational-interview': ['talk', 'meet', 'time'], advice: ['advice'], referral: ['refer', 'target'],
    'resume-review': ['review'], recommendation: ['recommend'], reference: ['reference'], 'job-lead': ['lead'], other: ['favor'],
  }
  for (const address of lang === 'de' ? (['du', 'Sie'] as const) : (['du'] as const)) {
    const words = lang === 'de' ? german(address) : english
    for (const type of ASK_TYPES) {
      for (const target of [undefined, ...(TARGETS[lang] ?? [])]) {
        for (const text of words.ask(type, target)) add(askTags[type], text)
        for (const text of words.subject(type, target)) add(['telling'], text, 'heading')
      }
      for (const text of words.thanks(type)) add(['thanks'], text)
      for (const text of words.pending(type)) add(['pending'], text)
    }
    for (const target of TARGETS[lang] ?? []) {
      add(['target'], words.target('introduction', target))
      add(['target'], words.target('referral', target))
    }
    for (const text of words.waysOut) add(['optout'], text)
    for (const text of words.offers) add(['offer'], text)
    for (const within60 of [1, 2, 3, 4]) {
      for (const newestDaysAgo of [0, 1, 3, 9, 14, 20]) for (const text of words.acknowledge({ within60, newestDaysAgo })) add(['ack'], text)
    }
    for (const text of words.times) add(['time'], text)
    for (const name of [undefined, 'Ada Kim', 'Jonas Berg']) {
      const scaffold = words.blurbScaffold(name).replace(/^> /, '')
      for (const sentence of scaffold.split(/(?<=\.) (?=\p{Lu}|\[)/u)) add(['bio'], sentence, 'quote', words.blurbLead)
    }
    for (const type of ['informational-interview', 'advice'] as const) {
      for (const target of [undefined, TARGETS[lang]?.[4]]) for (const text of words.questions(type, target)) add(['question'], text, 'list', words.questionsLead)
    }
    add(['cv'], words.material('resume-review', {})[0] ?? '')
    for (const line of (words.material('reference', {})[0] ?? '').split('\n- ').slice(1)) add(['fact'], line, 'list')
    add(['worked'], words.workedTogether(undefined))
    add(['worked'], words.workedTogether('Acme, 2019–21'))
    for (const text of [words.honest, words.proper, words.softer, words.blurbLead, words.questionsLead]) add([], text)
  }
  // Seen as often as they matter.
  return [...examples, ...examples, ...examples]
}
