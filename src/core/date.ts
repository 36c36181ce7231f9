/** A calendar day, `YYYY-MM-DD`. The core never asks the clock: today is an argument. */
export type Day = string

const MS_PER_DAY = 86_400_000

/** Whether `text` is an existing calendar day in the form `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

/** Whole days from `from` to `to`; negative where `to` is the earlier one. */
export const daysBetween = (from: Day, to: Day): number =>
  numberOf(to) - numberOf(from)

/** Days since 1970, of days that were asked for: a long history has many entries, and few days. */
const numbers = new Map<Day, number>()
const KEPT = 10_000

function numberOf(day: Day): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY)
  if (numbers.size >= KEPT) numbers.clear()
  numbers.set(day, number)
  return number
}

/** The day that lies `days` after `day` (before it, if negative). */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10)
