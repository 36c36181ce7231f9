// Times a lint of a 300-word draft against bare parsing of the same text, in one run. Prints ratios; judges nothing.
import remarkParse from 'remark-parse'
import { Bench } from 'tinybench'
import { unified } from 'unified'
import { lint, parseDraft } from '../src/core/index.ts'
import { draft300 } from './draft.ts'

const processor = unified().use(remarkParse).freeze()
const body = draft300.slice(draft300.indexOf('\n---\n') + 5)
const parsed = parseDraft(draft300)

const bench = new Bench({ time: 1_000, warmupTime: 500 })
bench.add('remark-parse, front matter cut off', () => { processor.parse(body) })
bench.add('parse as a draft', () => { parseDraft(draft300) })
bench.add('parse and lint', () => { lint(parseDraft(draft300), { today: '2026-11-23' }) })
// What was read lately is remembered, so that only what was typed is read anew; here every sentence is new each time.
let copies = 0
bench.add('parse and lint, every sentence new', () => { lint(parseDraft(draft300.replaceAll(/(?<=[a-z])(?=[.?!] )/g, ` ${++copies}`)), { today: '2026-11-23' }) })
bench.add('lint again, nothing changed', () => { lint(parsed, { today: '2026-11-23' }) })
await bench.run()

const median = (name: string): number => {
  const result = bench.tasks.find((task) => task.name === name)?.result
  return result?.state === 'completed' ? result.latency.p50 : NaN
}
const base = median('remark-parse, front matter cut off')
for (const { name } of bench.tasks) {
  console.log(`${name.padEnd(38)} ${median(name).toFixed(3).padStart(8)} ms  × ${(median(name) / base).toFixed(2)}`)
}
