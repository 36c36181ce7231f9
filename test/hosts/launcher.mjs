#!/usr/bin/env node
// Stands in for VS Code's own executable, for the `vscodeExecutablePath` of @vscode/test-electron:
// the same tests run in the same VS Code, started as a server with its page in an unseen browser.
// ASKWELL_HOST chooses the version (latest, oldest); ASKWELL_WEB=true runs the extension in the web worker, as VS Code in the browser does.
import { existsSync, mkdirSync } from 'node:fs'
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
const isWeb = process.env.ASKWELL_WEB === 'true'
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

  const extensions = values('--extensionDevelopmentPath')
  const [tests] = values('--extensionTestsPath')
  if (isWeb) await serveToWorker(context, server.origin, extensions, tests)
  await page.goto(server.address({
    workspace: workspace && resolve(workspace),
    payload: [
      ...isWeb ? [] : [...extensions.map((path) => ['extensionDevelopmentPath', server.uri(path)]), ['extensionTestsPath', server.uri(tests)]],
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

/**
 * Lets the page have the extensions by http, as it has those from the Marketplace: from the server's own address the web worker
 * would not start an extension's workers.
 */
async function serveToWorker(context, origin, extensions, tests) {
  const { host, protocol } = new URL(origin)
  const uri = (path) => ({ scheme: protocol.slice(0, -1), authority: host, path: `/extension${path}` })
  const developmentOptions = { extensions: extensions.map(uri), extensionTestsPath: uri(tests), enableSmokeTestDriver: true }

  await context.route((url) => url.origin === origin && url.pathname.startsWith('/extension/'), async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname.slice('/extension'.length))
    await (existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 }))
  })
  // The page's own settings stand in its head; there is no other way to name an extension that is not on the server.
  await context.addInitScript((added) => {
    new MutationObserver((_changes, observer) => {
      const element = document.getElementById('vscode-workbench-web-configuration')
      if (!element) return
      observer.disconnect()
      const settings = JSON.parse(element.dataset.settings)
      element.dataset.settings = JSON.stringify({ ...settings, developmentOptions: { ...settings.developmentOptions, ...added } })
    }).observe(document, { childList: true, subtree: true })
  }, developmentOptions)
}
