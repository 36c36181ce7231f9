import { lint, type Day, type Language, type RuleId } from '../core/index.ts'
import { decode, Failure, say, type ExitCode, type Io } from './io.ts'
import { readRecord, recordSchema } from './record.ts'

export interface RecordOptions {
  readonly locale: Language
  /** The day of records that name none. */
  readonly today?: Day | undefined
}

/** `askwell check --jsonl`: reads records of the corpus from standard input, and prints the rules that fire on each. */
export async function checkRecords(options: RecordOptions, io: Io): Promise<ExitCode> {
  let code: ExitCode = 0
  let number = 0
  const fail = (why: string): void => {
    say(io, `Line ${number} of standard input: ${why}`)
    code = 2
  }
  for await (const line of lines(io.stdin)) {
    number++
    try {
      const text = decode(line, 'it')
      const onCrash = (rule: RuleId, error: unknown): void => { fail(`the rule ${rule} failed, which is a fault of Askwell: ${String(error)}`) }
      if (text.trim() !== '') io.stdout(`${JSON.stringify(answer(text, options, onCrash))}\n`)
    } catch (error) {
      fail(error instanceof Failure ? error.message : String(error))
    }
  }
  return code
}

function answer(line: string, { locale, today: otherwise }: RecordOptions, onCrash: (rule: RuleId, error: unknown) => void): { id: string; rules: string[] } {
  const parsed = recordSchema.safeParse(parse(line))
  if (!parsed.success) throw new Failure(parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.length === 0 ? 'it' : path.join('.')}: ${message}`).join(' '))
  const today = parsed.data.today ?? otherwise
  const { draft, workspace } = readRecord({ ...parsed.data, today })
  return { id: parsed.data.id, rules: lint(draft, { workspace, locale, onCrash, ...(today === undefined ? {} : { today }) }).map(({ rule }) => rule) }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new Failure(`it is not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

/** The lines of a stream of bytes. (`node:readline` breaks lines at U+2028 too, which JSON allows in a text.) */
async function* lines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = []
  for await (const chunk of stream) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)])
      parts = []
      start = end + 1
    }
    parts.push(chunk.subarray(start))
  }
  if (parts.some((part) => part.length > 0)) yield Buffer.concat(parts)
}
