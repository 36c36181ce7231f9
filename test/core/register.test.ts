import assert from 'node:assert/strict'
import { applyEdits, lint, parseDraft, readWorkspace, type Address, type Diagnostic } from '../../src/core/index.ts'
import { registerOf } from '../../src/core/language/register.ts'

const textOf = (body: string, lang: 'en' | 'de' = 'de'): string => `---\nfriend: Maria\nask: other\nchannel: chat\nlang: ${lang}\n---\n\n${body}\n`

function check(register: Address | undefined, ...bodies: string[]): void {
  for (const body of bodies) it(`${String(register)}: ${body}`, () => assert.equal(registerOf(parseDraft(textOf(body))), register))
}

describe('register', () => {
  describe('du', () => {
    check('du',
      'Kannst du mir helfen?', 'Ich danke Dir.', 'Deine Meinung zählt.', 'kann ich dich was fragen', 'Deinetwegen komme ich.',
      'Frau Brandl kennst du ja. Sie ist nett, und Ihre Stadt kennst du auch.',
      'Ich habe dir den Brief „Ich danke Ihnen für Ihre Anzeige, Ihnen und Ihrem Haus“ geschickt.',
      'Liest du das?\n\n> Ich danke Ihnen für Ihre Anzeige. Gern stelle ich mich Ihnen vor.',
    )
  })

  describe('Sie', () => {
    check('Sie',
      'Könnten Sie mir helfen?', 'Ich danke Ihnen.', 'Dürfte ich um Ihren Rat bitten?', 'Sehr geehrte Frau Lopez, Ihre Meinung zählt.',
      'Kennen Sie das Buch „Du und dein Chef“? Ich leihe es Ihnen.',
    )
  })

  describe('neither', () => {
    check(undefined,
      '', 'Hallo zusammen!', 'Ist jemand da?', 'Sie ist nett.', 'Frau Brandl ist da. Sie leitet das Amt.', 'Kennt ihr das, und ist euer Haus schon fertig?',
      'Die Duden-Redaktion direkt fragen?',
    )
    it('is none of English', () => assert.equal(registerOf(parseDraft(textOf('Kannst du mir helfen?', 'en'))), undefined))
  })

  describe('both', () => {
    check('Sie', 'Ich danke Ihnen. Würden Sie mich vorstellen? Ich melde mich bei dir.')
    check('du', 'Hast du Zeit, wenn du da bist? Ich danke Ihnen.')
  })

  describe('of the words that fixes put in', () => {
    const titles = (body: string, friends: readonly unknown[] = []): string[] =>
      lint(parseDraft(textOf(body)), { locale: 'de', workspace: readWorkspace(JSON.stringify({ version: 1, friends })) })
        .filter(({ rule }) => rule === 'line/no-opt-out').flatMap(({ fixes }) => fixes.map(({ title }) => title))

    it('follows the draft', () => {
      const proposed = titles('Könnten Sie mir Frau Brandl vorstellen?')
      assert.ok(proposed.length >= 3)
      for (const title of proposed) assert.doesNotMatch(title, /(?<!\p{L})(?:du|dir|dich|dein\p{L}*)(?!\p{L})/iu)
      assert.ok(proposed.some((title) => /(?<!\p{L})(?:Sie|Ihnen|Ihr\p{L}*)(?!\p{L})/u.test(title)))
    })
    it('follows the friend where the draft says neither', () => {
      assert.ok(titles('Es geht um Frau Brandl von der Stadtplanung.', [{ name: 'Maria', address: 'Sie' }]).some((title) => /(?<!\p{L})Sie(?!\p{L})/u.test(title)))
    })
    it('is du where nobody says', () => {
      assert.ok(titles('Es geht um Frau Brandl von der Stadtplanung.').some((title) => /(?<!\p{L})(?:du|dich)(?!\p{L})/iu.test(title)))
    })
  })

  describe('is changed where that is safe', () => {
    const found = (body: string, address?: Address): { finding: Diagnostic | undefined; text: string } => {
      const text = textOf(body)
      const workspace = readWorkspace(JSON.stringify({ version: 1, friends: address ? [{ name: 'Maria', address }] : [] }))
      return { text, finding: lint(parseDraft(text), { workspace }).find(({ rule }) => rule === 'draft/register') }
    }
    const changed = (body: string, address?: Address): string | undefined => {
      const { finding, text } = found(body, address)
      const edits = finding?.fixes[0]?.edits
      return edits && /\n---\n\n([^]*)\n$/.exec(applyEdits(text, edits))?.[1]
    }

    it('objects and possessives become those of the other form', () => {
      assert.equal(changed('Hast du Zeit, und bist du da? Ich danke Ihnen für Ihren Rat.'), 'Hast du Zeit, und bist du da? Ich danke dir für deinen Rat.')
      assert.equal(changed('Hätten Sie Zeit, sind Sie da, und rufen Sie an? Ich danke dir für deinen Rat.'), 'Hätten Sie Zeit, sind Sie da, und rufen Sie an? Ich danke Ihnen für Ihren Rat.')
      assert.equal(changed('Ich danke dir, und ich frage dich um deinen Rat.', 'Sie'), 'Ich danke Ihnen, und ich frage Sie um Ihren Rat.')
      assert.equal(changed('Ich danke *Ihnen*, und ich melde mich bei Ihrem Büro.', 'du'), 'Ich danke *dir*, und ich melde mich bei deinem Büro.')
    })
    it('a subject needs another verb, and is left to the writer', () => {
      const { finding } = found('Hast du Zeit? Dann rufe ich an, und würden Sie zurückrufen? Ich danke dir.')
      assert.ok(finding)
      assert.deepEqual(finding.fixes, [])
    })
    it('a capital Du keeps its place at the start of a sentence', () => {
      assert.equal(changed('Deinen Rat hätte ich gern. Dir danke ich.', 'Sie'), 'Ihren Rat hätte ich gern. Ihnen danke ich.')
    })
  })
})
