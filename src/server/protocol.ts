/**
 * What Askwell's own clients and its server agree on beyond the Language Server Protocol. No other editor needs to
 * know any of it.
 */

import type { AskStatus, Day, MarkKind, NextStep } from '../core/index.ts'

/** What a client may say at the start (`initializationOptions`), beside its settings `run`, `rules` and `file`. */
export interface InitializationOptions {
  /** Where a rule is explained: a URI with `{rule}` for its id, or the base URI of the pages. */
  readonly pages?: string
  /** The client answers `askwell/readFile`. */
  readonly readsFiles?: boolean
  /** The client registers the commands itself, so the server does not announce them. */
  readonly ownsCommands?: boolean
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

/** Commands that the server carries out (`workspace/executeCommand`). */
export const COMMANDS = {
  /** Mends what can be mended without asking. Argument: the draft's URI. */
  fixAll: 'askwell.fixAll',
  /** Writes the draft into the history. Argument: the draft's URI. */
  markAsSent: 'askwell.markAsSent',
  /** Tells what a rule finds and why. Argument: the rule's id. */
  explainRule: 'askwell.explainRule',
} as const

/** The kind of the code action that mends all. */
export const FIX_ALL_KIND = 'source.fixAll.askwell'

/** The `source` of every diagnostic. */
export const SOURCE = 'Askwell'

/** Server to client: what Askwell knows of friends and asks is another thing now. */
export const HISTORY_CHANGED = 'askwell/historyChanged'

/** What there is where an `askwell.json` is looked for. */
export type FileState = 'there' | 'absent' | 'unreadable'

/** Client to server, without parameters: the friends of every workspace folder. */
export const FRIENDS = 'askwell/friends'
export interface FriendsOfFile {
  /** The URI of `askwell.json`. */
  readonly file: string
  readonly state: FileState
  readonly friends: readonly FriendView[]
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
export interface EntriesParams {
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

/** Client to server, without parameters: what is due to friends, the most overdue first. */
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
