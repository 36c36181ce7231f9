import assert from 'node:assert/strict'
import { applyEdits, parseDraft, type Draft, type Edit } from '../../src/core/index.ts'
import { readDraft, type Reading } from '../../src/core/language/reading.ts'
import { insertAfterGreeting, insertBeforeClosing, remove, removeAll } from '../../src/core/rules/insert.ts'

const head = (channel: string): string => `---\nfriend: Maria\nask: other\nchannel: ${channel}\nlang: en\n---\n\n`

/** The body after an edit, the same with LF and CRLF. */
function after(body: string, channel: string, edit: (draft: Draft, reading: Reading) => Edit | readonly Edit[]): string {
  const results = ['\n', '\r\n'].map((eol) => {
    const start = head(channel).replaceAll('\n', eol)
    const draft = parseDraft(start + body.replaceAll('\n', eol))
    const edits = edit(draft, readDraft(draft))
    const result = applyEdits(draft.text, 'text' in edits ? [edits] : edits)
    assert.equal(result.slice(0, start.length), start)
    return result.slice(start.length)
  })
  assert.equal(results[1], results[0]?.replaceAll('\n', '\r\n'))
  return results[0] ?? ''
}

describe('insertions', () => {
  for (const [name, channel, body, expected] of [
    ['behind a greeting', 'email', 'Hi Maria,\n\nOld words here.\n', 'Hi Maria,\n\nNEW.\n\nOld words here.\n'],
    ['behind a greeting with blanks', 'email', 'Hi Maria,  \n\nOld words here.\n', 'Hi Maria,  \n\nNEW.\n\nOld words here.\n'],
    ['behind a greeting on a line of the same paragraph', 'email', 'Hi Maria,\nOld words here.\n', 'Hi Maria,\n\nNEW.\n\nOld words here.\n'],
    ['behind a greeting on the same line', 'email', 'Hi Maria! Old words here.\n', 'Hi Maria!\n\nNEW.\n\nOld words here.\n'],
    ['behind a greeting alone', 'email', 'Hi Maria,', 'Hi Maria,\n\nNEW.'],
    ['before the first paragraph', 'email', 'Old words go on here.\n', 'NEW.\n\nOld words go on here.\n'],
    ['before a list', 'email', '- Old words go on here.\n- More words\n', 'NEW.\n\n- Old words go on here.\n- More words\n'],
    ['before a quote', 'email', '> Old words go on here.\n', 'NEW.\n\n> Old words go on here.\n'],
    ['before a heading', 'chat', '# Old words go on here.\n', 'NEW.\n\n# Old words go on here.\n'],
    ['before a comment and the paragraph that it is about', 'email', '<!--askwell ignore-->\n\nOld words go on here.\n', 'NEW.\n\n<!--askwell ignore-->\n\nOld words go on here.\n'],
    ['before an indented paragraph', 'email', '  Old words go on here.\n', 'NEW.\n\n  Old words go on here.\n'],
    ['in an empty body', 'email', '', 'NEW.\n'],
    ['in a one-paragraph chat, in it', 'chat', 'Old words go on here.\n', 'NEW. Old words go on here.\n'],
    ['in a one-paragraph chat, behind its greeting', 'chat', 'Hi Maria! Old words here.\n', 'Hi Maria! NEW. Old words here.\n'],
    ['in a chat of two paragraphs, apart', 'chat', 'Old words go on here.\n\nAnd on.\n', 'NEW.\n\nOld words go on here.\n\nAnd on.\n'],
  ] as const) {
    it(`after the greeting: ${name}`, () => assert.equal(after(body, channel, (draft, reading) => insertAfterGreeting(draft, reading, 'NEW.')), expected))
  }

  for (const [name, channel, body, expected] of [
    ['before a sign-off', 'email', 'Old words go on here.\n\nBest wishes\nEdith\n', 'Old words go on here.\n\nNEW.\n\nBest wishes\nEdith\n'],
    ['before a sign-off and its comment', 'email', 'Old words go on here.\n\n<!--askwell ignore-->\n\nBest wishes\nEdith\n', 'Old words go on here.\n\nNEW.\n\n<!--askwell ignore-->\n\nBest wishes\nEdith\n'],
    ['before a sign-off with a post script', 'email', 'Old words go on here.\n\nBest wishes\nEdith\n\nPS: More words\n', 'Old words go on here.\n\nNEW.\n\nBest wishes\nEdith\n\nPS: More words\n'],
    ['behind the last paragraph', 'email', 'Old words go on here.\n', 'Old words go on here.\n\nNEW.\n'],
    ['behind a list', 'chat', '- Old words go on here.\n- More words.\n', '- Old words go on here.\n- More words.\n\nNEW.\n'],
    ['behind a quote', 'chat', '> Old words go on here.\n', '> Old words go on here.\n\nNEW.\n'],
    ['behind a heading', 'chat', '# Old words go on here.\n', '# Old words go on here.\n\nNEW.\n'],
    ['in a one-paragraph chat, as a last sentence', 'chat', 'Old words go on here.\n', 'Old words go on here. NEW.\n'],
    ['in a chat without a full stop, as a last line', 'chat', 'old words go on here\n', 'old words go on here\nNEW.\n'],
    ['in a one-paragraph chat, before the sign-off', 'chat', 'Old words go on here. Cheers\n', 'Old words go on here. NEW. Cheers\n'],
  ] as const) {
    it(`before the closing: ${name}`, () => assert.equal(after(body, channel, (draft, reading) => insertBeforeClosing(draft, reading, 'NEW.')), expected))
  }

  it('several lines are a block of their own, also in chat', () => {
    assert.equal(after('Old words go on here.\n', 'chat', (draft, reading) => insertBeforeClosing(draft, reading, 'NEW:\n\n- one\n- two')), 'Old words go on here.\n\nNEW:\n\n- one\n- two\n')
  })
})

