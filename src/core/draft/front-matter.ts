import matter from 'gray-matter'
import { isMap, isNode, isScalar, isSeq, type Pair } from 'yaml'
import * as z from 'zod'
import { isDay } from '../date.ts'
import { insertAt, lineEnding, type Edit, type Span } from '../text.ts'
import { parseYaml } from './yaml.ts'

export { isDraft } from './is-draft.ts'

export const ASK_TYPES = [
  'introduction', 'informational-interview', 'advice', 'referral', 'resume-review',
  'recommendation', 'reference', 'job-lead', 'other',
] as const
export type AskType = (typeof ASK_TYPES)[number]

export const CHANNELS = ['email', 'chat', 'linkedin'] as const
export type Channel = (typeof CHANNELS)[number]

export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

const day = z.string().refine(isDay)

/** The keys that Askwell reads, and what each may hold. Keys that are not here are left alone. */
export const frontMatterKeys = {
  friend: z.string().trim().min(1),
  ask: z.enum(ASK_TYPES),
  channel: z.enum(CHANNELS),
  subject: z.string().nullable(),
  lang: z.enum(LANGUAGES),
  target: z.string(),
  workedTogether: z.union([z.boolean(), z.string()]).nullable(),
  attachments: z.union([z.array(z.string()), z.string().transform((one) => [one])]),
  sent: z.union([day, z.literal(false)]).nullable(),
  'ask-id': z.string(),
  'askwell-ignore': z.union([z.array(z.string()), z.string().transform((one) => [one])]),
} as const
export type FrontMatterKey = keyof typeof frontMatterKeys

export type FrontMatterValues = { -readonly [K in FrontMatterKey]?: z.output<(typeof frontMatterKeys)[K]> }

/** Where a key stands: the key, and its value (an empty span behind the colon where it has none). */
export interface KeyPlace {
  readonly key: Span
  readonly value: Span
}

/** Why the front matter, or a part of it, could not be used; `rules/draft/front-matter` words it for people. */
export type FrontMatterProblem =
  | { readonly kind: 'missing'; readonly at: Span }
  | { readonly kind: 'missing-key'; readonly key: FrontMatterKey; readonly at: Span }
  | { readonly kind: 'value'; readonly key: FrontMatterKey; readonly found: string; readonly at: Span }
  | { readonly kind: 'unknown-rule'; readonly found: string; readonly at: Span }
  | { readonly kind: 'yaml'; readonly detail: string; readonly at: Span }
  | { readonly kind: 'not-a-map'; readonly at: Span }
  | { readonly kind: 'engine'; readonly engine: string; readonly at: Span }
  | { readonly kind: 'unclosed'; readonly at: Span }
  | { readonly kind: 'too-long'; readonly at: Span }

export interface FrontMatter {
  readonly values: FrontMatterValues
  readonly places: Partial<Record<FrontMatterKey, KeyPlace>>
  readonly problems: readonly FrontMatterProblem[]
  /** The whole block with its fences; undefined where the file has none. */
  readonly block: Span | undefined
  /** Where a new `key: value` line goes: the start of the closing fence. */
  readonly end: number
  /** The closing brace, where all of the front matter is one `{ … }`. */
  readonly brace?: number
  /** Where the body starts. */
  readonly bodyStart: number
}

interface RawYaml {
  readonly parsed: ReturnType<typeof parseYaml>
  readonly offset: number
}

/** What may stand behind the opening fence. Front matter is YAML, and nothing in it is run. */
const ENGINES = ['', 'yaml', 'yml']

/** The front matter read last, and the text up to where its body starts: while the body is typed, the head stays as it is. */
let last: { readonly head: string; readonly frontMatter: FrontMatter } | undefined

/** Splits a file at its front matter. Nothing but YAML is parsed; `---js` and its like are reported, never run. */
export function readFrontMatter(text: string): FrontMatter {
  if (last && text.startsWith(last.head)) return last.frontMatter
  const frontMatter = splitFrontMatter(text)
  const head = text.slice(0, frontMatter.bodyStart)
  if (frontMatter.block && head.endsWith('\n')) last = { head, frontMatter }
  return frontMatter
}

