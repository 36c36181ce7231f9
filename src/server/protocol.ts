/**
 * What Askwell's own clients and its server agree on beyond the Language Server Protocol. No other editor needs to
 * know any of it.
 */

import type { Listed } from '../core/exchange/import.ts'
import type { AskStatus, Day, MarkKind, NextStep } from '../core/index.ts'

/** What a client may say at the start (`initializationOptions`), beside its settings `run`, `rules` and `file`. */
export interface InitializationOptions {
  /** Where a rule is explained: a URI with `{rule}` for its id, or the base URI of the pages. */
  readonly pages?: string
  /** The client answers `askwell/readFile`. */
  readonly readsFiles?: boolean
  /** The client registers the commands itself, so the server does not announce them. */
  readonly ownsCommands?: boolean
  /** Where a server in a web worker finds the language models: the URI of its script, which it does not always know. */
  readonly script?: string
}

/** Server to client: the text of a file, from wherever the editor keeps its files. */
export const READ_FILE = 'askwell/readFile'
export interface ReadFileParams {
  readonly uri: string
  /** The file is about to be edited: the client opens it as a document, so that the edit is made against a known version. */
  readonly toEdit: boolean
}
/** `null` where there is no such file. */
export type ReadFileResult = string | null

/**
 * Commands that keep the history. Each takes one object; `file` is the URI of `askwell.json` or of a draft, and may be
 * left out where there is only one `askwell.json`.
 */
export const HISTORY_COMMANDS = {
  /** `{ file?, id, status?, outcome? }`: how an ask was answered. Without a status, the server asks. */
  recordAnswer: 'askwell.recordAnswer',
  /** `{ file?, id }`: the friend was reminded. */
  markFollowedUp: 'askwell.markFollowedUp',
  /** `{ file?, id }`: the friend was thanked. */
  markThanked: 'askwell.markThanked',
  /** `{ file?, id, outcome? }`: the friend was told how it ended. */
  markReported: 'askwell.markReported',
  /** `{ file?, friend, what, date? }`: what was done for a friend. */
  logFavor: 'askwell.logFavor',
  /** `{ file?, id, set }`: other values for an ask or a favor. */
  editEntry: 'askwell.editEntry',
  /** `{ file?, id }`: takes an ask or a favor out of the history. */
  deleteEntry: 'askwell.deleteEntry',
  /** `{ file?, friend }`: takes out all that is known about a friend. Asks nothing; whoever calls it has asked. */
  forgetFriend: 'askwell.forgetFriend',
  /** `{ file?, friends?, asks?, favors? }`: adds entries, as `askwell/readImports` has found them. What is there already is left out. */
  addEntries: 'askwell.addEntries',
  /** Takes back the last of these, or the last draft that was marked as sent. */
  undo: 'askwell.undoHistoryChange',
} as const

/** Commands of the client that the server refers to. Each takes one object, as those of the history do. */
export const CLIENT_COMMANDS = {
  /** `{ file?, friend? }`: what a friend was asked and what was done for them, to choose from. */
  showHistory: 'askwell.showHistory',
  /** `{ file?, ask?, field?, company?, about?, except?, draft? }`: who could be asked. */
  whoCouldIAsk: 'askwell.whoCouldIAsk',
} as const

/** Commands that the server carries out (`workspace/executeCommand`). */
export const COMMANDS = {
  /** Mends what can be mended without asking. Argument: the draft's URI. */
  fixAll: 'askwell.fixAll',
  /** Writes the draft into the history. Argument: the draft's URI. */
  markAsSent: 'askwell.markAsSent',
  /** Tells what a rule finds and why. Argument: the rule's id. */
  explainRule: 'askwell.explainRule',
  ...HISTORY_COMMANDS,
} as const

/**
 * Client to server, as a command: carries out a fix that changes `askwell.json`, which others may be writing at the same
 * moment. Clients that offer `askwell/readFile` and have commands of their own get such fixes as this command.
 */
export const APPLY_FIX = '_askwell.applyFix'
export interface FixRef {
  /** The URI of the draft. */
  readonly uri: string
  readonly rule: string
  readonly title: string
}

/** The kind of the code action that mends all. */
export const FIX_ALL_KIND = 'source.fixAll.askwell'

/** The `source` of every diagnostic. */
export const SOURCE = 'Askwell'

/** Server to client: what Askwell knows of friends and asks is another thing now. */
export const HISTORY_CHANGED = 'askwell/historyChanged'

/** What there is where an `askwell.json` is looked for. */
export type FileState = 'there' | 'absent' | 'unreadable'

/** Of a list, only the beginning is wanted; without a limit, all of it. */
export interface ListParams {
  readonly limit?: number | undefined
}

