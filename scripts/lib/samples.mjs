import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Problem, root } from './run.mjs'

export const samples = join(root, 'samples')

/** The name of the draft that is shown first. */
export function firstDraft() {
  const [name] = readdirSync(samples).filter((file) => file.endsWith('.ask.md')).sort()
  if (!name) throw new Problem(`There is no draft in ${samples}.`)
  return name
}