describe('removals', () => {
  for (const [name, body, expected] of [
    ['a sentence in the middle', 'One. OUT! Two.\n', 'One. Two.\n'],
    ['the first sentence', 'OUT! Two.\n', 'Two.\n'],
    ['the last sentence', 'One. OUT!\n', 'One.\n'],
    ['a paragraph', 'One.\n\nOUT!\n\nTwo.\n', 'One.\n\nTwo.\n'],
    ['the last paragraph', 'One.\n\nOUT!\n', 'One.\n\n'],
    ['the only paragraph', 'OUT!\n', ''],
    ['a line of a chat', 'one\nOUT!\ntwo\n', 'one\ntwo\n'],
    ['an item of a list', '- one\n- OUT!\n- two\n', '- one\n- two\n'],
    ['a numbered item', '1. one\n2. OUT!\n3. two\n', '1. one\n3. two\n'],
    ['a line of a quote', '> One.\n> OUT!\n> Two.\n', '> One.\n> Two.\n'],
    ['two neighbours', 'One. OUT! OUT! Two.\n', 'One. Two.\n'],
    ['two that are apart', 'OUT! One. OUT!\n', 'One.\n'],
  ] as const) {
    it(`take out ${name}`, () => {
      assert.equal(after(body, 'email', (draft) => removeAll(draft, draft.sentences.filter(({ text }) => text === 'OUT!'))), expected)
    })
  }

  it('put something in the place of one of them', () => {
    assert.equal(after('One. OUT! Two. OUT!\n', 'email', (draft) => {
      const [first, ...others] = draft.sentences.filter(({ text }) => text === 'OUT!')
      assert.ok(first)
      return removeAll(draft, [first, ...others], { of: first.at, text: 'IN.' })
    }), 'One. IN. Two.\n')
  })

  it('take a single span', () => {
    assert.equal(after('One two three.\n', 'email', (draft) => {
      const start = draft.text.indexOf('two')
      return remove(draft, { start, end: start + 3 })
    }), 'One three.\n')
  })
})
