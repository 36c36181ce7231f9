import { findNodeAtLocation, getLocation, parseTree, type Node } from 'jsonc-parser'
import { readFrontMatter } from '../draft/front-matter.ts'
import { yamlScalar } from '../draft/yaml.ts'
import { replace, type Edit, type Span } from '../text.ts'
import { editWorkspace, WorkspaceNotWritable } from './edit.ts'
import { foldName } from './names.ts'
import { findFriend } from './people.ts'
import { readWorkspace } from './workspace.ts'

/** A name of a friend, and where it stands: with its quotes, if it has any. */
export interface NamePlace {
  readonly name: string
  readonly at: Span
}

/** The name of a friend at an offset of `askwell.json`: of an entry of any list, or one of the aliases. */
export function nameAt(text: string, offset: number): NamePlace | undefined {
  const { path, previousNode } = getLocation(blankBom(text), offset)
  const [list, , key] = path
  const isName = previousNode?.type === 'string' && previousNode.offset <= offset && offset <= previousNode.offset + previousNode.length && (
    (list === 'friends' && ((key === 'name' && path.length === 3) || (key === 'aliases' && path.length === 4))) ||
    ((list === 'asks' || list === 'favors') && key === 'friend' && path.length === 3))
  return isName && typeof previousNode.value === 'string' && previousNode.value.trim() !== '' ? { name: previousNode.value, at: spanOf(previousNode) } : undefined
}

/** The name of the friend in the front matter of a draft. */
export function nameInDraft(text: string): NamePlace | undefined {
  const { values: { friend }, places } = readFrontMatter(text)
  return friend === undefined || !places.friend ? undefined : { name: friend, at: places.friend.value }
}

/**
 * The edits of `askwell.json` that change a name of a friend wherever it stands: the name itself, or an alias.
 * @throws WorkspaceNotWritable if it cannot be written, or if the new name is somebody else's
 */
export function renameInWorkspace(text: string, from: string, to: string): Edit[] {
  const workspace = readWorkspace(text)
  const friend = findFriend(workspace, from)
  if (!friend || foldName(friend.name) === foldName(from)) return editWorkspace(text, { kind: 'rename-friend', friend: from, to })
  const other = findFriend(workspace, to)
  if (other && other !== friend) throw new WorkspaceNotWritable(`askwell.json was left as it is: "${to}" is another friend's name already.`)
  const root = parse(text)
  const items = (key: string): readonly Node[] => (root && findNodeAtLocation(root, [key])?.children) ?? []
  const places = [
    ...items('friends').flatMap((one) => findNodeAtLocation(one, ['aliases'])?.children ?? []),
    ...[...items('asks'), ...items('favors')].map((entry) => findNodeAtLocation(entry, ['friend'])),
  ]
  return places.flatMap((node) => (isNamed(node, from) ? [replace(spanOf(node), JSON.stringify(to))] : []))
}

/** The edits of a draft that give its friend another name; none where it is to somebody else. */
export function renameInDraft(text: string, from: string, to: string): Edit[] {
  const place = nameInDraft(text)
  return place && foldName(place.name) === foldName(from) ? [replace(place.at, yamlScalar(to))] : []
}

/** Where in `askwell.json` an entry stands, by its id; or a friend, by name or alias. */
export function placeInWorkspace(text: string, what: { readonly id: string } | { readonly friend: string }): Span | undefined {
  const root = parse(text)
  const items = (key: string): readonly Node[] => (root && findNodeAtLocation(root, [key])?.children) ?? []
  const found = 'id' in what
    ? [...items('asks'), ...items('favors')].find((entry) => findNodeAtLocation(entry, ['id'])?.value === what.id)
    : items('friends').find((friend) => isNamed(findNodeAtLocation(friend, ['name']), what.friend)) ??
      items('friends').find((friend) => findNodeAtLocation(friend, ['aliases'])?.children?.some((alias) => isNamed(alias, what.friend)))
  return found && spanOf(found)
}

const isNamed = (node: Node | undefined, name: string): node is Node => typeof node?.value === 'string' && foldName(node.value) === foldName(name)

const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length })

const blankBom = (text: string): string => text.replace(/^\uFEFF/, ' ')

const parse = (text: string): Node | undefined => parseTree(blankBom(text), [], { allowTrailingComma: true })
