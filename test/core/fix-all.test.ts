import assert from 'node:assert/strict'
import fc from 'fast-check'
import { fixAll, lint, parseDraft, preferredFix, readWorkspace, RULE_IDS, type LintOptions } from '../../src/core/index.ts'
import { anyDraft, TODAY } from './any-draft.ts'
import { runs } from '../helpers/runs.ts'

describe('fix all', () => {
  const fixed = (matter: string, body: string, options: LintOptions = {}): string => fixAll(`---\nfriend: Maria\n${matter}\n---\n\n${body}`, options).text

  it('leaves a draft alone in which nothing can be mended', () => {
    for (const text of ['', '\uFEFF', '---\nfriend: Maria\nask: advice\nsent: 2026-11-01\n---\n\nHi!\n', '---\nfriend: "Maria\n---\n\nTODO\n']) {
      const only = { rules: Object.fromEntries(RULE_IDS.filter((rule) => rule !== 'draft/front-matter' && rule !== 'legwork/placeholder').map((rule) => [rule, 'off' as const])) }
      assert.deepEqual(fixAll(text, only), { text, fixed: [] })
    }
  })

  it('mends what has one sensible repair', () => {
    const { text, fixed: rules } = fixAll('---\nfriend: Maria\nask: intro\nchannel: email\nlang: de\n---\n\nHast du Zeit, und bist du da? Ich danke Ihnen.\n', {
      rules: Object.fromEntries(RULE_IDS.filter((rule) => !['draft/front-matter', 'draft/register', 'direct/subject'].includes(rule)).map((rule) => [rule, 'off'])),
    })
    assert.deepEqual([...rules].sort(), ['direct/subject', 'draft/front-matter', 'draft/register'])
    assert.match(text, /\nask: introduction\n/)
    assert.match(text, /\nsubject: \S/)
    assert.match(text, /Ich danke dir\.\n$/)
  })

  it('does not touch rules that are off or silenced', () => {
    const body = 'Hast du Zeit, und bist du da? Ich danke Ihnen.\n'
    assert.match(fixed('ask: other\nlang: de\naskwell-ignore: [draft/register]', body), /Ihnen/)
    assert.match(fixed('ask: other\nlang: de', body, { rules: { 'draft/register': 'off' } }), /Ihnen/)
    assert.match(fixed('ask: other\nlang: de', `<!--askwell ignore draft/register-->\n\n${body}`), /Ihnen/)
    assert.doesNotMatch(fixed('ask: other\nlang: de', body), /Ihnen/)
  })

  it('fills in no slot, and makes up no fact', () => {
    assert.equal(fixed('ask: other\naskwell-ignore: [line/no-opt-out, return/no-offer, direct/no-ask, direct/subject]', 'Would you introduce me to Jane at [Company]?\n').split('[Company]').length, 2)
  })

  it('takes of each finding the preferred fix, and only what edits the draft', () => {
    const draft = parseDraft('---\nfriend: Maria\nask: advice\nchannel: chat\n---\n\nWould you help?\n')
    for (const finding of lint(draft, { today: TODAY })) {
      const fix = preferredFix(finding)
      if (!fix) continue
      assert.ok(fix.preferred && fix.edits.length > 0 && !fix.workspaceEdits && !fix.newFile)
    }
  })

  describe('of any draft', () => {
    const run = (property: (text: string, options: LintOptions) => void): void => {
      fc.assert(fc.property(anyDraft, ({ text, workspaceText }) => { property(text, { today: TODAY, workspace: readWorkspace(workspaceText) }) }), runs(60, 20261123))
    }

    it('mends each rule once at most, and only rules that fired on the way', () => {
      run((text, options) => {
        const { fixed } = fixAll(text, options)
        assert.equal(new Set(fixed).size, fixed.length)
        assert.ok(fixed.every((rule) => (RULE_IDS as readonly string[]).includes(rule)))
      })
    }).timeout(120_000)

    it('leaves a draft that can be read, in which the mended rules are quiet', () => {
      run((text, options) => {
        const after = fixAll(text, options)
        const draft = parseDraft(after.text)
        const before = parseDraft(text).frontMatter.problems.map(({ kind }) => kind)
        assert.deepEqual(draft.frontMatter.problems.map(({ kind }) => kind).filter((kind) => !before.includes(kind)), [])
        assert.deepEqual(lint(draft, options).map(({ rule }) => rule).filter((rule) => after.fixed.includes(rule)), [], after.text)
      })
    }).timeout(120_000)

    it('has nothing left to do the second time', () => {
      run((text, options) => {
        const once = fixAll(text, options)
        assert.deepEqual(fixAll(once.text, options), { text: once.text, fixed: [] })
      })
    }).timeout(120_000)

    it('keeps the byte-order mark and the line endings', () => {
      run((text, options) => {
        const { text: after } = fixAll(text, options)
        assert.equal(after.startsWith('\uFEFF'), text.startsWith('\uFEFF'))
        assert.ok(!after.includes('\uFEFF', 1))
        const foreign = text.includes('\r\n') ? /(?<!\r)\n|\r(?!\n)/ : /\r/
        assert.doesNotMatch(after, foreign)
      })
    }).timeout(120_000)

    it('throws away no word but those that a rule moves or replaces', () => {
      run((text, options) => {
        const { text: after, fixed } = fixAll(text, options)
        if (fixed.some((rule) => ['direct/vague', 'direct/buried', 'direct/mismatch', 'direct/subject', 'draft/register', 'draft/unknown-friend'].includes(rule))) return
        const words = text.match(/\S+/g) ?? []
        let kept = 0
        for (const word of after.match(/\S+/g) ?? []) if (word === words[kept]) kept++
        assert.equal(kept, words.length, `${JSON.stringify(words[kept])} is gone from:\n${after}`)
      })
    }).timeout(120_000)
  })
})
