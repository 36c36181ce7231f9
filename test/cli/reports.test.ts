import assert from 'node:assert/strict'
import type { Log } from 'sarif'
import stringWidth from 'string-width'
import { lint, parseDraft, readWorkspace, RULE_IDS, rules, type Diagnostic } from '../../src/core/index.ts'
import { printable } from '../../src/cli/printable.ts'
import { usesColors } from '../../src/cli/process-io.ts'
import type { Report } from '../../src/cli/report.ts'
import { reportGithub } from '../../src/cli/report-github.ts'
import { reportPretty } from '../../src/cli/report-pretty.ts'
import { reportSarif } from '../../src/cli/report-sarif.ts'
import { draftWith } from './world.ts'

const quiet = readWorkspace(JSON.stringify({ version: 1, rules: Object.fromEntries(RULE_IDS.filter((id) => id !== 'draft/front-matter').map((id) => [id, 'off'])) }))

/** A report on drafts: what their front matter gives, or findings at will. */
const reportOn = (drafts: Readonly<Record<string, string>>, diagnostics?: readonly Diagnostic[]): Report => ({
  drafts: Object.entries(drafts).map(([path, text]) => {
    const draft = parseDraft(text)
    return { path, draft, diagnostics: diagnostics ?? lint(draft, { workspace: quiet }), fixed: [] }
  }),
  workspaces: [], locale: 'en',
})

const findingAt = (text: string, words: string, more: Partial<Diagnostic> = {}): Diagnostic => {
  const start = text.indexOf(words)
  return { rule: 'line/pressure', severity: 'warning', message: 'Hm.', fixes: [], at: { start, end: start + words.length }, ...more }
}

const plain = { colors: false, columns: 80, excerpts: false }

