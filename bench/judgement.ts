// Counts how often each rule is right, on labelled messages that the models have not learnt from.
//   npm run bench:judgement            prints the tables
//   npm run bench:judgement -- --write also puts the summary into README.md
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readRecord, recordSchema, type MessageRecord } from '../src/cli/record.ts'
import { isRuleId, lint, RULE_IDS, type RuleId } from '../src/core/index.ts'
import { withSection } from '../scripts/docs.ts'

const SETS = ['dev', 'apart'] as const
const LANGUAGES = ['en', 'de'] as const
const NAMES = { en: 'English', de: 'German' } as const

const labelled = recordSchema.extend({ labels: z.array(z.string()) })

interface Count { hits: number; falseAlarms: number; missed: number }

interface Result {
  readonly messages: number
  readonly rules: ReadonlyMap<RuleId, Count>
  readonly all: Count
}

/** The rules that the labelling guide covers. */
const LABELLED = RULE_IDS.filter((id) => !id.startsWith('draft/') && id !== 'choose/declined')

/** Lints every message of a set and compares with its labels. */
function judge(set: string, lang: string): Result {
  const path = fileURLToPath(new URL(`../test/judgement/${set}-${lang}.jsonl`, import.meta.url))
  const messages = readFileSync(path, 'utf8').split('\n').filter((line) => line !== '').map((line) => labelled.parse(JSON.parse(line)))
  const rules = new Map(LABELLED.map((id): [RuleId, Count] => [id, { hits: 0, falseAlarms: 0, missed: 0 }]))
  const all: Count = { hits: 0, falseAlarms: 0, missed: 0 }
  for (const message of messages) {
    const said = firing(message)
    const truth = new Set(message.labels.filter(isRuleId))
    for (const [id, count] of rules) {
      const kind = said.has(id) ? (truth.has(id) ? 'hits' : 'falseAlarms') : truth.has(id) ? 'missed' : undefined
      if (!kind) continue
      count[kind]++
      all[kind]++
    }
  }
  return { messages: messages.length, rules, all }
}

function firing(record: MessageRecord): Set<RuleId> {
  const { draft, workspace } = readRecord(record)
  return new Set(lint(draft, { workspace, ...(record.today ? { today: record.today } : {}) }).map(({ rule }) => rule))
}

const precision = ({ hits, falseAlarms }: Count): number => (hits + falseAlarms === 0 ? 1 : hits / (hits + falseAlarms))
const recall = ({ hits, missed }: Count): number => (hits + missed === 0 ? 1 : hits / (hits + missed))
const f1 = ({ hits, falseAlarms, missed }: Count): number => (hits + falseAlarms + missed === 0 ? 1 : (2 * hits) / (2 * hits + falseAlarms + missed))
const percent = (share: number): string => (100 * share).toFixed(0)
const figures = (count: Count): string => `${percent(precision(count))} / ${percent(recall(count))} / ${percent(f1(count))}`
const macro = ({ rules }: Result): number => [...rules.values()].reduce((sum, count) => sum + f1(count), 0) / rules.size

const results = SETS.flatMap((set) => LANGUAGES.map((lang) => ({ set, lang, result: judge(set, lang) })))

const head = ['rule', ...results.map(({ set, lang }) => `${NAMES[lang]}, ${set === 'dev' ? 'development set' : 'kept apart'}`)]
const rows = [
  ...LABELLED.map((id) => [id, ...results.map(({ result }) => figures(result.rules.get(id) ?? { hits: 0, falseAlarms: 0, missed: 0 }))]),
  ['**all rules**', ...results.map(({ result }) => `**${figures(result.all)}**`)],
  ['mean F1 of the rules', ...results.map(({ result }) => percent(macro(result)))],
  ['messages', ...results.map(({ result }) => String(result.messages))],
  ['false alarms a message', ...results.map(({ result }) => (result.all.falseAlarms / result.messages).toFixed(2))],
]
const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
console.log(table)

if (process.argv.includes('--write')) {
  const day = new Date().toISOString().slice(0, 10)
  const readme = fileURLToPath(new URL('../README.md', import.meta.url))
  const text = [
    `Precision / recall / F1 in per cent, ${day}, by \`npm run bench:judgement\`. No model was trained on either set, and their writers saw nothing of the training. The development set was looked at while the rules were written; of the set kept apart (70 messages a language, each by a writer of its own who had the labelling guide alone), only the counts were.`,
    '', table, '',
  ].join('\n')
  writeFileSync(readme, withSection(readFileSync(readme, 'utf8'), 'judgement', text))
}
