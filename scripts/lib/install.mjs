// Brings a folder's node_modules to what its lock file says. Built-ins only: this runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, root, runQuietly, task } from './run.mjs'

/** The versions a lock file names, by path; optional packages may be missing on this platform. */
function locked(file) {
  if (!existsSync(file)) return undefined
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.entries(packages).filter(([path]) => path !== '')
}

/** Whether `npm ci` in this folder would change nothing. */
function isInstalled(folder) {
  const wanted = locked(join(folder, 'package-lock.json'))
  const present = new Map(locked(join(folder, 'node_modules/.package-lock.json')))
  return wanted.every(([path, { version, optional }]) => present.get(path)?.version === version || (optional && !present.has(path)))
}

/**
 * Runs `npm ci` in a folder unless its node_modules are those of its lock file already.
 * @param {string} what what is installed and why, as the user reads it
 */
export async function install(folder, what) {
  if (isInstalled(folder)) return
  await task(`Installing ${what}`, () => runQuietly([...npm, 'ci', '--loglevel=error'], { cwd: folder }))
}

export const installTools = () => install(root, 'the packages that build and test Askwell (npm ci)')
