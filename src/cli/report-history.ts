import pc from 'picocolors'
import stringWidth from 'string-width'
import type { AskEntry, FavorEntry } from '../core/index.ts'
import type { Forgotten } from './history.ts'
import { printable } from './printable.ts'

/** An ask, in the columns of a line. */
export const askLine = ({ date, friend, ask, status, followedUp, answered, thanked, reported, outcome, id }: AskEntry): string[] => [
  date, friend, ask, status,
  [followedUp && `followed up ${followedUp}`, answered && `answered ${answered}`, thanked && `thanked ${thanked}`, reported && `reported ${reported}`, outcome && `“${outcome}”`].filter(Boolean).join(', '),
  id,
]

/** A favor, in the columns of a line. */
export const favorLine = ({ date, friend, what, id }: FavorEntry): string[] => [date, friend, 'favor', '', what, id]

/** Entries for people, newest first, one a line. */
export function listHistory({ asks, favors }: { asks: readonly AskEntry[]; favors: readonly FavorEntry[] }, colored: boolean): string {
  const rows = [...asks.map(askLine), ...favors.map(favorLine)].sort(([a = ''], [b = '']) => b.localeCompare(a))
  return rows.length === 0 ? 'Nothing is noted.\n' : table(rows, colored)
}

/** What was done, and to which entry (its columns). */
export const tellEntry = (done: string, columns: readonly string[], colored: boolean): string => `${done}: ${table([columns], colored)}`

/** What was forgotten. */
export const tellForgotten = ({ friends, asks, favors }: Forgotten, colored: boolean): string =>
  `Forgotten: ${[`friends: ${friends.length}`, `asks: ${asks.length}`, `favors: ${favors.length}`].join(', ')}.\n${asks.length + favors.length === 0 ? '' : listHistory({ asks, favors }, colored)}`

/** What was done, and which drafts are left to the person. @param why what is the matter with them */
export const tellDrafts = (done: string, drafts: readonly string[], why: string): string =>
  `${done}${drafts.length === 0 ? '' : `Drafts that ${why}:\n${drafts.map((path) => `  ${printable(path)}\n`).join('')}`}`

/** Rows in columns; the last column, the id, is dim. */
export function table(rows: readonly (readonly string[])[], colored: boolean): string {
  const { dim } = pc.createColors(colored)
  const shown = rows.map((row) => row.map(printable))
  const widths = (shown[0] ?? []).map((_, column) => Math.max(...shown.map((row) => stringWidth(row[column] ?? ''))))
  return shown.map((row) => `${row.map((cell, column) => {
    const padded = cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell))
    return column === row.length - 1 ? dim(cell) : padded
  }).filter((_, column) => widths[column] !== 0).join('  ').trimEnd()}\n`).join('')
}
