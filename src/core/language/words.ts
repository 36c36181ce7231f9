import type { Draft } from '../draft/draft.ts'
import type { Friend } from '../history/schema.ts'
import type { Workspace } from '../history/workspace.ts'
import type { Reading } from './reading.ts'

/** The words that fixes put into a draft, in its language and register. */
export interface Words {
  /** Ways out, each with the words to say no. At least three. */
  readonly waysOut: readonly string[]
}

export function wordsFor(_draft: Draft, _reading: Reading, _friend: Friend | undefined, _workspace: Workspace): Words {
  return { waysOut: ['If this is not for you, just write "not this time", and all is well between us.', 'b', 'c'] }
}
