import PostalMime, { type Address } from 'postal-mime'
import { daysBetween, type Day } from '../date.ts'
import { MAX_LENGTH, parseDraft } from '../draft/draft.ts'
import { newAsk } from '../history/edit.ts'
import { almostKnown } from '../history/friends.ts'
import { findFriend, personOf } from '../history/people.ts'
import type { AskEntry, AskStatus } from '../history/schema.ts'
import type { Workspace } from '../history/workspace.ts'
import { readDraft } from '../language/reading.ts'
import { favoursOf } from '../rules/direct/favours.ts'

/** An ask that was found in a message. */
export interface FoundAsk {
  readonly entry: AskEntry
  readonly subject: string
  /** The sentence that asks. */
  readonly sentence: string
  /** Whether such an ask (friend, kind, within a day) is noted already. */
  readonly known: boolean
}

/** What is to be known of the messages to read. */
export interface MessageOptions {
  readonly workspace: Workspace
  /** One's own addresses. Without any, a message counts unless a known friend sent it. */
  readonly from: readonly string[]
  readonly status: AskStatus
  /** A new id for an entry of a time (milliseconds since 1970). */
  readonly newId: (time: number) => string
}

/** To more people than this, a message is no ask among friends. */
const MOST_RECIPIENTS = 3

/**
 * Looks for an ask in a message (RFC 5322): the linter's own reading says whether it asks for a favour, and for which.
 * @returns undefined where there is none; why, where the message can't be used
 */
export async function askInMessage(message: Uint8Array, options: MessageOptions): Promise<FoundAsk | 'no-date' | 'no-text' | undefined> {
  const { workspace, from, status, newId } = options
  const email = await PostalMime.parse(message)
  const sender = address(email.from)
  if (from.length > 0 ? !from.some((own) => own.toLowerCase() === sender) : friendByAddress(workspace, sender)) return undefined
  const recipients = (email.to ?? []).flatMap((to) => ('group' in to && to.group ? to.group : [to]))
  const [first] = recipients
  if (!first || recipients.length > MOST_RECIPIENTS) return undefined
  const time = Date.parse(email.date ?? '')
  if (Number.isNaN(time)) return 'no-date'
  if (email.text === undefined) return email.html === undefined ? undefined : 'no-text'
  const subject = (email.subject ?? '').replace(/\s+/g, ' ').trim()
  const draft = parseDraft(`---\nsubject: ${JSON.stringify(subject)}\n---\n\n${ownWords(email.text)}`.slice(0, MAX_LENGTH))
  const [surest] = favoursOf(draft, readDraft(draft)).filter(({ type }) => type !== 'other').sort((a, b) => b.strength - a.strength)
  if (!surest) return undefined
  const friend = nameOf(workspace, first)
  const date = new Date(time).toISOString().slice(0, 10)
  return {
    entry: newAsk({ id: newId(time), friend, ask: surest.type, date, status }),
    subject, sentence: surest.sentence.text,
    known: isKnown(workspace, friend, surest.type, date),
  }
}

/** Whether an ask is noted already; a day off, because a message carries the date of another place. */
const isKnown = (workspace: Workspace, friend: string, ask: AskEntry['ask'], date: Day): boolean =>
  personOf(workspace, friend).asks.some((entry) => isSameAsk(entry, { ask, date }))

/** Whether two asks to one friend are the same, seen from two places: an answer in the thread, a copy in another folder. */
export const isSameAsk = (one: Pick<AskEntry, 'ask' | 'date'>, other: Pick<AskEntry, 'ask' | 'date'>): boolean =>
  one.ask === other.ask && Math.abs(daysBetween(one.date, other.date)) <= 1

const address = (from: Address | undefined): string => from?.address?.toLowerCase() ?? ''

const friendByAddress = (workspace: Workspace, email: string): string | undefined =>
  email === '' ? undefined : workspace.friends.find((friend) => friend.email?.toLowerCase() === email)?.name

/** The friend whom a recipient is, by address or name; else the name, or what stands before the @. */
function nameOf(workspace: Workspace, to: Address): string {
  const name = to.name.replace(/\s+/g, ' ').replace(/^['"]|['"]$/g, '').trim() || (to.address ?? '').replace(/@.*/, '')
  return friendByAddress(workspace, address(to)) ?? findFriend(workspace, name)?.name ?? almostKnown(workspace, name)?.name ?? name
}

/** Where the message begins that one answers: what mail programs write above it, in English and German. */
const ANSWERED = /^(?:On\b.{5,200}\bwrote:|Am\b.{5,200}\bschrieb\b.{0,200}:|-{2,}\s?(?:Original Message|Ursprüngliche Nachricht|Forwarded message)\s?-{2,}|(?:From|Von): .{1,200}|_{10,})\s*$/im

/** What the writer wrote, without the message that is answered, and without the signature. */
function ownWords(text: string): string {
  const normal = text.replace(/\r\n?/g, '\n')
  const answered = ANSWERED.exec(normal)
  const own = answered && answered.index > 0 ? normal.slice(0, answered.index) : normal
  return own.replace(/\n-- \n[\s\S]*$/, '\n').split('\n').filter((line) => !/^>(?!From )/.test(line)).map((line) => line.replace(/^>From /, 'From ')).join('\n')
}
