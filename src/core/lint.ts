import type { Nodes } from 'mdast'
import { messageControl } from 'unified-message-control'
import { VFile } from 'vfile'
import type { Day } from './date.ts'
import type { Draft } from './draft/draft.ts'
import type { Language } from './draft/front-matter.ts'
import { findFriend, pastAsks, type PastAsk } from './history/friends.ts'
import type { Friend } from './history/schema.ts'
import { emptyWorkspace, type Workspace } from './history/workspace.ts'
import type { Situation } from './language/context.ts'
import { readDraft } from './language/reading.ts'
import { wordsFor } from './language/words.ts'
import { rules } from './rules/index.ts'
import { RULE_IDS, type Finding, type RuleContext, type RuleId } from './rules/rule.ts'
import { settingOf, type RuleSettings } from './rules/setting.ts'
import { milder, type Severity } from './rules/severity.ts'

/** A finding with all that an editor or a terminal shows. */
export interface Diagnostic extends Finding {
  readonly rule: RuleId
  readonly severity: Severity
}

export type { RuleSettings } from './rules/setting.ts'

export interface LintOptions {
  readonly workspace?: Workspace
  /** Without it, rules that count days are silent. */
  readonly today?: Day
  /** Wins over the `rules` of the workspace. */
  readonly rules?: RuleSettings
  /** The language of messages and titles; English by default. */
  readonly locale?: Language
  /** Called when a rule throws. By default the error is thrown on: a crash is never silence. */
  readonly onCrash?: (rule: RuleId, error: unknown) => void
}

/** A draft that was sent is history; it is no longer linted. */
export const isSent = (draft: Draft): boolean => typeof draft.frontMatter.values.sent === 'string'

/** What the rules have to say about a draft, in reading order; at most one finding a rule. */
export function lint(draft: Draft, options: LintOptions = {}): Diagnostic[] {
  if (isSent(draft)) return []
  const found: Diagnostic[] = []
  const workspace = options.workspace ?? emptyWorkspace
  const ignored = new Set(draft.frontMatter.values['askwell-ignore'] ?? [])
  const base = contextOf(draft, workspace, options)
  for (const rule of rules) {
    const setting = settingOf(rule, workspace.rules, options.rules)
    if (setting.severity === 'off' || ignored.has(rule.id)) continue
    let finding: Finding | undefined
    try {
      finding = rule.check({ ...base, options: { days: setting.days } })
    } catch (error) {
      if (!options.onCrash) throw error
      options.onCrash(rule.id, error)
    }
    if (finding) found.push({ ...finding, rule: rule.id, severity: finding.unsure ? milder(setting.severity) : setting.severity })
  }
  return notSilenced(draft, found).sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
}

/** All that a rule may look at, but for its own settings. */
function contextOf(draft: Draft, workspace: Workspace, options: LintOptions): Omit<RuleContext, 'options'> {
  const { values } = draft.frontMatter
  const friend = values.friend === undefined ? undefined : findFriend(workspace, values.friend)
  const past = values.friend === undefined || options.today === undefined
    ? []
    : pastAsks(workspace, values.friend, options.today, values['ask-id'])
  const reading = readDraft(draft, situationOf(draft, friend, past))
  return {
    draft, reading, workspace, friend, past,
    ask: values.ask,
    today: options.today,
    words: wordsFor(draft, friend),
    locale: options.locale ?? 'en',
  }
}

/** What is known of a message beside its words. */
function situationOf({ frontMatter: { values } }: Draft, friend: Friend | undefined, past: readonly PastAsk[]): Situation {
  const together = values.workedTogether ?? friend?.workedTogether ?? undefined
  return {
    ask: values.ask,
    workedTogether: typeof together === 'string' ? true : together,
    past: past.map(({ daysAgo, entry: { status, thanked } }) => ({ daysAgo, open: status === 'open', owed: status === 'granted' && !thanked })),
  }
}

/**
 * `<!--askwell ignore line/pressure-->`. (The marker of remark-message-control knows no ids with a slash.) Without an id
 * it means all rules; they are named here, because unified-message-control lets a bare `disable` reach back to the start.
 */
const marker = (node: Nodes): { name: string; attributes: string } | undefined => {
  const match = node.type === 'html' ? /^\s*<!--\s*askwell\s+(ignore|disable|enable)(?:\s([^>]*))?-->\s*$/.exec(node.value) : undefined
  return match?.[1] === undefined ? undefined : { name: 'askwell', attributes: `${match[1]} ${match[2]?.trim() || RULE_IDS.join(' ')}` }
}

/** Drops the findings that a comment in the body silences. */
function notSilenced(draft: Draft, found: Diagnostic[]): Diagnostic[] {
  if (found.length === 0 || !draft.text.includes('<!--')) return found
  const file = new VFile(draft.text)
  const first = draft.tree.children.find((node) => node.type !== 'html')?.position?.start.offset
  const byMessage = new Map(found.map((diagnostic) => {
    // What stands in the front matter, or in a gap between blocks, counts as standing at the block that follows.
    const message = file.message(diagnostic.message, { place: pointAt(draft, blockStart(draft, diagnostic.at.start) ?? first ?? diagnostic.at.start), source: 'askwell', ruleId: diagnostic.rule })
    return [message, diagnostic] as const
  }))
  messageControl(draft.tree, { name: 'askwell', known: [...RULE_IDS], file, marker: (node) => marker(node as Nodes), test: 'html' })
  return file.messages.flatMap((message) => byMessage.get(message) ?? [])
}

/** The offset itself where a block covers it, else the start of the next block. */
function blockStart(draft: Draft, offset: number): number | undefined {
  for (const node of draft.tree.children) {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    if (offset < end && node.type !== 'html') return Math.max(start, offset)
  }
  return undefined
}

function pointAt(draft: Draft, offset: number): { line: number; column: number; offset: number } {
  const before = draft.text.slice(0, offset)
  const lastBreak = before.lastIndexOf('\n')
  return { line: before.split('\n').length, column: offset - lastBreak, offset }
}
