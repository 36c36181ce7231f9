import { readFileSync } from 'node:fs'
import { z } from 'zod'
import assert from 'node:assert/strict'
import {
  addDays, applyEdits, lint, parseDraft, readWorkspace, ruleById, type Diagnostic, type Draft, type Fix, type Language, type RuleId, type Workspace,
} from '../../../src/core/index.ts'

/** The day on which the drafts of the tables are read. */
export const TODAY = '2026-11-23'

/** A short draft. What is not said: friend Maria, ask other, chat, and what the table says for all of its drafts. */
export interface Case {
  readonly body: string
  /** More lines of front matter; `ask: …`, `channel: …` and `friend: …` here win. */
  readonly matter?: string
  /** The whole file, where its front matter is what is tested; `body` then only names the case. */
  readonly file?: string
  /** Earlier asks: "9 introduction granted thanked", "30 advice open"; of Maria, unless a name in brackets comes last: "9 advice open (Sam)". */
  readonly history?: readonly string[]
  /** The `friends` of askwell.json. */
  readonly friends?: readonly unknown[]
  /** The words that the finding covers. */
  readonly at?: string
}

/** Drafts by language; a plain text is a case that has only a body. */
export type Cases = Readonly<Partial<Record<Language, readonly (Case | string)[]>>>

/** A table of drafts for one rule: those with the fault, and those without. */
export interface Table {
  readonly fires: Cases
  readonly quiet: Cases
  /** Front matter, history and friends of the drafts that bring none of their own. */
  readonly matter?: string
  readonly history?: readonly string[]
  readonly friends?: readonly unknown[]
  /** Which fixes leave the rule quiet: all of them (if not said otherwise), the preferred one (the one that "fix all" takes), or none. */
  readonly mends?: 'all' | 'preferred' | 'none'
}

/** So many drafts a language, at the least, or none at all. */
const ENOUGH = 8

/** The text of a case's draft. */
export function draftOf({ body, file, matter = '' }: Case, lang: Language): string {
  if (file !== undefined) return file
  const defaults = { friend: 'Maria', ask: 'other', channel: 'chat', lang }
  const lines = Object.entries(defaults).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(matter)).map(([key, value]) => `${key}: ${value}`)
  return `---\n${[...lines, ...(matter === '' ? [] : [matter])].join('\n')}\n---\n\n${body}\n`
}

/** The text of a case's askwell.json. */
export function workspaceOf({ history = [], friends = [] }: Case): string {
  const asks = history.map((line, index) => {
    const [words = '', name = 'Maria'] = line.split(/ \(|\)/)
    const [days, ask, status, thanked] = words.split(' ')
    const date = addDays(TODAY, -Number(days))
    return { id: `past-${index}`, friend: name, ask, date, status, answered: null, thanked: thanked ? date : null, reported: null, outcome: '' }
  })
  return JSON.stringify({ version: 1, friends, asks })
}

const findingsOf = (text: string, workspace: Workspace, rule: RuleId, locale: Language): Diagnostic[] =>
  lint(parseDraft(text), { today: TODAY, workspace, locale }).filter((found) => found.rule === rule)

const allCases = (cases: Cases, { matter, history, friends }: Table): { one: Case; lang: Language }[] =>
  (['en', 'de'] as const).flatMap((lang) => (cases[lang] ?? []).map((entry) => ({
    lang,
    one: {
      ...(matter === undefined ? {} : { matter }), ...(history === undefined ? {} : { history }), ...(friends === undefined ? {} : { friends }),
      ...(typeof entry === 'string' ? { body: entry } : entry),
    },
  })))

/** What is wrong with the front matter. An edit of the draft adds nothing to it. */
const faults = (draft: Draft): string[] => draft.frontMatter.problems.map(({ kind }) => kind)

/** Tests a rule by a table of short drafts: fires, stays quiet, and is quiet after its fixes. */
export function testRule(rule: RuleId, table: Table): void {
  const fires = allCases(table.fires, table)
  const quiet = allCases(table.quiet, table)
  describe(rule, () => {
    it('is a rule, and has drafts enough', () => {
      assert.ok(ruleById(rule))
      for (const cases of [table.fires.en, table.fires.de, table.quiet.en, table.quiet.de]) assert.ok(cases === undefined || cases.length >= ENOUGH)
    })
    for (const { one, lang } of fires) {
      const text = draftOf(one, lang)
      const workspace = readWorkspace(workspaceOf(one))
      read(rule, `fires (${lang}): ${title(one)}`, () => {
        assert.deepEqual(workspace.problems, [])
        const [finding] = findingsOf(text, workspace, rule, lang)
        assert.ok(finding, 'the rule did not fire')
        assert.notEqual(finding.message, '')
        assert.ok(finding.at.start >= 0 && finding.at.end >= finding.at.start && finding.at.end <= text.length)
        if (one.at !== undefined) assert.equal(text.slice(finding.at.start, finding.at.end), one.at)
      })
      read(rule, `is mended (${lang}): ${title(one)}`, () => {
        const [finding] = findingsOf(text, workspace, rule, lang)
        for (const fix of finding?.fixes ?? []) {
          const { draft, left } = afterFix(text, workspace, fix, rule, lang)
          // A mended front matter still waits for the name that only the writer knows.
          if (rule !== 'draft/front-matter') assert.deepEqual(faults(draft).filter((fault) => !faults(parseDraft(text)).includes(fault)), [], `after “${fix.title}”`)
          if (table.mends === 'none' || (table.mends === 'preferred' && !fix.preferred)) continue
          assert.deepEqual(left, [], `after “${fix.title}”:\n${draft.text}`)
        }
      })
    }
    for (const { one, lang } of quiet) {
      read(rule, `is quiet (${lang}): ${title(one)}`, () => {
        const text = draftOf(one, lang)
        const workspace = readWorkspace(workspaceOf(one))
        assert.deepEqual(workspace.problems, [])
        assert.deepEqual(findingsOf(text, workspace, rule, lang).map(({ at }) => text.slice(at.start, at.end)), [])
      })
    }
  })
}

/** The draft after a fix, and what the rule still says about it. */
function afterFix(text: string, workspace: Workspace, { edits, workspaceEdits }: Fix, rule: RuleId, lang: Language): { draft: Draft; left: string[] } {
  const edited = applyEdits(text, edits)
  const editedWorkspace = workspaceEdits ? readWorkspace(applyEdits(workspace.text, workspaceEdits)) : workspace
  assert.deepEqual(editedWorkspace.problems, [])
  return { draft: parseDraft(edited), left: findingsOf(edited, editedWorkspace, rule, lang).map(({ message }) => message) }
}

/**
 * Drafts that the models still misread, by the titles of their tests; written by `npm run accept-misread`. They are
 * skipped, and counted as such; one that is read rightly by now has to leave the list.
 */
const misread = new Set(process.env['ASKWELL_MISREAD'] === 'ignore' ? [] : z.array(z.string()).parse(JSON.parse(readFileSync(new URL('./misread.json', import.meta.url), 'utf8'))))

function read(rule: RuleId, name: string, test: () => void): void {
  it(name, function () {
    if (!misread.has(`${rule} ${name}`)) {
      test()
      return
    }
    try {
      test()
    } catch {
      this.skip()
    }
    assert.fail('This is read rightly now: run npm run accept-misread.')
  })
}

const title = ({ body, history, matter }: Case): string =>
  `${body.replace(/\s+/g, ' ').slice(0, 80)}${history ? ` [${history.join('; ')}]` : ''}${matter ? ` {${matter.replace(/\n/g, '; ').slice(0, 50)}}` : ''}`
