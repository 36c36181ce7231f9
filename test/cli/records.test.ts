import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addDays, ASK_TYPES, CHANNELS, daysBetween, LANGUAGES, pastAsks, type FrontMatterValues } from '../../src/core/index.ts'
import { readRecord, recordSchema } from '../../src/cli/record.ts'
import { inWorld, type World } from './world.ts'
import { runs } from '../helpers/runs.ts'

const record = { id: 'en-1', lang: 'en', today: '2026-11-23', friend: 'Maria', ask: 'advice', channel: 'chat', subject: null, workedTogether: null, history: [], body: 'Hi.' }

describe('a record as a draft', () => {
  const line = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('yes', 'null', '~', '1', '2026-01-01', '---', '- a', '#x', 'a: b', '&a *b', '"', '\'', '|', '>', '{', '[x', '@', '%', '!', 'a\nb', 'a\n---\nb', ' x ', 'x:'))
  const records = fc.record({
    id: fc.string({ minLength: 1 }),
    lang: fc.option(fc.constantFrom(...LANGUAGES)),
    today: fc.constantFrom('2026-11-23', '2024-02-29', '2000-01-01'),
    friend: line.filter((name) => name.trim() !== ''),
    ask: fc.constantFrom(...ASK_TYPES),
    channel: fc.option(fc.constantFrom(...CHANNELS)),
    subject: fc.option(line),
    workedTogether: fc.option(fc.oneof(fc.boolean(), line)),
    history: fc.array(fc.record({ daysAgo: fc.nat(400), ask: fc.constantFrom(...ASK_TYPES), status: fc.constantFrom('open', 'granted', 'declined'), thanked: fc.boolean() }), { maxLength: 5 }),
    body: fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(line).map((lines) => lines.join('\n')), fc.array(line).map((lines) => lines.join('\r\n'))),
  })

  it('says what the record says', () => {
    fc.assert(fc.property(records, (given) => {
      const { draft, workspace } = readRecord(recordSchema.parse(given))
      const { values, problems } = draft.frontMatter
      assert.deepEqual(problems, [])
      const expected: FrontMatterValues = { friend: given.friend.trim(), ask: given.ask }
      if (given.channel !== null) expected.channel = given.channel
      if (given.subject !== null) expected.subject = given.subject
      if (given.lang !== null) expected.lang = given.lang
      if (given.workedTogether !== null) expected.workedTogether = given.workedTogether
      assert.deepEqual(values, expected)
      assert.equal(draft.text.slice(draft.body.start, draft.body.end), given.body)
      assert.deepEqual(
        pastAsks(workspace, given.friend, given.today).map(({ daysAgo, entry: { ask, status, thanked, answered } }) => ({ daysAgo, ask, status, thanked: thanked !== null, answered: answered !== null })),
        [...given.history].sort((a, b) => a.daysAgo - b.daysAgo).map((past) => ({ ...past, answered: past.status !== 'open' })),
      )
      for (const entry of workspace.asks) assert.equal(addDays(entry.date, daysBetween(entry.date, given.today)), given.today)
    }), runs(300))
  })
})