function splitFrontMatter(text: string): FrontMatter {
  const bom = text.startsWith('\uFEFF') ? 1 : 0
  const start: Span = { start: bom, end: firstLineEnd(text, bom) }
  const none = (problem: FrontMatterProblem): FrontMatter => ({
    values: {}, places: {}, problems: [problem], block: undefined, end: bom, bodyStart: bom,
  })
  const fence = /^---([^\r\n-][^\r\n]*)?(\r?\n|$)/.exec(text.slice(bom, start.end + 2))
  if (!fence) return none({ kind: 'missing', at: start })
  const engine = (fence[1] ?? '').trim()
  const matterStart = bom + 3 + (fence[1]?.length ?? 0)
  const closing = /\r?\n---(?=[ \t]*(?:\r?\n|$))/.exec(text.slice(matterStart))
  if (!closing) return none({ kind: 'unclosed', at: start })
  const end = matterStart + closing.index + closing[0].length - 3
  const bodyStart = firstLineEnd(text, end) + (/^\r?\n/.exec(text.slice(firstLineEnd(text, end)))?.[0].length ?? 0)
  const block: Span = { start: bom, end: end + 3 }

  if (!ENGINES.includes(engine.toLowerCase())) return { values: {}, places: {}, problems: [{ kind: 'engine', engine, at: start }], block, end, bodyStart }

  // gray-matter calls no engine for a block that holds nothing but comments.
  const found: RawYaml[] = []
  const yaml = (source: string): object => {
    // Blanks behind the fence are no engine, and come with the rest.
    found.push({ parsed: parseYaml(source.replace(/\r$/, '')), offset: engine === '' ? bom + 3 : matterStart })
    return {}
  }
  // It would take any line that begins like the fence for the closing one.
  const head = text.slice(bom, end)
  let longest = 2
  for (const [dashes] of head.matchAll(/(?<=\n)-{3,}/g)) longest = Math.max(longest, dashes.length)
  const close = '-'.repeat(longest + 1)
  matter(head + close, { engines: { yaml }, language: 'yaml', delimiters: ['---', close] })
  const [raw] = found
  return { ...(raw ? readYaml(raw, block) : { values: {}, places: {}, problems: missingKeys({}, block) }), block, end, bodyStart }
}

function readYaml({ parsed: { document, problems: faults }, offset }: RawYaml, block: Span): Pick<FrontMatter, 'values' | 'places' | 'problems' | 'brace'> {
  const values: FrontMatterValues = {}
  const places: Partial<Record<FrontMatterKey, KeyPlace>> = {}
  const problems: FrontMatterProblem[] = faults.map(({ detail, start, end }) => ({
    kind: 'yaml', detail, at: { start: Math.min(offset + start, block.end), end: Math.min(offset + end, block.end) },
  }))
  const root = document?.contents
  if (root && !isMap(root)) {
    if (problems.length === 0) problems.push({ kind: 'not-a-map', at: { start: block.start, end: block.start + 3 } })
    return { values, places, problems }
  }
  for (const pair of root?.items ?? []) {
    const key = keyOf(pair)
    if (!key || !isScalar(pair.key)) continue
    const keySpan = { start: offset + pair.key.range[0], end: offset + pair.key.range[1] }
    const range = isNode(pair.value) ? pair.value.range : undefined
    const value = range && range[1] > range[0]
      ? { start: offset + range[0], end: offset + range[1] }
      : { start: keySpan.end + 1, end: keySpan.end + 1 }
    places[key] = { key: keySpan, value }
    const plain = plainValue(pair)
    if (plain === null && key !== 'friend' && key !== 'ask') continue
    const parsed = frontMatterKeys[key].safeParse(plain)
    if (parsed.success) Object.assign(values, { [key]: parsed.data })
    else problems.push({ kind: 'value', key, found: typeof plain === 'string' ? plain : plain === null ? '' : JSON.stringify(plain), at: value.end > value.start ? value : keySpan })
  }
  if (faults.length === 0) problems.push(...missingKeys(places, block))
  return { values, places, problems, ...(root?.flow ? { brace: offset + root.range[1] - 1 } : {}) }
}

/** The edit that adds a key: a line of its own, or an entry of the `{ … }`. Several of them may be made at once. */
export function addKey({ end, brace }: FrontMatter, text: string, key: FrontMatterKey, value: string): Edit {
  if (brace === undefined) return insertAt(end, `${key}: ${value}${lineEnding(text)}`)
  return /[{,]$/.test(text.slice(0, brace).trimEnd()) ? insertAt(brace, `${key}: ${value}, `) : insertAt(brace, `, ${key}: ${value}`)
}

const missingKeys = (places: Partial<Record<FrontMatterKey, KeyPlace>>, block: Span): FrontMatterProblem[] =>
  (['friend', 'ask'] as const)
    .filter((key) => !places[key])
    .map((key) => ({ kind: 'missing-key', key, at: { start: block.start, end: block.start + 3 } }))

const keyOf = (pair: Pair): FrontMatterKey | undefined =>
  isScalar(pair.key) && typeof pair.key.value === 'string' && Object.hasOwn(frontMatterKeys, pair.key.value)
    ? (pair.key.value as FrontMatterKey)
    : undefined

function plainValue(pair: Pair): unknown {
  if (isScalar(pair.value)) return pair.value.value
  if (isSeq(pair.value)) return pair.value.items.map((item) => (isScalar(item) ? item.value : item))
  return pair.value ?? null
}

const firstLineEnd = (text: string, from: number): number => {
  const found = /\r?\n/.exec(text.slice(from, from + 10_000))
  return found ? from + found.index : Math.min(text.length, from + 10_000)
}
