import { resolve } from 'node:path'
import { sayFault } from '../core/exchange/faults.ts'
import { readImports, type ImportFile, type Imports } from '../core/exchange/import.ts'
import { holdsMessages } from '../core/exchange/kinds.ts'
import type { AskStatus, Workspace } from '../core/index.ts'
import { Failure, reasonOf, type Io } from './io.ts'
import { shownPath } from './paths.ts'

interface Options {
  readonly workspace: Workspace
  readonly from: readonly string[]
  readonly status: AskStatus
}

/**
 * Reads files to import.
 * @throws Failure for a path that can't be read or is of no known kind
 */
export async function readPaths(paths: readonly string[], options: Options, io: Io): Promise<Imports> {
  const files = (await Promise.all(paths.map((path) => filesAt(path, io)))).flat()
  return readImports(files, {
    ...options,
    onFault: ({ name }, fault) => { throw new Failure(`${name} is not taken over. ${sayFault(fault, 'en')}`) },
  })
}

async function filesAt(given: string, io: Io): Promise<ImportFile[]> {
  // What `export` prints.
  if (given === '-') return [{ name: '<stdin>.json', chunks: () => io.stdin }]
  const path = resolve(io.cwd, given)
  const shown = shownPath(io.cwd, path)
  const kind = await reading(shown, () => io.files.kindOf(path))
  if (kind === undefined) throw new Failure(`${shown} does not exist.`)
  if (kind === 'file') return [fileAt(path, io)]
  return (await reading(shown, () => io.files.filesIn(path))).filter(holdsMessages).map((file) => fileAt(file, io))
}

function fileAt(path: string, io: Io): ImportFile {
  const name = shownPath(io.cwd, path)
  return {
    name,
    async* chunks() {
      try {
        yield* io.files.readChunks(path)
      } catch (error) {
        throw failureOf(name, error)
      }
    },
  }
}

/** @throws Failure in words for an error of the file system */
async function reading<T>(shown: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw failureOf(shown, error)
  }
}

const failureOf = (shown: string, error: unknown): Failure =>
  (error instanceof Failure ? error : new Failure(`${shown} can't be read: ${reasonOf(error)}.`))
