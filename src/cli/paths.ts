import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { Files } from './io.ts'

/** A path as it is shown: from the current folder, with `/`. */
export const shownPath = (cwd: string, path: string): string => {
  const from = relative(cwd, path) || '.'
  return (isAbsolute(from) ? path : from).split(sep).join('/')
}

/** Whether `path` is the folder or lies in it. */
export const isInside = (folder: string, path: string): boolean => {
  const from = relative(folder, path)
  return from === '' || (from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from))
}

/** The folder, and those above it up to the one with `.git`; the folder alone if there is none. */
export async function upToRepository(folder: string, files: Pick<Files, 'kindOf'>): Promise<string[]> {
  const folders = [folder]
  for (let at = folder; ; at = dirname(at)) {
    if (at !== folder) folders.push(at)
    if (await files.kindOf(join(at, '.git')) !== undefined) return folders
    if (dirname(at) === at) return [folder]
  }
}

/** The folders above a file, the nearest first, up to but without `top`. */
export function foldersBelow(top: string, file: string): string[] {
  const folders: string[] = []
  for (let at = dirname(file); at !== top && isInside(top, at); at = dirname(at)) folders.push(at)
  return folders
}
