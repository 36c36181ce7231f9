import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
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

/** The tags of a line, with those that follow from them. */
const tagSet = (tags: readonly string[]): ReadonlySet<Signal> => {
  const set = new Set(tags as Signal[])
  if (ASKS.some((signal) => set.has(signal))) set.add('ask')
  return set
}

const known = new Set<string>(SIGNALS)
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
    if (!quote && !list) lead = plain
    const block = quote || list
    body += body === '' || body.endsWith('\n') ? text : block || /\n(?:>|[-*+•–—]|\(?(?:\d{1,2}|[a-z])[.)])[^\n]*$/.test(body) || LIST.test(body) ? `\n${text}` : tags.includes('closing') ? `\n${text}` : ` ${text}`
  })
  return { examples, messages, faults }
}

/** The training files of a language. */
export function trainingFiles(lang: string): string[] {
  const folder = fileURLToPath(new URL(`./${lang}/`, import.meta.url))
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => folder + name)
}
