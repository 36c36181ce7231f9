import { Argument, Command, CommanderError, Option } from '@commander-js/extra-typings'
import { version } from '../../package.json'
import { ADDRESSES, ASK_TYPES, CHANNELS, LANGUAGES, SEVERITIES } from '../core/index.ts'
import { check, FORMATS } from './check.ts'
import { checkRecords } from './check-records.ts'
import { addHistoryCommands } from './history-commands.ts'
import { Failure, say, type ExitCode, type Io } from './io.ts'
import { mergeHistory } from './merge-history.ts'
import { newDraft } from './new.ts'
import { askwellJsonOption, day, localeOption, outputOption, words } from './options.ts'
import { explain, rulesJson, rulesPretty } from './rules.ts'

/** The command line: carries out the arguments (without those of Node) and gives the exit code. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = new Command('askwell')
    .description('Reads the message in which you ask a friend for professional help, and says where it would make the friendship awkward.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr, getOutHelpWidth: () => io.columns, getErrHelpWidth: () => io.columns, getOutHasColors: () => io.colors, getErrHasColors: () => io.colors })

  program.command('check')
    .description('lint drafts: files, folders (default: here), or - for standard input')
    .argument('[path...]')
    .addOption(new Option('--format <format>').choices(FORMATS).default('pretty' as const))
    .option('--today <day>', 'the day to count from, YYYY-MM-DD (default: today)', day)
    .addOption(askwellJsonOption())
    .option('--stdin-filename <name>', 'the name of the draft on standard input')
    .addOption(new Option('--fail-on <severity>', 'exit with 1 from this severity on').choices([...SEVERITIES, 'never'] as const).default('warning' as const))
    .option('--fix', 'mend what can be mended without asking', false)
    .addOption(localeOption())
    .addOption(new Option('--jsonl', 'read records of the corpus from standard input, and print the rules that fire on each').conflicts(['fix', 'stdinFilename', 'askwellJson']))
    .addHelpText('after', '\nExit code: 0 nothing found, 1 something at or above --fail-on, 2 could not do it.')
    .action(async (paths, { jsonl, ...options }, command) => {
      if (jsonl && paths.length > 0) command.error('error: --jsonl reads standard input and takes no paths')
      code = jsonl ? await checkRecords(options, io) : await check(paths, { ...options, today: options.today ?? io.today }, io)
    })

  program.command('lsp')
    .description('run the language server, for editors')
    .addOption(new Option('--stdio', 'speak over standard input and output').makeOptionMandatory())
    // Some clients say which process is theirs; the server's library reads it.
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .action(() => io.startServer())

  program.command('rules')
    .description('list the rules')
    .addOption(outputOption())
    .addOption(localeOption())
    .action(({ format, locale }) => { io.stdout(format === 'json' ? rulesJson(locale) : rulesPretty(locale, io)) })

  program.command('explain')
    .description('say what a rule finds, why it matters, and what helps')
    .argument('<rule>')
    .addOption(localeOption())
    .action((rule, { locale }) => { io.stdout(explain(rule, locale, io)) })

  program.command('new')
    .description('write a new draft that wants only its slots filled')
    .addArgument(new Argument('<ask>', 'what to ask for').choices(ASK_TYPES))
    .argument('[file]', 'the file to write, - for standard output (default: named after the friend and the ask)')
    .option('--friend <name>', 'whom to ask', words)
    .addOption(new Option('--lang <language>', 'language of the draft (default: the one of the friend, else en)').choices(LANGUAGES))
    .addOption(new Option('--channel <channel>').choices(CHANNELS).default('email' as const))
    .addOption(new Option('--address <form>', 'German: du or Sie (default: as the friend is addressed, else du)').choices(ADDRESSES))
    .addOption(askwellJsonOption())
    .action((ask, file, options) => newDraft({ ask, file, ...options }, io))

  program.command('merge-history')
    .description('merge driver of git for askwell.json: unites two histories entry by entry')
    .argument('<base>', 'the common ancestor (%O)')
    .argument('<ours>', 'our version (%A); the merged one is written there')
    .argument('<theirs>', 'the other version (%B)')
    .addHelpText('after', '\nExit code: 0 merged, 1 something was changed in two ways and is marked, 2 could not do it.\n\nTo install it:\n  git config merge.askwell.driver "askwell merge-history %O %A %B"\n  echo "askwell.json merge=askwell" >> .gitattributes')
    .action(async (base, ours, theirs) => { code = await mergeHistory({ base, ours, theirs }, io) })

  addHistoryCommands(program.command('history').description('the history in askwell.json: whom you asked for what, and when'), io)

  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof Failure) say(io, error.message)
    else io.stderr(`askwell: This is a fault of Askwell. ${error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
    return 2
  }
}
