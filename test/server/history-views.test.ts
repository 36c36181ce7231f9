import assert from 'node:assert/strict'
import type { EntryPlace, EntriesOfFriend, FriendsOfFile, StepsOfFile, TimelinePage } from '../../src/server/protocol.ts'
import { FOLDER, start, stopAll, WORKSPACE_FILE, type Editor } from './harness.ts'

const OTHER = 'file:///home/ada/other'
const history = JSON.stringify({
  version: 1,
  friends: [{ name: 'Maria Lopez', aliases: ['Mari'], companies: ['Acme'], fields: ['design'] }, { name: 'Ben Keller' }, { name: 'Änne Vogt' }],
  asks: [
    { id: 'a3', friend: 'Mari', ask: 'introduction', date: '2026-11-10', draft: 'asks/maria.ask.md', status: 'granted', answered: '2026-11-11' },
    { id: 'a2', friend: 'Ben Keller', ask: 'job-lead', date: '2026-10-20' },
    { id: 'a1', friend: 'Maria Lopez', ask: 'advice', date: '2025-03-02', status: 'declined', answered: '2025-03-04', outcome: 'no time' },
  ],
  favors: [{ id: 'f1', friend: 'Maria Lopez', date: '2026-10-01', what: 'read her portfolio' }],
})
const open = (options: object = {}): Promise<Editor> => start({ files: { [WORKSPACE_FILE]: history }, ...options })

afterEach(stopAll)

describe('what views ask: friends', () => {
  it('are listed with what there is to say, the resting last, each group by name', async () => {
    const editor = await open()
    const [{ file, state, friends } = { file: '', state: '', friends: [] }] = await editor.request<FriendsOfFile[]>('askwell/friends', undefined)
    assert.deepEqual([file, state], [WORKSPACE_FILE, 'there'])
    assert.deepEqual(friends.map(({ name, resting, note, hasHistory }) => [name, resting, note, hasHistory]), [
      ['Änne Vogt', false, 'never asked', false],
      ['Ben Keller', false, 'open ask, 20 Oct', true],
      ['Maria Lopez', true, 'rests until 2 Dec', true],
    ])
    assert.match(friends[2]?.detail ?? '', /^Maria Lopez: asked once in 60 days.*\nAcme\ndesign$/s)
  })

  it('rest as long as the settings say, in the language of the editor', async () => {
    const editor = await open({ locale: 'de', settings: { rules: { 'choose/too-soon': { days: 40 } } } })
    const [{ friends } = { friends: [] }] = await editor.request<FriendsOfFile[]>('askwell/friends', undefined)
    assert.deepEqual(friends.map(({ name, note }) => [name, note]), [
      ['Änne Vogt', 'nie gebeten'], ['Ben Keller', 'hat Ruhe bis 30. Nov.'], ['Maria Lopez', 'hat Ruhe bis 21. Dez.'],
    ])
  })

  it('come from every folder, and where there is no file, that is said', async () => {
    const editor = await open({ folders: [FOLDER, OTHER] })
    const found = await editor.request<FriendsOfFile[]>('askwell/friends', undefined)
    assert.deepEqual(found.map(({ file, state, friends }) => [file, state, friends.length]), [[WORKSPACE_FILE, 'there', 3], [`${OTHER}/askwell.json`, 'absent', 0]])
  })

  it('have asks and favours, newest first, with their drafts', async () => {
    const editor = await open()
    const { entries, more } = await editor.request<EntriesOfFriend>('askwell/entries', { file: WORKSPACE_FILE, friend: 'Maria Lopez' })
    assert.equal(more, 0)
    assert.deepEqual(entries.map(({ id, kind, state, title, note, detail, draft }) => [id, kind, state, title, note, detail, draft]), [
      ['a3', 'ask', 'thankable', 'Introduction', '10 Nov, not yet thanked', '', `${FOLDER}/asks/maria.ask.md`],
      ['f1', 'favor', 'done', 'Read her portfolio', 'you helped on 1 Oct', '', undefined],
      ['a1', 'ask', 'done', 'Advice', '2 Mar 2025, declined', 'no time', undefined],
    ])
  })

  it('are listed piece by piece, those at rest last of all', async () => {
    const editor = await open()
    const [all] = await editor.request<FriendsOfFile[]>('askwell/friends', {})
    const [some] = await editor.request<FriendsOfFile[]>('askwell/friends', { limit: 2 })
    assert.deepEqual([some?.friends, some?.more, all?.friends.length, all?.more], [all?.friends.slice(0, 2), 1, 3, 0])
    const { entries, more } = await editor.request<EntriesOfFriend>('askwell/entries', { file: WORKSPACE_FILE, friend: 'Maria Lopez', limit: 1 })
    assert.deepEqual([entries.map(({ id }) => id), more], [['a3'], 2])
    await assert.rejects(editor.request('askwell/friends', { limit: 0 }), /limit/)
  })

  it('are refused to who asks for nobody', async () => {
    const editor = await open()
    await assert.rejects(editor.request('askwell/entries', { file: WORKSPACE_FILE }), /friend/)
  })
})

