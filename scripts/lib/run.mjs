// Running other programs, and telling the user what is going on. Built-ins only: this runs before anything is installed.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The folder of the project, without a slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** npm as this very process was started by it, or the one on the PATH. */
export const npm = process.env.npm_execpath?.endsWith('.js')
  ? [process.execPath, process.env.npm_execpath]
  : [process.platform === 'win32' ? 'npm.cmd' : 'npm']

/** Something that a person can put right: its message is shown without a stack. */
export class Problem extends Error {}

/**
 * Runs a program to its end.
 * @param {string[]} command program and arguments
 * @param {object} [options]
 * @param {string} [options.cwd] default: the project's folder
 * @param {NodeJS.ProcessEnv} [options.env] added to this process's environment
 * @param {(line: string) => void} [options.onLine] takes every line of both outputs; without it they go straight to the screen
 * @returns {Promise<number>} its exit code; 1 if a signal ended it
 */
export function run([program, ...args], { cwd = root, env = {}, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: onLine ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: program.endsWith('.cmd'),
    })
    if (onLine) for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine)
    const interrupt = () => child.kill('SIGINT')
    process.once('exit', interrupt)
    child.once('close', () => process.off('exit', interrupt))
    child.once('error', (error) => reject(new Problem(`${program} cannot be started: ${error.message}`)))
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** Runs a program quietly; throws a Problem with all that it printed if it fails. */
export async function runQuietly(command, options = {}) {
  const lines = []
  const code = await run(command, { ...options, onLine: (line) => lines.push(line) })
  if (code !== 0) throw new Problem(`${command.join(' ')} failed (exit code ${code}):\n${lines.join('\n')}`)
}

/** Shows what is being done, and how long it took; gives what `work` gives. */
export async function task(title, work) {
  const started = performance.now()
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`
  const live = process.stdout.isTTY
  process.stdout.write(`${title} …${live ? '' : '\n'}`)
  const ticking = live ? setInterval(() => process.stdout.write(`\r${title} … ${seconds()}`), 1000) : undefined
  try {
    const result = await work()
    console.log(`${live ? `\r${title} … ` : '  '}done in ${seconds()}`)
    return result
  } catch (error) {
    console.log(`${live ? `\r${title} … ` : '  '}failed after ${seconds()}`)
    throw error
  } finally {
    clearInterval(ticking)
  }
}

/** What Ctrl+C does: unless somebody waits for it, it ends this process, and with it (on `exit`) what it has started. */
let onSignal = () => process.exit(130)

/** Resolves when the user presses Ctrl+C, or the system asks this process to end. */
export const interruption = () => new Promise((resolve) => { onSignal = resolve })

/** Runs a script's main function; a Problem becomes its message, anything else its stack, and both exit code 1. */
export async function main(work) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => onSignal())
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    console.error(`\n${error instanceof Problem ? error.message : error.stack}`)
    process.exitCode = 1
  }
}
