import assert from 'node:assert/strict'
import { EXAMPLE_DAY, exampleDraft, lint, parseDraft, readWorkspace, rules } from '../../src/core/index.ts'

describe('examples of the rule pages', () => {
  for (const rule of rules) {
    it(`${rule.id} has an example, also in German`, () => {
      assert.ok(rule.examples.some(({ lang }) => lang === 'de'))
    })
    for (const example of rule.examples) {
      const options = { today: EXAMPLE_DAY, ...(example.workspace === undefined ? {} : { workspace: readWorkspace(example.workspace) }) }
      it(`${rule.id} (${example.lang}): the first version has this fault alone`, () => {
        assert.deepEqual(lint(parseDraft(exampleDraft(example, 'bad')), options).map((found) => found.rule), [rule.id])
      })
      it(`${rule.id} (${example.lang}): the better version has none`, () => {
        assert.deepEqual(lint(parseDraft(exampleDraft(example, 'good')), options).map((found) => found.rule), [])
      })
    }
  }
})