describe('askwell check --jsonl', () => {
  const answers = async (world: World, stdin: string | Uint8Array, ...argv: string[]): Promise<{ code: number; ids: string[]; rules: string[][]; err: string }> => {
    const { code, out, err } = await world.run(['check', '--jsonl', ...argv], { stdin })
    const lines = out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { id: string; rules: string[] })
    for (const line of lines) assert.deepEqual(Object.keys(line), ['id', 'rules'])
    return { code, ids: lines.map(({ id }) => id), rules: lines.map(({ rules }) => rules), err }
  }

  it('answers each record with the rules that fire, and exits with 0', inWorld({}, async (world) => {
    const asked = { daysAgo: 3, ask: 'advice', status: 'granted', thanked: false }
    const lines = [
      record, { ...record, id: 'soon', history: [asked] }, { ...record, id: 'later', history: [{ ...asked, daysAgo: 300, thanked: true }] },
      { ...record, id: 'extra', labels: ['x'], more: { deep: [1] } }, { id: 'short', body: '' },
    ]
    const { code, ids, rules, err } = await answers(world, lines.map((line) => JSON.stringify(line)).join('\n'))
    assert.deepEqual([code, err], [0, ''])
    assert.deepEqual(ids, ['en-1', 'soon', 'later', 'extra', 'short'])
    assert.deepEqual(rules.map((fired) => [fired.includes('choose/too-soon'), fired.includes('choose/unthanked')]), [[false, false], [true, true], [false, false], [false, false], [false, false]])
    assert.equal(rules[4]?.includes('draft/front-matter'), true)
  }))

  it('takes the day of records without one from --today', inWorld({}, async (world) => {
    const line = JSON.stringify({ ...record, today: undefined, history: [{ daysAgo: 3, ask: 'advice', status: 'granted', thanked: true }] })
    assert.equal((await answers(world, line)).rules[0]?.includes('choose/too-soon'), false)
    assert.equal((await answers(world, line, '--today', '2026-01-01')).rules[0]?.includes('choose/too-soon'), true)
  }))

  it('reads no askwell.json and no draft', inWorld({ 'askwell.json': 'broken', 'a.ask.md': '' }, async (world) => {
    assert.deepEqual((await answers(world, JSON.stringify(record))).err, '')
  }))

  it('names bad lines by their number, answers the others, and exits with 2', inWorld({}, async (world) => {
    const bad = [
      'no JSON', '[]', '"x"', 'null', JSON.stringify({ ...record, id: 7 }), JSON.stringify({ ...record, ask: 'money' }), JSON.stringify({ ...record, today: '2026-02-30' }),
      JSON.stringify({ ...record, history: [{ daysAgo: -1, ask: 'advice', status: 'open', thanked: false }] }), JSON.stringify({ ...record, body: null }), '{"__proto__":{"id":"x","body":""}}',
    ]
    const { code, ids, err } = await answers(world, bad.flatMap((line, index) => [line, JSON.stringify({ ...record, id: `ok${index}` })]).join('\r\n') + '\n\n')
    assert.equal(code, 2)
    assert.deepEqual(ids, bad.map((_, index) => `ok${index}`))
    const told = err.trim().split('\n')
    assert.deepEqual(told.map((line) => /^askwell: Line (\d+) of standard input: /.exec(line)?.[1]), bad.map((_, index) => String(2 * index + 1)))
    assert.match(told[0] ?? '', /it is not JSON/)
    assert.match(told[5] ?? '', /ask: Invalid option/)
    assert.match(told[7] ?? '', /history\.0\.daysAgo: /)
  }))

  it('splits lines at line feeds only, whatever the chunks', inWorld({}, async (world) => {
    const lines = Array.from({ length: 50 }, (_, index) => JSON.stringify({ ...record, id: `${index}\u2028\u0085é👩🏽‍🎨`, body: 'ä'.repeat(index * 50) }))
    const { code, ids } = await answers(world, lines.join('\n'))
    assert.deepEqual([code, ids.length, ids[7]], [0, 50, '7\u2028\u0085é👩🏽‍🎨'])
  }))

  it('survives hostile lines', inWorld({}, async (world) => {
    const deep = '['.repeat(200_000)
    const stdin = [
      JSON.stringify({ ...record, id: 'long', body: 'x'.repeat(10_000_000) }), `{"id":"deep","body":${deep}`, `${deep}${']'.repeat(200_000)}`, 'x'.repeat(10_000_000),
      JSON.stringify({ ...record, id: 'name', friend: 'x'.repeat(1_000_000) }), JSON.stringify({ ...record, id: 'fence', friend: 'a\n---\njs', subject: '---js\n' }),
      JSON.stringify({ ...record, id: 'last' }),
    ].join('\n')
    const { code, ids, err } = await answers(world, stdin)
    assert.deepEqual([code, ids], [2, ['long', 'name', 'fence', 'last']])
    assert.equal(err.length < 2_000, true)
  }))

  it('names a line that is not UTF-8', inWorld({}, async (world) => {
    const { code, ids, err } = await answers(world, Buffer.concat([Buffer.from('{"id":"'), Uint8Array.of(0xff), Buffer.from(`"}\n${JSON.stringify(record)}\n`)]))
    assert.deepEqual([code, ids], [2, ['en-1']])
    assert.match(err, /Line 1 .* not text in UTF-8/)
  }))
})
