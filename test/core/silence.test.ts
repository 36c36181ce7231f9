import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applyEdits, lint, parseDraft, readWorkspace, silencesOf, emptyWorkspace, type Diagnostic, type Fix, type LintOptions, type RuleId } from '../../src/core/index.ts'
import { anyDraft, TODAY } from './any-draft.ts'
import { runs } from '../helpers/runs.ts'

const head = '---\nfriend: Maria\nask: resume-review\nchannel: email\nlang: de\n---\n\n'
const rulesIn = (text: string, options: LintOptions = {}): RuleId[] => lint(parseDraft(text), options).map(({ rule }) => rule)

/** A draft on which three rules fire, whatever the model reads: `direct/subject` (front matter), `draft/register` (first block), `legwork/placeholder` (second block). */
const ASK = 'Liest du meinen Lebenslauf durch? Er hängt an. Ich danke Ihnen.'
const SLOT = 'Jana bei [Firma] wollte ihn haben.'
const plain = `${head}${ASK}\n\n${SLOT}\n`

describe('comments that silence', () => {
  const silenced = (body: string): RuleId[] => {
    const left = rulesIn(`${head}${body}\n`)
    return (['direct/subject', 'draft/register', 'legwork/placeholder'] as const).filter((rule) => !left.includes(rule))
  }

  it('need not be there', () => {
    assert.deepEqual(rulesIn(plain).filter((rule) => ['direct/subject', 'draft/register', 'legwork/placeholder'].includes(rule)).length, 3)
    assert.deepEqual(silenced(`${ASK}\n\n${SLOT}`), [])
  })
  it('ignore: the rule, in the block that follows', () => {
    assert.deepEqual(silenced(`<!--askwell ignore draft/register-->\n\n${ASK}\n\n${SLOT}`), ['draft/register'])
    assert.deepEqual(silenced(`${ASK}\n\n<!--askwell ignore legwork/placeholder-->\n\n${SLOT}`), ['legwork/placeholder'])
  })
  it('ignore: not in other blocks', () => {
    assert.deepEqual(silenced(`<!--askwell ignore legwork/placeholder-->\n\n${ASK}\n\n${SLOT}`), [])
  })
  it('ignore: several rules', () => {
    assert.deepEqual(silenced(`<!--askwell ignore draft/register legwork/placeholder-->\n\n${ASK} ${SLOT}`), ['draft/register', 'legwork/placeholder'])
  })
  it('ignore without a rule: all of them, in the block that follows', () => {
    assert.deepEqual(silenced(`${ASK}\n\n<!--askwell ignore-->\n\n${SLOT}`), ['legwork/placeholder'])
    assert.deepEqual(silenced(`<!--askwell ignore-->\n\n${ASK} ${SLOT}`), ['direct/subject', 'draft/register', 'legwork/placeholder'])
  })
  it('ignore: what stands in the front matter, before the first block', () => {
    assert.deepEqual(silenced(`<!--askwell ignore direct/subject-->\n\n${ASK}\n\n${SLOT}`), ['direct/subject'])
    assert.deepEqual(silenced(`${ASK}\n\n<!--askwell ignore direct/subject-->\n\n${SLOT}`), [])
  })
  it('disable: the rule, from here on', () => {
    assert.deepEqual(silenced(`<!--askwell disable legwork/placeholder-->\n\n${ASK}\n\n${SLOT}`), ['legwork/placeholder'])
    assert.deepEqual(silenced(`${ASK}\n\n<!--askwell disable draft/register-->\n\n${SLOT}`), [])
  })
  it('disable without a rule: all of them, from here on', () => {
    assert.deepEqual(silenced(`${ASK}\n\n<!--askwell disable-->\n\n${SLOT}`), ['legwork/placeholder'])
    assert.deepEqual(silenced(`<!--askwell disable-->\n\n${ASK}\n\n${SLOT}`), ['direct/subject', 'draft/register', 'legwork/placeholder'])
  })
  it('enable: the rule again, from here on', () => {
    assert.deepEqual(silenced(`<!--askwell disable draft/register legwork/placeholder-->\n\n${ASK}\n\n<!--askwell enable legwork/placeholder-->\n\n${SLOT}`), ['draft/register'])
    assert.deepEqual(silenced(`<!--askwell disable-->\n\n${ASK}\n\n<!--askwell enable-->\n\n${SLOT}`), ['direct/subject', 'draft/register'])
  })
  it('may have blanks, and stand in a list or a quote', () => {
    assert.deepEqual(silenced(`<!--   askwell   ignore   draft/register   -->\n\n${ASK}\n\n${SLOT}`), ['draft/register'])
    assert.deepEqual(silenced(`${ASK}\n\n> <!--askwell ignore legwork/placeholder-->\n>\n> ${SLOT}`), ['legwork/placeholder'])
    assert.deepEqual(silenced(`${ASK}\n\n- <!--askwell ignore legwork/placeholder-->\n\n  ${SLOT}`), ['legwork/placeholder'])
  })
  it('silence nothing with an unknown keyword', () => {
    assert.deepEqual(silenced(`<!--askwell mute draft/register-->\n\n${ASK}\n\n${SLOT}`), [])
    assert.deepEqual(silenced(`<!--askwell-->\n\n${ASK}\n\n${SLOT}`), [])
  })
  it('still count where another one has an unknown keyword', () => {
    assert.deepEqual(silenced(`<!--askwell mute draft/register-->\n\n<!--askwell ignore draft/register-->\n\n${ASK}\n\n${SLOT}`), ['draft/register'])
  })
  it('silence nothing with an unknown rule', () => {
    assert.deepEqual(silenced(`<!--askwell ignore draft/registers-->\n\n${ASK}\n\n${SLOT}`), [])
    assert.deepEqual(silenced(`<!--askwell disable register-->\n\n${ASK}\n\n${SLOT}`), [])
  })
  it('are no comments of other linters, and no comments in code', () => {
    assert.deepEqual(silenced(`<!--lint ignore draft/register-->\n\n${ASK}\n\n${SLOT}`), [])
    assert.deepEqual(silenced(`\`\`\`\n<!--askwell disable-->\n\`\`\`\n\n${ASK}\n\n${SLOT}`), [])
  })
  it('work with CRLF and a byte-order mark', () => {
    const text = `\uFEFF${head}<!--askwell ignore draft/register-->\n\n${ASK}\n`.replace(/\n/g, '\r\n')
    assert.ok(!rulesIn(text).includes('draft/register'))
  })
})

