import { addDays, newAsk, newId } from '../src/core/index.ts'

export const today = '2026-11-23'
const START = Date.UTC(2026, 0, 1)

/** The text of an `askwell.json`, one entry a line, newest first. @param comments whether it has some, so that it is no plain JSON */
export function history(asks: number, friends: number, comments: boolean): string {
  const line = (entry: object): string => `    ${JSON.stringify(entry)}`
  const people = Array.from({ length: friends }, (_, index) => ({ name: `Friend Number ${index}`, aliases: [`Mate ${index}`], fields: [`field ${index % 97}`], companies: [`Company ${index % 211}`], workedTogether: index % 3 === 0 }))
  const entries = Array.from({ length: asks }, (_, index) => newAsk({
    id: newId(START + (asks - index) * 1_000), friend: `Friend Number ${index % friends}`, ask: index % 2 === 0 ? 'advice' : 'introduction',
    date: addDays('2026-11-22', -Math.floor((index * 700) / asks)), draft: `asks/number-${index}.ask.md`, status: index % 5 === 0 ? 'open' : 'granted',
  }))
  return `{\n  "version": 1,${comments ? ' // mine' : ''}\n  "friends": [\n${people.map(line).join(',\n')}${comments ? ',' : ''}\n  ],\n${comments ? '  // newest first\n' : ''}  "asks": [\n${entries.map(line).join(',\n')}\n  ]\n}\n`
}
