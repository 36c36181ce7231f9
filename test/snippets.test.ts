import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  ASK_TYPES, CHANNELS, lint, LANGUAGES, parseDraft, readWorkspace, type Address, type AskType, type Draft, type Language, type RuleId,
} from '../src/core/index.ts'
import { insertSnippet, optionsOf, parseSnippet } from '../src/cli/snippet.ts'
import { fillers, knownFriends } from './snippets/fillers.ts'

const today = '2026-11-23'
const friends = readWorkspace(knownFriends)

const snippetFile = z.record(z.string(), z.strictObject({
  prefix: z.string().regex(/^askwell-[a-z]+(-[a-z]+)*$/),
  description: z.string().min(1),
  body: z.array(z.string()),
  /** A whole draft, which VS Code offers for "Fill File with Snippet". */
  isFileTemplate: z.literal(true).optional(),
}))
const manifest = z.object({
  contributes: z.object({ snippets: z.array(z.object({ language: z.string(), path: z.string() })) }),
})

interface Snippet { readonly lang: Language; readonly prefix: string; readonly body: string; readonly whole: boolean }

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const snippetsIn = (lang: Language): Snippet[] =>
  Object.values(snippetFile.parse(JSON.parse(read(`snippets/${lang}.json`)))).map(({ prefix, body, isFileTemplate }) =>
    ({ lang, prefix, body: body.join('\n'), whole: isFileTemplate === true }))

const snippets = LANGUAGES.flatMap(snippetsIn)
const drafts = snippets.filter(({ whole }) => whole)

/** How a draft snippet addresses the friend: the prefix says Sie, everything else is du (or you). */
const addressOf = ({ prefix }: Snippet): Address => (prefix.endsWith('-sie') ? 'Sie' : 'du')

/** Types plausible words over the slots of a text. */
const fill = (text: string, lang: Language, address: Address): string =>
  text.replace(/\[([^[\]\n]+)\]/g, (slot, name: string) => {
    if (address === 'Sie' && name === 'Vorname') return 'Katrin'
    const words = fillers[lang][name]
    assert.ok(words, `test/snippets/fillers.ts has no words for ${slot}`)
    return words
  })

/** Chooses an option by its number; wraps around. */
const nth = (option: number) => (options: readonly string[]): string => options[option % options.length] ?? ''

const filled = (snippet: Snippet, option = 0): string =>
  fill(insertSnippet(snippet.body, nth(option)), snippet.lang, addressOf(snippet))

/** The words on which a rule fires, by rule, for messages of the test that show what is wrong. */
const findings = (draft: Draft, workspace = friends): string[] =>
  lint(draft, { workspace, today }).map(({ rule, at }) => `${rule}: ${draft.text.slice(at.start, at.end)}`)
const ruleOf = (finding: string): string => finding.slice(0, finding.indexOf(':'))

/**
 * Rules that look for the very thing that a slot leaves open: an empty slot names no target, leaves nothing to paste,
 * makes a question unspecific, links no CV, states no fact, asks for nothing.
 */
const openInSlots: Partial<Record<AskType, readonly RuleId[]>> = {
  introduction: ['legwork/no-target', 'legwork/no-blurb'],
  'informational-interview': ['legwork/no-questions'],
  advice: ['legwork/no-questions', 'direct/vague'],
  referral: ['legwork/no-target', 'legwork/no-material'],
  'resume-review': ['legwork/no-material'],
  recommendation: ['legwork/no-material'],
  reference: ['legwork/no-material'],
  other: ['direct/no-ask', 'direct/vague', 'direct/subject'],
}

