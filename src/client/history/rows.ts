import type { EntryView, FileState, FriendsOfFile, FriendView, StepsOfFile, StepView } from '../../server/protocol.ts'

/** What a row is about: what its commands are given. */
export interface Target {
  /** The URI of `askwell.json`. */
  readonly file: string
  readonly friend?: string
  /** The id of an ask or a favour. */
  readonly id?: string
  readonly draft?: string
}

/** A row of a tree view. All texts are in the language of the editor. */
export interface Row extends Target {
  /** The same as long as it is the same thing, so that it stays open or selected. */
  readonly key: string
  readonly label: string
  readonly note: string
  readonly detail: string
  /** A codicon. */
  readonly icon: string
  /** What the manifest's menus go by. */
  readonly context: string
  readonly expands: 'no' | 'closed' | 'open'
  /** Of the last row of a list that goes on: the list. */
  readonly list?: string
}

/** What a row is called by those who can't see its icon. */
export const spoken = ({ label, note }: Row): string => (note === '' ? label : `${label}, ${note}`)

const entryIcons: Readonly<Record<NonNullable<EntryView['status']>, string>> = { open: 'question', granted: 'check', declined: 'close', withdrawn: 'circle-slash' }
const stepIcons: Readonly<Record<StepView['kind'], string>> = { 'follow-up': 'reply', answer: 'comment', thank: 'heart', report: 'megaphone', 'give-back': 'gift' }

export const friendRow = (file: string, { name, resting, note, detail, hasHistory }: FriendView): Row => ({
  key: `${file} friend ${name}`, file, friend: name, label: name, note, detail,
  icon: resting ? 'coffee' : 'person', context: resting ? 'friend.resting' : 'friend.open', expands: hasHistory ? 'closed' : 'no',
})

export const entryRow = (file: string, friend: string, { id, kind, state, status, title, note, detail, draft }: EntryView): Row => ({
  key: `${file} entry ${id}`, file, friend, id, ...(draft === undefined ? {} : { draft }), label: title, note,
  detail: [`${title}, ${note}`, ...(detail === '' ? [] : [detail])].join('\n'),
  icon: status === undefined ? 'gift' : entryIcons[status], context: kind === 'favor' ? 'favor' : `ask.${state}`, expands: 'no',
})

export const stepRow = (file: string, { kind, friend, id, title, note, detail, draft }: StepView): Row => ({
  key: `${file} step ${kind} ${id ?? friend}`, file, friend, ...(id === undefined ? {} : { id }), ...(draft === undefined ? {} : { draft }),
  label: title, note, detail, icon: stepIcons[kind], context: `step.${kind}`, expands: 'no',
})

/** A workspace folder, where there is more than one with an `askwell.json`. */
export const folderRow = (file: string, name: string): Row => ({
  key: `${file} folder`, file, label: name, note: '', detail: file, icon: 'root-folder', context: 'folder', expands: 'open',
})

/** The last row of a list that goes on. @param list of which more is shown when it is chosen */
export const moreRow = (file: string, list: string, label: string): Row => ({
  key: `${file} more ${list}`, file, label, note: '', detail: label, icon: 'ellipsis', context: 'more', expands: 'no', list,
})

/** What the empty views have to say. */
export type Welcome = 'there' | 'empty' | 'absent' | 'unreadable' | 'stopped'

/** What there is of all folders taken together; undefined, if there is no server to ask. */
export function welcomeOf(files: readonly (Pick<FriendsOfFile | StepsOfFile, 'state'> & { readonly hasFriends: boolean })[] | undefined): Welcome {
  if (!files) return 'stopped'
  const has = (state: FileState): boolean => files.some((file) => file.state === state)
  if (has('there')) return files.some(({ hasFriends }) => hasFriends) ? 'there' : 'empty'
  return has('unreadable') ? 'unreadable' : 'absent'
}