describe('askwell-ignore', () => {
  const withIgnore = (line: string): RuleId[] => rulesIn(plain.replace('lang: de\n', `lang: de\n${line}\n`))
  it('silences the rules of a list', () => {
    const left = withIgnore('askwell-ignore: [draft/register, direct/subject]')
    assert.ok(!left.includes('draft/register') && !left.includes('direct/subject') && left.includes('legwork/placeholder'))
  })
  it('silences one rule without a list, and those of a list over several lines', () => {
    assert.ok(!withIgnore('askwell-ignore: draft/register').includes('draft/register'))
    assert.ok(!withIgnore('askwell-ignore:\n  - direct/subject\n  - draft/register').includes('draft/register'))
  })
  it('silences nothing when empty', () => {
    for (const line of ['askwell-ignore:', 'askwell-ignore: []', 'askwell-ignore: ""']) assert.ok(withIgnore(line).includes('draft/register'))
  })
  it('can silence the front matter\'s own rule', () => {
    assert.ok(!withIgnore('channel2: x\naskwell-ignore: [draft/front-matter, no/such-rule]').includes('draft/front-matter'))
  })
})

describe('settings', () => {
  it('turn a rule off, in askwell.json or in the editor, which wins', () => {
    const off = readWorkspace('{ "version": 1, "rules": { "draft/register": "off" } }')
    assert.ok(!rulesIn(plain, { workspace: off }).includes('draft/register'))
    assert.ok(!rulesIn(plain, { rules: { 'draft/register': { severity: 'off' } } }).includes('draft/register'))
    assert.ok(rulesIn(plain, { workspace: off, rules: { 'draft/register': 'hint' } }).includes('draft/register'))
  })
})

/** The rules that speak up after an action. */
function after(text: string, workspaceText: string, action: Fix, options: LintOptions): Diagnostic[] {
  const workspace = readWorkspace(action.workspaceEdits ? applyEdits(workspaceText, action.workspaceEdits) : workspaceText)
  assert.deepEqual(workspace.problems, [])
  return lint(parseDraft(applyEdits(text, action.edits)), { ...options, workspace })
}