/** Client to server: the friends of every workspace folder, those at rest last. */
export const FRIENDS = 'askwell/friends'
export interface FriendsOfFile {
  /** The URI of `askwell.json`. */
  readonly file: string
  readonly state: FileState
  readonly friends: readonly FriendView[]
  /** How many more there are, beyond those listed. */
  readonly more: number
}
/** All texts that are shown are in the language of the editor. */
export interface FriendView {
  readonly name: string
  /** Was asked so lately that another ask would be too soon. */
  readonly resting: boolean
  /** "rests until 5 Dec", "not asked since June". */
  readonly note: string
  /** The whole of it, in sentences. */
  readonly detail: string
  readonly hasHistory: boolean
}

/** Client to server: what a friend was asked and what was done for them, newest first. */
export const ENTRIES = 'askwell/entries'
export interface EntriesOfFriend {
  readonly entries: readonly EntryView[]
  /** How many more there are, beyond those listed. */
  readonly more: number
}
export interface EntriesParams extends ListParams {
  readonly file: string
  readonly friend: string
}
export interface EntryView {
  readonly id: string
  readonly kind: 'ask' | 'favor'
  /** What can be done with it: `open`, `thankable`, `reportable`, or nothing more. */
  readonly state: 'open' | 'thankable' | 'reportable' | 'done'
  readonly status: AskStatus | undefined
  readonly title: string
  readonly note: string
  /** How it ended, in the writer's words; empty where nothing is written. */
  readonly detail: string
  /** The URI of the draft. */
  readonly draft?: string
}

/** Client to server: what is due to friends, the most overdue first. */
export const NEXT_STEPS = 'askwell/nextSteps'
export interface StepsOfFile {
  readonly file: string
  readonly state: FileState
  readonly hasFriends: boolean
  readonly steps: readonly StepView[]
  /** How many more there are, beyond those listed. */
  readonly more: number
}
export interface StepView {
  readonly kind: NextStep['kind']
  readonly friend: string
  /** The id of the ask; absent where it is not about one. */
  readonly id?: string
  readonly title: string
  readonly note: string
  readonly detail: string
  readonly draft?: string
}

/** Client to server: where an entry is. */
export const ENTRY_PLACE = 'askwell/entryPlace'
export interface EntryPlaceParams {
  readonly file: string
  readonly id: string
}
/** The draft, and the offset of the entry in the text of `askwell.json`; `null` for an entry that is not there any more. */
export type EntryPlace = { readonly draft?: string; readonly offset: number } | null

/** Client to server: a page of the timeline of one `askwell.json`. */
export const TIMELINE = 'askwell/timeline'
export interface TimelineParams {
  /** The URI of `askwell.json`. */
  readonly file: string
  /** A year, or undefined for the last twelve months. */
  readonly year?: number | undefined
  /** A part of the names that are wanted. */
  readonly filter?: string
  /** Which page of friends, from 0. */
  readonly page?: number
}
export interface TimelinePage {
  readonly year?: number
  readonly from: Day
  readonly to: Day
  readonly today: Day
  /** The years that can be chosen, the latest first. */
  readonly years: readonly number[]
  readonly rows: readonly TimelineRowView[]
  /** The page, from 0, and how many there are. */
  readonly page: number
  readonly pages: number
  /** How many friends come before the page. */
  readonly first: number
  /** How many friends there are on all pages. */
  readonly total: number
}
export interface TimelineRowView {
  readonly friend: string
  readonly entries: readonly TimelineEntryView[]
}
/** All texts are in the language of the editor. */
export interface TimelineEntryView {
  readonly id: string
  readonly kind: 'ask' | 'favor'
  /** "Introduction", "Read her portfolio". */
  readonly title: string
  /** The asked friend has not answered yet. */
  readonly open: boolean
  /** How it ended, in the writer's words; empty where nothing is written. */
  readonly outcome: string
  readonly marks: readonly TimelineMarkView[]
  /** The same as cells of a table. */
  readonly date: string
  readonly answer: string
  readonly thanked: string
  readonly reported: string
}
export interface TimelineMarkView {
  readonly kind: MarkKind
  readonly day: Day
  /** "Said yes, 16 November 2026". */
  readonly label: string
}

/** Server to client: whether a document has changes that are not on the disk. Asked of clients that offer `askwell/readFile`. */
export const IS_UNSAVED = 'askwell/isUnsaved'
export interface IsUnsavedParams {
  readonly uri: string
}

/** Server to client: the drafts below a folder, with their text as the user sees it. */
export const LIST_DRAFTS = 'askwell/listDrafts'
export interface ListDraftsParams {
  /** The URI of a folder. */
  readonly folder: string
}
export interface DraftFile {
  readonly uri: string
  readonly text: string
}

/** How an ask can be answered. */
export const ANSWERS = ['granted', 'declined', 'withdrawn'] as const
export type Answer = (typeof ANSWERS)[number]

