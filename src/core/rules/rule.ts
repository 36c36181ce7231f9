import type { Day } from '../date.ts'
import type { Draft, } from '../draft/draft.ts'
import type { AskType, Language } from '../draft/front-matter.ts'
import type { PastAsk } from '../history/friends.ts'
import type { Friend } from '../history/schema.ts'
import type { Workspace } from '../history/workspace.ts'
import type { Reading } from '../language/reading.ts'
import type { Words } from '../language/words.ts'
import type { Edit, Span } from '../text.ts'
import type { Severity } from './severity.ts'

/** A text in each of the languages of Askwell's users. */
export type Localized = Readonly<Record<Language, string>>

/** What mends a finding. All edits are made against the text that was read. */
export interface Fix {
  /** What the fix does, in the language of the user's editor; names the words it puts in. */
  readonly title: string
  /** Edits of the draft; empty where only another file changes. */
  readonly edits: readonly Edit[]
  /** Edits of `askwell.json`. */
  readonly workspaceEdits?: readonly Edit[]
  /** A file to create beside the draft; `name` without a folder. */
  readonly newFile?: { readonly name: string; readonly text: string }
  /** The fix that "fix all" applies. At most one of a finding. */
  readonly preferred?: boolean
}

/** What a rule found. The runner adds id, severity and the link to the page. */
export interface Finding {
  readonly at: Span
  readonly message: string
  readonly fixes: readonly Fix[]
  /** One step milder than the rule's severity: the signal is there, but weak. */
  readonly unsure?: boolean
}

/** All that a rule may look at. */
export interface RuleContext {
  readonly draft: Draft
  readonly reading: Reading
  readonly workspace: Workspace
  readonly friend: Friend | undefined
  /** What the declared ask is; undefined where the front matter does not say. */
  readonly ask: AskType | undefined
  /** Undefined where no date is known; rules that count days are silent then. */
  readonly today: Day | undefined
  /** Earlier asks to this friend, newest first; empty without a date. */
  readonly past: readonly PastAsk[]
  /** Settings of this rule. */
  readonly options: { readonly days?: number }
  /** The words that fixes put into this draft: its language, du or Sie. */
  readonly words: Words
  /** The language of messages and titles. */
  readonly locale: Language
}

/** One rule, one file: its facts first, its check second. */
export interface Rule {
  readonly id: RuleId
  readonly severity: Severity
  /** One line: what it finds. */
  readonly summary: Localized
  /** Why it matters to the friend. One to three sentences. */
  readonly reason: Localized
  /** Bodies (and front matter where it matters) for the page; each is tested. */
  readonly examples: readonly Example[]
  /** For rules that count days: the default. */
  readonly days?: number
  check(context: RuleContext): Finding | undefined
}

/** An example of a rule's page: the body of a message that fires, and how it reads better. */
export interface Example {
  readonly lang: Language
  readonly ask: AskType
  /** More lines of front matter. */
  readonly matter?: string
  /** The text of `askwell.json`, where the rule reads it. */
  readonly workspace?: string
  readonly bad: string
  readonly good: string
  readonly goodMatter?: string
  /** The declared ask of the better version, where it is another. */
  readonly goodAsk?: AskType
  /** The friend of the better version; Maria otherwise. */
  readonly goodFriend?: string
  /** The friend of the first version; Maria otherwise. */
  readonly badFriend?: string
}

/** The ids, in the order in which rules are listed. An id never changes its meaning. */
export const RULE_IDS = [
  'direct/no-ask', 'direct/vague', 'direct/buried', 'direct/mixed', 'direct/mismatch', 'direct/subject',
  'choose/too-soon', 'choose/acknowledge', 'choose/unthanked', 'choose/open-ask', 'choose/declined',
  'legwork/no-blurb', 'legwork/no-questions', 'legwork/no-target', 'legwork/no-material', 'legwork/no-time', 'legwork/placeholder',
  'line/no-opt-out', 'line/dishonest', 'line/vouch', 'line/pressure', 'line/improper',
  'return/no-offer',
  'draft/front-matter', 'draft/register', 'draft/unknown-friend',
] as const
export type RuleId = (typeof RULE_IDS)[number]

/** Whether a text is the id of a rule. */
export const isRuleId = (text: string): text is RuleId => (RULE_IDS as readonly string[]).includes(text)
