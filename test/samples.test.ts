import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isDraft, lint, parseDraft, readWorkspace, RULE_IDS, type RuleId } from '../src/core/index.ts'

const folder = new URL('../samples/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8')
const today = '2026-11-23'
const workspace = readWorkspace(read('askwell.json'))

/** What each sample is there to show. */
const expected: Readonly<Record<string, readonly RuleId[]>> = {
  'maria-drinks': [
    'direct/vague', 'choose/too-soon', 'choose/acknowledge', 'choose/unthanked', 'legwork/no-questions', 'line/no-opt-out', 'return/no-offer',
  ],
  'tom-referral': [
    'direct/buried', 'direct/mixed', 'direct/subject', 'choose/open-ask', 'legwork/no-material', 'legwork/placeholder',
    'line/no-opt-out', 'line/pressure', 'line/improper', 'return/no-offer',
  ],
  'ben-empfehlung': ['line/dishonest', 'line/vouch', 'draft/unknown-friend'],
  'katrin-telefonat': [
    'direct/mismatch', 'direct/subject', 'legwork/no-blurb', 'legwork/no-target', 'legwork/no-time', 'line/no-opt-out', 'return/no-offer', 'draft/register',
  ],
  'jonas-feierabend': ['direct/no-ask', 'choose/declined', 'legwork/no-target', 'legwork/no-material', 'line/no-opt-out'],
  'maria-advice': [],
  'priya-introduction': [],
  'ben-infogespraech': [],
  'katrin-referenz': [],
  'maria-introduction': [],
  'priya-typos': ['draft/front-matter'],
}

describe('samples', () => {
  it('are all listed here', () => {
    assert.deepEqual(readdirSync(new URL('asks/', folder)).sort(), Object.keys(expected).map((name) => `${name}.ask.md`).sort())
  })

  it('show every rule', () => {
    const shown = new Set(Object.values(expected).flat())
    assert.deepEqual(RULE_IDS.filter((rule) => !shown.has(rule)), [])
  })

  for (const [name, rules] of Object.entries(expected)) {
    it(`${name} ${rules.length > 0 ? `shows ${rules.join(', ')}` : 'has no findings'}`, () => {
      const draft = parseDraft(read(`asks/${name}.ask.md`))
      const found = lint(draft, { workspace, today })
      const say = (rule: RuleId): string => {
        const at = found.find((finding) => finding.rule === rule)?.at
        return at ? `${rule}: ${draft.text.slice(at.start, at.end)}` : rule
      }
      const ids = found.map(({ rule }) => rule)
      assert.deepEqual({ surplus: ids.filter((rule) => !rules.includes(rule)).map(say), missing: rules.filter((rule) => !ids.includes(rule)) }, { surplus: [], missing: [] })
    })
  }

  it('have an askwell.json without a fault, newest first', () => {
    assert.deepEqual(workspace.problems, [])
    for (const ids of [workspace.asks, workspace.favors].map((entries) => entries.map(({ id }) => id))) assert.deepEqual(ids, [...ids].sort().reverse())
  })

  it('have a sent draft and an entry that belong together', () => {
    const path = 'asks/maria-introduction.ask.md'
    const { values } = parseDraft(read(path)).frontMatter
    const entry = workspace.asks.find(({ draft }) => draft === path)
    assert.deepEqual([entry?.id, entry?.friend, entry?.ask, entry?.date], [values['ask-id'], values.friend, values.ask, values.sent])
  })

  it('have a page that is no draft, and whose links lead somewhere', () => {
    const page = read('README.md')
    assert.equal(isDraft('samples/README.md', page), false)
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path ?? '')
    assert.deepEqual(links.filter((path) => !existsSync(new URL(path, folder))), [])
    assert.deepEqual(Object.keys(expected).filter((name) => !links.includes(`asks/${name}.ask.md`)), [])
  })
})
