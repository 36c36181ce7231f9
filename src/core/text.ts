/** A stretch of the draft as typed: UTF-16 offsets, `end` excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One replacement, always against the unedited text. An empty span inserts. */
export interface Edit {
  readonly at: Span
  readonly text: string
}

/** An insertion of `text` at `offset`. */
export const insertAt = (offset: number, text: string): Edit => ({ at: { start: offset, end: offset }, text })

/** The replacement of `at` by `text`. */
export const replace = (at: Span, text: string): Edit => ({ at, text })

/**
 * Carries out edits that were all made against `text`.
 * @throws RangeError if two edits overlap or one lies outside of the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
  let result = ''
  let done = 0
  for (const { at, text: inserted } of ordered) {
    if (at.start < done || at.end < at.start || at.end > text.length) {
      throw new RangeError(`Edit ${at.start}–${at.end} overlaps another one or leaves the text.`)
    }
    result += text.slice(done, at.start) + inserted
    done = at.end
  }
  return result + text.slice(done)
}

/** One edit that makes one text of another, and leaves what is the same at either end. */
export function smallestEdit(before: string, after: string): Edit {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let behind = 0
  while (behind < before.length - start && behind < after.length - start && before[before.length - 1 - behind] === after[after.length - 1 - behind]) behind++
  return replace({ start, end: before.length - behind }, after.slice(start, after.length - behind))
}

/** Whether two spans share a character (or are the same empty place). */
export const overlaps = (a: Span, b: Span): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end)

/** The line ending that the text uses first; `\n` where it has none. */
export const lineEnding = (text: string): string => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n')
