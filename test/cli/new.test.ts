import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { ASK_TYPES, LANGUAGES, parseDraft } from '../../src/core/index.ts'
import { inWorld } from './world.ts'

const people = '{ "version": 1, "me": { "name": "Ada Kim" }, "friends": [{ "name": "Jörg von Berg", "aliases": ["Jörg"], "lang": "de", "address": "Sie" }] }'

describe('askwell new', () => {
  for (const lang of LANGUAGES) {
    for (const channel of ['email', 'chat'] as const) {
      it(`has a draft for every ask (${lang}, ${channel})`, inWorld({}, async (world) => {
        for (const ask of ASK_TYPES) {
          const { code, out } = await world.run(['new', ask, '-', '--lang', lang, '--channel', channel, '--friend', 'Maria "Mia" Lopez'])
          assert.equal(code, 0)
          const { frontMatter: { values, problems }, language, text } = parseDraft(out)
          assert.deepEqual([problems, values.friend, values.ask, values.channel ?? 'email', language], [[], 'Maria "Mia" Lopez', ask, channel, lang])
          assert.doesNotMatch(text, /\$\d|\$\{|\[(?:first|last) name\]|\[Vorname\]|\[Nachname\]/)
        }
        assert.deepEqual(readdirSync(world.folder), [])
      }))
    }
  }

  it('writes a file, and never over another one', inWorld({ 'mine.ask.md': 'mine' }, async (world) => {
    assert.deepEqual(await world.run(['new', 'introduction', '--friend', 'Mária  López']), { code: 0, out: 'maria-lopez-introduction.ask.md\n', err: '' })
    assert.equal(parseDraft(world.read('maria-lopez-introduction.ask.md')).frontMatter.values.friend, 'Mária López')
    assert.equal((await world.run(['new', 'advice'])).out, 'advice.ask.md\n')
    for (const argv of [['introduction', '--friend', 'Maria Lopez'], ['advice', 'mine.ask.md']]) {
      const { code, out, err } = await world.run(['new', ...argv])
      assert.deepEqual([code, out], [2, ''])
      assert.match(err, /^askwell: \S+\.ask\.md is there already, and was left as it is\. Name another file\.\n$/)
    }
    assert.equal(world.read('mine.ask.md'), 'mine')
  }))

  it('knows the friend and the writer from askwell.json', inWorld({ 'askwell.json': people }, async (world) => {
    const { out } = await world.run(['new', 'introduction', '-', '--friend', 'jörg'])
    const { frontMatter: { values }, language } = parseDraft(out)
    assert.deepEqual([values.friend, language], ['Jörg von Berg', 'de'])
    assert.match(out, /Guten Tag \[Frau\/Herr\] Berg,/)
    assert.match(out, /> Ada Kim ist seit/)
    assert.match((await world.run(['new', 'introduction', '-', '--friend', 'jörg', '--address', 'du'])).out, /Jörg von,|könntest du|kannst du/)
    assert.match((await world.run(['new', 'introduction', '-', '--friend', 'jörg', '--lang', 'en'])).out, /Could you introduce me/)
  }))

  it('refuses what it cannot write', inWorld({ 'file': '' }, async (world) => {
    for (const [argv, why] of [
      [['money'], /value 'money' is invalid/],
      [[], /missing required argument 'ask'/],
      [['advice', '--channel', 'linkedin'], /There is no draft of "advice" for the channel "linkedin"; there is one for email, chat\./],
      [['advice', 'letter.txt'], /letter\.txt was not written: the name of a draft ends in \.ask\.md/],
      [['advice', 'nope/a.ask.md'], /nope\/a\.ask\.md can't be written: its folder does not exist\./],
      [['advice', '--askwell-json', 'nope.json'], /nope\.json can't be read/],
    ] as const) {
      const { code, out, err } = await world.run(['new', ...argv])
      assert.deepEqual([code, out], [2, ''])
      assert.match(err, why)
    }
    assert.deepEqual(readdirSync(world.folder), ['file'])
  }))
})
