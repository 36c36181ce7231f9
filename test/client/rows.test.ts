import assert from 'node:assert/strict'
import { entryRow, friendRow, spoken, stepRow, welcomeOf } from '../../src/client/history/rows.ts'
import type { EntryView, FriendView, StepView } from '../../src/server/protocol.ts'

const FILE = 'file:///askwell.json'
const maria: FriendView = { name: 'Maria Lopez', resting: true, note: 'rests until 5 Dec', detail: 'Maria Lopez: asked once', hasHistory: true }
const ask: EntryView = { id: 'a1', kind: 'ask', state: 'thankable', status: 'granted', title: 'Introduction', note: '14 Nov, granted, not yet thanked', detail: 'met Jo', draft: 'file:///a.ask.md' }
const step: StepView = { kind: 'thank', friend: 'Maria Lopez', id: 'a1', title: 'Thank Maria Lopez', note: 'Introduction, due 19 Nov', detail: 'Thank Maria Lopez for an introduction' }

describe('rows of the views', () => {
  it('tell resting friends from open ones by icon, menu and word', () => {
    const [resting, open] = [friendRow(FILE, maria), friendRow(FILE, { ...maria, resting: false, note: 'never asked', hasHistory: false })]
    assert.deepEqual([resting.icon, resting.context, resting.note, resting.expands], ['coffee', 'friend.resting', 'rests until 5 Dec', 'closed'])
    assert.deepEqual([open.icon, open.context, open.note, open.expands], ['person', 'friend.open', 'never asked', 'no'])
  })

  it('carry what their commands are given', () => {
    const { file, friend, id, draft, context } = entryRow(FILE, 'Maria Lopez', ask)
    assert.deepEqual([file, friend, id, draft, context], [FILE, 'Maria Lopez', 'a1', 'file:///a.ask.md', 'ask.thankable'])
    assert.deepEqual([stepRow(FILE, step).id, stepRow(FILE, step).context], ['a1', 'step.thank'])
    assert.equal('id' in friendRow(FILE, maria), false)
  })

  it('have an icon for each state of an ask, and for a favour', () => {
    const icons = ([['open', 'open'], ['granted', 'done'], ['declined', 'done'], ['withdrawn', 'done']] as const)
      .map(([status, state]) => entryRow(FILE, 'Maria', { ...ask, status, state }).icon)
    const favor = entryRow(FILE, 'Maria', { ...ask, kind: 'favor', status: undefined })
    assert.equal(new Set([...icons, favor.icon]).size, 5)
    assert.equal(favor.context, 'favor')
  })

  it('stay themselves when what is said of them changes', () => {
    assert.equal(friendRow(FILE, maria).key, friendRow(FILE, { ...maria, note: 'never asked', resting: false }).key)
    assert.notEqual(stepRow(FILE, step).key, stepRow(FILE, { ...step, kind: 'report' }).key)
    assert.notEqual(friendRow(FILE, maria).key, friendRow('file:///other/askwell.json', maria).key)
  })

  it('are spoken in one piece', () => {
    assert.equal(spoken(friendRow(FILE, maria)), 'Maria Lopez, rests until 5 Dec')
    assert.equal(spoken(friendRow(FILE, { ...maria, note: '' })), 'Maria Lopez')
  })

  it('are welcomed by what there is in all folders together', () => {
    const file = (state: 'there' | 'absent' | 'unreadable', hasFriends = false): { state: typeof state; hasFriends: boolean } => ({ state, hasFriends })
    assert.equal(welcomeOf(undefined), 'stopped')
    assert.equal(welcomeOf([]), 'absent')
    assert.equal(welcomeOf([file('absent'), file('unreadable')]), 'unreadable')
    assert.equal(welcomeOf([file('there'), file('unreadable')]), 'empty')
    assert.equal(welcomeOf([file('there'), file('there', true)]), 'there')
  })
})
