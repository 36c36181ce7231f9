/** The body of a snippet, parsed: text, and tab stops with what stands in them before the user types. */
type Part = string | TabStop

interface TabStop {
  readonly number: number
  /** What stands there; undefined for a mirror of another tab stop of this number. */
  readonly content: readonly Part[] | undefined
  /** For a choice: the options, of which `content` is the first. */
  readonly choices: readonly string[]
}

/**
 * Parses the snippet syntax of VS Code, as far as our snippets go: `$1`, `${1}`, `${1:nested ${2:text}}`, `${1|a,b|}`,
 * `$0`, and the escapes `\$`, `\}`, `\\` (in choices `\,` and `\|`).
 * @throws SyntaxError for anything else (variables, transforms), for a placeholder that is not closed, for a tab stop
 * that is defined twice or never, and for a gap in the numbers.
 */
export function parseSnippet(body: string): readonly Part[] {
  let at = 0
  const fail = (what: string): never => {
    throw new SyntaxError(`${what} at ${at}: …${body.slice(Math.max(0, at - 20), at + 20)}…`)
  }
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(body) ?? undefined
    if (found) at += found[0].length
    return found
  }
  const parts = (nested: boolean): Part[] => {
    const found: Part[] = []
    while (at < body.length) {
      const text = match(nested ? /(?:[^$}\\]|\\[$}\\]|\\(?![$}\\]))+/y : /(?:[^$\\]|\\[$}\\]|\\(?![$}\\]))+/y)
      if (text) found.push(text[0].replace(/\\([$}\\])/g, '$1'))
      else if (nested && match(/\}/y)) return found
      else found.push(tabStop())
    }
    return nested ? fail('A placeholder is not closed') : found
  }
  const tabStop = (): TabStop => {
    const mirror = match(/\$(\d+)|\$\{(\d+)\}/y)
    if (mirror) return { number: Number(mirror[1] ?? mirror[2]), content: undefined, choices: [] }
    const choice = match(/\$\{(\d+)\|((?:[^|\\]|\\.)+)\|\}/y)
    if (choice) {
      const choices = (choice[2] ?? '').split(/(?<!\\),/).map((option) => option.replace(/\\([,|\\])/g, '$1'))
      return { number: Number(choice[1]), content: choices.slice(0, 1), choices }
    }
    const open = match(/\$\{(\d+):/y)
    return open ? { number: Number(open[1]), content: parts(true), choices: [] } : fail('A $ begins neither a tab stop nor a placeholder')
  }
  const parsed = parts(false)
  checkNumbers(parsed)
  return parsed
}

function checkNumbers(parsed: readonly Part[]): void {
  const stops = tabStopsOf(parsed)
  const defined = stops.filter(({ content }) => content !== undefined).map(({ number }) => number)
  const numbers = [...new Set(stops.map(({ number }) => number))].filter((number) => number > 0).sort((a, b) => a - b)
  for (const [index, number] of numbers.entries()) {
    if (number !== index + 1) throw new SyntaxError(`Tab stop ${index + 1} is missing.`)
    if (defined.filter((other) => other === number).length !== 1) throw new SyntaxError(`Tab stop ${number} is to be defined once.`)
  }
}

const tabStopsOf = (parts: readonly Part[]): TabStop[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [] : [part, ...tabStopsOf(part.content ?? [])]))

/** The text as it is inserted; `choose` says what stands where there is a choice (the first option by default). */
export function insertSnippet(body: string, choose: (options: readonly string[]) => string = ([first = '']) => first): string {
  const parsed = parseSnippet(body)
  const definitions = new Map(tabStopsOf(parsed).filter(({ content }) => content !== undefined).map((stop) => [stop.number, stop]))
  const write = (parts: readonly Part[]): string => parts.map((part) => {
    if (typeof part === 'string') return part
    const { choices, content } = definitions.get(part.number) ?? part
    return choices.length > 0 ? choose(choices) : write(content ?? [])
  }).join('')
  return write(parsed)
}

/** How many options the longest choice of a snippet has; 1 where it has no choice. */
export const optionsOf = (body: string): number =>
  Math.max(1, ...tabStopsOf(parseSnippet(body)).map(({ choices }) => choices.length))
