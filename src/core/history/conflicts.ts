import type { Span } from '../text.ts'

/** How a comment begins that keeps the other side of a conflict (see merge.ts). */
export const CONFLICT_MARK = '// <<<<<<<'

/** A stretch that git left in two versions, with git's marks. */
interface Region {
  readonly at: Span
  /** The lines of each side, without the marks; `base` is empty where git did not write it. */
  readonly ours: Span
  readonly base: Span
  readonly theirs: Span
}

/** The stretches that git left in two versions; none where the marks make no sense. */
export function conflictRegions(text: string): Region[] {
  if (!text.includes('<<<<<<<')) return []
  const regions: Region[] = []
  const marks = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?\r?(?:\n|$)/gm
  let start: RegExpExecArray | undefined
  let base: RegExpExecArray | undefined
  let middle: RegExpExecArray | undefined
  for (const match of text.matchAll(marks)) {
    const end = match.index + match[0].length
    if (match[0].startsWith('<')) [start, base, middle] = [match, undefined, undefined]
    else if (start && match[0].startsWith('|')) base = match
    else if (start && match[0].startsWith('=')) middle ??= match
    else if (start && middle && match[0].startsWith('>')) {
      const ours = { start: start.index + start[0].length, end: base?.index ?? middle.index }
      regions.push({
        at: { start: start.index, end },
        ours,
        base: base ? { start: base.index + base[0].length, end: middle.index } : { start: ours.end, end: ours.end },
        theirs: { start: middle.index + middle[0].length, end: match.index },
      })
      start = undefined
    }
  }
  return regions
}

/** The text with one side of each conflict only. */
export function sideOfConflict(text: string, side: 'ours' | 'base' | 'theirs'): string {
  let result = ''
  let done = 0
  for (const region of conflictRegions(text)) {
    result += text.slice(done, region.at.start) + text.slice(region[side].start, region[side].end)
    done = region.at.end
  }
  return result + text.slice(done)
}

/** The text with both sides, each character where it was: marks, and what both sides have left behind, are blanks. */
export function withBothSides(text: string): string {
  let result = ''
  let done = 0
  const blank = (from: number, to: number): string => text.slice(from, to).replace(/[^\r\n]/g, ' ')
  for (const { at, ours, theirs } of conflictRegions(text)) {
    result += text.slice(done, at.start) + blank(at.start, ours.start) + text.slice(ours.start, ours.end) +
      blank(ours.end, theirs.start) + text.slice(theirs.start, theirs.end) + blank(theirs.end, at.end)
    done = at.end
  }
  return result + text.slice(done)
}

/** The comments that keep the other side of a conflict. */
export function conflictComments(text: string): Span[] {
  if (!text.includes(CONFLICT_MARK)) return []
  return [...text.matchAll(/^[ \t]*\/\/ <{7} .*$/gm)].map((match) => ({ start: match.index + match[0].indexOf('/'), end: match.index + match[0].trimEnd().length }))
}
