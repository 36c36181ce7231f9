import type { Draft } from '../draft/draft.ts'
import type { AskType, Language } from '../draft/front-matter.ts'
import type { Address, Friend } from '../history/schema.ts'
import * as de from './de/words.ts'
import * as en from './en/words.ts'
import { registerOf } from './register.ts'

/**
 * The words that fixes put into a draft, in its language and register. Lists are variants to choose from, the plainest
 * first; every way out hands over the words to say no.
 */
export interface Words {
  /** States the ask, in one sentence. `target` is what the front matter says the ask is about. */
  ask(type: AskType, target: string | undefined): readonly string[]
  /** A subject line that tells what is wanted. */
  subject(type: AskType, target: string | undefined): readonly string[]
  readonly waysOut: readonly string[]
  readonly offers: readonly string[]
  /** Says that the writer knows how often (or how recently) the friend was asked. */
  acknowledge(history: { readonly within60: number; readonly newestDaysAgo: number }): readonly string[]
  /** Thanks for help of this type. */
  thanks(type: AskType): readonly string[]
  /** Refers to an ask of this type that is still open. */
  pending(type: AskType): readonly string[]
  /** The line before the paragraph to forward. */
  readonly blurbLead: string
  /** A paragraph to fill in, where `askwell.json` holds none. */
  blurbScaffold(name: string | undefined): string
  readonly questionsLead: string
  /** Questions to fill in. */
  questions(type: AskType, target: string | undefined): readonly string[]
  /** Names the target of an introduction or a referral. */
  target(type: AskType, target: string | undefined): string
  /** Gives what the friend needs: CV, posting, points to mention. */
  material(type: AskType, links: Readonly<Record<string, string>>): readonly string[]
  /** Proposes a length and a time for a call. */
  readonly times: readonly string[]
  /** States where the two worked together. */
  workedTogether(where: string | undefined): string
  /** In place of a request for something untrue. */
  readonly honest: string
  /** In place of a request for something improper. */
  readonly proper: string
  /** The sentence that takes the pressure back where a phrase can't be cut. */
  readonly softer: string
}

const byLanguage: Record<Language, (address: Address) => Words> = { en: () => en.words, de: de.wordsFor }

/** The words for a draft: its language, and in German the register that the draft itself uses, else the friend's. */
export const wordsFor = (draft: Draft, friend: Friend | undefined): Words =>
  byLanguage[draft.language](registerOf(draft) ?? friend?.address ?? 'du')
