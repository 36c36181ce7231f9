import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import * as z from 'zod'
import { findFriend, frontMatterKeys, readFrontMatter, rules, yamlScalar, type Friend, type FrontMatterKey, type Language } from '../core/index.ts'
import { factsBeside, type Viewpoint } from './friend-facts.ts'
import { frontMatterCursor } from './front-matter-cursor.ts'
import { frontMatterHelp } from './front-matter-help.ts'
import { say } from './messages.ts'
import { rangeOf } from './present.ts'

/** What a value can be, and a word about it. */
interface Choice {
  readonly value: string
  /** How it is shown and found; the value itself where it is absent. */
  readonly label?: string
  readonly text?: string | undefined
  /** The friend whose facts are told with it. */
  readonly friend?: string
}

/** What completion is made from, beside the document. */
export interface CompletionContext {
  readonly viewpoint: Viewpoint
  /** The targets that other drafts name; asked for only where they are wanted. */
  readonly otherTargets: () => Promise<readonly string[]>
  /** Whether the client asks for the detail of an item when it shows it. */
  readonly resolvesDetails: boolean
}

const isKey = (key: string): key is FrontMatterKey => Object.hasOwn(frontMatterKeys, key)

/** Keys that a person writes; `sent` and `ask-id` are written by a command. */
const offeredKeys = Object.keys(frontMatterKeys).filter(isKey).filter((key) => key !== 'sent' && key !== 'ask-id')

/** Of so many friends the facts are told at once; of more, when one of them is looked at. */
const FEW = 50

/** What brings back the friend of an item. */
const itemData = z.object({ uri: z.string(), friend: z.string() })

/** What fits where the cursor stands: keys and values of the front matter, rules in a comment that silences them. */
export async function complete(document: TextDocument, position: Position, context: CompletionContext): Promise<CompletionItem[]> {
  const { locale } = context.viewpoint
  const offset = document.offsetAt(position)
  const item = (from: number, newText: string, label: string, kind: CompletionItemKind, documentation: string | undefined): CompletionItem => ({
    label, kind, filterText: label,
    textEdit: { range: rangeOf(document, { start: from, end: offset }), newText },
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
  })
  const cursor = frontMatterCursor(document, position)
  if (cursor?.at === 'key') {
    return offeredKeys
      .filter((key) => !cursor.present.includes(key))
      .map((key) => item(cursor.from, `${key}: `, key, CompletionItemKind.Property, frontMatterHelp[key].text[locale]))
  }
  if (cursor?.at === 'value') {
    const offered = await choices(cursor.key, document, context)
    const tellAtOnce = !context.resolvesDetails || offered.length <= FEW
    return offered.map(({ value, label = value, text, friend }) => ({
      ...item(cursor.from, `${cursor.gap ? '' : ' '}${value}`, label, CompletionItemKind.Value, text),
      ...(friend === undefined ? {} : tellAtOnce ? { detail: factsBeside(context.viewpoint, friend) } : { data: { uri: document.uri, friend } satisfies z.input<typeof itemData> }),
    }))
  }
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position })
  const control = /<!--\s*askwell\s+([a-z]*)$/.exec(line)
  if (control) {
    return (['ignore', 'disable', 'enable'] as const)
      .map((word) => item(offset - (control[1] ?? '').length, word, word, CompletionItemKind.Keyword, say.control(locale, word)))
  }
  const comment = /<!--\s*askwell\s+(?:ignore|disable|enable)\s+((?:\S+\s+)*)(\S*)$/.exec(line)
  const named = comment?.[1]?.split(/\s+/) ?? []
  return comment
    ? ruleChoices(locale, named).map(({ value, text }) => item(offset - (comment[2] ?? '').length, value, value, CompletionItemKind.Value, text))
    : []
}

/** The friend whose facts belong to an item that was offered without them, and the draft for which it was offered. */
export const waitingItem = ({ data }: CompletionItem): z.output<typeof itemData> | undefined => itemData.safeParse(data).data

async function choices(key: string, document: TextDocument, { viewpoint, otherTargets }: CompletionContext): Promise<Choice[]> {
  const { workspace, locale } = viewpoint
  if (key === 'friend') {
    return workspace.friends.flatMap(({ name, aliases = [], companies = [], fields = [] }) => [name, ...aliases]
      .filter((known) => known.trim() !== '')
      .map((known): Choice => ({ value: yamlScalar(known), label: known, friend: known, text: [...companies, ...fields].join(', ') || undefined })))
  }
  const { values } = readFrontMatter(document.getText())
  if (key === 'askwell-ignore') return ruleChoices(locale, values['askwell-ignore'] ?? [])
  if (!isKey(key)) return []
  const friend = values.friend === undefined ? undefined : findFriend(workspace, values.friend)
  if (key === 'target') {
    return once([...friend?.companies ?? [], ...workspace.friends.flatMap(({ companies = [] }) => companies), ...await otherTargets()])
      .map((label) => ({ value: yamlScalar(label), label }))
  }
  const listed = (frontMatterHelp[key].values ?? []).map(({ value, text }) => ({ value, text: text?.[locale] }))
  return key === 'workedTogether' ? [...placesOf(friend), ...listed] : listed
}

/** Where somebody may have worked with a friend. */
const placesOf = (friend: Friend | undefined): Choice[] =>
  once([...(typeof friend?.workedTogether === 'string' ? [friend.workedTogether] : []), ...friend?.companies ?? []]).map((label) => ({ value: yamlScalar(label), label }))

const once = (texts: readonly string[]): string[] => [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))]

const ruleChoices = (locale: Language, without: readonly string[]): Choice[] =>
  rules.filter(({ id }) => !without.includes(id)).map(({ id, summary }) => ({ value: id, text: summary[locale] }))
