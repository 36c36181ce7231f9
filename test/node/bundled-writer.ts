import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export type Writer = ChildProcessByStdio<null, Readable, null>

/** Processes that write to an `askwell.json`, bundled so that each starts within a moment. */
export class Writers {
  readonly #folder = mkdtempSync(join(tmpdir(), 'askwell-writer-'))
  readonly #script = join(this.#folder, 'writer.mjs')

  async build(): Promise<void> {
    await build({
      entryPoints: [fileURLToPath(new URL('add-entries.ts', import.meta.url))], outfile: this.#script, bundle: true, platform: 'node', format: 'esm',
      mainFields: ['module', 'main'], logLevel: 'error',
      banner: { js: "import { createRequire as askwellRequire } from 'node:module'; const require = askwellRequire(import.meta.url);" },
    })
  }

  /** Starts a process that adds `count` favors for `friend`, and prints the id of each that is written. */
  start = (file: string, friend: string, count: number): Writer =>
    spawn(process.execPath, [this.#script, file, friend, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })

  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
