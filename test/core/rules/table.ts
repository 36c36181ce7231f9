import assert from 'node:assert/strict'
import { applyEdits, lint, parseDraft, readWorkspace, ruleById, type Diagnostic, type LintOptions, type RuleId } from '../../../src/core/index.ts'

/** The day on which the drafts of the tables are read. */
export const TODAY = '2026-11-23'

/** A short draft. What is not said: friend Maria, ask other, chat. */
export interface Case {
  readonly body: string
  readonly lang: 'en' | 'de'
  /** More lines of front matter; `ask: …`, `channel: …` and `friend: …` here win. */
  readonly matter?: string
  /** Earlier asks of Maria: "9 introduction granted thanked", "30 advice open". */
  readonly history?: readonly string[]
  /** The words that the finding covers. */
  readonly at?: string
}

/** A table of drafts for one rule: those with the fault, and those without. */
export interface Table {
  readonly fires: readonly Case[]
  readonly quiet: readonly Case[]
  /** Whether every fix that edits the draft leaves the rule quiet. On by default. */
  readonly fixesMend?: boolean
}

/** The text of a case's draft. */
export function draftOf({ body, lang, matter = '' }: Case): string {
  const defaults = { friend: 'Maria', ask: 'other', channel: 'chat', lang }
  const lines = Object.entries(defaults).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(matter)).map(([key, value]) => `${key}: ${value}`)
  return `---\n${[...lines, ...(matter === '' ? [] : [matter])].join('\n')}\n---\n\n${body}\n`
}

function optionsOf({ history = [] }: Case): LintOptions {
  const asks = history.map((line, index) => {
    const [days = '0', ask, status, thanked] = line.split(' ')
    const date = new Date(Date.parse(TODAY) - Number(days) * 86_400_000).toISOString().slice(0, 10)
    return { id: `past-${index}`, friend: 'Maria', ask, date, status, answered: null, thanked: thanked ? date : null, reported: null, outcome: '' }
  })
  return { today: TODAY, workspace: readWorkspace(JSON.stringify({ version: 1, asks })) }
}

const findingsOf = (text: string, one: Case, rule: RuleId): Diagnostic[] => lint(parseDraft(text), optionsOf(one)).filter((found) => found.rule === rule)

/** Tests a rule by a table of short drafts: fires, stays quiet, and is quiet after each of its fixes. */
export function testRule(rule: RuleId, table: Table): void {
  describe(rule, () => {
    it('is a rule', () => assert.ok(ruleById(rule)))
    for (const one of table.fires) {
      it(`fires (${one.lang}): ${title(one)}`, () => {
        const text = draftOf(one)
        const [finding] = findingsOf(text, one, rule)
        assert.ok(finding, 'the rule did not fire')
        const covered = text.slice(finding.at.start, finding.at.end)
        if (one.at !== undefined) assert.equal(covered, one.at)
        if (table.fixesMend === false) return
        for (const fix of finding.fixes) {
          if (fix.edits.length === 0) continue
          assert.deepEqual(findingsOf(applyEdits(text, fix.edits), one, rule).map(({ message }) => message), [], `after “${fix.title}”`)
        }
      })
    }
    for (const one of table.quiet) {
      it(`is quiet (${one.lang}): ${title(one)}`, () => {
        const text = draftOf(one)
        assert.deepEqual(findingsOf(text, one, rule).map(({ at }) => text.slice(at.start, at.end)), [])
      })
    }
  })
}

const title = ({ body, history, matter }: Case): string =>
  `${body.replace(/\s+/g, ' ').slice(0, 70)}${history ? ` [${history.join('; ')}]` : ''}${matter ? ` {${matter.replace(/\n/g, '; ').slice(0, 40)}}` : ''}`
