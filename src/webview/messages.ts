import type { MarkKind } from '../core/history/timeline.ts'
import type { TimelinePage } from '../server/protocol.ts'

/** What the panel says, in the language of the editor. */
export interface YearTexts {
  readonly title: string
  readonly lastTwelveMonths: string
  readonly period: string
  readonly filter: string
  readonly timeline: string
  readonly table: string
  readonly legend: string
  readonly marks: Readonly<Record<MarkKind, string>>
  readonly open: string
  readonly today: string
  readonly hint: string
  readonly columns: { readonly friend: string; readonly what: string; readonly date: string; readonly answer: string; readonly thanked: string; readonly reported: string }
  readonly favor: string
  readonly reading: string
  readonly cancel: string
  readonly cancelled: string
  readonly again: string
  readonly nothing: string
  readonly nobody: string
  readonly previous: string
  readonly next: string
  /** `{0}` to `{1}` of `{2}` friends. */
  readonly page: string
}

/** What the page of the panel holds from the start. */
export interface Given {
  /** The URI of `askwell.json`; kept, for the editor to bring the panel back. */
  readonly file: string
  readonly texts: YearTexts
}

/** From the extension to the panel. */
export type ToYear =
  | { readonly type: 'reading' }
  | { readonly type: 'page'; readonly page: TimelinePage }
  | { readonly type: 'failed'; readonly message: string }
  /** The history has changed: ask again. */
  | { readonly type: 'outdated' }

/** What is wanted to be seen. */
export interface Wanted {
  /** Undefined for the last twelve months. */
  readonly year: number | undefined
  readonly filter: string
  readonly page: number
}

/** From the panel to the extension. */
export type FromYear =
  | { readonly type: 'want'; readonly wanted: Wanted }
  | { readonly type: 'cancel' }
  /** The draft of an entry, or its line in `askwell.json`. */
  | { readonly type: 'open'; readonly id: string }
