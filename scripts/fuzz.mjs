// `npm run fuzz`: tries the properties that the tests state on ever new cases. One that fails is printed with the smallest
// case found: put that into a test.
//   npm run fuzz -- --seconds 60                      so long for each property (default: 10)
//   npm run fuzz -- test/core/anything.test.ts        only those of some files
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installTools } from './lib/install.mjs'
import { main, Problem, root, run } from './lib/run.mjs'

function options() {
  try {
    const { values: { seconds }, positionals } = parseArgs({ options: { seconds: { type: 'string', default: '10' } }, allowPositionals: true })
    if (!(Number(seconds) > 0)) throw new Error(`--seconds is "${seconds}"; it takes a number above 0.`)
    return { seconds: Number(seconds), files: positionals }
  } catch (error) {
    throw new Problem(`${error.message}\nnpm run fuzz takes -- --seconds NUMBER, and test files.`)
  }
}

/** The tests that state properties. */
const withProperties = () => readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !name.startsWith('hosts'))
  .map((name) => join('test', name))
  .filter((file) => readFileSync(join(root, file), 'utf8').includes('helpers/runs.ts'))

await main(async () => {
  const { seconds, files } = options()
  await installTools()
  return run([
    process.execPath, join(root, 'node_modules/mocha/bin/mocha.js'), '--no-config', '--node-option', 'import=tsx', '--require', './scripts/lib/no-time-limits.mjs',
    ...files.length > 0 ? files : withProperties(),
  ], { env: { ASKWELL_FUZZ_MS: String(seconds * 1_000) } })
})
