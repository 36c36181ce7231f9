import assert from 'node:assert/strict'
import { applyEdits, lint, parseDraft, readWorkspace } from '../../../../src/core/index.ts'
import { draftOf, testRule, TODAY, workspaceOf, type Case } from '../table.ts'

const friends = [
  { name: 'Maria', fields: ['design'] },
  { name: 'Sam Roy', fields: ['Design'] },
  { name: 'Ines', fields: ['law'] },
]

testRule('choose/declined', {
  matter: 'ask: resume-review',
  history: ['100 resume-review declined'],
  friends,
  fires: {
    en: [
      { body: 'Would you read through my CV? It is attached.', at: 'Maria' },
      { body: 'Hi Maria, I know you said no in August. Would you look over my CV after all?', at: 'Maria' },
      { body: 'Would you introduce me to Jane Whitfield?', matter: 'ask: introduction', history: ['180 introduction declined'], at: 'Maria' },
      { body: 'Could you refer me for job 3312?', matter: 'ask: referral', history: ['0 referral declined'], at: 'Maria' },
      { body: 'Can I list you as a reference?', matter: 'ask: reference', history: ['3 advice granted thanked', '90 reference declined'], at: 'Maria' },
      { body: 'Thank you for being so open with me last time. Would you mark what is unclear in my CV?', history: ['20 resume-review declined'], at: 'Maria' },
      { body: 'Dear Ms Lopez, might I ask for your advice on two offers?', matter: 'ask: advice', history: ['170 advice declined'], at: 'Maria' },
      { body: 'cv check? pretty please', matter: 'friend: maria\nask: resume-review', at: 'maria' },
    ],
    de: [
      { body: 'Würdest du meinen Lebenslauf durchlesen? Er hängt an.', at: 'Maria' },
      { body: 'Hallo Maria, ich weiß, im August hast du Nein gesagt. Schaust du nun doch über meinen Lebenslauf?', at: 'Maria' },
      { body: 'Stellst du mich Frau Brandl vor?', matter: 'ask: introduction', history: ['180 introduction declined'], at: 'Maria' },
      { body: 'Könntest du mich für die Stelle 3312 empfehlen?', matter: 'ask: referral', history: ['0 referral declined'], at: 'Maria' },
      { body: 'Darf ich dich als Referenz angeben?', matter: 'ask: reference', history: ['3 advice granted thanked', '90 reference declined'], at: 'Maria' },
      { body: 'Danke, dass du letztes Mal so offen warst. Streichst du in meinem Lebenslauf an, was unklar ist?', history: ['20 resume-review declined'], at: 'Maria' },
      { body: 'Sehr geehrte Frau Lopez, dürfte ich Sie um Ihren Rat zu zwei Angeboten bitten?', matter: 'ask: advice', history: ['170 advice declined'], at: 'Maria' },
      { body: 'lebenslauf checken? biiitte', matter: 'friend: maria\nask: resume-review', at: 'maria' },
    ],
  },
  quiet: {
    en: [
      { body: 'Would you read through my CV?', history: ['181 resume-review declined'] },
      { body: 'Would you read through my CV?', history: ['100 introduction declined'] },
      { body: 'Would you read through my CV?', history: ['100 resume-review granted thanked'] },
      { body: 'Would you read through my CV?', history: ['100 resume-review open'] },
      { body: 'Would you read through my CV?', history: ['100 resume-review withdrawn'] },
      { body: 'Would you read through my CV?', history: ['100 resume-review declined (Sam Roy)'] },
      { body: 'Would you read through my CV?', history: [] },
      { body: 'Would you introduce me to Jane Whitfield?', matter: 'ask: introduction' },
      { body: 'Hi Sam, Maria said no, so I come to you: would you read through my CV?', matter: 'ask: resume-review\nfriend: Sam Roy' },
    ],
    de: [
      { body: 'Würdest du meinen Lebenslauf durchlesen?', history: ['181 resume-review declined'] },
      { body: 'Würdest du meinen Lebenslauf durchlesen?', history: ['100 introduction declined'] },
      { body: 'Würdest du meinen Lebenslauf durchlesen?', history: ['100 resume-review granted thanked'] },
      { body: 'Würdest du meinen Lebenslauf durchlesen?', history: ['100 resume-review open'] },
      { body: 'Würdest du meinen Lebenslauf durchlesen?', history: ['100 resume-review withdrawn'] },
      { body: 'Würdest du meinen Lebenslauf durchlesen?', history: ['100 resume-review declined (Sam Roy)'] },
      { body: 'Würdest du meinen Lebenslauf durchlesen?', history: [] },
      { body: 'Stellst du mich Frau Brandl vor?', matter: 'ask: introduction' },
      { body: 'Hallo Sam, Maria hat Nein gesagt, also komme ich zu dir: Würdest du meinen Lebenslauf durchlesen?', matter: 'ask: resume-review\nfriend: Sam Roy' },
    ],
  },
})

describe('choose/declined asks somebody else', () => {
  const one: Case = { body: 'Hi Maria, would you read through my CV?', matter: 'ask: resume-review', history: ['100 resume-review declined', '300 advice granted thanked (Lena Vogt)'], friends: [...friends, { name: 'Lena Vogt', companies: ['Acme'], fields: ['design'] }] }
  const text = draftOf(one, 'en')
  const fixes = lint(parseDraft(text), { today: TODAY, workspace: readWorkspace(workspaceOf(one)) }).find(({ rule }) => rule === 'choose/declined')?.fixes ?? []

  it('proposes friends with a field in common, the least burdened first', () => {
    assert.deepEqual(fixes.map(({ title }) => title.split(' (')[0]), ['Ask Sam Roy instead', 'Ask Lena Vogt instead'])
  })

  it('addresses the draft and its greeting to the other friend', () => {
    const other = applyEdits(text, fixes[0]?.edits ?? [])
    assert.equal(parseDraft(other).frontMatter.values.friend, 'Sam Roy')
    assert.match(other, /^Hi Sam, would/m)
  })
})
