import { basename, dirname, join } from 'node:path'
import { say, type Io } from './io.ts'
import { shownPath, upToRepository } from './paths.ts'

/** Whoever starts an `askwell.json` in a repository should know that it holds other people's names, and how to keep it out. */
export async function tellOfNewFile(path: string, io: Io): Promise<void> {
  const name = basename(path)
  const folders = await upToRepository(dirname(path), io.files)
  const top = folders.at(-1) ?? dirname(path)
  if (await io.files.kindOf(join(top, '.git')) === undefined) return
  for (const folder of folders) if (await isListed(join(folder, '.gitignore'), name, io)) return
  say(io, `${shownPath(io.cwd, path)} is new, and holds names of other people and what they did for you. Unless everybody who sees this repository may know, keep it out: add the line "${name}" to ${shownPath(io.cwd, join(dirname(path), '.gitignore'))}.`)
}

/** Whether an ignore file names the file by itself; patterns are git's business. */
async function isListed(ignoreFile: string, name: string, io: Io): Promise<boolean> {
  if (await io.files.kindOf(ignoreFile) !== 'file') return false
  const lines = new TextDecoder().decode(await io.files.readBytes(ignoreFile)).split(/\r?\n/)
  return lines.some((line) => line.trim().replace(/^\//, '') === name)
}
