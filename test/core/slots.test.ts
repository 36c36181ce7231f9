import assert from 'node:assert/strict'
import { parseDraft } from '../../src/core/index.ts'
import { slotsIn } from '../../src/core/language/slots.ts'
import { slotsInProse } from '../../src/core/rules/slots.ts'

const slots = (text: string): string[] => slotsIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

describe('slots', () => {
  for (const [text, ...expected] of [
    ['Jane at [Company]', '[Company]'],
    ['[Name] at [Company], [City]', '[Name]', '[Company]', '[City]'],
    ['[your name here]', '[your name here]'],
    ['[Straße und Ort]', '[Straße und Ort]'],
    ['Dear <name>', '<name>'],
    ['Liebe <Vorname Nachname>', '<Vorname Nachname>'],
    ['{{role}} and {{ company }}', '{{role}}', '{{ company }}'],
    ['{{}}', '{{}}'],
    ['Hi ${friend}', '${friend}'],
    ['TODO: link', 'TODO'],
    ['the date is TBD', 'TBD'],
    ['TBA, FIXME', 'TBA', 'FIXME'],
    ['Jane from XXX', 'XXX'],
    ['from XXXX to XXXXX', 'XXXX', 'XXXXX'],
    ['from ___ to _____', '___', '_____'],
    ['("[Firma]")', '[Firma]'],
  ] as const) {
    it(`finds ${expected.join(', ')} in: ${text}`, () => assert.deepEqual(slots(text), expected))
  }

  for (const text of [
    '', 'Jane at Northgate', '[1]', '[12]', '[sic]', '[…]', '[...]', '[ ]', '[x]', '[X] done', '- [ ] CV', '[]', '[a]', '[2019]', '[March 2021]',
    '[my CV](https://edith.example)', '[cv]: https://edith.example', 'love xxx', 'Love Xxx', 'xxxx', 'XX', 'XXL', 'Todo', 'todo', 'tbd',
    '<https://edith.example>', '<mailto:edith@moore.example>', '<edith@moore.example>', '<br>', '<b>bold</b>', '<!-- note -->', 'a < b > c', 'x <3 y>',
    'snake_case', 'a__b', 'file_name___old', '__bold__', '{role}', '$100', 'edith[at]moore[dot]example', 'edith [at] moor [punkt] example', '[lacht]', '[Anm. d. Red.]',
    'SIXXXTH', 'methodOLOGY TODOs',
  ]) {
    it(`finds none in: ${text}`, () => assert.deepEqual(slots(text), []))
  }

  it('looks only within the span, and answers in offsets of the text', () => {
    const text = '[One] and [Two] and [Three]'
    const found = slotsIn(text, { start: 6, end: 16 })
    assert.deepEqual(found.map(({ start, end }) => text.slice(start, end)), ['[Two]'])
  })

  it('ends in good time where nothing is ever closed', () => {
    for (const piece of ['[', '<a', '{{', '${', '[a ', '[1', '<a ']) {
      const text = piece.repeat(50_000)
      const start = performance.now()
      slots(text)
      assert.ok(performance.now() - start < 1000, piece)
    }
  })
})

describe('slots in Markdown', () => {
  const inProse = (body: string): string[] => {
    const text = `---\nfriend: "[Name]"\nask: advice\n---\n\n${body}\n`
    return slotsInProse(parseDraft(text)).map(({ start, end }) => text.slice(start, end))
  }

  it('leaves the front matter to its own check', () => assert.deepEqual(inProse('Hi!'), []))
  it('finds them in every kind of block', () => {
    assert.deepEqual(inProse('# [Title]\n\nHi [Name],\n\n- [one]\n- two\n\n> [three]\n\n**[four]**'), ['[Title]', '[Name]', '[one]', '[three]', '[four]'])
  })
  it('takes an unknown element for a slot', () => assert.deepEqual(inProse('Hi <name>,\n\n<company>\n'), ['<name>', '<company>']))
  it('finds none in links, images, definitions, code and comments', () => {
    assert.deepEqual(inProse('[my CV](cv.pdf) ![a photo](me.jpg) [this][cv] [cv] `[index]`\n\n    [indented]\n\n```\n[fenced] TODO\n```\n\n<!-- TODO -->\n\n[cv]: cv.pdf "[title]"'), [])
  })
})