describe('report for people', () => {
  const text = draftWith('advice', 'Please, I am counting on you. 👩🏽‍🎨 Now!')

  it('groups by file, wraps messages, and sums up', () => {
    const message = 'This leans on the friend. Somebody who feels they can\'t refuse helps with half a heart; leave it out, and say when you need to know.'
    const found = [
      findingAt(text, 'counting on you', { message, fixes: [{ title: 'Remove “counting on you”', edits: [{ at: { start: 0, end: 0 }, text: '' }], preferred: true }] }),
      findingAt(text, 'Now!', { rule: 'return/no-offer', severity: 'hint' }),
    ]
    const report = reportOn({ 'a.ask.md': text }, found)
    const clean = reportOn({ 'b.ask.md': draftWith('advice') }, [])
    assert.equal(reportPretty({ ...report, drafts: [...report.drafts, ...clean.drafts] }, plain), `a.ask.md
  6:14  warning  This leans on the friend. Somebody who feels they can't refuse
                 helps with half a heart; leave it out, and say when you need to
                 know.
                 → Remove “counting on you”
                 line/pressure

  6:39  hint     Hm.
                 return/no-offer

2 problems in 2 drafts (1 warning, 1 hint). --fix mends 1.
`)
  })

  it('shows the line in a terminal, with carets under the very words', () => {
    const out = reportPretty(reportOn({ 'a.ask.md': text }, [findingAt(text, 'counting on you')]), { ...plain, excerpts: true })
    assert.match(out, /\n {2}6 │ Please, I am counting on you\. 👩🏽‍🎨 Now!\n {4}│ {14}\^{15}\n/)
  })

  it('counts columns as a terminal does', () => {
    const wide = draftWith('advice', '日本の 👩🏽‍🎨 now 漢字 é')
    const lines = reportPretty(reportOn({ 'a.ask.md': wide }, [findingAt(wide, '漢字')]), { ...plain, excerpts: true }).split('\n')
    const [source = '', marks = ''] = lines.slice(3)
    assert.equal(stringWidth(source.slice(0, source.indexOf('漢字'))), marks.indexOf('^'))
    assert.equal(marks.endsWith(' ^^^^'), true)
  })

  it('cuts long lines to the width, and keeps the words in sight', () => {
    const long = draftWith('advice', `${'before 👩🏽‍🎨 '.repeat(400)}HERE${' after'.repeat(400)}`)
    for (const columns of [40, 80, 120]) {
      const [source = '', marks = ''] = reportPretty(reportOn({ 'a.ask.md': long }, [findingAt(long, 'HERE')]), { ...plain, columns, excerpts: true }).split('\n').slice(3)
      assert.equal(stringWidth(source) <= columns, true)
      assert.equal(stringWidth(source.slice(0, source.indexOf('HERE'))), marks.indexOf('^^^^'))
    }
  })

  it('marks one place for what is empty, and one line of what is longer', () => {
    const two = draftWith('advice', 'one two\nthree four')
    const excerptOf = (found: Diagnostic): string[] => reportPretty(reportOn({ 'a.ask.md': two }, [found]), { ...plain, excerpts: true }).split('\n').slice(3, 5)
    assert.deepEqual(excerptOf(findingAt(two, 'two\nthree')), ['  6 │ one two', '    │     ^^^'])
    assert.deepEqual(excerptOf(findingAt(two, '', { at: { start: two.length, end: two.length } })), ['  8 │ ', '    │ ^'])
  })

  it('colours when asked to', () => {
    assert.doesNotMatch(reportPretty(reportOn({ 'a.ask.md': draftWith('intro') }), plain), /\u001B/)
    assert.match(reportPretty(reportOn({ 'a.ask.md': draftWith('intro') }), { ...plain, colors: true }), /\u001B\[31merror\u001B/)
    assert.deepEqual([
      usesColors({}, true), usesColors({}, false), usesColors({ NO_COLOR: '1' }, true), usesColors({ NO_COLOR: '', TERM: 'xterm' }, true), usesColors({ FORCE_COLOR: '1' }, false),
      usesColors({ FORCE_COLOR: '0' }, true), usesColors({ FORCE_COLOR: '1', NO_COLOR: '1' }, false), usesColors({ TERM: 'dumb' }, true),
    ], [true, false, false, true, true, false, false, false])
  })

  it('lets no draft steer the terminal', () => {
    const nasty = draftWith('advice', 'Hi \u001B[2J\u001B]0;x\u0007 \u202Eevil\u2066 \u009B31m')
    const out = reportPretty(reportOn({ 'a\u001B[31m\n.ask.md': nasty }, [findingAt(nasty, 'evil', { message: 'It says \u001B[1m\r\nx', fixes: [] })]), { ...plain, excerpts: true })
    assert.doesNotMatch(out, /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/)
    assert.equal(printable('a\tb\r\nc\nd'), 'a b c d')
  })
})

describe('report for GitHub', () => {
  it('is a workflow command for each finding', () => {
    assert.equal(reportGithub(reportOn({ 'a.ask.md': draftWith('intro') })).split('::')[1], 'error file=a.ask.md,line=3,endLine=3,col=6,endColumn=11,title=draft/front-matter')
    const two = draftWith('advice', 'one two\nthree four')
    for (const [severity, command] of [['error', 'error'], ['warning', 'warning'], ['information', 'notice'], ['hint', 'notice']] as const) {
      assert.equal(reportGithub(reportOn({ 'a.ask.md': two }, [findingAt(two, 'two\nthree', { severity })])), `::${command} file=a.ask.md,line=6,endLine=7,title=line/pressure::Hm.\n`)
    }
  })

  it('lets no message and no file name write a command of its own', () => {
    const text = draftWith('advice')
    const out = reportGithub(reportOn({ 'a,b:c%\n::error::.ask.md': text }, [findingAt(text, 'Hi', { message: '50%\r\n::set-env name=X::y' })]))
    assert.equal(out, '::warning file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A.ask.md,line=6,endLine=6,col=1,endColumn=3,title=line/pressure::50%25%0D%0A::set-env name=X::y\n')
  })
})

describe('report in SARIF', () => {
  const log = JSON.parse(reportSarif(reportOn({ 'as ks/ä.ask.md': draftWith('intro'), 'b.ask.md': draftWith('advice') }))) as Log
  const [run] = log.runs
  assert.ok(run)

  it('says what it is, and describes every rule', () => {
    assert.equal(log.version, '2.1.0')
    assert.equal(run.columnKind, 'utf16CodeUnits')
    assert.deepEqual(run.tool.driver.rules?.map(({ id }) => id), rules.map(({ id }) => id))
    for (const rule of run.tool.driver.rules ?? []) {
      assert.ok(rule.shortDescription?.text && rule.fullDescription?.text && rule.help?.text && rule.help.markdown)
    }
  })

  it('gives results with places from 1, and fixes', () => {
    assert.equal(run.results?.length, 1)
    const [result] = run.results
    assert.ok(result)
    assert.equal(result.ruleId, 'draft/front-matter')
    assert.equal(run.tool.driver.rules?.[result.ruleIndex ?? -1]?.id, 'draft/front-matter')
    assert.equal(result.level, 'error')
    const region = { startLine: 3, startColumn: 6, endLine: 3, endColumn: 11 }
    assert.deepEqual(result.locations?.[0]?.physicalLocation, { artifactLocation: { uri: 'as%20ks/%C3%A4.ask.md' }, region })
    assert.deepEqual(result.fixes?.[0]?.artifactChanges[0]?.replacements, [{ deletedRegion: region, insertedContent: { text: 'introduction' } }])
  })
})
