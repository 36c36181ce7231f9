import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { frontMatterKeys, rules, yamlScalar, type FrontMatterKey, type Language, type Workspace } from '../core/index.ts'
import { frontMatterCursor } from './front-matter-cursor.ts'
import { frontMatterHelp } from './front-matter-help.ts'
import { rangeOf } from './present.ts'

/** What a value can be, and a word about it. */
interface Choice { readonly value: string; readonly text?: string | undefined }

const isKey = (key: string): key is FrontMatterKey => Object.hasOwn(frontMatterKeys, key)

/** Keys that a person writes; `sent` and `ask-id` are written by a command. */
const offeredKeys = Object.keys(frontMatterKeys).filter(isKey).filter((key) => key !== 'sent' && key !== 'ask-id')

/** What fits where the cursor stands: keys and values of the front matter, rules in a comment that silences them. */
export function complete(document: TextDocument, position: Position, workspace: Workspace, locale: Language): CompletionItem[] {
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
    return choices(cursor.key, workspace, locale)
      .map(({ value, text }) => item(cursor.from, `${cursor.gap ? '' : ' '}${value}`, value, CompletionItemKind.Value, text))
  }
  const comment = /<!--\s*askwell\s+(?:ignore|disable|enable)\s+(?:\S+\s+)*(\S*)$/.exec(document.getText({ start: { line: position.line, character: 0 }, end: position }))
  return comment
    ? ruleChoices(locale).map(({ value, text }) => item(offset - (comment[1] ?? '').length, value, value, CompletionItemKind.Value, text))
    : []
}

function choices(key: string, workspace: Workspace, locale: Language): Choice[] {
  if (key === 'friend') return workspace.friends.map(({ name, companies }) => ({ value: yamlScalar(name), text: companies?.join(', ') }))
  if (key === 'askwell-ignore') return ruleChoices(locale)
  if (!isKey(key)) return []
  return (frontMatterHelp[key].values ?? []).map(({ value, text }) => ({ value, text: text?.[locale] }))
}

const ruleChoices = (locale: Language): Choice[] => rules.map(({ id, summary }) => ({ value: id, text: summary[locale] }))
