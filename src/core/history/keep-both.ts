import { smallestEdit, type Edit } from '../text.ts'
import { conflictRegions, sideOfConflict } from './conflicts.ts'
import { mergeWorkspaces } from './merge.ts'

/**
 * The edits that keep both sides of the conflicts that git has left in an `askwell.json`: every entry of either, once, in
 * its later state. What both sides changed in two ways keeps ours, and theirs in a comment that is marked.
 * @returns undefined where there is no conflict, or a side of it is no `askwell.json`
 */
export function keepBoth(text: string): Edit[] | undefined {
  const regions = conflictRegions(text)
  if (regions.length === 0) return undefined
  const merge = mergeWorkspaces(sideOfConflict(text, 'base'), sideOfConflict(text, 'ours'), sideOfConflict(text, 'theirs'))
  return merge && [smallestEdit(text, merge.text)]
}
