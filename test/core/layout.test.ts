import assert from 'node:assert/strict'
import { parseDraft } from '../../src/core/index.ts'
import { layoutOf } from '../../src/core/language/layout.ts'
import { readDraft } from '../../src/core/language/reading.ts'

interface Expected {
  readonly greeting?: string
  readonly content: readonly string[]
  /** The sign-off, where it stands in a block of its own. */
  readonly closing?: string
  /** The text before which a last paragraph goes in; the end of the last sentence where there is no sign-off. */
  readonly insertBefore?: string
}

function check(lang: 'en' | 'de', body: string, expected: Expected): void {
  it(`${lang}: ${body.replace(/\s+/g, ' ').slice(0, 90)}`, () => {
    const text = `---\nfriend: Maria\nask: other\nlang: ${lang}\n---\n\n${body}`
    const draft = parseDraft(text)
    const layout = layoutOf(draft, readDraft(draft))
    assert.deepEqual({
      greeting: layout.greeting?.text,
      content: layout.content.map((sentence) => sentence.text),
      closing: layout.closing?.text,
    }, { greeting: expected.greeting, content: expected.content, closing: expected.closing })
    assert.equal(layout.afterGreeting, layout.greeting?.at.end ?? draft.body.start)
    const rest = text.slice(layout.beforeClosing)
    if (expected.insertBefore !== undefined) assert.ok(rest.startsWith(expected.insertBefore), `would go in before: ${JSON.stringify(rest)}`)
    else if (expected.closing !== undefined) assert.ok(rest.startsWith(expected.closing), `would go in before: ${JSON.stringify(rest)}`)
  })
}

describe('layout', () => {
  describe('a letter', () => {
    check('en', 'Hi Maria,\n\nWould you look over my CV?\n\nBest wishes\nEdith\n', { greeting: 'Hi Maria,', content: ['Would you look over my CV?'], closing: 'Best wishes' })
    check('en', 'Dear Ms Lopez,\n\nMight I name you as a referee? No hurry.\n\nYours sincerely,\nEdith Moore\n', { greeting: 'Dear Ms Lopez,', content: ['Might I name you as a referee?', 'No hurry.'], closing: 'Yours sincerely,' })
    check('de', 'Liebe Maria,\n\nschaust du über meinen Lebenslauf?\n\nLiebe Grüße\nEdith\n', { greeting: 'Liebe Maria,', content: ['schaust du über meinen Lebenslauf?'], closing: 'Liebe Grüße' })
    check('de', 'Sehr geehrte Frau Dr. Lopez,\n\ndürfte ich Sie als Referenz nennen?\n\nMit freundlichen Grüßen\nEdith Moor\n', { greeting: 'Sehr geehrte Frau Dr. Lopez,', content: ['dürfte ich Sie als Referenz nennen?'], closing: 'Mit freundlichen Grüßen' })
    check('de', 'Moin!\n\nStellst du mich Frau Brandl vor?\n\nLG\nEdith\n', { greeting: 'Moin!', content: ['Stellst du mich Frau Brandl vor?'], closing: 'LG' })
  })

  describe('a greeting', () => {
    check('en', 'Maria!\n\nWould you look over my CV?\n', { greeting: 'Maria!', content: ['Would you look over my CV?'] })
    check('en', 'Good morning, Maria!\n\nWould you look over my CV?\n', { greeting: 'Good morning, Maria!', content: ['Would you look over my CV?'] })
    check('en', 'Hi Maria, would you look over my CV?\n', { content: ['Hi Maria, would you look over my CV?'] })
    check('en', 'Would you look over my CV?\n', { content: ['Would you look over my CV?'] })
    check('de', 'Grüß dich, Maria!\nSchaust du über meinen Lebenslauf?\n', { greeting: 'Grüß dich, Maria!', content: ['Schaust du über meinen Lebenslauf?'] })
    check('de', 'Hallo Maria, schaust du über meinen Lebenslauf?\n', { content: ['Hallo Maria, schaust du über meinen Lebenslauf?'] })
    check('de', 'Guten Morgen zusammen,\n\nwer liest meinen Lebenslauf?\n', { greeting: 'Guten Morgen zusammen,', content: ['wer liest meinen Lebenslauf?'] })
  })

  describe('a sign-off', () => {
    check('en', 'Would you look over my CV?\n\nCheers\n', { content: ['Would you look over my CV?'], closing: 'Cheers' })
    check('en', 'Would you look over my CV?\n\nEdith\n', { content: ['Would you look over my CV?'], closing: 'Edith' })
    check('en', 'Would you look over my CV?\n\n– Edith\n', { content: ['Would you look over my CV?'], closing: '– Edith' })
    check('en', 'Would you look over my CV? Cheers\n', { content: ['Would you look over my CV?'], insertBefore: ' Cheers' })
    check('en', 'Would you look over my CV?\n\nDoes Friday suit you?\n', { content: ['Would you look over my CV?', 'Does Friday suit you?'], insertBefore: '\n' })
    check('de', 'Schaust du über meinen Lebenslauf?\n\nDanke und bis bald\nEdith\n', { content: ['Schaust du über meinen Lebenslauf?'], closing: 'Danke und bis bald' })
    check('de', 'Schaust du über meinen Lebenslauf?\n\nDeine Edith\n', { content: ['Schaust du über meinen Lebenslauf?'], closing: 'Deine Edith' })
    check('de', 'Schaust du über meinen Lebenslauf? vg edith\n', { content: ['Schaust du über meinen Lebenslauf?'], insertBefore: ' vg edith' })
    check('de', 'Schaust du über meinen Lebenslauf?\n\nPasst dir Freitag?\n', { content: ['Schaust du über meinen Lebenslauf?', 'Passt dir Freitag?'], insertBefore: '\n' })
  })

  describe('a post script', () => {
    check('en', 'Hi Maria,\n\nWould you look over my CV?\n\nBest wishes\nEdith\n\nPS: No worries if not.\n', {
      greeting: 'Hi Maria,', content: ['Would you look over my CV?', 'PS: No worries if not.'], closing: 'Best wishes',
    })
    check('en', 'Would you look over my CV?\n\nLove\nEdith\n\nP.S. Lunch is on me.\n', { content: ['Would you look over my CV?', 'P.S. Lunch is on me.'], closing: 'Love' })
    check('de', 'Hallo Maria,\n\nschaust du über meinen Lebenslauf?\n\nLiebe Grüße\nEdith\n\nPS: Kein Problem, wenn nicht.\n', {
      greeting: 'Hallo Maria,', content: ['schaust du über meinen Lebenslauf?', 'PS: Kein Problem, wenn nicht.'], closing: 'Liebe Grüße',
    })
    check('de', 'Schaust du über meinen Lebenslauf?\n\nLG Edith\n\nP.S.: Das Mittagessen geht auf mich.\n', { content: ['Schaust du über meinen Lebenslauf?', 'P.S.: Das Mittagessen geht auf mich.'], closing: 'LG Edith' })
  })

  describe('what is no letter', () => {
    check('en', '', { content: [] })
    check('en', 'Hi Maria,\n', { greeting: 'Hi Maria,', content: [] })
    check('de', 'Hallo Maria,\n\nLiebe Grüße\nEdith\n', { greeting: 'Hallo Maria,', content: [], closing: 'Liebe Grüße' })
    check('en', '- How did you start?\n- What would you skip?\n', { content: ['How did you start?', 'What would you skip?'] })
    check('en', '```\ncode\n```\n', { content: [] })
  })
})
