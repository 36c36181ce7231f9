import type { Position } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'

/** Where a cursor stands in the front matter of a draft. `from` is where the word begins that is being typed. */
export type FrontMatterCursor =
  | { readonly at: 'key'; readonly from: number; readonly present: readonly string[] }
  | { readonly at: 'value'; readonly from: number; readonly key: string; readonly gap: boolean }

const KEY = /^(["']?)([\w-]+)\1[ \t]*:/

/**
 * Finds out what is being typed; undefined outside of the front matter. Works on lines, not on YAML: what is being
 * typed is seldom valid, and the closing fence may still be missing.
 */
export function frontMatterCursor(document: TextDocument, position: Position): FrontMatterCursor | undefined {
  const before = document.getText({ start: { line: 0, character: 0 }, end: position }).replace(/^\uFEFF/, '').split(/\r?\n/)
  if (before.length < 2 || before[0]?.trimEnd() !== '---') return undefined
  if (before.slice(1, -1).some((line) => line.trimEnd() === '---')) return undefined
  const line = before.at(-1) ?? ''
  const offset = document.offsetAt(position)
  const key = KEY.exec(line)
  if (key?.[2] !== undefined) {
    const value = line.slice(key[0].length)
    const word = /[^,[\]]*$/.exec(value)?.[0] ?? ''
    return { at: 'value', key: key[2], from: offset - word.trimStart().length, gap: value !== '' }
  }
  const item = /^\s*-\s+(.*)$/.exec(line)
  if (item) {
    const owner = before.slice(1, -1).findLast((other) => KEY.test(other))
    return owner === undefined ? undefined : { at: 'value', key: KEY.exec(owner)?.[2] ?? '', from: offset - (item[1] ?? '').length, gap: true }
  }
  if (!/^[\w-]*$/.test(line)) return undefined
  return { at: 'key', from: offset - line.length, present: keysOf(document) }
}

/** The keys of the front matter, as far as it can be made out. */
function keysOf(document: TextDocument): string[] {
  const lines = document.getText().split(/\r?\n/)
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  return lines.slice(1, end < 0 ? undefined : end).flatMap((line) => KEY.exec(line)?.[2] ?? [])
}
