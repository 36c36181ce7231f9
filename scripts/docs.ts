// Writes docs/rules/, the table of rules in README.md, and what the manifest and the schema of askwell.json say about rules,
// from the rules' own facts. `--check` only compares.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EXAMPLE_DAY, exampleDraft, lint, pageOf, parseDraft, readWorkspace, rules, type Example, type Rule } from '../src/core/index.ts'
import { manifestTexts } from './lib/manifest.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const fence = (text: string, language = 'markdown'): string => `\`\`\`\`${language}\n${text.trim()}\n\`\`\`\``

const languageNames = { en: 'English', de: 'German' } as const

/** The page of a rule. */
export function pageText(rule: Rule): string {
  const parts = [
    `# ${rule.id}`,
    rule.summary.en,
    `Severity: ${rule.severity}${rule.days === undefined ? '' : ` · counts ${rule.days} days`} · can be set to \`off\`, \`hint\`, \`information\`, \`warning\` or \`error\``,
    '## Why', rule.reason.en,
    '## Examples',
    ...rule.examples.flatMap((example) => exampleText(rule, example)),
    '## Setting it',
    `In \`askwell.json\`, for everybody who shares it, the command line included:`,
    fence(settingText(rule), 'jsonc'),
    'In VS Code, the setting `askwell.rules` does the same and wins in the editor.',
    `To silence it in one draft, add \`askwell-ignore: [${rule.id}]\` to the front matter; for one paragraph, put \`<!--askwell ignore ${rule.id}-->\` on a line before it.`,
    '## Auf Deutsch', rule.summary.de, rule.reason.de,
  ]
  return `${parts.join('\n\n')}\n`
}

const settingText = (rule: Rule): string => rule.days === undefined
  ? `"rules": { "${rule.id}": "off" }`
  : `"rules": { "${rule.id}": { "severity": "${rule.severity}", "days": ${rule.days} } }`

function exampleText(rule: Rule, example: Example): string[] {
  const bad = exampleDraft(example, 'bad')
  const workspace = example.workspace === undefined ? undefined : readWorkspace(example.workspace)
  const finding = lint(parseDraft(bad), { today: EXAMPLE_DAY, locale: example.lang, ...(workspace ? { workspace } : {}) }).find(({ rule: id }) => id === rule.id)
  const asks = workspace?.asks.map(({ date, ask, status, thanked }) => `${date} ${ask}, ${status}${thanked ? ', thanked' : ''}`) ?? []
  return [
    `### ${languageNames[example.lang]}`,
    ...(asks.length > 0 ? [`Asked before (today is ${EXAMPLE_DAY}): ${asks.join('; ')}.`] : []),
    fence(bad),
    `> ${finding?.message ?? ''}`,
    ...(finding && finding.fixes.length > 0 ? [`Quick fixes: ${finding.fixes.map(({ title }) => title).join(' · ')}`] : []),
    'Better:',
    fence(exampleDraft(example, 'good')),
  ]
}

/** The table of all rules, for README.md. */
export function tableText(): string {
  const row = (rule: Rule): string => `| [${rule.id}](${pageOf(rule.id)}) | ${rule.summary.en} | ${rule.severity} |`
  return ['| rule | what it finds | severity |', '|---|---|---|', ...rules.map(row)].join('\n')
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
export function withSection(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const start = text.indexOf(open)
  const end = text.indexOf(close)
  if (start < 0 || end < start) throw new Error(`README.md lacks the section ${open}.`)
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`
}

/** Every generated text by its path. */
export function generated(): Map<string, string> {
  const files = new Map(rules.map((rule) => [pageOf(rule.id), pageText(rule)] as const))
  const readme = `${root}README.md`
  if (existsSync(readme)) files.set('README.md', withSection(readFileSync(readme, 'utf8'), 'rules', tableText()))
  return new Map([...files, ...manifestTexts()])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let stale = 0
  for (const [path, text] of generated()) {
    const full = root + path
    if (existsSync(full) && readFileSync(full, 'utf8') === text) continue
    stale++
    if (process.argv.includes('--check')) console.error(`${path} is not what the rules say; run npm run docs.`)
    else {
      mkdirSync(dirname(full), { recursive: true })
      writeFileSync(full, text)
    }
  }
  if (process.argv.includes('--check') && stale > 0) process.exitCode = 1
}