describe('snippets', () => {
  it('are contributed for Markdown', () => {
    assert.deepEqual(manifest.parse(JSON.parse(read('package.json'))).contributes.snippets,
      LANGUAGES.map((lang) => ({ language: 'markdown', path: `./snippets/${lang}.json` })))
  })

  it('have each a prefix of their own', () => {
    const prefixes = snippets.map(({ prefix }) => prefix)
    assert.deepEqual(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index), [])
  })

  it('are there for every type of ask, in both languages, by e-mail (German: du and Sie) and by chat', () => {
    const kinds = drafts.map((snippet) => {
      const { values } = parseDraft(insertSnippet(snippet.body)).frontMatter
      return [values.lang, values.ask, values.channel, ...(addressOf(snippet) === 'Sie' ? ['Sie'] : [])].join(' ')
    })
    const expected = ASK_TYPES.flatMap((ask) => [
      ...LANGUAGES.flatMap((lang) => [`${lang} ${ask} email`, `${lang} ${ask} chat`]),
      `de ${ask} email Sie`,
      ...(ask === 'recommendation' ? LANGUAGES.map((lang) => `${lang} ${ask} linkedin`) : []),
    ])
    assert.deepEqual(kinds.sort(), expected.sort())
  })

  it('say no sentence twice', () => {
    for (const lang of LANGUAGES) {
      const sentences = drafts.filter((snippet) => snippet.lang === lang)
        .flatMap((snippet) => parseDraft(insertSnippet(snippet.body)).sentences.map(({ text }) => text))
        .filter((text) => text.replace(/\[[^\]]+\]/g, '').split(' ').length > 4)
      assert.deepEqual(sentences.filter((text, index) => sentences.indexOf(text) !== index), [])
    }
  })

  for (const snippet of snippets) {
    it(`${snippet.prefix} is valid`, () => {
      parseSnippet(snippet.body)
    })
  }

  describe('inserted as they are', () => {
    for (const snippet of drafts) {
      it(`${snippet.prefix} has nothing but open slots`, () => {
        const draft = parseDraft(insertSnippet(snippet.body))
        const open = openInSlots[draft.frontMatter.values.ask ?? 'other'] ?? []
        assert.deepEqual(findings(draft).filter((finding) => !open.some((rule) => rule === ruleOf(finding))).map(ruleOf), ['legwork/placeholder'])
      })
    }
  })

  describe('filled in', () => {
    for (const snippet of drafts) {
      it(`${snippet.prefix} has no findings`, () => {
        for (let option = 0; option < optionsOf(snippet.body); option++) {
          assert.deepEqual(findings(parseDraft(filled(snippet, option))), [])
        }
      })
    }
  })
})

/** The history for the small snippets: asked often, lately, with one granted and not thanked, one without an answer. */
const asked = (friend: string): string => JSON.stringify({
  ...JSON.parse(knownFriends) as object,
  asks: [
    { id: 'b', friend, ask: 'job-lead', date: '2026-11-14', status: 'open' },
    { id: 'a', friend, ask: 'resume-review', date: '2026-10-20', status: 'granted', answered: '2026-10-22' },
  ],
})

/** Drafts that lack everything but the ask; a small snippet goes behind it. */
const bare = {
  en: { friend: 'Maria Lopez', introduction: 'Hi Maria,\n\ncould you introduce me to Jane Holloway at Northwind Labs?', 'informational-interview': 'Hi Maria,\n\ncould I call you about your work for 20 minutes on Tuesday?' },
  du: { friend: 'Jonas Brandt', introduction: 'Hallo Jonas,\n\nkannst du mich Helene Vogt bei Talwerk vorstellen?', 'informational-interview': 'Hallo Jonas,\n\nkann ich dich am Dienstag 20 Minuten lang zu deiner Arbeit befragen?' },
  Sie: { friend: 'Katrin Brandt', introduction: 'Guten Tag Frau Brandt,\n\nkönnten Sie mich Helene Vogt bei Talwerk vorstellen?', 'informational-interview': 'Guten Tag Frau Brandt,\n\ndürfte ich Sie am Dienstag 20 Minuten lang zu Ihrer Arbeit befragen?' },
} as const

