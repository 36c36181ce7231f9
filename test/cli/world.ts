import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { ExitCode, Io } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'
import * as files from '../../src/node/files.ts'
import { updateWorkspaceFile } from '../../src/node/workspace-file.ts'

/** What a command did. */
export interface Ran {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

/** A folder of its own for a test, and commands run in it. */
export class World {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'askwell-')))

  constructor(contents: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(contents)) this.write(path, content)
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(path)), { recursive: true })
    writeFileSync(this.path(path), content)
  }

  read = (path: string): string => readFileSync(this.path(path), 'utf8')

  path = (path: string): string => join(this.folder, path)

  /** Runs a command. @param world what is to be other than usual; `stdin` is cut into small chunks */
  async run(argv: readonly string[], world: Partial<Omit<Io, 'stdin' | 'files'>> & { stdin?: string | Uint8Array; files?: Partial<Io['files']> } = {}): Promise<Ran> {
    let out = ''
    let err = ''
    const { stdin = '', files: otherFiles, ...rest } = world
    const code = await run(argv, {
      stdin: Readable.from(chunks(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin)),
      stdout: (text) => { out += text },
      stderr: (text) => { err += text },
      cwd: this.folder, today: '2026-11-23', now: () => Date.UTC(2026, 10, 23, 12), colors: false, terminal: false, columns: 80,
      files: { ...files, updateWorkspaceFile, ...otherFiles },
      startServer: () => Promise.reject(new Error('No test in this process starts the server.')),
      ...rest,
    })
    return { code, out, err }
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Runs a test in a folder of its own. */
export const inWorld = (contents: Readonly<Record<string, string | Uint8Array>>, test: (world: World) => Promise<void>) => async (): Promise<void> => {
  const world = new World(contents)
  try {
    await test(world)
  } finally {
    world.dispose()
  }
}

function* chunks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 65_521) yield bytes.subarray(start, start + 65_521)
}

/** A draft. Its only finding, whatever the rules, is that `ask` is wrong. */
export const draftWith = (ask: string, body = 'Hi.'): string => `---\nfriend: Maria\nask: ${ask}\n---\n\n${body}\n`
