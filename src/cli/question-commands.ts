import { Option, type Command } from '@commander-js/extra-typings'
import { ASK_TYPES, nextSteps, sayReasons, sayRest, sayStanding, sayStep, standings, whoCouldIAsk } from '../core/index.ts'
import { History } from './history.ts'
import type { Io } from './io.ts'
import { askwellJsonOption, day, localeOption, outputOption, words } from './options.ts'
import { printable } from './printable.ts'

/** `askwell history friends | next | who`: questions to the history. */
export function addQuestionCommands(history: Command, io: Io): void {
  const print = (lines: readonly string[], none: string): void => { io.stdout(lines.length === 0 ? `${none}\n` : lines.map((line) => `${printable(line)}\n`).join('')) }
  const json = (value: object): void => { io.stdout(`${JSON.stringify({ version: 1, ...value })}\n`) }
  const today = (): Option<'--today <day>'> => new Option('--today <day>', 'the day to count from (default: today)').argParser(day)

  history.command('friends')
    .description('how things stand with each friend')
    .addOption(today()).addOption(localeOption()).addOption(askwellJsonOption()).addOption(outputOption())
    .action(async ({ askwellJson, format, locale, today: at = io.today }) => {
      const found = standings(await (await History.open(askwellJson, io)).read(), at)
      if (format === 'json') json({ friends: found })
      else print(found.map((standing) => sayStanding(standing, locale, at)), 'Nobody is known.')
    })

  history.command('next')
    .description('what is due: follow up, record an answer, thank, tell how it ended, give something back')
    .addOption(today()).addOption(localeOption()).addOption(askwellJsonOption()).addOption(outputOption())
    .action(async ({ askwellJson, format, locale, today: at = io.today }) => {
      const steps = nextSteps(await (await History.open(askwellJson, io)).read(), at)
      if (format === 'json') json({ steps })
      else print(steps.map((step) => sayStep(step, locale, at)), 'Nothing is due.')
    })

  history.command('who')
    .description('who could be asked: the friends who truthfully could help, and why')
    .option('--field <field>', 'who knows about this', words)
    .option('--company <company>', 'who works or worked there', words)
    .option('--about <text>', 'whose field or company is named here', words)
    .addOption(new Option('--ask <type>', 'for this kind of ask').choices(ASK_TYPES))
    .addOption(today()).addOption(localeOption()).addOption(askwellJsonOption()).addOption(outputOption())
    .action(async ({ askwellJson, format, locale, today: at = io.today, ...wanted }) => {
      const { free, resting } = whoCouldIAsk(await (await History.open(askwellJson, io)).read(), wanted, at)
      if (format === 'json') json({ free, resting })
      else {
        print([
          ...free.map((one) => `${one.name}: ${sayReasons(one, locale, at).join('; ')}`),
          ...resting.map((one) => `(${one.name} ${one.rest ? sayRest(one.rest, locale, at) : ''})`),
        ], 'Nobody fits.')
      }
    })
}
