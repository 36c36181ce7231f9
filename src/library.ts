import { isDay, lint, parseDraft, readWorkspace, type RuleId, type SeveritySetting } from './core/index.ts'
import { present, type Diagnostic } from './diagnostic.ts'

export type { RuleId, Severity, SeveritySetting } from './core/index.ts'
export type { Diagnostic, Position, Range } from './diagnostic.ts'

/** What rules are set to, by rule id, as in `askwell.json`. */
export type RuleSettings = {
  readonly [rule in RuleId]?: SeveritySetting | {
    readonly severity?: SeveritySetting
    /** For the rules that count days. */
    readonly days?: number
  }
}

export interface CheckOptions {
  /** The draft's path; unused but for messages to come. */
  readonly path?: string
  /** `YYYY-MM-DD`. Without it, the rules that count days are silent. */
  readonly today?: string
  /** The text of `askwell.json`. */
  readonly workspace?: string
  /** Settings by rule id; they win over those of `workspace`. */
  readonly rules?: RuleSettings
}

/**
 * Lints the text of a draft.
 * @throws TypeError if `today` is no day of the form YYYY-MM-DD
 */
export function check(text: string, options: CheckOptions = {}): Diagnostic[] {
  if (options.today !== undefined && !isDay(options.today)) throw new TypeError(`today is "${options.today}"; it takes a date of the form YYYY-MM-DD.`)
  const draft = parseDraft(text)
  const found = lint(draft, {
    ...(options.workspace === undefined ? {} : { workspace: readWorkspace(options.workspace) }),
    ...(options.today === undefined ? {} : { today: options.today }),
    ...(options.rules === undefined ? {} : { rules: options.rules }),
  })
  return present(text, found)
}
