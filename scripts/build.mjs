// Bundles everything that runs into dist/. `--watch` builds again on every change; `--only NAME --outdir FOLDER` makes
// one bundle elsewhere, and leaves dist/ alone.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as esbuild from 'esbuild'
import { writeDeclarations } from './lib/declarations.mjs'
import { writeModels } from './lib/models.mjs'
import { noticesOf } from './lib/notices.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** gray-matter brings engines that run JavaScript and parse YAML with a second library; Askwell hands it its own. */
const noForeignEngines = {
  name: 'no-foreign-engines',
  setup(build) {
    build.onResolve({ filter: /^\.\/(?:lib\/)?engines$/ }, ({ importer }) =>
      importer.includes('gray-matter') ? { path: 'engines', namespace: 'no-engines' } : undefined)
    build.onLoad({ filter: /.*/, namespace: 'no-engines' }, () => ({ contents: 'module.exports = {}' }))
    // Only `matter.read` wants the disk, and nobody calls it.
    build.onResolve({ filter: /^fs$/ }, ({ importer }) =>
      importer.includes('gray-matter') ? { path: 'fs', namespace: 'no-engines' } : undefined)
  },
}

/** On the desktop, the language client is a file of its own, loaded with the first draft; in a web worker there is no loading of files. */
const languageClientApart = {
  name: 'language-client-apart',
  setup(build) {
    build.onResolve({ filter: /\/node-client\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './language-client.cjs', external: true } : undefined)
  },
}

/**
 * The models are files beside the bundles, read when a language is first met. Only the library has them in itself: in a
 * page, nothing else can be waited for.
 * @param reader the module that reads them
 */
const modelsApart = (reader) => ({
  name: 'models-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/models\.ts$/ }, ({ importer }) => importer.includes('language') ? { path: join(root, reader) } : undefined)
  },
})

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  // NOTICES.txt has the licenses.
  legalComments: 'none',
  target: 'es2022',
  logLevel: 'warning',
  plugins: [noForeignEngines],
  loader: { '.json': 'json' },
}
// The other builds of some packages ask for their own parts by `require` in ways that no bundler follows.
const node = { ...common, platform: 'node', mainFields: ['module', 'main'] }
const browser = { ...common, platform: 'browser', conditions: ['worker'], inject: ['scripts/lib/buffer-shim.mjs'], define: { global: 'globalThis' } }
const nodeModels = modelsApart('src/node/models.ts')
const client = { format: 'cjs', external: ['vscode'] }

const bundles = [
  {
    ...client, ...node, entryPoints: ['src/client/node.ts'], outfile: 'dist/client.cjs',
    plugins: [languageClientApart], supported: { 'dynamic-import': false },
  },
  { ...client, ...node, entryPoints: ['src/client/node-client.ts'], outfile: 'dist/language-client.cjs' },
  { ...client, ...browser, entryPoints: ['src/client/browser.ts'], outfile: 'dist/client-web.cjs' },
  // Older web hosts, 1.100 among them, append `.js` to the name in the manifest.
  { ...client, ...browser, entryPoints: ['src/client/browser.ts'], outfile: 'dist/client-web.cjs.js' },
  {
    ...node, format: 'cjs', entryPoints: ['src/server/node.ts'], outfile: 'dist/server.cjs',
    plugins: [noForeignEngines, nodeModels], define: { 'import.meta.dirname': '__dirname' },
  },
  {
    ...browser, format: 'iife', entryPoints: ['src/server/browser.ts'], outfile: 'dist/server-web.js',
    plugins: [noForeignEngines, modelsApart('src/server/worker-models.ts')],
  },
  // The panel, a page of its own.
  { ...common, platform: 'browser', format: 'iife', entryPoints: ['src/webview/year.ts'], outfile: 'dist/year.js' },
  { ...common, entryPoints: ['src/webview/year.css'], outfile: 'dist/year.css' },
  {
    ...node, format: 'esm', entryPoints: ['src/cli/bin.ts'], outfile: 'dist/cli.js', plugins: [noForeignEngines, nodeModels],
    // Bundled CommonJS packages ask for Node's modules by `require`.
    banner: { js: "#!/usr/bin/env node\nimport { createRequire as askwellRequire } from 'node:module'; const require = askwellRequire(import.meta.url);" },
  },
  { ...browser, format: 'esm', entryPoints: ['src/library.ts'], outfile: 'dist/index.js' },
].filter(({ entryPoints: [entry] }) => existsSync(new URL(`../${entry}`, import.meta.url)))

const { values: { watch, only, outdir = 'dist' } } = parseArgs({ options: { watch: { type: 'boolean' }, only: { type: 'string' }, outdir: { type: 'string' } } })

if (!watch && !only) rmSync(join(root, 'dist'), { recursive: true, force: true })
mkdirSync(outdir, { recursive: true })
await writeModels(outdir)

if (watch) {
  for (const bundle of bundles) await (await esbuild.context({ ...bundle, minify: false, sourcemap: true })).watch()
  console.log('Watching …')
} else if (only) {
  const bundle = bundles.find(({ outfile }) => basename(outfile) === only)
  if (!bundle) throw new Error(`There is no bundle "${only}".`)
  await esbuild.build({ ...bundle, outfile: join(outdir, only) })
} else {
  await writeDeclarations(join(outdir, 'index.d.ts'))
  const built = await Promise.all(bundles.map((bundle) => esbuild.build({ ...bundle, metafile: true })))
  writeFileSync(new URL('../dist/NOTICES.txt', import.meta.url), noticesOf(root, built.flatMap(({ metafile }) => Object.keys(metafile.inputs))))
}
