// Writes test/core/rules/misread.json: the drafts of the rules' tables that the models misread.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = spawnSync(process.execPath, [`${root}node_modules/mocha/bin/mocha.js`, '--reporter', 'json', 'test/core/rules/**/*.test.ts'], {
  cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ASKWELL_MISREAD: 'ignore' },
})
const report = z.object({ failures: z.array(z.object({ fullTitle: z.string() })) }).parse(JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))))
const titles = report.failures.map(({ fullTitle }) => fullTitle).sort()
writeFileSync(`${root}test/core/rules/misread.json`, `${JSON.stringify(titles, null, 2)}\n`)
console.log(`${titles.length} drafts are misread.`)
