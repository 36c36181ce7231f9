import { createScanner, type Node } from 'jsonc-parser'
import { insertAt, lineEnding, replace, type Edit, type Span } from '../text.ts'
import { propertyOf } from './json-document.ts'

/*
 * Edits of JSON with comments that leave everything else byte for byte as it is.
 * (`modify` of jsonc-parser loses the comments between entries and formats the neighbours anew.)
 */

/** The edits that set properties of an object, given as JSON: the values where it has them, else new properties behind the others. */
export function setProperties(text: string, object: Node, values: Readonly<Record<string, string>>): Edit[] {
  const edits: Edit[] = []
  const added: string[] = []
  for (const [key, value] of Object.entries(values)) {
    const present = propertyOf(object, key)
    if (!present) added.push(`${JSON.stringify(key)}: ${value}`)
    else if (text.slice(present.offset, endOf(present)) !== value) edits.push(replace({ start: present.offset, end: endOf(present) }, value))
  }
  return added.length === 0 ? edits : [...edits, ...addProperties(text, object, added)]
}

function addProperties(text: string, object: Node, properties: readonly string[]): Edit[] {
  const last = object.children?.at(-1)
  if (!last) return [insertAt(object.offset + 1, ` ${properties.join(', ')}${text[object.offset + 1] === '}' ? ' ' : ''}`)]
  const indent = indentOf(text, last.offset)
  const gap = indent === undefined ? ' ' : lineEnding(text) + indent
  const added = gap + properties.join(`,${gap}`)
  const comma = commaAfter(text, endOf(last))
  const behind = comma === undefined ? endOf(last) : comma + 1
  const place = indent === undefined ? behind : restOfLine(text, behind) ?? behind
  if (comma !== undefined) return [insertAt(place, `${added},`)]
  return place === behind ? [insertAt(place, `,${added}`)] : [insertAt(behind, ','), insertAt(place, added)]
}

/** The edits that put an entry at the beginning of a list, on a line of its own. */
export function prependItem(text: string, list: Node, item: string, indents: { readonly list: string; readonly item: string }): Edit[] {
  const eol = lineEnding(text)
  const start = list.offset + 1
  const place = restOfLine(text, start) ?? start
  const first = list.children?.[0]
  if (!first) {
    const inside = { start, end: endOf(list) - 1 }
    return isBlank(text, inside)
      ? [replace(inside, `${eol}${indents.item}${item}${eol}${indents.list}`)]
      : [insertAt(place, `${eol}${indents.item}${item}`)]
  }
  const indent = indentOf(text, first.offset)
  if (indent !== undefined) return [insertAt(place, `${eol}${indent}${item},`)]
  const gap = { start, end: first.offset }
  return [isBlank(text, gap)
    ? replace(gap, `${eol}${indents.item}${item},${eol}${indents.item}`)
    : insertAt(start, `${eol}${indents.item}${item},${eol}${indents.item}`)]
}

/**
 * The edits that put entries into a list, each on a line of its own.
 * @param items JSON, and before which item of the list it goes (the number of items: at the end); those for one place in their order
 */
export function insertItems(text: string, list: Node, items: readonly { readonly json: string; readonly before: number }[], indents: { readonly list: string; readonly item: string }): Edit[] {
  const present = list.children ?? []
  const places = new Map<number, string[]>()
  for (const { json, before } of items) {
    const group = places.get(before)
    if (group) group.push(json)
    else places.set(before, [json])
  }
  return [...places].flatMap(([before, group]) => {
    const neighbour = present[before - 1]
    const indent = (neighbour && indentOf(text, neighbour.offset)) ?? (present[0] && indentOf(text, present[0].offset)) ?? indents.item
    const lines = group.join(`,${lineEnding(text)}${indent}`)
    return neighbour ? insertBehind(text, neighbour, lines, indent) : prependItem(text, list, lines, indents)
  })
}

function insertBehind(text: string, neighbour: Node, lines: string, indent: string): Edit[] {
  const eol = lineEnding(text)
  const comma = commaAfter(text, endOf(neighbour))
  const behind = comma === undefined ? endOf(neighbour) : comma + 1
  const rest = restOfLine(text, behind)
  const place = rest ?? behind
  // What follows on the same line goes to the next one; a list that closes there stays where it is.
  const added = `${eol}${indent}${lines}`
  if (comma === undefined) return place === behind ? [insertAt(place, `,${added}`)] : [insertAt(behind, ','), insertAt(place, added)]
  return [insertAt(place, `${added},`)]
}

/** The edits that take entries out of a list: with the line, and the comment at its end, where an entry has its line for itself. */
export function removeItems(text: string, list: Node, remove: ReadonlySet<Node>): Edit[] {
  const items = list.children ?? []
  const edits = items.filter((item) => remove.has(item)).map((item) => replace(lineOf(text, { start: item.offset, end: (commaAfter(text, endOf(item)) ?? endOf(item) - 1) + 1 }), ''))
  const last = items.at(-1)
  const lastKept = items.findLast((item) => !remove.has(item))
  if (!last || !lastKept || last === lastKept || commaAfter(text, endOf(last)) !== undefined) return edits
  // What is now the last entry had none behind it that would want a comma.
  const comma = commaAfter(text, endOf(lastKept))
  return comma === undefined ? edits : [replace({ start: comma, end: comma + 1 }, ''), ...edits]
}

/** The indentation of the line, if what stands at `offset` is the first thing on it. */
export function indentOf(text: string, offset: number): string | undefined {
  return /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(Math.max(0, text.lastIndexOf('\n', offset - 1)), offset))?.[1]
}

const endOf = (node: Node): number => node.offset + node.length

const isBlank = (text: string, { start, end }: Span): boolean => text.slice(start, end).trim() === ''

/** Where the comma stands that follows at `offset`, comments aside. */
function commaAfter(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true)
  scanner.setPosition(offset)
  scanner.scan()
  return text[scanner.getTokenOffset()] === ',' ? scanner.getTokenOffset() : undefined
}

/** The end of the line (before its break), if nothing but white space and comments stands on it from `offset` on. */
function restOfLine(text: string, offset: number): number | undefined {
  const scanner = createScanner(text)
  scanner.setPosition(offset)
  for (;;) {
    scanner.scan()
    const at = scanner.getTokenOffset()
    const token = text.slice(at, scanner.getPosition())
    if (token === '' || /^[\r\n]/.test(token)) return at
    if (/^\/\*/.test(token) ? /[\r\n]/.test(token) : !/^(?:[ \t]|\/\/)/.test(token)) return undefined
  }
}

/** The whole line of a span with its break, where it has it for itself; else the span and the blanks behind it. */
function lineOf(text: string, { start, end }: Span): Span {
  const indent = indentOf(text, start)
  const lineEnd = restOfLine(text, end)
  if (indent === undefined || lineEnd === undefined) return { start, end: end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) }
  return { start: start - indent.length, end: lineEnd + (/^\r?\n?/.exec(text.slice(lineEnd))?.[0].length ?? 0) }
}
