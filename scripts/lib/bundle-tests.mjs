// Bundles the tests that run inside VS Code: test/vscode/*.test.ts, of which *.node.test.ts need Node and stay out of the web;
// those in test/vscode/folders/ want a workspace of several folders.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import { root } from './run.mjs'

const folder = join(root, 'test/vscode')

/** mocha's build for browsers is a script that takes the bundle's own exports for its own; without any, it makes itself global. */
const globalMocha = {
  name: 'global-mocha',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({ contents: `var exports, module, define\n${readFileSync(path, 'utf8')}` }))
  },
}

/** The test files for a place, as paths from test/vscode. */
function testsFor(place) {
  const found = readdirSync(folder).filter((name) => name.endsWith('.test.ts')).sort()
  if (place === 'web') return found.filter((name) => !name.endsWith('.node.test.ts'))
  if (place === 'folders') return ['folders/folders.test.ts']
  if (place === 'packaged') return [...found, 'packaged/files.test.ts']
  return found
}

/**
 * @param {object} options
 * @param {string} options.to the file to write
 * @param {'desktop' | 'folders' | 'web' | 'packaged'} options.for
 */
export async function bundleTests({ to, for: place }) {
  const contents = `export const place = ${JSON.stringify(place)}\nexport const loadTests = async () => {\n${testsFor(place).map((name) => `await import(${JSON.stringify(`./${name}`)})\n`).join('')}}`
  const listed = {
    name: 'list-of-tests',
    setup(build) {
      build.onResolve({ filter: /^askwell:tests$/ }, ({ path }) => ({ path, namespace: 'list' }))
      build.onLoad({ filter: /.*/, namespace: 'list' }, () => ({ contents, resolveDir: folder }))
    },
  }
  const web = {
    platform: 'browser',
    alias: { 'node:assert/strict': join(root, 'scripts/lib/assert-shim.mjs') },
    define: { global: 'globalThis' },
    // For the assertions, which look at it before they complain.
    banner: { js: 'var process = { env: {} }' },
  }
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [join(folder, 'run.ts')],
    outfile: to,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [listed, globalMocha],
    ...place === 'web' ? web : { platform: 'node' },
  })
}