/** What an ask, or a favor, may still need. */
export const NEEDS = ['answer', 'follow-up', 'thanks', 'report', 'nothing'] as const
export type Need = (typeof NEEDS)[number]

/** Client to server: the entries among which a command lets the user choose, newest first. */
export const CHOICES = 'askwell/choices'
export interface ChoicesParams {
  /** As for the commands of the history; without it, of all workspace folders. */
  readonly file?: string | undefined
  readonly friend?: string | undefined
  /** Only one entry. */
  readonly id?: string | undefined
  /** Only those that wait for this; `nothing`: all. */
  readonly need: Need
}
export interface Choice {
  readonly file: string
  readonly id: string
  readonly kind: 'ask' | 'favor'
  readonly friend: string
  /** "Introduction", "Read her portfolio". */
  readonly title: string
  /** "14 Nov, granted, not yet thanked". */
  readonly note: string
  /** The values that can be edited. */
  readonly values: Readonly<Record<string, string | null>>
}

/** Client to server: what there is about a friend. */
export const MENTIONS = 'askwell/mentions'
export interface MentionsParams {
  readonly file?: string | undefined
  readonly friend: string
}
export interface Mentions {
  readonly file: string
  readonly friend: string
  readonly asks: number
  readonly favors: number
  /** The URIs of the drafts to the friend, and of those whose text has the name. */
  readonly drafts: readonly string[]
}

/** Client to server: who could be asked. */
export const CANDIDATES = 'askwell/candidates'
export interface CandidatesParams {
  readonly file?: string | undefined
  readonly ask?: string | undefined
  readonly field?: string | undefined
  readonly company?: string | undefined
  /** A text that may name a field or a company, as the target of a draft does. */
  readonly about?: string | undefined
  /** Whom not to propose. */
  readonly except?: string | undefined
}
export interface CandidatesResult {
  readonly candidates: readonly CandidateView[]
  /** The fields and companies of all friends, to choose from. */
  readonly fields: readonly string[]
  readonly companies: readonly string[]
  /** The kinds of ask, and what they are called. */
  readonly asks: readonly { readonly ask: string; readonly title: string }[]
}
export interface CandidateView {
  readonly file: string
  readonly name: string
  /** What speaks for asking them. */
  readonly reasons: string
  /** Why they are better left alone now. */
  readonly rest?: string
}

/** Client to server: the beginning of a message, as a file that does not exist yet. */
export const START = 'askwell/start'
export interface StartParams {
  readonly file?: string | undefined
  /** See `StartKind`. */
  readonly kind: string
  readonly friend?: string | undefined
  /** The entry that it is about. */
  readonly id?: string | undefined
  readonly ask?: string | undefined
  readonly target?: string | undefined
}
/** `null` where the friend, or the entry, is not there any more. */
export type StartResult = DraftFile | null

/**
 * Client to server, with progress and to be cancelled: what files hold that could be imported. Nothing is written;
 * `askwell.addEntries` does that with what the user has chosen.
 */
export const READ_IMPORTS = 'askwell/readImports'
export interface ReadImportsParams {
  readonly file?: string | undefined
  /** The URIs of files, and their sizes in bytes. */
  readonly files: readonly { readonly uri: string; readonly size: number }[]
  /** One's own addresses. Without any, a message counts unless a known friend sent it. */
  readonly from: readonly string[]
}
/** All texts are in the language of the editor. */
export type ImportPreview =
  | { readonly refused: string }
  | {
    /** The URI of the `askwell.json` that would be written. */
    readonly file: string
    readonly items: readonly ImportItem[]
    /** What would be left out, and why. */
    readonly skipped: readonly { readonly what: string; readonly why: string }[]
    /** How many messages were read. */
    readonly messages: number
  }
/** `title`: who; `note`: what is known; `detail`: the sentence of a message that asks, or empty. */
export type ImportItem = Listed & { readonly title: string; readonly note: string; readonly detail: string }

/** Server to client: the bytes of a file, in base64. */
export const READ_BYTES = 'askwell/readBytes'
export interface ReadBytesParams {
  readonly uri: string
}

/** Client to server: the whole history as a text for other programs; `null` where no `askwell.json` is meant. */
export const EXPORT = 'askwell/export'
export interface ExportParams {
  readonly file?: string | undefined
  readonly format: 'csv' | 'json'
}

/** Client to server: a year as a Markdown document; `null` where no `askwell.json` is meant. */
export const REPORT = 'askwell/report'
export interface ReportParams {
  readonly file?: string | undefined
  /** Without it, this year. */
  readonly year?: number | undefined
}
export interface Report {
  readonly year: number
  /** The years of which there is something to tell, the latest first. */
  readonly years: readonly number[]
  readonly text: string
}