describe('actions that silence', () => {
  const draft = parseDraft(plain)
  const titles = (rule: RuleId): string[] => {
    const diagnostic = lint(draft).find((found) => found.rule === rule)
    assert.ok(diagnostic)
    return silencesOf(draft, diagnostic, emptyWorkspace, 'en').map(({ title }) => title)
  }

  it('are three where the finding stands in the body', () => {
    assert.deepEqual(titles('draft/register'), ['Ignore this once (draft/register)', 'Ignore in this draft (draft/register)', 'Turn off everywhere (draft/register)'])
  })
  it('are two where it stands in the front matter', () => {
    assert.deepEqual(titles('direct/subject'), ['Ignore in this draft (direct/subject)', 'Turn off everywhere (direct/subject)'])
  })
  it('leave an askwell.json of another version alone', () => {
    const [diagnostic] = lint(draft)
    assert.ok(diagnostic)
    assert.ok(silencesOf(draft, diagnostic, readWorkspace('{ "version": 2 }'), 'en').every(({ workspaceEdits }) => workspaceEdits === undefined))
  })

  for (const [name, text] of Object.entries({
    'a draft': plain,
    'a draft with CRLF': plain.replace(/\n/g, '\r\n'),
    'a draft that ignores nothing yet': plain.replace('lang: de', 'askwell-ignore: []\nlang: de'),
    'a draft that ignores one rule': plain.replace('lang: de', 'askwell-ignore: line/pressure # for now\nlang: de'),
    'a draft that ignores rules in a row': plain.replace('lang: de', 'askwell-ignore: [line/pressure, line/vouch,]\nlang: de'),
    'a draft that ignores rules in lines': plain.replace('lang: de', 'askwell-ignore:\n  - line/pressure\n  - line/vouch\nlang: de'),
    'a draft with an empty key': plain.replace('lang: de', 'askwell-ignore:\nlang: de'),
    'a draft whose front matter is one line': `---\n{ friend: Maria, ask: resume-review }\n---\n\n${ASK}\n\n${SLOT}\n`,
    'a draft without front matter': `${ASK}\n\n${SLOT}\n`,
    'a draft with broken front matter': `---\nfriend: "Maria\n---\n\n${ASK}\n\n${SLOT}\n`,
    'a list': `${head}- ${ASK}\n- ${SLOT}\n`,
    'a quote': `${head}> ${ASK}\n> ${SLOT}\n`,
    'a heading and what follows it': `${head}# ${SLOT}\n${ASK}\n`,
    'a comment and what follows it': `${head}<!-- note -->\n${ASK}\n${SLOT}\n`,
  })) {
    it(`silence what they say they silence, in ${name}`, () => {
      const found = parseDraft(text)
      const options: LintOptions = { today: TODAY }
      for (const diagnostic of lint(found, options)) {
        const silences = silencesOf(found, diagnostic, emptyWorkspace, 'en')
        assert.ok(silences.length > 0, diagnostic.rule)
        for (const silence of silences) {
          assert.ok(!silence.preferred)
          const left = after(text, '', silence, options).map(({ rule }) => rule)
          assert.ok(!left.includes(diagnostic.rule), `${silence.title}:\n${applyEdits(text, silence.edits)}`)
        }
      }
    })
  }

  it('fixes and silences of any draft apply, leave what can be read, and silences silence', () => {
    fc.assert(fc.property(anyDraft, ({ text, workspaceText }) => {
      const draft = parseDraft(text)
      const workspace = readWorkspace(workspaceText)
      const options: LintOptions = { today: TODAY, workspace }
      const before = new Set(draft.frontMatter.problems.map(({ kind }) => kind))
      const found = lint(draft, options)
      assert.equal(new Set(found.map(({ rule }) => rule)).size, found.length, 'at most one finding a rule')
      for (const diagnostic of found) {
        assert.ok(diagnostic.at.start >= 0 && diagnostic.at.start <= diagnostic.at.end && diagnostic.at.end <= text.length)
        assert.ok(diagnostic.fixes.filter(({ preferred }) => preferred).length <= 1, `${diagnostic.rule} prefers one fix at most`)
        for (const fix of diagnostic.fixes) {
          const edited = parseDraft(applyEdits(text, fix.edits))
          assert.deepEqual(edited.frontMatter.problems.map(({ kind }) => kind).filter((kind) => !before.has(kind)), [], `${diagnostic.rule}: ${fix.title}`)
          assert.deepEqual(readWorkspace(applyEdits(workspaceText, fix.workspaceEdits ?? [])).problems, [])
          if (fix.newFile) {
            assert.match(fix.newFile.name, /^[^/\\]+\.ask\.md$/)
            assert.deepEqual(parseDraft(fix.newFile.text).frontMatter.problems, [])
          }
        }
        const silences = silencesOf(draft, diagnostic, workspace, 'de')
        assert.ok(silences.length >= 2)
        for (const silence of silences) {
          assert.ok(!after(text, workspaceText, silence, options).some(({ rule }) => rule === diagnostic.rule), `${silence.title}:\n${applyEdits(text, silence.edits)}`)
        }
      }
    }), runs(80, 20261123))
  }).timeout(120_000)
})
