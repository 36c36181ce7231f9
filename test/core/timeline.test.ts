import assert from 'node:assert/strict'
import { lastTwelveMonths, readWorkspace, timelineOf, yearPeriod, yearsOf, type Period } from '../../src/core/index.ts'

const workspace = readWorkspace(JSON.stringify({
  version: 1,
  friends: [{ name: 'Änne Vogt', aliases: ['Änni'] }, { name: 'Ben Keller' }, { name: 'Nobody Asked' }],
  asks: [
    { id: 'a4', friend: 'anni', ask: 'advice', date: '2026-01-05', status: 'granted', answered: '2026-01-05', thanked: '2026-01-05', reported: '2026-02-01' },
    { id: 'a3', friend: 'Stranger', ask: 'other', date: '2026-01-04', status: 'withdrawn', answered: '2026-01-06' },
    { id: 'a2', friend: 'Ben Keller', ask: 'referral', date: '2025-12-30', status: 'declined', answered: '2026-01-02' },
    { id: 'a1', friend: 'Ben Keller', ask: 'job-lead', date: '2024-12-31' },
  ],
  favors: [{ id: 'f1', friend: 'Änne Vogt', date: '2026-01-01', what: 'moved' }],
}))
const shown = (period: Period): unknown => timelineOf(workspace, period)
  .map(({ friend, entries }) => [friend, ...entries.map(({ entry, marks }) => [entry.id, ...marks.map(({ kind, day }) => `${kind} ${day}`)])])

describe('the timeline', () => {
  it('has what happened in a year, by friend, by day; what began before or ended after is cut', () => {
    assert.deepEqual(shown(yearPeriod(2026)), [
      ['Änne Vogt', ['f1', 'favor 2026-01-01'], ['a4', 'asked 2026-01-05', 'granted 2026-01-05', 'thanked 2026-01-05', 'reported 2026-02-01']],
      ['Ben Keller', ['a2', 'declined 2026-01-02']],
      ['Stranger', ['a3', 'asked 2026-01-04', 'withdrawn 2026-01-06']],
    ])
    assert.deepEqual(shown(yearPeriod(2025)), [['Ben Keller', ['a2', 'asked 2025-12-30']]])
    assert.deepEqual(shown({ from: '2026-01-05', to: '2026-01-05' }), [['Änne Vogt', ['a4', 'asked 2026-01-05', 'granted 2026-01-05', 'thanked 2026-01-05']]])
    assert.deepEqual(shown(yearPeriod(2023)), [])
  })

  it('knows the years in which anything happened', () => {
    assert.deepEqual(yearsOf(workspace), [2026, 2025, 2024])
  })

  it('has twelve whole months up to today', () => {
    assert.deepEqual(lastTwelveMonths('2026-11-23'), { from: '2025-12-01', to: '2026-11-30' })
    assert.deepEqual(lastTwelveMonths('2024-02-29'), { from: '2023-03-01', to: '2024-02-29' })
    assert.deepEqual(lastTwelveMonths('2026-12-01'), { from: '2026-01-01', to: '2026-12-31' })
    assert.deepEqual(yearPeriod(2024), { from: '2024-01-01', to: '2024-12-31' })
  })
})
