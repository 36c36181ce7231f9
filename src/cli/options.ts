import { InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { isDay, LANGUAGES, type Day } from '../core/index.ts'

/** A date on the command line. @throws InvalidArgumentError */
export function day(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('It takes an existing date of the form YYYY-MM-DD.')
  return text
}

/** A date on the command line, or `none`. (Of `null`, the library for options makes an empty text.) @throws InvalidArgumentError */
export const dayOrNone = (text: string): string => (text === 'none' ? text : day(text))

/** A year on the command line. @throws InvalidArgumentError */
export function year(text: string): string {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('It takes a year of four digits.')
  return text
}

/** A line of text on the command line that may not be empty. @throws InvalidArgumentError */
export function words(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '') throw new InvalidArgumentError('It may not be empty.')
  return line
}

export const localeOption = (): Option<'--locale <language>', undefined, 'en', undefined, false, 'en' | 'de'> =>
  new Option('--locale <language>', 'language of the messages').choices(LANGUAGES).default('en')

export const askwellJsonOption = (): Option<'--askwell-json <file>'> =>
  new Option('--askwell-json <file>', 'the askwell.json to use; else the nearest one is')

export const outputOption = (): Option<'--format <format>', undefined, 'pretty', undefined, false, 'pretty' | 'json'> =>
  new Option('--format <format>', 'for people or for programs').choices(['pretty', 'json'] as const).default('pretty')