const parts: readonly (readonly [prefix: string, settles: readonly RuleId[], ask?: 'introduction' | 'informational-interview'])[] = [
  ['askwell-way-out', ['line/no-opt-out']],
  ['askwell-way-out-employer', ['line/no-opt-out']],
  ['askwell-way-out-comfort', ['line/no-opt-out']],
  ['askwell-way-out-chat', ['line/no-opt-out']],
  ['askwell-offer', ['return/no-offer']],
  ['askwell-offer-treat', ['return/no-offer']],
  ['askwell-acknowledgement', ['choose/too-soon', 'choose/acknowledge']],
  ['askwell-thanks', ['choose/unthanked']],
  ['askwell-open-ask', ['choose/open-ask']],
  ['askwell-blurb', ['legwork/no-blurb']],
  ['askwell-questions', ['legwork/no-questions'], 'informational-interview'],
  ['askwell-ausweg', ['line/no-opt-out']],
  ['askwell-ausweg-sie', ['line/no-opt-out']],
  ['askwell-ausweg-firma', ['line/no-opt-out']],
  ['askwell-ausweg-unangenehm', ['line/no-opt-out']],
  ['askwell-ausweg-chat', ['line/no-opt-out']],
  ['askwell-angebot', ['return/no-offer']],
  ['askwell-angebot-sie', ['return/no-offer']],
  ['askwell-angebot-einladung', ['return/no-offer']],
  ['askwell-schon-wieder', ['choose/too-soon', 'choose/acknowledge']],
  ['askwell-schon-wieder-sie', ['choose/too-soon', 'choose/acknowledge']],
  ['askwell-dank', ['choose/unthanked']],
  ['askwell-offene-bitte', ['choose/open-ask']],
  ['askwell-kurzprofil', ['legwork/no-blurb']],
  ['askwell-fragen', ['legwork/no-questions'], 'informational-interview'],
]

describe('small snippets', () => {
  it('are all listed here, beside the front matter', () => {
    assert.deepEqual(parts.map(([prefix]) => prefix).concat('askwell-front-matter', 'askwell-kopfdaten').sort(),
      snippets.filter(({ whole }) => !whole).map(({ prefix }) => prefix).sort())
  })

  for (const [prefix, settles, ask = 'introduction'] of parts) {
    it(`${prefix} settles ${settles.join(', ')}`, () => {
      const snippet = snippets.find((one) => one.prefix === prefix)
      assert.ok(snippet)
      const { lang } = snippet
      const base = bare[lang === 'en' ? 'en' : addressOf(snippet)]
      const rulesOf = (more: string): string[] => findings(
        parseDraft(`---\nfriend: ${base.friend}\nask: ${ask}\nlang: ${lang}\n---\n\n${base[ask]}${more}\n`), readWorkspace(asked(base.friend))).map(ruleOf)
      const before = rulesOf('')
      const known = settles.filter((rule) => !before.includes(rule))
      assert.deepEqual(known, [], 'fires before the snippet is inserted')
      for (let option = 0; option < optionsOf(snippet.body); option++) {
        const after = rulesOf(`\n\n${filled(snippet, option)}`)
        assert.deepEqual(after.filter((rule) => !before.includes(rule)), [], 'no rule fires because of the snippet')
        assert.deepEqual(settles.filter((rule) => after.includes(rule)), [])
      }
    })
  }

  for (const prefix of ['askwell-front-matter', 'askwell-kopfdaten']) {
    it(`${prefix} is valid front matter, whatever is chosen`, () => {
      const snippet = snippets.find((one) => one.prefix === prefix)
      assert.ok(snippet)
      const chosen = ASK_TYPES.map((_, option) => {
        const { problems, values } = parseDraft(insertSnippet(snippet.body, nth(option))).frontMatter
        assert.deepEqual(problems, [])
        return values
      })
      assert.deepEqual(chosen.map(({ ask }) => ask), [...ASK_TYPES])
      assert.deepEqual(chosen.slice(0, CHANNELS.length).map(({ channel }) => channel), [...CHANNELS])
    })
  }
})
