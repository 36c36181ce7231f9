// `npm test`, on a machine that has nothing but Node: installs what is missing, builds, checks, and runs all tests, those in real VS Code too.
// --unit: only what needs no VS Code. --vscode: only what does.
import { parseArgs } from 'node:util'
import { readClosingLine } from '../test/closing-line.mjs'
import { installTools } from './lib/install.mjs'
import { main, Problem, root, run, runQuietly, task } from './lib/run.mjs'

const bin = (path, ...args) => [process.execPath, `${root}/node_modules/${path}`, ...args]

/** Gives what came of a suite; one that can't even be run has failed, and the others go on. */
async function attempt(title, suite) {
  try {
    return await suite()
  } catch (error) {
    console.log(error instanceof Problem ? error.message : error.stack)
    return { title, passed: 0, failed: 1, skipped: 0 }
  }
}

/** A check of all the sources at once: it counts only if it fails. */
const check = (title, ...commands) => attempt(title, async () => {
  await task(title, async () => { for (const command of commands) await runQuietly(command) })
  return { title, passed: 0, failed: 0, skipped: 0 }
})

/** The tests that need no VS Code. */
async function unit() {
  let counts
  await run(bin('mocha/bin/mocha.js', '--reporter', './test/closing-reporter.mjs'), {
    env: process.stdout.isTTY ? { FORCE_COLOR: '1' } : {},
    onLine(line) {
      const closing = readClosingLine(line)
      if (closing) counts = closing
      else console.log(line)
    },
  })
  return { title: 'unit tests', ...counts ?? { passed: 0, failed: 1, skipped: 0 } }
}

function options() {
  try {
    return parseArgs({ options: { unit: { type: 'boolean' }, vscode: { type: 'boolean' } } }).values
  } catch (error) {
    throw new Problem(`${error.message}\nnpm test takes -- --unit (only what needs no VS Code) or -- --vscode (only what does).`)
  }
}

const describeCounts = ({ passed, failed, skipped }) => [
  ...passed > 0 ? [`${passed} passed`] : [], ...failed > 0 ? [`${failed} failed`] : [], ...skipped > 0 ? [`${skipped} skipped`] : [],
].join(', ') || 'ok'

await main(async () => {
  const { unit: onlyUnit, vscode: onlyVsCode } = options()
  const results = []
  await installTools()
  const { build } = await import('./lib/package.mjs')
  await build()
  if (!onlyVsCode) {
    results.push(await check('Checking types', ...['.', 'src/core', 'test/webview'].map((project) => bin('typescript/bin/tsc', '-p', project))))
    results.push(await check('Linting', bin('eslint/bin/eslint.js', '.')))
    results.push(await attempt('unit tests', unit))
  }
  if (!onlyUnit) {
    const { desktop, folders, packaged, web } = await import('./lib/vscode-tests.mjs')
    results.push(await attempt('VS Code, desktop', desktop))
    results.push(await attempt('VS Code, several folders', folders))
    results.push(await attempt('VS Code, web worker', web))
    results.push(await attempt('VS Code, from the .vsix', packaged))
  }

  const sum = (what) => results.reduce((total, result) => total + result[what], 0)
  const width = Math.max(...results.map(({ title }) => title.length))
  console.log(`\n${results.map((result) => `  ${result.title.padEnd(width)}  ${describeCounts(result)}`).join('\n')}\n`)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`)
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1
})