describe('what views ask: next steps', () => {
  it('are listed with the ask that they are about, thanks first', async () => {
    const editor = await open()
    const [{ steps, hasFriends, more } = { steps: [], hasFriends: false, more: 1 }] = await editor.request<StepsOfFile[]>('askwell/nextSteps', undefined)
    assert.deepEqual(steps.map(({ kind, id, title, note, draft }) => [kind, id, title, note, draft]), [
      ['thank', 'a3', 'Thank Maria Lopez', 'Introduction, due 14 Nov', `${FOLDER}/asks/maria.ask.md`],
      ['follow-up', 'a2', 'Follow up with Ben Keller', 'Job lead, 20 Oct', undefined],
    ])
    assert.deepEqual([hasFriends, more], [true, 0])
  })

  it('are no more than can be read; the rest is counted', async () => {
    const asks = Array.from({ length: 130 }, (_, index) => ({ id: `a${index}`, friend: `Friend ${index}`, ask: 'advice', date: '2026-10-20' }))
    const editor = await open({ files: { [WORKSPACE_FILE]: JSON.stringify({ version: 1, asks }) } })
    const [found] = await editor.request<StepsOfFile[]>('askwell/nextSteps', undefined)
    assert.deepEqual([found?.steps.length, found?.more, found?.hasFriends], [100, 30, true])
    const [longer] = await editor.request<StepsOfFile[]>('askwell/nextSteps', { limit: 120 })
    assert.deepEqual([longer?.steps.length, longer?.more, longer?.steps.slice(0, 100)], [120, 10, found?.steps])
  })
})

describe('what views ask: the timeline', () => {
  it('shows the last twelve months, friends by name, marks by day', async () => {
    const editor = await open()
    const page = await editor.request<TimelinePage>('askwell/timeline', { file: WORKSPACE_FILE })
    assert.deepEqual([page.from, page.to, page.today, page.years], ['2025-12-01', '2026-11-30', '2026-11-14', [2026, 2025]])
    assert.deepEqual(page.rows.map(({ friend, entries }) => [friend, ...entries.map(({ title, marks }) => [title, ...marks.map(({ label }) => label)])]), [
      ['Ben Keller', ['Job lead', 'Asked, 20 Oct 2026']],
      ['Maria Lopez', ['Read her portfolio', 'You helped, 1 Oct 2026'], ['Introduction', 'Asked, 10 Nov 2026', 'Granted, 11 Nov 2026']],
    ])
  })

  it('shows a year, and the same as cells', async () => {
    const editor = await open()
    const page = await editor.request<TimelinePage>('askwell/timeline', { file: WORKSPACE_FILE, year: 2025 })
    assert.deepEqual(page.rows, [{
      friend: 'Maria Lopez',
      entries: [{
        id: 'a1', kind: 'ask', title: 'Advice', open: false, outcome: 'no time', date: '2 Mar 2025', answer: 'declined, 4 Mar 2025: no time', thanked: '–', reported: '–',
        marks: [{ kind: 'asked', day: '2025-03-02', label: 'Asked, 2 Mar 2025' }, { kind: 'declined', day: '2025-03-04', label: 'Declined, 4 Mar 2025' }],
      }],
    }])
  })

  it('finds friends by a part of their name, whatever the accents', async () => {
    const editor = await open()
    const friends = async (filter: string): Promise<string[]> =>
      (await editor.request<TimelinePage>('askwell/timeline', { file: WORKSPACE_FILE, filter })).rows.map(({ friend }) => friend)
    assert.deepEqual(await friends('LÓPEZ'), ['Maria Lopez'])
    assert.deepEqual(await friends('nobody'), [])
  })

  it('gives many friends page by page, and the last page for one beyond it', async () => {
    const asks = Array.from({ length: 60 }, (_, index) => ({ id: `a${index}`, friend: `Friend ${String(index).padStart(2, '0')}`, ask: 'advice', date: '2026-10-20' }))
    const editor = await open({ files: { [WORKSPACE_FILE]: JSON.stringify({ version: 1, asks }) } })
    const at = async (wanted: number): Promise<unknown[]> => {
      const { page, pages, first, total, rows } = await editor.request<TimelinePage>('askwell/timeline', { file: WORKSPACE_FILE, page: wanted })
      return [page, pages, first, total, rows.length, rows[0]?.friend]
    }
    assert.deepEqual(await at(1), [1, 3, 25, 60, 25, 'Friend 25'])
    assert.deepEqual(await at(9), [2, 3, 50, 60, 10, 'Friend 50'])
  })
})

