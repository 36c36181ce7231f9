import assert from 'node:assert/strict'
import { fixAll, lint, parseDraft } from '../../src/core/index.ts'
import { hostile } from './hostile.ts'

describe('hostile text', () => {
  for (const lang of ['en', 'de'] as const) {
    for (const [name, piece] of Object.entries(hostile)) {
      it(`${lang}: ${name}`, () => {
        const text = `---\nfriend: Maria\nask: introduction\nlang: ${lang}\n---\n\n${piece.repeat(20_000 / piece.length)}`
        const start = performance.now()
        const draft = parseDraft(text)
        lint(draft)
        assert.ok(performance.now() - start < 10_000)
        assert.ok(draft.sentences.every(({ at }) => at.start >= draft.body.start && at.end <= text.length))
      })
    }
  }

  it('what lies too deep is not read, and breaks nothing', () => {
    const text = `---\nfriend: Maria\nask: advice\n---\n\n${'> '.repeat(5000)}Would you help me?\n\n<!--askwell disable line/no-opt-out-->\n\nHi Maria, would you tell me which of the two courses to take?\n`
    const rules = lint(parseDraft(text)).map(({ rule }) => rule)
    assert.ok(rules.includes('return/no-offer'))
    assert.ok(!rules.includes('line/no-opt-out'))
    assert.equal(fixAll(text, {}).text.split('Hi Maria, would you tell me').length, 2)
  })
})
