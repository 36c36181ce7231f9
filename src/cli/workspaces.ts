import { dirname, join } from 'node:path'
import { readWorkspace, type Workspace } from '../core/index.ts'
import { decode, Failure, reasonOf, type Io } from './io.ts'
import { foldersBelow, isInside, shownPath, upToRepository } from './paths.ts'

/** The name of the workspace file. */
export const WORKSPACE_FILE = 'askwell.json'

/** An `askwell.json` that was read. */
export interface LoadedWorkspace {
  /** As it is shown. */
  readonly path: string
  readonly workspace: Workspace
}

/** Finds and reads the `askwell.json` of each draft; each file once. */
export class Workspaces {
  readonly #io: Io
  readonly #given: string | undefined
  readonly #loaded = new Map<string, Promise<LoadedWorkspace>>()
  readonly #repositories = new Map<string, Promise<string[]>>()

  /** @param given the file to use for every draft, absolute */
  constructor(io: Io, given: string | undefined) {
    this.#io = io
    this.#given = given
  }

  /**
   * The `askwell.json` of a draft: the one that was given; else that of the folder that was searched, of the current
   * folder, or of a folder in which the draft lies, up to the repository.
   * @param draft absolute path
   * @param searched the folder in which the draft was found, absolute; none if the draft was named
   * @throws Failure if there is one that cannot be read
   */
  async of(draft: string, searched: string | undefined): Promise<LoadedWorkspace | undefined> {
    if (this.#given !== undefined) return this.#load(this.#given)
    const { cwd } = this.#io
    const folders = isInside(cwd, draft)
      ? [cwd, ...foldersBelow(cwd, draft), ...await this.#upToRepository(cwd)]
      : [...await this.#upToRepository(dirname(draft)), cwd]
    for (const folder of searched === undefined ? folders : [searched, ...folders]) {
      const path = join(folder, WORKSPACE_FILE)
      if (this.#loaded.has(path) || await this.#io.files.kindOf(path) === 'file') return this.#load(path)
    }
    return undefined
  }

  #upToRepository(folder: string): Promise<string[]> {
    const folders = this.#repositories.get(folder) ?? upToRepository(folder, this.#io.files)
    this.#repositories.set(folder, folders)
    return folders
  }

  #load(path: string): Promise<LoadedWorkspace> {
    const loaded = this.#loaded.get(path) ?? readWorkspaceFile(path, this.#io)
    this.#loaded.set(path, loaded)
    return loaded
  }
}

/**
 * Reads an `askwell.json`.
 * @throws Failure if it is not there or is no text
 */
export async function readWorkspaceFile(path: string, io: Io): Promise<LoadedWorkspace> {
  const shown = shownPath(io.cwd, path)
  let bytes: Uint8Array
  try {
    bytes = await io.files.readBytes(path)
  } catch (error) {
    throw new Failure(`${shown} can't be read: ${reasonOf(error)}.`)
  }
  return { path: shown, workspace: readWorkspace(decode(bytes, shown)) }
}
