import { Argument, Option, type Command } from '@commander-js/extra-typings'
import { sayFault } from '../core/exchange/faults.ts'
import { toCsv } from '../core/exchange/table.ts'
import { ASK_STATUSES, countOf } from '../core/index.ts'
import { History } from './history.ts'
import { readPaths } from './import.ts'
import { say, type Io } from './io.ts'
import { askwellJsonOption, outputOption, words } from './options.ts'
import { printable } from './printable.ts'
import { askLine, favorLine, table } from './report-history.ts'

const collect = (value: string, before: readonly string[]): string[] => [...before, words(value)]

/** `askwell history import | export`. */
export function addExchangeCommands(history: Command, io: Io): void {
  history.command('import')
    .description('take over friends (.csv, .vcf), earlier asks (.mbox, .eml, a folder of .eml), or what export has written (.csv, .json)')
    .addArgument(new Argument('<path...>', 'files or folders; - for JSON on standard input'))
    .option('--from <address>', 'your own address, of which messages are read (may be given more than once)', collect, [])
    .addOption(new Option('--status <status>', 'of asks that are found in messages').choices(ASK_STATUSES).default('open' as const))
    .addOption(new Option('--dry-run', 'only show what would be taken over (the default)').conflicts('yes'))
    .option('--yes', 'write it', false)
    .addOption(askwellJsonOption())
    .addOption(outputOption())
    .action(async (paths, { askwellJson, format, from, status, yes }) => {
      const opened = await History.open(askwellJson, io)
      const workspace = await opened.read()
      const read = await readPaths(paths, { workspace, from, status }, io)
      for (const { file, fault } of read.faults) say(io, `${file}: ${sayFault(fault, 'en')}`)
      const { added } = read
      const written = yes && countOf(added) > 0 ? await opened.addAll(added) : 0
      if (format === 'json') {
        io.stdout(`${JSON.stringify({ version: 1, written: written > 0, messages: read.messages, ...added })}\n`)
        return
      }
      const rows = [
        ...added.friends.map(({ name, companies, fields, email }) => ['', name, 'friend', '', [...(companies ?? []), ...(fields ?? []), ...(email === undefined ? [] : [email])].join(', '), '']),
        ...added.asks.map((ask) => { const line = askLine(ask); const sentence = read.sentences.get(ask.id); return sentence === undefined ? line : [...line.slice(0, 4), `“${sentence}”`, ''] }),
        ...added.favors.map(favorLine),
      ]
      io.stdout(rows.length === 0 ? '' : table(rows.map((row) => row.map((cell) => short(printable(cell)))), io.colors))
      const counts = `friends: ${added.friends.length}, asks: ${added.asks.length}, favors: ${added.favors.length}${read.messages === 0 ? '' : ` (of ${read.messages} messages)`}`
      io.stdout(written > 0 ? `Taken over: ${counts}.\n` : countOf(added) === 0 ? 'There is nothing new in it.\n' : `Would be taken over: ${counts}. Nothing was written; --yes writes it.\n`)
    })

  history.command('export')
    .description('print everything, for other programs')
    .addOption(new Option('--format <format>').choices(['csv', 'json'] as const).default('json' as const))
    .addOption(askwellJsonOption())
    .action(async ({ askwellJson, format }) => {
      const { friends, asks, favors } = await (await History.open(askwellJson, io)).read()
      io.stdout(format === 'csv' ? toCsv({ friends, asks, favors }) : `${JSON.stringify({ version: 1, friends, asks, favors }, undefined, 2)}\n`)
    })
}

const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text)
