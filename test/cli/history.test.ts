import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { readWorkspace, type AskEntry, type FavorEntry } from '../../src/core/index.ts'
import { inWorld, type World } from './world.ts'

const askwell = async (world: World, ...argv: string[]): Promise<string> => {
  const { code, out, err } = await world.run(['history', ...argv])
  assert.deepEqual([code, err], [0, ''])
  return out
}
const json = async <T>(world: World, ...argv: string[]): Promise<T> => JSON.parse(await askwell(world, ...argv, '--format', 'json')) as T
const refused = async (world: World, ...argv: string[]): Promise<string> => {
  const { code, out, err } = await world.run(['history', ...argv])
  assert.deepEqual([code, out], [2, ''])
  return err
}
const stored = (world: World): ReturnType<typeof readWorkspace> => {
  const workspace = readWorkspace(world.read('askwell.json'))
  assert.deepEqual(workspace.problems, [])
  return workspace
}

describe('askwell history', () => {
  it('starts an askwell.json with the first entry', inWorld({}, async (world) => {
    assert.match(await askwell(world, 'add', '--friend', ' Maria  Lopez ', '--ask', 'introduction', '--draft', 'asks/m.ask.md'), /^Noted: 2026-11-23 {2}Maria Lopez {2}introduction {2}open {2}[0-9A-Z]{26}\n$/)
    const [entry] = stored(world).asks
    assert.deepEqual({ ...entry, id: '' }, { id: '', friend: 'Maria Lopez', ask: 'introduction', date: '2026-11-23', draft: 'asks/m.ask.md', status: 'open', answered: null, thanked: null, reported: null, outcome: '' })
    assert.deepEqual(readdirSync(world.folder), ['askwell.json'])
  }))

  it('takes an ask from the asking to the report', inWorld({ 'askwell.json': '{\n  // mine\n  "version": 1,\n}\n' }, async (world) => {
    const { id } = await json<AskEntry>(world, 'add', '--friend', 'Jo', '--ask', 'referral', '--date', '2026-10-01')
    await askwell(world, 'add', '--friend', 'Jo', '--ask', 'advice', '--date', '2026-09-01')
    const base = { id, friend: 'Jo', ask: 'referral', date: '2026-10-01', outcome: '' }
    assert.deepEqual(await json(world, 'answer', '--friend', 'jo', '--status', 'granted', '--date', '2026-10-05'), { ...base, status: 'granted', answered: '2026-10-05', thanked: null, reported: null })
    assert.deepEqual(await json(world, 'thank', '--friend', 'jo'), { ...base, status: 'granted', answered: '2026-10-05', thanked: '2026-11-23', reported: null })
    const done = { ...base, status: 'granted', answered: '2026-10-05', thanked: '2026-11-23', reported: '2026-11-20', outcome: 'got the job' }
    assert.deepEqual(await json(world, 'report', id, '--outcome', 'got the job', '--date', '2026-11-20'), done)
    assert.deepEqual(stored(world).asks.map(({ ask, status }) => [ask, status]), [['referral', 'granted'], ['advice', 'open']])
    assert.deepEqual(stored(world).asks[0], done)
    assert.match(world.read('askwell.json'), /^\{\n {2}\/\/ mine\n {2}"version": 1,\n/)
  }))

  it('knows which ask is meant', inWorld({}, async (world) => {
    for (const [ask, date] of [['advice', '2026-01-01'], ['referral', '2026-03-01'], ['advice', '2026-02-01']] as const) await askwell(world, 'add', '--friend', 'Jo', '--ask', ask, '--date', date)
    assert.equal((await json<AskEntry>(world, 'answer', '--friend', 'Jo', '--ask', 'advice', '--status', 'declined')).date, '2026-02-01')
    assert.equal((await json<AskEntry>(world, 'answer', '--friend', 'Jo', '--status', 'withdrawn', '--outcome', 'asked Kim')).date, '2026-03-01')
    assert.equal((await json<AskEntry>(world, 'answer', '--friend', 'Jo', '--status', 'granted')).date, '2026-01-01')
    assert.equal(await refused(world, 'answer', '--friend', 'Jo', '--status', 'granted'), 'askwell: No ask to "Jo" is open. See: askwell history list --friend "Jo".\n')
    assert.match(await refused(world, 'thank', '--friend', 'Kim'), /No ask to "Kim" was granted and waits for thanks/)
    assert.match(await refused(world, 'thank', 'nope'), /There is no ask with the id "nope"/)
    assert.match(await refused(world, 'thank'), /Say which: an ID .* or --friend NAME/)
    assert.match(await refused(world, 'report', '--outcome', 'x'), /Say which: an ID .* or --friend NAME/)
    assert.match(await refused(world, 'report', 'x', '--friend', 'Jo'), /not both/)
    assert.deepEqual(stored(world).asks.map(({ status, answered }) => [status, answered]), [['withdrawn', null], ['declined', '2026-11-23'], ['granted', '2026-11-23']])
  }))

  it('knows friends by their other names', inWorld({ 'askwell.json': '{ "version": 1, "friends": [{ "name": "María López", "aliases": ["Mari"] }] }' }, async (world) => {
    assert.equal((await json<AskEntry>(world, 'add', '--friend', 'mari', '--ask', 'advice')).friend, 'María López')
    assert.equal((await json<FavorEntry>(world, 'favor', '--friend', 'maria lopez', '--what', 'soup')).friend, 'María López')
    assert.equal((await json<{ asks: unknown[] }>(world, 'list', '--friend', 'MARI')).asks.length, 1)
    const { code, err } = await world.run(['history', 'add', '--friend', 'Maria Lopes', '--ask', 'advice'])
    assert.equal(code, 0)
    assert.match(err, /knows no "Maria Lopes", but a "María López"/)
  }))

  it('lists what was asked and done, newest first', inWorld({}, async (world) => {
    assert.equal(await askwell(world, 'list'), 'Nothing is noted.\n')
    assert.deepEqual(await json(world, 'list'), { version: 1, asks: [], favors: [] })
    await askwell(world, 'add', '--friend', 'Jo', '--ask', 'advice', '--date', '2026-01-01', '--status', 'granted')
    await askwell(world, 'favor', '--friend', 'Kim', '--what', 'lent her\nthe drill', '--date', '2026-02-01')
    await askwell(world, 'add', '--friend', '漢字', '--ask', 'referral', '--date', '2026-03-01')
    const ids = new Map([...stored(world).asks, ...stored(world).favors].map(({ date, id }) => [date, id]))
    assert.equal(await askwell(world, 'list'), `2026-03-01  漢字  referral  open                         ${ids.get('2026-03-01')}
2026-02-01  Kim   favor              lent her the drill  ${ids.get('2026-02-01')}
2026-01-01  Jo    advice    granted                      ${ids.get('2026-01-01')}
`)
    assert.deepEqual((await json<{ asks: AskEntry[]; favors: FavorEntry[] }>(world, 'list', '--friend', 'kim')).favors.map(({ what }) => what), ['lent her the drill'])
    const open = await json<{ asks: AskEntry[]; favors: FavorEntry[] }>(world, 'list', '--status', 'open')
    assert.deepEqual([open.asks.map(({ friend }) => friend), open.favors], [['漢字'], []])
  }))

  it('forgets an entry, or a friend', inWorld({ 'askwell.json': '{ "version": 1, "friends": [{ "name": "Jo" }, { "name": "Kim" }] }' }, async (world) => {
    const ask = await json<AskEntry>(world, 'add', '--friend', 'Jo', '--ask', 'advice')
    const favor = await json<FavorEntry>(world, 'favor', '--friend', 'Jo', '--what', 'soup')
    const kim = await json<AskEntry>(world, 'add', '--friend', 'Kim', '--ask', 'advice')
    assert.deepEqual(await json(world, 'forget', favor.id), favor)
    assert.deepEqual(await json(world, 'forget', '--friend', 'jo'), { friends: [{ name: 'Jo' }], asks: [ask], favors: [], drafts: [] })
    assert.doesNotMatch(world.read('askwell.json'), /Jo|soup/)
    assert.match(await refused(world, 'forget', '--friend', 'Jo'), /it has no entry about "Jo"/)
    assert.match(await refused(world, 'forget', favor.id), /it has no entry with the id/)
    assert.match(await refused(world, 'forget'), /Say which/)
    assert.match(await askwell(world, 'forget', kim.id), /^Forgotten: friends: 0, asks: 1, favors: 0\.\n2026-11-23 {2}Kim/)
  }))

  it('finds askwell.json from below, up to the repository', inWorld({ 'sub/deep/x': '' }, async (world) => {
    const at = (folder: string): { cwd: string } => ({ cwd: world.path(folder) })
    await world.run(['history', 'favor', '--friend', 'A', '--what', '1'], at('sub/deep'))
    assert.equal(existsSync(world.path('sub/deep/askwell.json')), true)
    mkdirSync(world.path('.git'))
    world.write('askwell.json', '')
    await world.run(['history', 'add', '--friend', 'A', '--ask', 'advice', '--draft', '../x.ask.md'], at('sub'))
    assert.deepEqual(stored(world).asks.map(({ draft }) => draft), ['x.ask.md'])
  }))

  it('can be told the file, also through a link', inWorld({ 'real/people.json': '{ "version": 1 }' }, async (world) => {
    symlinkSync('real/people.json', world.path('link.json'))
    await askwell(world, 'favor', '--friend', 'A', '--what', 'x', '--askwell-json', 'link.json')
    assert.equal(readWorkspace(world.read('real/people.json')).favors.length, 1)
    await askwell(world, 'favor', '--friend', 'A', '--what', 'x', '--askwell-json', 'new.json')
    assert.equal(readWorkspace(world.read('new.json')).favors.length, 1)
    assert.equal(await refused(world, 'favor', '--friend', 'A', '--what', 'x', '--askwell-json', 'nope/new.json'), 'askwell: nope/new.json can\'t be written: its folder does not exist.\n')
    assert.equal(await refused(world, 'list', '--askwell-json', 'nope.json'), 'askwell: nope.json can\'t be read: there is no such file or folder.\n')
  }))

  for (const [name, content, why] of [
    ['a syntax error', '{ "version": 1, "asks": [', /This is not valid JSON/],
    ['an unknown version', '{ "version": 2 }', /This file has version 2; this Askwell knows version 1/],
    ['a list that is none', '{ "version": 1, "asks": {}, "favors": {} }', /holds a list/],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe), /not UTF-8 text/],
  ] as const) {
    it(`leaves a file with ${name} as it is`, inWorld({ 'askwell.json': content }, async (world) => {
      const before = world.read('askwell.json')
      assert.match(await refused(world, 'add', '--friend', 'A', '--ask', 'advice'), why)
      assert.match(await refused(world, 'favor', '--friend', 'A', '--what', 'x'), why)
      assert.equal(world.read('askwell.json'), before)
      assert.deepEqual(readdirSync(world.folder), ['askwell.json'])
    }))
  }

  for (const [argv, why] of [
    [['add', '--friend', 'A'], /required option '--ask <type>' not specified/],
    [['add', '--ask', 'advice'], /required option '--friend <name>' not specified/],
    [['add', '--friend', ' ', '--ask', 'advice'], /It may not be empty/],
    [['add', '--friend', 'A', '--ask', 'money'], /argument 'money' is invalid\. Allowed choices are introduction/],
    [['add', '--friend', 'A', '--ask', 'advice', '--date', 'today'], /YYYY-MM-DD/],
    [['add', '--friend', 'A', '--ask', 'advice', '--status', 'maybe'], /argument 'maybe' is invalid/],
    [['answer', '--friend', 'A', '--status', 'open'], /argument 'open' is invalid/],
    [['shout'], /unknown command 'shout'/],
    [[], /Usage: askwell history/],
  ] as const) {
    it(`refuses: history ${argv.join(' ')}`, inWorld({}, async (world) => {
      assert.match(await refused(world, ...argv), why)
      assert.deepEqual(readdirSync(world.folder), [])
    }))
  }
})
