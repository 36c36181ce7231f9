import type { CodeLens, Command, Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { personOf, readFrontMatter, sayAsk, sayDay, type AskEntry } from '../core/index.ts'
import { briefFacts, factsLine, type Viewpoint } from './friend-facts.ts'
import { say } from './messages.ts'
import { CLIENT_COMMANDS, COMMANDS, HISTORY_COMMANDS } from './protocol.ts'

/** What the lenses of a draft depend on, beside its text. */
export interface LensContext extends Viewpoint {
  /** The URI of `askwell.json`. */
  readonly file: string
  /** The client has commands of its own, which ask for what they are not told. */
  readonly asks: boolean
}

/** One row above the draft: what is most important comes first, since an editor may be narrow. */
const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/** How things stand with the friend, above a draft, and what can be noted with one step. */
export function codeLenses(document: TextDocument, context: LensContext): CodeLens[] {
  const { values } = readFrontMatter(document.getText())
  const { friend: name, 'ask-id': id } = values
  if (name === undefined) return []
  const { workspace, file, asks: hasOwn, today, locale } = context
  const person = personOf(workspace, name)
  const sent = typeof values.sent === 'string' ? person.asks.find((entry) => entry.id === id) : undefined
  const title = sent
    ? say.sentLens(locale, sayDay(sent.date, locale, today), sayAsk(sent, locale))
    : briefFacts(context, name, id)
  const told = { title, tooltip: factsLine(context, name, id) }
  const facts: Command = hasOwn ? { ...told, command: CLIENT_COMMANDS.showHistory, arguments: [{ file, friend: name }] } : { ...told, command: '' }
  const lenses: Command[] = []
  if (workspace.writable) {
    if (typeof values.sent !== 'string') lenses.push({ title: say.lens(locale, 'markAsSent'), command: COMMANDS.markAsSent, arguments: [document.uri] })
    lenses.push(...stepsOf(sent ? [sent] : person.asks, context, name))
    if (hasOwn) {
      lenses.push({ title: say.lens(locale, 'logFavor'), command: HISTORY_COMMANDS.logFavor, arguments: [{ file, friend: person.name }] })
      if (sent) lenses.push({ title: say.lens(locale, 'editEntry'), command: HISTORY_COMMANDS.editEntry, arguments: [{ file, id: sent.id }] })
    }
  }
  return [facts, ...lenses].map((command) => ({ range: top, command }))
}

/** The next step of the newest ask that waits for an answer, for thanks, for a report. */
function stepsOf(entries: readonly AskEntry[], { file, locale, asks, today }: LensContext, friend: string): Command[] {
  const past = entries.filter(({ date }) => date <= today)
  const open = past.filter(({ status }) => status === 'open')
  const granted = past.filter(({ status }) => status === 'granted')
  const unthanked = granted.filter(({ thanked }) => thanked === null)
  const [newest] = granted
  const untold = newest && newest.thanked !== null && newest.reported === null ? [newest] : []
  const lens = (name: keyof typeof HISTORY_COMMANDS & ('recordAnswer' | 'markThanked' | 'markReported'), [entry, ...others]: readonly AskEntry[]): Command[] => {
    if (!entry) return []
    // Where there are several, the client lets choose.
    return [{ title: say.lens(locale, name), command: HISTORY_COMMANDS[name], arguments: [asks && others.length > 0 ? { file, friend } : { file, id: entry.id }] }]
  }
  return [...lens('recordAnswer', open), ...lens('markThanked', unthanked), ...lens('markReported', untold)]
}
