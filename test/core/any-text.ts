import fc from 'fast-check'
import { anyDraft, type AnyDraft } from './any-draft.ts'
import { workspaceText } from './any-workspace.ts'
import { hostile } from './hostile.ts'

/** What people and programs break files with. */
const pieces = [
  ...Object.values(hostile), '---\n', '---', '\n---\n\n', '\n', '\r', '\r\n', '\uFEFF', '\0', '\u2028', '\t', ': ', 'friend: ', 'ask: advice\n', 'ask: [', 'sent: 2026-11-01\n', 'ask-id: x\n', 'lang: de\n', 'askwell-ignore: ', '- ',
  '"', '\'', '{', '}', '[', ']', '&a ', '*a', '!!js/function ', '| \n', '> ', '#', '~~~\n', '```\n', '<!-- askwell ignore -->\n\n', '<!--askwell disable line/pressure-->\n\n', '<!--', '-->', '<a', '|a|\n|-|\n', '[x]: y\n', '\\', '&amp;',
  '“', '”', '„', 'é', 'e\u0301', '👩🏽‍🎨', '\uD83C', '\u202E', 'ASAP', ' TODO ', 'XX.XX.', '{{name}}', 'Du ', 'Sie ', 'Best wishes', 'PS: ', '<<<<<<< HEAD\n', '=======\n', '>>>>>>> theirs\n', '/*', '//', ',', 'null', '-0', '1e999',
] as const

/** A change to a text: what stands at a share of its length is cut, doubled, moved to another place, or something comes in. */
type Mutation = readonly [kind: 'cut' | 'double' | 'move' | 'insert', from: number, length: number, to: number, piece: string]

const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.constantFrom('cut', 'double', 'move', 'insert', 'insert'), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60), fc.double({ min: 0, max: 1, noNaN: true }),
  fc.oneof(fc.constantFrom<string>(...pieces), fc.string({ unit: 'binary', maxLength: 4 }), fc.tuple(fc.constantFrom<string>(...pieces), fc.nat(30)).map(([piece, times]) => piece.repeat(times))),
)

const mutate = (text: string, [kind, from, length, to, piece]: Mutation): string => {
  const start = Math.round(from * text.length)
  const part = text.slice(start, start + length)
  if (kind === 'insert') return text.slice(0, start) + piece + text.slice(start)
  if (kind === 'double') return text.slice(0, start) + part + text.slice(start)
  const rest = text.slice(0, start) + text.slice(start + length)
  if (kind === 'cut') return rest
  const place = Math.round(to * rest.length)
  return rest.slice(0, place) + part + rest.slice(place)
}

/** What has become of a text after some changes that nobody would make on purpose. */
const mutated = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(text, fc.array(mutation, { maxLength: 6 })).map(([before, changes]) => changes.reduce(mutate, before))

/** Any text at all, and drafts and workspaces that something has happened to. */
export const anyText: fc.Arbitrary<AnyDraft> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ text: fc.string({ unit: 'binary', maxLength: 200 }), workspaceText: fc.string({ unit: 'binary' }) }) },
  { weight: 1, arbitrary: fc.record({ text: fc.array(fc.constantFrom<string>(...pieces), { maxLength: 30 }).map((parts) => parts.join('')), workspaceText: mutated(workspaceText) }) },
  { weight: 4, arbitrary: anyDraft.chain(({ text, workspaceText }) => fc.record({ text: mutated(fc.constant(text)), workspaceText: fc.oneof(fc.constant(workspaceText), mutated(fc.constant(workspaceText))) })) },
)

/** A text of which the doubled size can be had: some pieces again and again, within a draft. */
export const repeated: fc.Arbitrary<(length: number) => string> = fc.record({
  lang: fc.constantFrom('en', 'de'),
  unit: fc.array(fc.oneof(fc.constantFrom<string>(...pieces), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  isInFrontMatter: fc.boolean(),
}).map(({ lang, unit, isInFrontMatter }) => (length) => {
  const many = unit.repeat(Math.ceil(length / unit.length))
  return isInFrontMatter ? `---\nfriend: Maria\nask: advice\nlang: ${lang}\nsubject: ${many}\n---\n\nHi\n` : `---\nfriend: Maria\nask: advice\nlang: ${lang}\n---\n\n${many}`
})
