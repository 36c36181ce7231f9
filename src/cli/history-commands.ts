import { Option, type Command } from '@commander-js/extra-typings'
import { ASK_STATUSES, ASK_TYPES, historyReport, type AskEntry, type AskType, type FavorEntry } from '../core/index.ts'
import { Failure, type Io } from './io.ts'
import { History, type Which } from './history.ts'
import { askwellJsonOption, day, dayOrNone, localeOption, outputOption, words, year } from './options.ts'
import { addExchangeCommands } from './exchange-commands.ts'
import { addQuestionCommands } from './question-commands.ts'
import { askLine, favorLine, listHistory, tellDrafts, tellEntry, tellForgotten } from './report-history.ts'

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

  history.command('follow-up')
    .description('note that you reminded the friend of an open ask, which is done once')
    .argument('[id]', 'id of the ask')
    .option('--friend <name>', 'instead of an id: the newest open ask to this friend', words)
    .addOption(askOption())
    .option('--date <day>', 'when (default: today)', day)
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async (id, { askwellJson, format, friend, ask, date }) => {
      printAsk({ format }, 'Followed up', await (await History.open(askwellJson, io)).followUp(which(id, { friend, ask }), date ?? io.today))
    })

  history.command('withdraw')
    .description('note that you took an ask back')
    .argument('[id]', 'id of the ask')
    .option('--friend <name>', 'instead of an id: the newest open ask to this friend', words)
    .addOption(askOption())
    .option('--outcome <text>', 'why')
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async (id, { askwellJson, format, friend, ask, outcome }) => {
      printAsk({ format }, 'Withdrawn', await (await History.open(askwellJson, io)).answer(which(id, { friend, ask }), { status: 'withdrawn', date: io.today, outcome }))
    })

  history.command('edit')
    .description('change what an entry says')
    .argument('<id>', 'id of an ask or a favor')
    .option('--friend <name>', 'whom it was', words)
    .addOption(askOption())
    .option('--date <day>', 'when', day)
    .option('--draft <path>', 'the draft')
    .addOption(new Option('--status <status>').choices(ASK_STATUSES))
    .option('--followed-up <day>', 'when you reminded the friend; none: never', dayOrNone)
    .option('--answered <day>', 'when the friend answered; none: not yet', dayOrNone)
    .option('--thanked <day>', 'when you thanked; none: not yet', dayOrNone)
    .option('--reported <day>', 'when you told how it ended; none: not yet', dayOrNone)
    .option('--outcome <text>', 'how it ended')
    .option('--what <text>', 'what you did (of a favor)', words)
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async (id, { askwellJson, format, ...values }) => {
      const entry = await (await History.open(askwellJson, io)).edit(id, {
        ...values, followedUp: orNull(values.followedUp), answered: orNull(values.answered), thanked: orNull(values.thanked), reported: orNull(values.reported),
      })
      if ('what' in entry) printFavor({ format }, 'Changed', entry as FavorEntry)
      else printAsk({ format }, 'Changed', entry)
    })

  history.command('rename')
    .description('give a friend another name in all entries')
    .requiredOption('--friend <name>', 'the friend', words)
    .requiredOption('--to <name>', 'the new name', words)
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async ({ askwellJson, format, friend, to }) => {
      const renamed = await (await History.open(askwellJson, io)).rename(friend, to)
      print({ format }, renamed, () => tellDrafts(`Renamed: ${to}.\n`, renamed.drafts, 'still have the old name'))
    })

  history.command('report')
    .description('print the year as a Markdown document; with an id or a friend: note that you told them how it ended')
    .argument('[id]', 'id of the ask')
    .option('--friend <name>', 'instead of an id: the newest granted ask to this friend without a report', words)
    .addOption(askOption())
    .option('--date <day>', 'when (default: today)', day)
    .option('--outcome <text>', 'how it ended')
    .option('--year <year>', 'of the document (default: this year)', year)
    .addOption(localeOption())
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .addHelpText('after', '\nWithout an id and without --friend, nothing is noted, and the document is printed:\n  askwell history report > 2026.md')
    .action(async (id, { askwellJson, format, friend, ask, date, outcome, year: of = io.today.slice(0, 4), locale }) => {
      if (id === undefined && friend === undefined) {
        if (ask !== undefined || date !== undefined || outcome !== undefined) which(id, { friend, ask })
        const workspace = await (await History.open(askwellJson, io)).read()
        const ofYear = (entry: { date: string }): boolean => entry.date.startsWith(`${of}-`)
        print({ format }, { version: 1, year: of, asks: workspace.asks.filter(ofYear), favors: workspace.favors.filter(ofYear) }, () => historyReport(workspace, of, locale))
        return
      }
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
    .description('take out an entry, or everything about a friend; `import` puts back what --format json has printed')
    .argument('[id]', 'id of an ask or a favor')
    .option('--friend <name>', 'instead of an id: everything about this friend', words)
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async (id, { askwellJson, format, friend }) => {
      const forgotten = await (await History.open(askwellJson, io)).forget(which(id, { friend }))
      print({ format }, id === undefined ? forgotten : [...forgotten.asks, ...forgotten.favors][0], () => tellDrafts(tellForgotten(forgotten, io.colors), forgotten.drafts ?? [], 'still mention them, and were left as they are'))
    })

  history.command('keep-both')
    .description('unite the two versions that git has left in conflicts')
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async ({ askwellJson, format }) => {
      const conflicts = await (await History.open(askwellJson, io)).keepBoth()
      print({ format }, { version: 1, conflicts }, () => `Kept both sides of ${conflicts === 1 ? 'one conflict' : `${conflicts} conflicts`}.\n`)
    })

  addQuestionCommands(history, io)
  addExchangeCommands(history, io)
}

const orNull = (text: string | undefined): string | null | undefined => (text === 'none' ? null : text)

/** @throws Failure unless it is said by an id or by a friend which entry is meant */
function which(id: string | undefined, { friend, ask }: { friend?: string | undefined; ask?: AskType | undefined }): Which {
  if (id !== undefined && friend !== undefined) throw new Failure('Give an ID or --friend NAME, not both.')
  if (id !== undefined) return { id }
  if (friend !== undefined) return { friend, ask }
  throw new Failure('Say which: an ID (see: askwell history list), or --friend NAME.')
}
