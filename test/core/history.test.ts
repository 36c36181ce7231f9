import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parse, type ParseError } from 'jsonc-parser'
import {
  addDays, almostKnown, applyEdits, editWorkspace, findFriend, newAsk, newId, otherFriends, pastAsks, readWorkspace,
  WorkspaceNotWritable, type AskEntry, type FavorEntry, type WorkspaceChange,
} from '../../src/core/index.ts'
import { names, workspaceText } from './any-workspace.ts'
import { runs } from '../helpers/runs.ts'

const apply = (text: string, change: WorkspaceChange): string => applyEdits(text, editWorkspace(text, change))

const entry = (id: string): AskEntry => newAsk({ id, friend: 'Maria Lopez', ask: 'introduction', date: '2026-11-14' })
const favor: FavorEntry = { id: 'f9', friend: 'Maria Lopez', date: '2026-10-01', what: 'reviewed her portfolio' }

/** Each problem, as the stretch of text at which it stands and its message. */
const problemsOf = (text: string): string[] =>
  readWorkspace(text).problems.map(({ at, message }) => `${text.slice(at.start, at.end)} | ${message}`)

describe('readWorkspace', () => {
  it('reads comments and trailing commas, sorts asks by date and fills in what an entry may leave out', () => {
    const { asks, favors, friends, me, rules, problems, writable } = readWorkspace(`\uFEFF{ // mine
      "version": 1,
      "me": { "name": "Ada", "links": { "cv": "https://example.org/cv", }, },
      "friends": [ { "name": "Maria Lopez", "aliases": ["Mari"], "since": 2009 }, ],
      "rules": { "return/no-offer": "off", "choose/too-soon": { "days": 30 } },
      "asks": [
        { "id": "1", "friend": "Mari", "ask": "advice", "date": "2026-01-01" },
        { "id": "2", "friend": "Maria Lopez", "ask": "referral", "date": "2026-02-01", "status": "granted" },
      ],
      "favors": [ { "id": "3", "friend": "Mari", "date": "2026-01-02", "what": "soup" } ],
    }`)
    assert.deepEqual(problems, [])
    assert.equal(writable, true)
    assert.equal(me.name, 'Ada')
    assert.equal(friends[0]?.['since'], 2009)
    assert.deepEqual({ ...rules }, { 'return/no-offer': 'off', 'choose/too-soon': { days: 30 } })
    assert.deepEqual(asks.map(({ id }) => id), ['2', '1'])
    assert.deepEqual(asks[1], { id: '1', friend: 'Mari', ask: 'advice', date: '2026-01-01', status: 'open', answered: null, thanked: null, reported: null, outcome: '' })
    assert.equal(favors[0]?.what, 'soup')
  })

  it('takes an empty file for an empty workspace', () => {
    for (const text of ['', ' \r\n', '\uFEFF']) {
      assert.deepEqual({ ...readWorkspace(text), text: '' }, { text: '', me: {}, friends: [], rules: {}, asks: [], favors: [], problems: [], writable: true })
    }
  })

  it('leaves out what is wrong, says where it is, and keeps the rest', () => {
    const text = `{ "version": 1, "asks": [
      { "id": "1", "friend": "A", "ask": "money", "date": "2026-01-01" },
      { "id": "2", "friend": "A", "ask": "advice", "date": "2026-02-30" },
      { "id": "3", "friend": "A", "ask": "advice" },
      "what",
      { "id": "4", "friend": "A", "ask": "advice", "date": "2026-01-01" }
    ], "favors": {}, "friends": [{ "name": "" }], "rules": { "line/pressure": "loud", "return/no-offer": "off" }, "me": { "name": 7 } }`
    const { asks, rules, writable } = readWorkspace(text)
    assert.deepEqual(asks.map(({ id }) => id), ['4'])
    assert.deepEqual({ ...rules }, { 'return/no-offer': 'off' })
    assert.equal(writable, true)
    assert.deepEqual(problemsOf(text).map((problem) => problem.split(' | ')[0]).sort(), [
      '""', '"2026-02-30"', '"loud"', '"money"', '"what"', '7', '{ "id": "3", "friend": "A", "ask": "advice" }', '{}',
    ])
  })

  it('reports an id that is used twice', () => {
    const text = '{ "version": 1, "asks": [{ "id": "1", "friend": "A", "ask": "advice", "date": "2026-01-01" }], "favors": [{ "id": "1", "friend": "A", "date": "2026-01-01", "what": "x" }] }'
    assert.deepEqual(problemsOf(text), ['"1" | The id "1" is used twice; ids are unique.'])
    assert.equal(readWorkspace(text).problems[0]?.at.start, text.lastIndexOf('"1"'))
  })

  for (const text of ['{', '[]', '"x"', '{ "version": 2 }', '{ "asks": [] }', '{ "version": 1, }}', '{ "version": 1, "asks": [', '{ "version": "1" }', '[[[', '\u0000']) {
    it(`reads ${JSON.stringify(text)} as far as it can, and never writes it`, () => {
      const workspace = readWorkspace(text)
      assert.equal(workspace.writable, false)
      assert.equal(workspace.problems.length > 0, true)
      assert.throws(() => editWorkspace(text, { kind: 'add-favor', entry: favor }), WorkspaceNotWritable)
    })
  }

  it('takes __proto__ for a name like others', () => {
    const { rules, me, friends } = readWorkspace('{ "version": 1, "__proto__": { "version": 2 }, "rules": { "__proto__": "off" }, "me": { "__proto__": { "name": "Eve" } }, "friends": [{ "name": "A", "__proto__": { "email": "e" } }] }')
    assert.equal(Object.getPrototypeOf(rules), Object.prototype)
    assert.equal(me.name, undefined)
    assert.equal(friends[0]?.email, undefined)
    assert.equal(({} as { name?: unknown }).name, undefined)
  })

  it('refuses what is nested too deeply', () => {
    for (const deep of ['['.repeat(100_000), `{"version":1,"asks":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, '{"a":'.repeat(50_000)]) {
      const { problems, writable } = readWorkspace(deep)
      assert.deepEqual(problems.map(({ message }) => message), ['This is nested deeper than 100 levels, and is not read.'])
      assert.equal(writable, false)
    }
  })
})

describe('editWorkspace', () => {
  it('starts a file', () => {
    for (const text of ['', '\n', '\uFEFF']) {
      assert.equal(apply(text, { kind: 'add-favor', entry: favor }), `{
  "version": 1,
  "favors": [
    { "id": "f9", "friend": "Maria Lopez", "date": "2026-10-01", "what": "reviewed her portfolio" }
  ]
}
`)
    }
  })

  it('puts the newest entry first, one a line, and moves no comment', () => {
    const text = `{
  "version": 1, // of the format
  // whom I asked
  "asks": [ // newest first
    // Paris
    { "id": "a1", "friend": "Jo", "ask": "advice", "date": "2026-01-01" }, // kind
  ],
}
`
    assert.equal(apply(text, { kind: 'add-ask', entry: entry('a2') }), text.replace('first\n', `first
    { "id": "a2", "friend": "Maria Lopez", "ask": "introduction", "date": "2026-11-14", "status": "open", "answered": null, "thanked": null, "reported": null, "outcome": "" },
`))
  })

  it('adds a list behind what is there, and behind its comment', () => {
    assert.equal(apply('{\n  "version": 1 // one, two\n}\n', { kind: 'add-friend', friend: { name: 'Jo' } }),
      '{\n  "version": 1, // one, two\n  "friends": [\n    { "name": "Jo" }\n  ]\n}\n')
    assert.equal(apply('{\r\n\t"version": 1, // one\r\n}', { kind: 'add-friend', friend: { name: 'Jo' } }),
      '{\r\n\t"version": 1, // one\r\n\t"friends": [\r\n\t\t{ "name": "Jo" }\r\n\t],\r\n}')
    assert.equal(apply('{"version":1/* , */,}', { kind: 'add-friend', friend: { name: 'Jo' } }),
      '{"version":1/* , */, "friends": [\n    { "name": "Jo" }\n  ],}')
  })

  it('fills an empty list, whatever stands in it', () => {
    assert.equal(apply('{\n  "version": 1,\n  "friends": []\n}', { kind: 'add-friend', friend: { name: 'Jo' } }), '{\n  "version": 1,\n  "friends": [\n    { "name": "Jo" }\n  ]\n}')
    assert.equal(apply('{\n  "version": 1,\n  "friends": [\n    // nobody\n  ]\n}', { kind: 'add-friend', friend: { name: 'Jo' } }), '{\n  "version": 1,\n  "friends": [\n    { "name": "Jo" }\n    // nobody\n  ]\n}')
    assert.equal(apply('{ "version": 1, "friends": [{"name":"A"}] }', { kind: 'add-friend', friend: { name: 'Jo' } }), '{ "version": 1, "friends": [\n    { "name": "Jo" },\n    {"name":"A"}] }')
  })

  it('sets properties of an ask where they stand, and adds those that are missing', () => {
    assert.equal(
      apply('{"version":1,"asks":[{"id":"1", "status":   "open" /* ? */, "friend":"A"}]}', { kind: 'update-ask', id: '1', set: { status: 'granted', answered: '2026-02-02', outcome: 'said "yes"' } }),
      '{"version":1,"asks":[{"id":"1", "status":   "granted" /* ? */, "friend":"A", "answered": "2026-02-02", "outcome": "said \\"yes\\""}]}')
    assert.equal(
      apply('{"version":1,"asks":[{\n  "id": "1", // one\n}]}', { kind: 'update-ask', id: '1', set: { thanked: null, status: 'declined' } }),
      '{"version":1,"asks":[{\n  "id": "1", // one\n  "thanked": null,\n  "status": "declined",\n}]}')
  })

  it('sets a rule, and keeps the days that it counts', () => {
    const off = { kind: 'set-rule', rule: 'line/pressure', severity: 'off' } as const
    assert.equal(apply('{ "version": 1 }', off), '{ "version": 1, "rules": { "line/pressure": "off" } }')
    assert.equal(apply('{ "version": 1, "rules": {} }', off), '{ "version": 1, "rules": { "line/pressure": "off" } }')
    assert.equal(apply('{ "version": 1, "rules": { "line/pressure": "error" /* ! */ } }', off), '{ "version": 1, "rules": { "line/pressure": "off" /* ! */ } }')
    assert.equal(apply('{ "version": 1, "rules": { "line/pressure": { "days": 3 } } }', off), '{ "version": 1, "rules": { "line/pressure": { "days": 3, "severity": "off" } } }')
    assert.deepEqual(editWorkspace('{ "version": 1, "rules": { "line/pressure": "off" } }', off), [])
  })

  const listed = (...lines: string[]): string => `{\n  "version": 1,\n  "asks": [\n${lines.map((line) => `    ${line}\n`).join('')}  ]\n}\n`
  const one = (id: string, friend = 'Jo'): string => `{ "id": "${id}", "friend": "${friend}", "ask": "advice", "date": "2026-01-01" }`

  it('forgets an entry with its line, and leaves the comments of the others', () => {
    const forget = { kind: 'forget-entry', id: '2' } as const
    assert.equal(apply(listed(`${one('1')},`, '// three', `${one('2')}, // two`, one('3')), forget), listed(`${one('1')},`, '// three', one('3')))
    assert.equal(apply(listed(`${one('1')}, // one`, one('2')), forget), listed(`${one('1')} // one`))
    assert.equal(apply(listed(`${one('1')}, // one`, `${one('2')},`), forget), listed(`${one('1')}, // one`))
    assert.equal(apply(listed(one('2')), forget), listed())
    assert.equal(apply(listed(`${one('1')}, ${one('2')}, ${one('3')}`), forget), listed(`${one('1')}, ${one('3')}`))
    assert.throws(() => apply(listed(one('1')), forget), /no entry with the id "2"/)
  })

  it('forgets all about a friend, by every name', () => {
    const text = `{
  "version": 1,
  "friends": [ { "name": "María López", "aliases": ["Mari"] }, { "name": "Jo" } ],
  "asks": [
    ${one('1', 'mari')},
    { "id": "broken", "friend": "Mari" },
    ${one('2', 'Jo')},
    ${one('3', 'Maria  Lopez')}
  ],
  "favors": [ { "id": "4", "friend": "Mari", "date": "2026-01-01", "what": "soup" } ]
}`
    const left = apply(text, { kind: 'forget-friend', friend: 'maria lopez' })
    assert.deepEqual(parse(left), { version: 1, friends: [{ name: 'Jo' }], asks: [parse(one('2', 'Jo'))], favors: [] })
    assert.equal(/mari|l.pez/i.test(left), false)
    assert.throws(() => apply(left, { kind: 'forget-friend', friend: 'Mari' }), /no entry about "Mari"/)
  })

  it('changes an ask, a favour and a friend where they stand', () => {
    const text = '{ "version": 1, "friends": [{ "name": "Jo", "aliases": ["J"] /* ! */ }], "asks": [{ "id": "1", "friend": "J", "ask": "advice", "date": "2026-01-01" }], "favors": [{ "id": "2", "friend": "Jo", "date": "2026-01-01", "what": "soup" }] }'
    assert.equal(apply(text, { kind: 'update-ask', id: '1', set: { ask: 'referral', draft: undefined, followedUp: '2026-01-09' } }), text.replace('"advice", "date": "2026-01-01"', '"referral", "date": "2026-01-01", "followedUp": "2026-01-09"'))
    assert.equal(apply(text, { kind: 'update-favor', id: '2', set: { what: 'cake' } }), text.replace('soup', 'cake'))
    assert.equal(apply(text, { kind: 'update-friend', friend: 'j', set: { fields: ['law'] } }), text.replace('["J"]', '["J"], "fields": ["law"]'))
    assert.equal(apply(text, { kind: 'rename-friend', friend: 'j', to: 'Joanna' }), text.replaceAll('"Jo"', '"Joanna"'))
    assert.throws(() => apply(text, { kind: 'update-favor', id: '1', set: {} }), /no favor with the id "1"/)
    assert.throws(() => apply(text, { kind: 'update-friend', friend: 'Kim', set: {} }), /no friend "Kim"/)
    const two = apply(text, { kind: 'add-friend', friend: { name: 'Kim' } })
    assert.throws(() => apply(two, { kind: 'rename-friend', friend: 'Jo', to: 'kim' }), /another friend's name already/)
  })

  it('puts entries where their date belongs', () => {
    const at = (id: string, date: string): string => `{ "id": "${id}", "friend": "Jo", "ask": "advice", "date": "${date}" }`
    const added = (...asks: [string, string][]): WorkspaceChange => ({ kind: 'add-entries', asks: asks.map(([id, date]) => ({ ...entry(id), friend: 'Jo', date })) })
    const text = listed(`${at('3', '2026-03-01')}, // three`, '// one', at('1', '2026-01-01'))
    const line = (id: string, date: string): string => `{ "id": "${id}", "friend": "Jo", "ask": "introduction", "date": "${date}", "status": "open", "answered": null, "thanked": null, "reported": null, "outcome": "" }`
    assert.equal(apply(text, added(['0', '2025-01-01'], ['2', '2026-02-01'], ['4', '2026-04-01'])), listed(
      `${line('4', '2026-04-01')},`, `${at('3', '2026-03-01')}, // three`, `${line('2', '2026-02-01')},`, '// one', `${at('1', '2026-01-01')},`, line('0', '2025-01-01')))
  })

  it('refuses what it would break', () => {
    for (const value of ['null', '{}', '"x"']) {
      assert.throws(() => apply(`{ "version": 1, "favors": ${value} }`, { kind: 'add-favor', entry: favor }), WorkspaceNotWritable)
      assert.throws(() => apply(`{ "version": 1, "asks": ${value} }`, { kind: 'update-ask', id: '1', set: {} }), WorkspaceNotWritable)
    }
    assert.throws(() => apply('{ "version": 1, "rules": [] }', { kind: 'set-rule', rule: 'line/pressure', severity: 'off' }), WorkspaceNotWritable)
    assert.throws(() => apply('{ "version": 1 }', { kind: 'update-ask', id: '1', set: {} }), /no ask with the id "1"/)
  })

  describe('whatever the file looks like', () => {
    type Data = { version: number; friends?: { name: string }[]; asks?: (Record<string, unknown> & { id: string; friend: string })[]; favors?: { id: string; friend: string }[]; rules?: Record<string, unknown> }
    const data = (text: string): Data => {
      const errors: ParseError[] = []
      const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true })
      assert.deepEqual(errors, [], text)
      return value as Data
    }
    const comments = (text: string): string[] => text.match(/\/\/ c, \] \} "|\/\* , \] \} \/\/ \*\/|\/\/ \[\{"id":|\/\* 1\r?\n 2 \*\//g) ?? []

    it('adding an entry only inserts', () => {
      fc.assert(fc.property(workspaceText, fc.constantFrom('add-ask', 'add-favor', 'add-friend'), (text, kind) => {
        const ask = entry('new')
        const change: WorkspaceChange = kind === 'add-ask' ? { kind, entry: ask } : kind === 'add-favor' ? { kind, entry: favor } : { kind, friend: { name: 'New' } }
        const edits = editWorkspace(text, change)
        for (const { at } of edits) assert.equal(text.slice(at.start, at.end).trim(), '')
        const before = data(text)
        const after = data(applyEdits(text, edits))
        if (kind === 'add-ask') assert.deepEqual(after, { ...before, asks: [ask, ...before.asks ?? []] })
        if (kind === 'add-favor') assert.deepEqual(after, { ...before, favors: [favor, ...before.favors ?? []] })
        if (kind === 'add-friend') assert.deepEqual(after, { ...before, friends: [{ name: 'New' }, ...before.friends ?? []] })
      }), runs(300))
    })

    it('updating an ask touches nothing but its values', () => {
      fc.assert(fc.property(workspaceText, fc.nat(), (text, pick) => {
        const before = data(text)
        const target = before.asks?.[pick % Math.max(1, before.asks.length)]
        fc.pre(target !== undefined)
        const set = { status: 'granted', answered: '2026-03-03', outcome: 'x' } as const
        const once = apply(text, { kind: 'update-ask', id: target.id, set })
        assert.deepEqual(data(once), { ...before, asks: before.asks?.map((ask) => (ask.id === target.id ? { ...ask, ...set } : ask)) })
        assert.deepEqual(comments(once), comments(text))
        // Values that are there already are replaced, and nothing else.
        const edits = editWorkspace(once, { kind: 'update-ask', id: target.id, set: { status: 'declined' } })
        assert.deepEqual(edits.map(({ at, text: value }) => [once.slice(at.start, at.end), value]), [['"granted"', '"declined"']])
      }), runs(300))
    })

    it('setting a rule touches nothing else', () => {
      fc.assert(fc.property(workspaceText, (text) => {
        const before = data(text)
        const after = apply(text, { kind: 'set-rule', rule: 'line/pressure', severity: 'hint' })
        assert.deepEqual(data(after), { ...before, rules: before.rules ? { 'line/pressure': { days: 4, severity: 'hint' } } : { 'line/pressure': 'hint' } })
        assert.deepEqual(comments(after), comments(text))
      }), runs(300))
    })

    it('forgetting takes out the entries and no other', () => {
      fc.assert(fc.property(workspaceText, fc.constantFrom(...names), fc.nat(), (text, friend, pick) => {
        const before = data(text)
        const entries = [...before.asks ?? [], ...before.favors ?? []]
        const id = entries[pick % Math.max(1, entries.length)]?.id
        if (id !== undefined) {
          assert.deepEqual(data(apply(text, { kind: 'forget-entry', id })), {
            ...before,
            ...(before.asks ? { asks: before.asks.filter((ask) => ask.id !== id) } : {}),
            ...(before.favors ? { favors: before.favors.filter((one) => one.id !== id) } : {}),
          })
        }
        if (![...entries.map((one) => one.friend), ...before.friends?.map(({ name }) => name) ?? []].includes(friend)) {
          assert.throws(() => apply(text, { kind: 'forget-friend', friend }), WorkspaceNotWritable)
          return
        }
        const after = apply(text, { kind: 'forget-friend', friend })
        assert.deepEqual(data(after), {
          ...before,
          ...(before.friends ? { friends: before.friends.filter(({ name }) => name !== friend) } : {}),
          ...(before.asks ? { asks: before.asks.filter((ask) => ask.friend !== friend) } : {}),
          ...(before.favors ? { favors: before.favors.filter((one) => one.friend !== friend) } : {}),
        })
        assert.equal(after.includes(JSON.stringify(friend)), false)
      }), runs(500))
    })

    it('forgetting and putting back what was forgotten gives the same entries', () => {
      fc.assert(fc.property(workspaceText, fc.constantFrom(...names), (text, friend) => {
        const before = readWorkspace(text)
        fc.pre([...before.asks, ...before.favors, ...before.friends.map(({ name }) => ({ friend: name }))].some((one) => one.friend === friend))
        const gone = {
          friends: before.friends.filter(({ name }) => name === friend),
          asks: before.asks.filter((one) => one.friend === friend), favors: before.favors.filter((one) => one.friend === friend),
        }
        const after = readWorkspace(apply(apply(text, { kind: 'forget-friend', friend }), { kind: 'add-entries', ...gone }))
        assert.deepEqual(after.problems, [])
        const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id).sort()
        assert.deepEqual([ids(after.asks), ids(after.favors)], [ids(before.asks), ids(before.favors)])
        assert.equal(after.friends.some(({ name }) => name === friend), before.friends.some(({ name }) => name === friend))
        assert.deepEqual(comments(after.text), comments(apply(text, { kind: 'forget-friend', friend })))
      }), runs(300))
    })

    it('adding many entries loses none, keeps the newest first, and adds nothing twice', () => {
      const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-06-01', days))
      const many = fc.uniqueArray(fc.record({ id: fc.uuid(), date: day }), { selector: ({ id }) => id, maxLength: 8 })
      fc.assert(fc.property(workspaceText, many, (text, wanted) => {
        const before = data(text)
        const asks = wanted.map(({ id, date }) => ({ ...entry(id), date }))
        const change: WorkspaceChange = { kind: 'add-entries', friends: [{ name: 'New' }], asks, favors: [{ ...favor, id: 'new' }] }
        const once = apply(text, change)
        const after = data(once)
        assert.deepEqual(after.asks?.map(({ id }) => id).sort() ?? [], [...before.asks ?? [], ...asks].map(({ id }) => id).sort())
        const dates = (after.asks ?? []).map(({ date }) => String(date))
        assert.deepEqual(dates, [...dates].sort().reverse())
        assert.deepEqual(after.friends, [...before.friends ?? [], { name: 'New' }])
        assert.deepEqual(after.favors?.length, (before.favors?.length ?? 0) + 1)
        assert.deepEqual(comments(once), comments(text))
        assert.deepEqual(editWorkspace(once, change), [])
      }), runs(300))
    })

    it('renaming a friend touches nothing but the name', () => {
      fc.assert(fc.property(workspaceText, fc.constantFrom(...names), (text, friend) => {
        const before = data(text)
        const swap = (name: string): string => (name === friend ? 'New "Name"' : name)
        const renamed = {
          ...before,
          ...(before.friends ? { friends: before.friends.map((one) => ({ ...one, name: swap(one.name) })) } : {}),
          ...(before.asks ? { asks: before.asks.map((one) => ({ ...one, friend: swap(one.friend) })) } : {}),
          ...(before.favors ? { favors: before.favors.map((one) => ({ ...one, friend: swap(one.friend) })) } : {}),
        }
        if (JSON.stringify(renamed) === JSON.stringify(before)) assert.throws(() => apply(text, { kind: 'rename-friend', friend, to: 'New "Name"' }), /no entry about/)
        else {
          const after = apply(text, { kind: 'rename-friend', friend, to: 'New "Name"' })
          assert.deepEqual(data(after), renamed)
          assert.deepEqual(comments(after), comments(text))
        }
      }), runs(300))
    })

    it('reads anything without throwing', () => {
      fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), workspaceText.map((text) => text.slice(0, text.length / 2))), (text) => {
        const { problems } = readWorkspace(text)
        for (const { at } of problems) assert.equal(at.start >= 0 && at.start <= at.end && at.end <= Math.max(1, text.length), true)
      }), runs(1_000))
    })
  })
})

