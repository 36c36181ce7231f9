#!/usr/bin/env node
// Stands in for VS Code's own executable, for the `vscodeExecutablePath` of @vscode/test-electron:
// the same tests run in the same VS Code, started as a server with its page in an unseen browser.
// ASKWELL_HOST chooses the version (latest, oldest).
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { format } from 'node:util'
import { startBrowser } from '../../scripts/lib/browser.mjs'
import { installHost, serve } from '../../scripts/lib/host.mjs'
import { main, root } from '../../scripts/lib/run.mjs'
import { withTempFolder } from '../../scripts/lib/temp.mjs'
import { readClosingLine } from '../closing-line.mjs'

const minutes = 6
/** What this VS Code says in every run, of what it has not got here and of how it connects. */
const noise = /Could not locate the bindings file|build\/Release\/watchdog|^Creating a socket|^Resolv(?:ing|ed) connection token|^\[(?:reconnection-grace-time|Service Worker|AgentHost|AccountPolicyGate)|additional builtin extensions|^$/
const framesOfVsCode = /\n\s+at .*(?:code-server\/lib\/vscode|\/static)\/out\/.*/g
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('-'))
const workspace = process.argv.slice(2).find((argument) => !argument.startsWith('-'))
const values = (name) => flags.filter((flag) => flag.startsWith(`${name}=`)).map((flag) => resolve(flag.slice(name.length + 1)))

await main(() => withTempFolder(async (temp) => {
  const host = await installHost(process.env.ASKWELL_HOST ?? 'latest')
  const [data = temp] = values('--user-data-dir')
  const [extensions] = values('--extensions-dir')
  const server = await serve(host, { data, extensions, tests: true, onLine: process.env.ASKWELL_HOST_LOG ? console.error : undefined })
  const browser = await startBrowser()
  try {
    return await runTests(server, browser)
  } finally {
    await browser.close()
    await server.close()
  }
}))

/** Opens the page and waits for the tests to end; gives the exit code. */
async function runTests(server, browser) {
  const context = await browser.newContext()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  let closing
  let done
  const ended = new Promise((resolve) => { done = resolve })
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = format(...args)
    closing = readClosingLine(text) ?? closing
    if (!noise.test(text)) console.log(text.replace(framesOfVsCode, ''))
  })
  await page.exposeFunction('codeAutomationExit', (code) => done(code))
  page.once('crash', () => done(71))
  const clock = setTimeout(() => done(124), minutes * 60_000)

  await page.goto(server.address({
    workspace: workspace && resolve(workspace),
    payload: [
      ...values('--extensionDevelopmentPath').map((path) => ['extensionDevelopmentPath', server.uri(path)]),
      ...values('--extensionTestsPath').map((path) => ['extensionTestsPath', server.uri(path)]),
      ['skipWelcome', 'true'],
      ...flags.includes('--disable-extensions') ? [['disableExtensions', 'true']] : [],
    ],
  }))
  const code = await ended
  clearTimeout(clock)

  if (code === 124) {
    const picture = join(root, '.vscode-test/timeout.png')
    mkdirSync(join(root, '.vscode-test'), { recursive: true })
    await page.screenshot({ path: picture })
    console.error(`The tests have not ended within ${minutes} minutes. What VS Code looked like then: ${picture}`)
    return code
  }
  // When the process that runs the tests dies, VS Code says 0 all the same.
  if (code === 0 && !(closing?.passed > 0)) {
    console.error(closing ? 'No test has run.' : 'The tests broke off: their closing line is missing.')
    return 70
  }
  return code
}
