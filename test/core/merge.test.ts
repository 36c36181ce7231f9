import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  addDays, applyEdits, ASK_STATUSES, editWorkspace, keepBoth, markedConflicts, mergeWorkspaces, newAsk, readWorkspace, WorkspaceNotWritable,
  type AskEntry, type WorkspaceChange,
} from '../../src/core/index.ts'
import { workspaceText } from './any-workspace.ts'
import { runs } from '../helpers/runs.ts'

const ask = (id: string, more: Partial<AskEntry> = {}): AskEntry => ({ ...newAsk({ id, friend: 'Maria', ask: 'advice', date: '2026-11-01' }), ...more })
const line = (entry: object): string => JSON.stringify(entry)
const file = (asks: readonly object[], more = ''): string => `{\n  "version": 1,${more}\n  "asks": [\n${asks.map((entry) => `    ${line(entry)}`).join(',\n')}\n  ]\n}\n`
const merge = (base: string, ours: string, theirs: string): { text: string; conflicts: number } => {
  const merged = mergeWorkspaces(base, ours, theirs)
  assert.equal(merged === undefined, false)
  return merged ?? { text: '', conflicts: -1 }
}
const clean = (base: string, ours: string, theirs: string): string => {
  const { text, conflicts } = merge(base, ours, theirs)
  assert.deepEqual([conflicts, readWorkspace(text).problems], [0, []], text)
  return text
}
const idsOf = (text: string): string[] => { const { asks, favors } = readWorkspace(text); return [...asks, ...favors].map(({ id }) => id).sort() }
const comments = (text: string): string[] => (text.match(/\/\/ note \d+/g) ?? []).sort()

