import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseDraft, type Draft, type Language } from '../../src/core/index.ts'
import { runs } from '../helpers/runs.ts'

const draftOf = (lang: Language, body: string): Draft => parseDraft(`---\nfriend: Maria\nask: other\nlang: ${lang}\n---\n\n${body}`)

/** What a sentence's span holds is what its text says, but for markup and white space. */
function sliceAgrees(draft: Draft): void {
  let done = draft.body.start
  for (const { at, text } of draft.sentences) {
    assert.ok(at.start >= done && at.end > at.start && at.end <= draft.text.length, 'sentences are in order, apart, and not empty')
    done = at.end
    const source = draft.text.slice(at.start, at.end)
    assert.equal(source.trim(), source)
    let from = 0
    for (const word of text.split(' ')) {
      const found = source.indexOf(word, from)
      assert.ok(found >= 0, `${JSON.stringify(word)} of ${JSON.stringify(text)} is not in ${JSON.stringify(source)}`)
      from = found + word.length
    }
  }
}

function check(lang: Language, body: string, ...expected: string[]): void {
  it(`${lang}: ${body.replace(/\s+/g, ' ').slice(0, 90)}`, () => {
    for (const eol of ['\n', '\r\n']) {
      const draft = draftOf(lang, body.replace(/\n/g, eol))
      assert.deepEqual(draft.sentences.map(({ text }) => text), expected)
      sliceAgrees(draft)
    }
  })
}