describe('what views ask: the place of an entry', () => {
  it('is its draft, and its line in askwell.json', async () => {
    const editor = await open()
    const place = (id: string): Promise<EntryPlace> => editor.request('askwell/entryPlace', { file: WORKSPACE_FILE, id })
    assert.deepEqual(await place('a3'), { offset: history.indexOf('"a3"'), draft: `${FOLDER}/asks/maria.ask.md` })
    assert.deepEqual(await place('f1'), { offset: history.indexOf('"f1"') })
    assert.equal(await place('gone'), null)
  })
})

describe('views', () => {
  it('are told when the file changes, on disk or unsaved in the editor, if they have asked', async () => {
    const editor = await open()
    await editor.changeOnDisk(WORKSPACE_FILE, '{ "version": 1 }')
    assert.equal(editor.historyChanges, 0)
    await editor.request('askwell/friends', undefined)
    await editor.changeOnDisk(WORKSPACE_FILE, history)
    assert.equal(editor.historyChanges, 1)
    await editor.open(WORKSPACE_FILE, '{ "version": 1, "friends": [{ "name": "Jo" }] }', 'jsonc')
    await editor.settle()
    assert.equal(editor.historyChanges, 2)
    const [found] = await editor.request<FriendsOfFile[]>('askwell/friends', undefined)
    assert.deepEqual(found?.friends.map(({ name }) => name), ['Jo'])
  })

  it('are told when settings or folders change', async () => {
    const editor = await open()
    await editor.request('askwell/nextSteps', undefined)
    await editor.configure({ file: 'people.json' })
    await editor.changeFolders([OTHER], [])
    assert.equal(editor.historyChanges, 2)
    const found = await editor.request<StepsOfFile[]>('askwell/nextSteps', undefined)
    assert.deepEqual(found.map(({ file, state }) => [file, state]), [[`${FOLDER}/people.json`, 'absent'], [`${OTHER}/people.json`, 'absent']])
  })
})

describe('what is said of a friend', () => {
  const note = async (date: string, locale: string): Promise<string | undefined> => {
    const text = JSON.stringify({ version: 1, asks: [{ id: 'a', friend: 'Jo', ask: 'advice', date, status: 'granted', answered: date }] })
    const editor = await open({ locale, files: { [WORKSPACE_FILE]: text } })
    const [found] = await editor.request<FriendsOfFile[]>('askwell/friends', undefined)
    return found?.friends[0]?.note
  }

  it('is how long ago the last ask was, or its month', async () => {
    assert.deepEqual([await note('2026-10-15', 'en'), await note('2026-10-15', 'de')], ['asked 30 days ago', 'vor 30 Tagen gebeten'])
    assert.deepEqual([await note('2026-06-15', 'en'), await note('2025-06-15', 'de')], ['asked in June', 'im Juni 2025 gebeten'])
  })
})