describe('merging two sides', () => {
  it('unites entries that both have added, the newest first', () => {
    assert.equal(clean(file([ask('1')]), file([ask('4'), ask('2'), ask('1')]), file([ask('5'), ask('3'), ask('1')])), file([ask('5'), ask('4'), ask('3'), ask('2'), ask('1')]))
  })

  it('unites files that both sides have started', () => {
    assert.equal(clean('', file([ask('1')]), file([ask('2')])), file([ask('2'), ask('1')]))
    const favor = { id: 'f', friend: 'Jo', date: '2026-01-01', what: 'soup' }
    const merged = clean('{\n  "version": 1\n}\n', file([ask('1')]), `{\n  "version": 1,\n  "favors": [\n    ${line(favor)} // a pot of it\n  ]\n}\n`)
    assert.deepEqual(idsOf(merged), ['1', 'f'])
    assert.match(merged, /\/\/ a pot of it/)
  })

  it('keeps the later state of an entry, key by key', () => {
    const base = file([ask('1')])
    const states = (ours: Partial<AskEntry>, theirs: Partial<AskEntry>): AskEntry | undefined => readWorkspace(clean(base, file([ask('1', ours)]), file([ask('1', theirs)]))).asks[0]
    assert.deepEqual(states({ status: 'granted', answered: '2026-11-03' }, { followedUp: '2026-11-02' }), ask('1', { status: 'granted', answered: '2026-11-03', followedUp: '2026-11-02' }))
    assert.deepEqual(states({ status: 'granted', answered: '2026-11-03' }, { status: 'granted', answered: '2026-11-04', thanked: '2026-11-05' }), ask('1', { status: 'granted', answered: '2026-11-04', thanked: '2026-11-05' }))
    assert.deepEqual(states({ outcome: 'yes' }, { draft: 'a.ask.md' }), ask('1', { outcome: 'yes', draft: 'a.ask.md' }))
  })

  it('leaves out what one side took out, and keeps what the other one changed', () => {
    const base = file([ask('3'), ask('2'), ask('1')])
    assert.deepEqual(idsOf(clean(base, file([ask('3'), ask('1')]), file([ask('3'), ask('2')]))), ['3'])
    const changed = merge(base, file([ask('3'), ask('1')]), file([ask('3'), ask('2', { outcome: 'yes' }), ask('1')]))
    assert.deepEqual([changed.conflicts, idsOf(changed.text)], [1, ['1', '2', '3']])
    assert.match(changed.text, /\n {4}\/\/ <<<<<<< the other side has changed this, and ours had taken it out\n.*"2"/)
    const removed = merge(base, file([ask('3'), ask('2', { outcome: 'yes' }), ask('1')]), file([ask('3'), ask('1')]))
    assert.match(removed.text, /\n {4}\/\/ <<<<<<< the other side has taken this out\n.*"2"/)
  })

  it('leaves an entry that was changed in two ways to the person, marked, with both ways in the file', () => {
    const { text, conflicts } = merge(file([ask('1')]), file([ask('1', { status: 'granted' })]), file([ask('1', { status: 'declined', outcome: 'no time' })]))
    assert.equal(conflicts, 1)
    assert.match(text, /^ {4}\/\/ <<<<<<< the other side has: \{"id":"1".*"declined".*"no time"\}\n {4}\{"id":"1".*"granted"/m)
    const { writable, problems, asks } = readWorkspace(text)
    assert.deepEqual([writable, asks.length, problems.map(({ message }) => message)], [true, 1, ['Two sides changed this in two ways. Keep the one that is right, and remove this comment.']])
  })

  it('offers both ways out of what it has marked', () => {
    const [before, granted, declined] = [{}, { status: 'granted' as const }, { status: 'declined' as const }].map((set) => file([ask('2'), ask('1', set)]))
    const { text } = merge(before ?? '', granted ?? '', declined ?? '')
    const [conflict, ...others] = markedConflicts(readWorkspace(text))
    assert.deepEqual(others, [])
    assert.equal(applyEdits(text, conflict?.keepOurs ?? []), granted)
    assert.equal(applyEdits(text, conflict?.takeTheirs ?? []), declined)
    const removed = merge(before ?? '', granted ?? '', file([ask('2')])).text
    assert.deepEqual(idsOf(applyEdits(removed, markedConflicts(readWorkspace(removed))[0]?.takeTheirs ?? [])), ['2'])
    const [me, mine, other] = ['A', 'B', 'C'].map((name) => `{\n  "version": 1,\n  "me": {"name":"${name}"}\n}\n`)
    const settings = merge(me ?? '', mine ?? '', other ?? '').text
    const choice = markedConflicts(readWorkspace(settings))[0]
    assert.deepEqual([applyEdits(settings, choice?.keepOurs ?? []), applyEdits(settings, choice?.takeTheirs ?? [])], [mine, other])
    // A comment that somebody has moved or changed is not followed.
    assert.equal(markedConflicts(readWorkspace(text.replace('the other side has: {"id":"1"', 'the other side has: {"id":"9"')))[0]?.takeTheirs, undefined)
    assert.equal(markedConflicts(readWorkspace(text.replace('the other side has: {', 'the other side has: {{')))[0]?.takeTheirs, undefined)
  })

  it('merges settings, friends and what else there is key by key', () => {
    const of = (more: object): string => JSON.stringify({ version: 1, ...more }, undefined, 2)
    const merged = clean(
      of({ me: { name: 'Ada', links: { cv: 'a' } }, rules: { 'line/pressure': 'off' }, friends: [{ name: 'Jo', aliases: ['J', 'K'] }] }),
      of({ me: { name: 'Ada', links: { cv: 'b' } }, rules: {}, friends: [{ name: 'Jo', aliases: ['J', 'K', 'L'] }, { name: 'Kim' }] }),
      of({ me: { name: 'Ada Kim', links: { cv: 'a', site: 's' } }, rules: { 'line/pressure': 'off', 'line/vouch': 'hint' }, friends: [{ name: 'Lu' }, { name: 'JO', aliases: ['K', 'M'], lang: 'de' }], more: 1 }))
    const { me, rules, friends } = readWorkspace(merged)
    assert.deepEqual([me, { ...rules }, friends], [
      { name: 'Ada Kim', links: { cv: 'b', site: 's' } }, { 'line/vouch': 'hint' },
      [{ name: 'Lu' }, { name: 'JO', aliases: ['K', 'L', 'M'], lang: 'de' }, { name: 'Kim' }],
    ])
    assert.match(merged, /"more": 1/)
    const { text, conflicts } = merge(of({ me: { name: 'A' } }), of({ me: { name: 'B' } }), of({ me: { name: 'C' } }))
    assert.deepEqual([conflicts, readWorkspace(text).me], [1, { name: 'B' }])
    assert.match(text, /\/\/ <<<<<<< the other side has: \{"me":\{"name":"C"\}\}\n {2}"me"/)
  })

  it('refuses what it can\'t read', () => {
    for (const broken of ['{', '{ "version": 99 }', '[]', 'x']) {
      assert.equal(mergeWorkspaces('', broken, file([])), undefined)
      assert.equal(mergeWorkspaces('', file([]), broken), undefined)
    }
    assert.deepEqual(idsOf(clean('broken', file([ask('1')]), file([ask('2'), ask('1')]))), ['1', '2'])
  })

  /** Changes of many kinds; those that do not fit the file are passed over. */
  const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-01-01', days))
  const someId = fc.integer({ min: 0, max: 12 }).map((number) => `b${number}`)
  const change = (side: string): fc.Arbitrary<WorkspaceChange | string> => fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 1e6 }), day).map(([number, date]): WorkspaceChange => ({ kind: 'add-ask', entry: ask(`n${number}${side}`, { date }) })),
    fc.tuple(fc.integer({ min: 0, max: 1e6 }), day).map(([number, date]): WorkspaceChange => ({ kind: 'add-favor', entry: { id: `g${number}${side}`, friend: 'Jo', date, what: 'soup' } })),
    fc.tuple(someId, day).map(([id, thanked]): WorkspaceChange => ({ kind: 'update-ask', id, set: { thanked } })),
    fc.tuple(someId, fc.constantFrom(...ASK_STATUSES), day).map(([id, status, answered]): WorkspaceChange => ({ kind: 'update-ask', id, set: { status, answered } })),
    fc.tuple(someId, fc.constantFrom('', 'yes', 'no')).map(([id, outcome]): WorkspaceChange => ({ kind: 'update-ask', id, set: { outcome } })),
    someId.map((id): WorkspaceChange => ({ kind: 'forget-entry', id })),
    fc.constantFrom('Kim', 'Lu', 'Ann').map((name): WorkspaceChange => ({ kind: 'add-friend', friend: { name } })),
    fc.constantFrom('hint' as const, 'off' as const).map((severity): WorkspaceChange => ({ kind: 'set-rule', rule: 'line/pressure', severity })),
    fc.integer({ min: 0, max: 999 }).map((number) => `// note ${number}${side === 'o' ? '1' : '2'}`),
  )
  const apply = (text: string, changes: readonly (WorkspaceChange | string)[]): string => changes.reduce((now: string, one) => {
    // A comment above any entry or list.
    if (typeof one === 'string') return now.replace(/\n( *)(["{])/g, (whole, indent: string, first: string, at: number) => (at % 7 === 0 ? `\n${indent}${one}\n${indent}${first}` : whole))
    // Ids are unique.
    if ('entry' in one && idsOf(now).includes(one.entry.id)) return now
    try {
      return applyEdits(now, editWorkspace(now, one))
    } catch (error) {
      if (error instanceof WorkspaceNotWritable) return now
      throw error
    }
  }, text)

  const base = fc.uniqueArray(someId, { maxLength: 8 }).map((ids) => file([...ids].sort().reverse().map((id) => ask(id)), ' // note 0'))

  it('loses nothing, whatever the sides did, and is always valid', () => {
    fc.assert(fc.property(base, fc.array(change('o'), { maxLength: 12 }), fc.array(change('t'), { maxLength: 12 }), (before, mine, other) => {
      const [ours, theirs] = [apply(before, mine), apply(before, other)]
      const { text, conflicts } = merge(before, ours, theirs)
      const { writable, problems } = readWorkspace(text)
      assert.deepEqual([writable, problems.length], [true, conflicts], text)
      // Every entry that either side has is there, unless the other side took it out and this one left it as it was.
      const known = new Set(idsOf(before))
      const both = (id: string): boolean => idsOf(ours).includes(id) && idsOf(theirs).includes(id)
      const had = idsOf(text)
      for (const id of [...idsOf(ours), ...idsOf(theirs)]) if (!known.has(id) || both(id)) assert.equal(had.includes(id), true, id)
      assert.equal(new Set(had).size, had.length)
      for (const comment of [...comments(ours), ...comments(theirs)]) {
        // The comment at the end of a line that went with its entry may go.
        assert.equal(comments(text).includes(comment), true, comment)
      }
      // The other way around it is the same, but for whose side stands in a conflict.
      const mirrored = merge(before, theirs, ours)
      assert.equal(mirrored.conflicts, conflicts)
      assert.deepEqual(idsOf(mirrored.text), had)
    }), runs(400))
  })

  it('changes nothing where one side has done nothing', () => {
    fc.assert(fc.property(workspaceText, workspaceText, (before, ours) => {
      fc.pre(readWorkspace(before).writable && readWorkspace(ours).problems.length === 0)
      const data = (text: string): object => { const { me, rules, friends, asks, favors } = readWorkspace(text); return { me, rules, asks, favors, friends } }
      assert.deepEqual(data(merge(before, ours, before).text), data(ours))
      assert.deepEqual(merge(ours, ours, ours), { text: ours, conflicts: 0 })
      assert.equal(merge(before, ours, ours).conflicts, 0)
    }), runs(200))
  })
})

describe('a file with the conflicts that git leaves', () => {
  const ours = '    {"id":"3","friend":"Jo","ask":"advice","date":"2026-11-03"},\n'
  const theirs = '    {"id":"2","friend":"Kim","ask":"advice","date":"2026-11-02"},\n'
  const rest = '    {"id":"1","friend":"Lu","ask":"advice","date":"2026-11-01"}\n'
  const whole = (inside: string, eol = '\n'): string => `{\n  "version": 1, // mine\n  "asks": [\n${inside}  ]\n}\n`.replaceAll('\n', eol)
  const conflict = (mine: string, other: string, base = ''): string => `<<<<<<< HEAD\n${mine}${base && `||||||| 1a2b3c\n${base}`}=======\n${other}>>>>>>> machine\n`

  it('is read with both sides, told of where it is, and not written', () => {
    const text = whole(conflict(ours, theirs) + rest)
    const { asks, problems, writable } = readWorkspace(text)
    assert.deepEqual(asks.map(({ id }) => id), ['3', '2', '1'])
    assert.equal(writable, false)
    assert.deepEqual(problems.map(({ at, conflict: isConflict }) => [text.slice(at.start, at.end), isConflict]), [[conflict(ours, theirs), true]])
    assert.throws(() => editWorkspace(text, { kind: 'forget-entry', id: '1' }), WorkspaceNotWritable)
  })

  it('is mended by keeping both sides', () => {
    const mended = (text: string): string => applyEdits(text, keepBoth(text) ?? [])
    assert.equal(mended(whole(conflict(ours, theirs) + rest)), whole(ours + theirs + rest))
    assert.equal(mended(whole(conflict(ours, theirs) + rest, '\r\n')), whole(ours + theirs + rest, '\r\n'))
    // The first entries of a list have no comma behind them.
    const bare = (entry: string): string => entry.replace(',\n', '\n')
    assert.equal(mended(whole(conflict(bare(ours), bare(theirs)))), whole(ours + bare(theirs)))
    // The same entry on both sides, with and without the base.
    const granted = rest.replace('}', ',"status":"granted"}')
    const noted = rest.replace('}', ',"outcome":"yes"}')
    const united = readWorkspace(mended(whole(ours + conflict(granted, noted, rest)))).asks[1]
    assert.deepEqual([united?.status, united?.outcome], ['granted', 'yes'])
    assert.equal(readWorkspace(mended(whole(ours + conflict(granted, noted)))).problems.length, 0)
    const declined = mended(whole(ours + conflict(granted, rest.replace('}', ',"status":"declined"}'), rest)))
    assert.match(declined, /\/\/ <<<<<<< the other side has: .*"declined"\}\n.*"granted"/)
  })

  it('is left alone where a side is broken, or there is no conflict', () => {
    assert.equal(keepBoth(whole(conflict('{', theirs) + rest)), undefined)
    assert.equal(keepBoth(whole(rest)), undefined)
    assert.equal(keepBoth('<<<<<<< HEAD\n>>>>>>> x\n'), undefined)
    assert.deepEqual(readWorkspace(whole(rest).replace('mine', '<<<<<<< not a mark')).problems, [])
  })
})
