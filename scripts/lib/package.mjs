import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, root, runQuietly, task } from './run.mjs'

export const build = () => task('Building Askwell', () => runQuietly([...npm, 'run', 'build', '--loglevel=error']))

/** Packs what has been built; gives the path of the .vsix. */
export async function packVsix() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const vsix = join(root, 'dist', `${name}-${version}.vsix`)
  await task('Packing the extension', () => runQuietly([
    process.execPath, join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--no-rewrite-relative-links',
    '--allow-missing-repository', '--skip-license', '--out', vsix,
  ]))
  return vsix
}

/** What a .vsix of the present state would have inside, as paths from the root. */
export async function packedFiles() {
  const { listFiles, PackageManager } = (await import('@vscode/vsce')).default
  return listFiles({ cwd: root, packageManager: PackageManager.None })
}