describe('sentences', () => {
  describe('end at a full stop, a question, a shout', () => {
    check('en', 'I moved. Would you help? Please! Thanks', 'I moved.', 'Would you help?', 'Please!', 'Thanks')
    check('en', 'Really?! Yes... I mean it.', 'Really?!', 'Yes...', 'I mean it.')
    check('de', 'Ich bin umgezogen. Hilfst du mir? Bitte!', 'Ich bin umgezogen.', 'Hilfst du mir?', 'Bitte!')
    check('en', 'It pays 3.5 per hour at example.com today.', 'It pays 3.5 per hour at example.com today.')
  })

  describe('go on behind an abbreviation', () => {
    check('en', 'Dr. Osei and Mrs. Moore said yes. Good.', 'Dr. Osei and Mrs. Moore said yes.', 'Good.')
    check('en', 'Bring e.g. the CV, i.e. the long one, to St. James. Thanks.', 'Bring e.g. the CV, i.e. the long one, to St. James.', 'Thanks.')
    check('en', 'It is job no. 3312, vs. the other. Right?', 'It is job no. 3312, vs. the other.', 'Right?')
    check('en', 'I met J. K. Moore there. She is nice.', 'I met J. K. Moore there.', 'She is nice.')
    check('de', 'Frau Dr. Brandl und Hr. Prof. Vogt sind dabei. Schön.', 'Frau Dr. Brandl und Hr. Prof. Vogt sind dabei.', 'Schön.')
    check('de', 'Ich kann z. B. Polnisch, d. h. ein wenig. Passt das?', 'Ich kann z. B. Polnisch, d. h. ein wenig.', 'Passt das?')
    check('de', 'Ich kann z.B. Polnisch, u.a. lesen. Passt das?', 'Ich kann z.B. Polnisch, u.a. lesen.', 'Passt das?')
    check('de', 'Die Stelle bzw. Abt. Nr. 12 in der Hauptstr. 7 ist frei. Gut.', 'Die Stelle bzw. Abt. Nr. 12 in der Hauptstr. 7 ist frei.', 'Gut.')
    check('de', 'Das sind ca. 20 Leute inkl. Chefin. Viele.', 'Das sind ca. 20 Leute inkl. Chefin.', 'Viele.')
    check('en', 'P.S. Lunch is on me.', 'P.S. Lunch is on me.')
    check('de', 'P. S. Beim Essen bist du mein Gast.', 'P. S. Beim Essen bist du mein Gast.')
  })

  describe('go on behind an ordinal', () => {
    check('de', 'Die Frist ist am 7. Dezember. Passt das?', 'Die Frist ist am 7. Dezember.', 'Passt das?')
    check('de', 'Das ist schon die 3. Bitte. Verzeih.', 'Das ist schon die 3. Bitte.', 'Verzeih.')
    check('de', 'Am 24. 12. bin ich weg. Danach nicht.', 'Am 24. 12. bin ich weg.', 'Danach nicht.')
    check('de', 'Es geht um den 5.12. und den 6.12. Passt das?', 'Es geht um den 5.12. und den 6.12.', 'Passt das?')
  })

  describe('keep quotations, brackets and emoji with their sentence', () => {
    check('en', 'Just write "not this time." That is fine.', 'Just write "not this time."', 'That is fine.')
    check('en', 'I left (in May). Now I look around.', 'I left (in May).', 'Now I look around.')
    check('de', 'Schreib einfach „diesmal nicht.“ Das genügt.', 'Schreib einfach „diesmal nicht.“', 'Das genügt.')
    check('en', 'Thanks a lot! 🎉🎉', 'Thanks a lot! 🎉🎉')
    check('en', 'Pint on Friday 🍺 Would be great', 'Pint on Friday 🍺', 'Would be great')
    check('de', 'Bier am Freitag 🍻 Wär schön 😊', 'Bier am Freitag 🍻', 'Wär schön 😊')
    check('en', 'A pint 🍺 on me 🙂 then', 'A pint 🍺 on me 🙂 then')
    check('en', 'See you 👍🏽 Then we talk', 'See you 👍🏽', 'Then we talk')
  })

  describe('run over a wrapped line, and end at a line break in chat', () => {
    check('en', 'Would you look over my CV before I send it to the people\nat Northgate on Monday? Thanks.', 'Would you look over my CV before I send it to the people at Northgate on Monday?', 'Thanks.')
    check('de', 'Würdest du über meinen Lebenslauf schauen, bevor ich ihn\nam Montag abschicke? Danke.', 'Würdest du über meinen Lebenslauf schauen, bevor ich ihn am Montag abschicke?', 'Danke.')
    check('en', 'hey\ncan u check my cv\nty', 'hey', 'can u check my cv', 'ty')
    check('de', 'huhu\nschaust du mal drüber\ndanke', 'huhu', 'schaust du mal drüber', 'danke')
    check('en', 'Best wishes\nEdith', 'Best wishes', 'Edith')
    check('en', 'Hi Maria,\nWould you look over it?', 'Hi Maria,', 'Would you look over it?')
    check('en', 'One paragraph\n\nand another', 'One paragraph', 'and another')
  })

  it('end at every line break in a chat, however long the line', () => {
    const body = 'do you have twenty minutes on sunday, i want to know if that would suit me\nhow hard is the exam next to the job\nand how much of the day do you write'
    const draft = parseDraft(`---\nfriend: Maria\nask: advice\nlang: en\nchannel: chat\n---\n\n${body}`)
    assert.deepEqual(draft.sentences.map(({ text }) => text), body.split('\n'))
  })

  describe('stand apart in lists, quotes and headings', () => {
    check('en', 'I wonder:\n\n- How did you start? And when?\n- what now', 'I wonder:', 'How did you start?', 'And when?', 'what now')
    check('en', '1. First thing\n2. Second thing', 'First thing', 'Second thing')
    check('en', '1) First thing\n2) Second thing', 'First thing', 'Second thing')
    check('en', '> Edith binds books. She lives in Leith.\n> She would like to talk.', 'Edith binds books.', 'She lives in Leith.', 'She would like to talk.')
    check('en', '# My ask\n\nWould you help?', 'My ask', 'Would you help?')
    check('en', '```\nnot a sentence.\n```\n\n<!-- nor this. -->\n\nBut this.', 'But this.')
    check('en', '- [ ] my CV\n- [x] my letter', '[ ] my CV', '[x] my letter')
  })

  describe('leave markup out of their text', () => {
    check('en', 'Would you *really* look over [my **CV**](https://edith.example/cv.pdf) today? Thanks.', 'Would you really look over my CV today?', 'Thanks.')
    check('en', 'It is at https://edith.example/cv?page=2!x now. Thanks.', 'It is at https://edith.example/cv?page=2!x now.', 'Thanks.')
    check('en', 'It is at <https://edith.example/cv> now. Thanks.', 'It is at https://edith.example/cv now.', 'Thanks.')
  })

  it('say what kind of block they stand in, and which', () => {
    const { sentences } = draftOf('en', '# Head\n\nOne. Two.\n\n- item\n\n> quote\n\n• bullet by hand')
    assert.deepEqual(sentences.map(({ kind, block }) => [kind, block]), [['heading', 0], ['paragraph', 1], ['paragraph', 1], ['list', 2], ['quote', 3], ['item', 4]])
  })

  it('carry the links that stand in them', () => {
    const { sentences } = draftOf('en', 'See [my CV](cv.pdf). Or www.edith.example/a.b?c=d. Neither here.')
    assert.deepEqual(sentences.map(({ links }) => links.map(({ url }) => url)), [['cv.pdf'], ['www.edith.example/a.b?c=d'], []])
  })

  it('are in order, apart, and slices of the text, whatever is typed', () => {
    const pieces = fc.constantFrom(
      'Hi Maria,', 'Would you help?', 'Dr. ', 'z. B. ', ' 7. ', 'Dezember', '🎉', '👩‍👩‍👧', ' ', '\n', '\r\n', '\n\n', '- ', '> ', '1. ', '# ', '*', '**', '`', '[a](b)', '<x>', '<!-- c -->', '…', '"', '„', '“',
      '|', '---', '\t', '    ', 'ß', '\u00A0', '\uFEFF', '\\', '&amp;', 'www.a.example', '![i](j)',
    )
    fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }), fc.constantFrom<Language>('en', 'de'), (parts, lang) => {
      const draft = draftOf(lang, parts.join(''))
      let done = draft.body.start
      for (const { at } of draft.sentences) {
        assert.ok(at.start >= done && at.end > at.start && at.end <= draft.text.length)
        done = at.end
      }
    }), runs(400))
  })
})
