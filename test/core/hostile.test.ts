import assert from 'node:assert/strict'
import { fixAll, lint, parseDraft } from '../../src/core/index.ts'

/** Texts on which a careless pattern, or a walk without an end, takes minutes or the whole stack. */
const hostile: Readonly<Record<string, string>> = {
  'abbreviations without an end': 'A. ',
  'ordinals without an end': 'x 1. ',
  'addresses without an end': 'www.a?',
  'open brackets': '[',
  'open links': '[a](',
  'open quotations': '„',
  'closed quotations': '"',
  'open slots': '{{',
  'open tags': '<a',
  'open comments': '<!-- askwell ',
  'stars': '*a ',
  'nested quotes': '> ',
  'nested lists': '- ',
  'blanks': ' ',
  'blanks and Sie': ' \tSie',
  'lines': 'a\n',
  'emoji': '🎉',
  'emoji and capitals': '🎉 A',
  'half an emoji': '\uD83C',
  'mail without an end': 'a@',
  'lengths without an end': 'a few ',
  'greetings without an end': 'Dear Dear, ',
}

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
