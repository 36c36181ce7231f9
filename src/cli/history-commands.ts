import { Option, type Command } from '@commander-js/extra-typings'
import { ASK_STATUSES, ASK_TYPES, type AskEntry, type AskType, type FavorEntry } from '../core/index.ts'
import { Failure, type Io } from './io.ts'
import { History, type Which } from './history.ts'
import { askwellJsonOption, day, outputOption, words } from './options.ts'
import { askLine, favorLine, listHistory, tellEntry, tellForgotten } from './report-history.ts'

/** `askwell history …` */
export function addHistoryCommands(history: Command, io: Io): void {
  interface Output { readonly format: 'pretty' | 'json' }
  const print = ({ format }: Output, entry: unknown, pretty: () => string): void => { io.stdout(format === 'json' ? `${JSON.stringify(entry)}\n` : pretty()) }
  const printAsk = (output: Output, done: string, entry: AskEntry): void => { print(output, entry, () => tellEntry(done, askLine(entry), io.colors)) }
  const printFavor = (output: Output, done: string, entry: FavorEntry): void => { print(output, entry, () => tellEntry(done, favorLine(entry), io.colors)) }

  const askOption = (): Option<'--ask <type>', undefined, undefined, undefined, false, AskType> => new Option('--ask <type>', 'what was asked for').choices(ASK_TYPES)

  history.command('add')
    .description('note an ask')
    .requiredOption('--friend <name>', 'whom you asked', words)
    .addOption(askOption().makeOptionMandatory())
    .option('--date <day>', 'when (default: today)', day)
    .option('--draft <path>', 'the draft')
    .addOption(new Option('--status <status>').choices(ASK_STATUSES))
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async ({ askwellJson, format, date, ...values }) => {
      printAsk({ format }, 'Noted', await (await History.open(askwellJson, io)).add({ ...values, date: date ?? io.today }))
    })

  history.command('answer')
    .description('note how the friend answered')
    .argument('[id]', 'id of the ask')
    .option('--friend <name>', 'instead of an id: the newest open ask to this friend', words)
    .addOption(askOption())
    .addOption(new Option('--status <status>').choices(['granted', 'declined', 'withdrawn'] as const).makeOptionMandatory())
    .option('--date <day>', 'when (default: today)', day)
    .option('--outcome <text>', 'how it ended')
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async (id, { askwellJson, format, friend, ask, date, ...values }) => {
      printAsk({ format }, 'Answered', await (await History.open(askwellJson, io)).answer(which(id, { friend, ask }), { ...values, date: date ?? io.today }))
    })

  history.command('thank')
    .description('note that you thanked the friend')
    .argument('[id]', 'id of the ask')
    .option('--friend <name>', 'instead of an id: the newest granted ask to this friend without thanks', words)
    .addOption(askOption())
    .option('--date <day>', 'when (default: today)', day)
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async (id, { askwellJson, format, friend, ask, date }) => {
      printAsk({ format }, 'Thanked', await (await History.open(askwellJson, io)).thank(which(id, { friend, ask }), date ?? io.today))
    })

  history.command('report')
    .description('note that you told the friend how it ended')
    .argument('[id]', 'id of the ask')
    .option('--friend <name>', 'instead of an id: the newest granted ask to this friend without a report', words)
    .addOption(askOption())
    .option('--date <day>', 'when (default: today)', day)
    .option('--outcome <text>', 'how it ended')
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async (id, { askwellJson, format, friend, ask, date, outcome }) => {
      printAsk({ format }, 'Reported', await (await History.open(askwellJson, io)).report(which(id, { friend, ask }), { date: date ?? io.today, outcome }))
    })

  history.command('favor')
    .description('note what you did for a friend')
    .requiredOption('--friend <name>', 'for whom', words)
    .requiredOption('--what <text>', 'what you did', words)
    .option('--date <day>', 'when (default: today)', day)
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async ({ askwellJson, format, date, ...values }) => {
      printFavor({ format }, 'Noted', await (await History.open(askwellJson, io)).favor({ ...values, date: date ?? io.today }))
    })

  history.command('list')
    .description('show what you asked and what you did, newest first')
    .option('--friend <name>', 'of this friend only', words)
    .addOption(new Option('--status <status>', 'asks with this status only').choices(ASK_STATUSES))
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async ({ askwellJson, format, ...filter }) => {
      const listed = await (await History.open(askwellJson, io)).list(filter)
      print({ format }, { version: 1, ...listed }, () => listHistory(listed, io.colors))
    })

  history.command('forget')
    .description('take out an entry, or everything about a friend')
    .argument('[id]', 'id of an ask or a favor')
    .option('--friend <name>', 'instead of an id: everything about this friend', words)
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async (id, { askwellJson, format, friend }) => {
      const forgotten = await (await History.open(askwellJson, io)).forget(which(id, { friend }))
      print({ format }, id === undefined ? forgotten : [...forgotten.asks, ...forgotten.favors][0], () => tellForgotten(forgotten, io.colors))
    })
}

/** @throws Failure unless it is said by an id or by a friend which entry is meant */
function which(id: string | undefined, { friend, ask }: { friend?: string | undefined; ask?: AskType | undefined }): Which {
  if (id !== undefined && friend !== undefined) throw new Failure('Give an ID or --friend NAME, not both.')
  if (id !== undefined) return { id }
  if (friend !== undefined) return { friend, ask }
  throw new Failure('Say which: an ID (see: askwell history list), or --friend NAME.')
}
