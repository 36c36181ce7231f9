import assert from 'node:assert/strict'
import { addDays, applyEdits, ASK_TYPES, lint, parseDraft, readWorkspace, type AskType, type LintOptions, type RuleId } from '../../src/core/index.ts'
import { TODAY } from './any-draft.ts'

/** Rules of which every fix that edits the draft mends the finding. */
const MENDED: readonly RuleId[] = [
  'direct/no-ask', 'direct/vague', 'direct/buried', 'direct/mismatch', 'direct/subject', 'choose/too-soon', 'choose/acknowledge', 'choose/unthanked', 'choose/open-ask',
  'legwork/no-blurb', 'legwork/no-questions', 'legwork/no-material', 'legwork/no-time', 'line/no-opt-out', 'line/vouch', 'line/dishonest', 'line/improper', 'return/no-offer',
]

const voices = {
  en: { lang: 'en', address: 'du', greeting: 'Hi Maria,', small: 'I hope you are well.', vague: 'Could I pick your brain some time?', call: 'Could we have a call about your work?', end: 'Best wishes\nEdith' },
  'de, du': { lang: 'de', address: 'du', greeting: 'Hallo Maria,', small: 'Ich hoffe, es geht dir gut.', vague: 'Darf ich mal dein Hirn anzapfen?', call: 'Können wir mal über deine Arbeit telefonieren?', end: 'Liebe Grüße\nEdith' },
  'de, Sie': { lang: 'de', address: 'Sie', greeting: 'Guten Tag Frau Lopez,', small: 'Ich hoffe, es geht Ihnen gut.', vague: 'Dürfte ich einmal Ihr Hirn anzapfen?', call: 'Könnten wir einmal über Ihre Arbeit telefonieren?', end: 'Mit freundlichen Grüßen\nEdith Moor' },
} as const

interface Past { readonly daysAgo: number; readonly ask: AskType; readonly status: 'open' | 'granted' }

/** The words that fixes put in are read as what they are: after each fix, in each voice, its rule is quiet. */
describe('the words of fixes', () => {
  for (const [name, voice] of Object.entries(voices)) {
    const tryAll = (rules: readonly RuleId[], matter: string, middle: string, past: readonly Past[] = []): void => {
      const asks = past.map(({ daysAgo, ask, status }, index) => ({ id: `past-${index}`, friend: 'Maria', ask, date: addDays(TODAY, -daysAgo), status }))
      const options: LintOptions = { today: TODAY, workspace: readWorkspace(JSON.stringify({ version: 1, friends: [{ name: 'Maria', address: voice.address }], asks })) }
      const text = `---\nfriend: Maria\nlang: ${voice.lang}\n${matter}\n---\n\n${voice.greeting}\n\n${middle}\n\n${voice.end}\n`
      const failed: string[] = []
      for (const { rule, fixes } of lint(parseDraft(text), options)) {
        if (!rules.includes(rule)) continue
        for (const { title, edits } of fixes) {
          if (edits.length === 0) continue
          const after = applyEdits(text, edits)
          if (lint(parseDraft(after), options).some((found) => found.rule === rule)) failed.push(`${rule}: ${title}`)
        }
      }
      assert.deepEqual(failed, [])
    }

    for (const ask of ASK_TYPES) {
      it(`${name}: ${ask}`, () => {
        for (const target of ['', '\ntarget: Jane Whitfield at Northgate']) tryAll(MENDED, `ask: ${ask}\nchannel: email${target}`, voice.small)
      })
      it(`${name}: ${ask}, in place of a hint`, () => {
        for (const target of ['', '\ntarget: Jane Whitfield at Northgate']) tryAll(['direct/vague'], `ask: ${ask}\nchannel: chat${target}`, voice.vague)
      })
      it(`${name}: after an earlier ${ask}`, () => {
        for (const status of ['open', 'granted'] as const) tryAll(['choose/unthanked', 'choose/open-ask'], 'ask: other\nchannel: chat', voice.small, [{ daysAgo: 40, ask, status }])
      })
    }

    it(`${name}: a time for a call`, () => { tryAll(['legwork/no-time'], 'ask: informational-interview\nchannel: chat', voice.call) })

    for (const daysAgo of [0, 1, 2, 7, 13, 14, 20, 21]) {
      it(`${name}: ${daysAgo} days after the last ask`, () => { tryAll(['choose/too-soon'], 'ask: other\nchannel: chat', voice.small, [{ daysAgo, ask: 'advice', status: 'granted' }]) })
    }
    for (const count of [2, 3, 4, 6, 9, 12]) {
      it(`${name}: after ${count} asks`, () => {
        for (const newest of [0, 15, 40]) {
          tryAll(['choose/too-soon', 'choose/acknowledge'], 'ask: other\nchannel: chat', voice.small, Array.from({ length: count }, (_, index) => ({ daysAgo: newest + index, ask: 'advice', status: 'granted' })))
        }
      })
    }
  }
})
