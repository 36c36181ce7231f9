import { existsSync } from 'node:fs'
import type { Day } from '../core/index.ts'
import * as files from '../node/files.ts'
import { updateWorkspaceFile } from '../node/workspace-file.ts'
import type { Io } from './io.ts'

/** The world of this process. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process
  // A reader that has seen enough (`| head`) ends the program, and is no error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  const terminal = stdout.isTTY
  return {
    stdin,
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    cwd: process.cwd(),
    today: dayOf(new Date()),
    now: Date.now,
    colors: usesColors(env, terminal),
    terminal,
    columns: Math.max(40, Math.min(stdout.columns || 80, 120)),
    files: { ...files, updateWorkspaceFile },
    startServer,
  }
}

/** Loads the server only when it is wanted. The rules' pages lie beside the bundle, where they come with it. */
async function startServer(): Promise<void> {
  const { startStdio } = await import('../server/node-host.ts')
  const pages = new URL('../docs/rules', import.meta.url)
  startStdio(existsSync(pages) ? pages.href : undefined)
}

/** Whether to colour: `NO_COLOR` and `FORCE_COLOR` say so, else the terminal does. */
export const usesColors = (env: NodeJS.ProcessEnv, terminal: boolean): boolean => {
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false'
  return terminal && env['TERM'] !== 'dumb'
}

const dayOf = (date: Date): Day =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
