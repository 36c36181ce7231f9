import { join } from 'node:path'
import { root } from './run.mjs'

export const samples = join(root, 'samples')

/** The draft that is shown first, as samples/README.md does too. */
export const firstDraft = 'asks/maria-drinks.ask.md'