describe('friends', () => {
  const workspace = readWorkspace(JSON.stringify({
    version: 1,
    friends: [
      { name: 'María López', aliases: ['Mari'], fields: ['design'] },
      { name: 'Jo Berg', fields: ['Design'], companies: ['Acme'] },
      { name: 'Kim Park', fields: ['design'] },
      { name: 'Lee Wong', fields: ['law'] },
    ],
    asks: [
      { id: '1', friend: 'Mari', ask: 'advice', date: '2026-11-01' },
      { id: '2', friend: 'maria lopez', ask: 'referral', date: '2026-10-01', status: 'granted' },
      { id: '3', friend: 'Maria Lopez', ask: 'advice', date: '2026-09-01', status: 'withdrawn' },
      { id: '4', friend: 'Maria Lopez', ask: 'advice', date: '2026-12-24' },
      { id: '5', friend: 'Jo Berg', ask: 'advice', date: '2026-03-01' },
    ],
  }))

  it('knows a friend by name and alias, without regard to case, accents and white space', () => {
    for (const name of ['María López', 'maria  lopez', 'MARI']) assert.equal(findFriend(workspace, name)?.name, 'María López')
    assert.equal(findFriend(workspace, 'Maria'), undefined)
  })

  it('counts the past asks of a friend, not those withdrawn, to come, or the draft itself', () => {
    assert.deepEqual(pastAsks(workspace, 'Mari', '2026-11-23').map(({ daysAgo, entry: { id } }) => [id, daysAgo]), [['1', 22], ['2', 53]])
    assert.deepEqual(pastAsks(workspace, 'Mari', '2026-11-23', '1').map(({ entry: { id } }) => id), ['2'])
    assert.deepEqual(pastAsks(workspace, 'Nobody', '2026-11-23'), [])
  })

  it('proposes friends with something in common, the least burdened first', () => {
    assert.deepEqual(otherFriends(workspace, 'Mari', '2026-11-23', 21).map(({ name }) => name), ['Kim Park', 'Jo Berg'])
    assert.deepEqual(otherFriends(workspace, 'Nobody', '2026-11-23', 21), [])
  })

  it('recognizes a slip of the pen, and nothing farther', () => {
    assert.equal(almostKnown(workspace, 'Maria Lopes')?.name, 'María López')
    assert.equal(almostKnown(workspace, 'Jo')?.name, 'Jo Berg')
    assert.equal(almostKnown(workspace, 'Maria Lopez'), undefined)
    assert.equal(almostKnown(workspace, 'Somebody Else'), undefined)
  })
})

describe('newId', () => {
  it('gives ids that are unique and sorted by time', () => {
    const ids = Array.from({ length: 200 }, (_, index) => newId(1_700_000_000_000 + Math.floor(index / 50)))
    assert.deepEqual([...new Set(ids)].sort(), ids)
  })
})
