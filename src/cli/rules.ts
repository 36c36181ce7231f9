import { distance } from 'fastest-levenshtein'
import pc from 'picocolors'
import wrapAnsi from 'wrap-ansi'
import { EXAMPLE_DAY, exampleDraft, lint, parseDraft, readWorkspace, ruleById, rules, type Example, type Language, type Rule } from '../core/index.ts'
import { Failure, type Io } from './io.ts'

/** The rules as data. */
export const rulesJson = (locale: Language): string => `${JSON.stringify({
  version: 1,
  rules: rules.map(({ id, severity, summary, days }) => ({ id, severity, summary: summary[locale], ...(days === undefined ? {} : { days }) })),
})}\n`

/** The rules for people, one a line. */
export function rulesPretty(locale: Language, { colors }: Pick<Io, 'colors'>): string {
  const { bold, dim } = pc.createColors(colors)
  const width = Math.max(...rules.map(({ id }) => id.length))
  return rules.map(({ id, severity, summary, days }) =>
    `${bold(id.padEnd(width))}  ${dim(severity.padEnd(11))}  ${summary[locale]}${days === undefined ? '' : dim(` (${days} ${locale === 'de' ? 'Tage' : 'days'})`)}\n`).join('')
}

const words = {
  en: { severity: 'Severity', days: 'days', bad: 'Instead of', good: 'Better', fixes: 'Fixes' },
  de: { severity: 'Schwere', days: 'Tage', bad: 'Statt', good: 'Besser', fixes: 'Abhilfe' },
}

/**
 * What a rule finds, why it matters, an example, and the fixes that it offers there.
 * @throws Failure if there is no such rule; names the nearest ones
 */
export function explain(id: string, locale: Language, { colors, columns }: Pick<Io, 'colors' | 'columns'>): string {
  const rule = ruleById(id)
  if (!rule) throw new Failure(`There is no rule "${id}". ${suggestions(id)}`)
  const { bold, dim } = pc.createColors(colors)
  const say = words[locale]
  const wrap = (text: string, indent = ''): string => text.split('\n').map((line) => wrapAnsi(line, columns - indent.length, { hard: true }).split('\n').map((part) => (indent + part).trimEnd()).join('\n')).join('\n')
  const example = rule.examples.find(({ lang }) => lang === locale) ?? rule.examples[0]
  const fixes = example ? fixTitles(rule, example, locale) : []
  return [
    `${bold(rule.id)}  ${dim(`${say.severity}: ${rule.severity}${rule.days === undefined ? '' : `, ${rule.days} ${say.days}`}`)}`,
    wrap(rule.summary[locale]),
    wrap(rule.reason[locale]),
    ...(example ? [...(['bad', 'good'] as const).map((which) => `${bold(say[which])}\n${wrap(exampleDraft(example, which).trim(), '  ')}`)] : []),
    ...(fixes.length === 0 ? [] : [`${bold(say.fixes)}\n${fixes.map((title) => wrap(`- ${title}`, '  ')).join('\n')}`]),
  ].join('\n\n') + '\n'
}

/** What the fixes of a rule do in its example. */
function fixTitles({ id }: Rule, example: Example, locale: Language): string[] {
  const draft = parseDraft(exampleDraft(example, 'bad'))
  return lint(draft, { today: EXAMPLE_DAY, locale, workspace: readWorkspace(example.workspace ?? '') }).find(({ rule }) => rule === id)?.fixes.map(({ title }) => title) ?? []
}

/** The rules whose id is nearest to what was typed. */
function suggestions(typed: string): string {
  const near = rules
    .map(({ id }) => ({ id, far: Math.min(distance(id, typed), distance(id.split('/')[1] ?? id, typed)) }))
    .filter(({ id, far }) => far <= Math.max(2, typed.length / 3) || id.includes(typed))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
  return near.length === 0 ? 'See: askwell rules.' : `Did you mean ${near.map(({ id }) => id).join(' or ')}?`
}
