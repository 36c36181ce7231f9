import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { readWorkspace, type AskEntry, type FavorEntry } from '../../src/core/index.ts'
import { inWorld, type World } from './world.ts'

const askwell = async (world: World, ...argv: string[]): Promise<string> => {
  const { code, out, err } = await world.run(['history', ...argv])
  assert.deepEqual([code, err], [0, ''])
  return out
}
const refused = async (world: World, ...argv: string[]): Promise<string> => {
  const { code, out, err } = await world.run(['history', ...argv])
  assert.deepEqual([code, out], [2, ''])
  return err
}
const json = async <T>(world: World, ...argv: string[]): Promise<T> => JSON.parse(await askwell(world, ...argv, '--format', 'json')) as T
const stored = (world: World): ReturnType<typeof readWorkspace> => readWorkspace(world.read('askwell.json'))

const history = `{
  "version": 1, // mine
  "friends": [
    { "name": "Maria Lopez", "aliases": ["Mari"], "companies": ["Acme"] },
    { "name": "Jo Berg", "companies": ["Acme"] }
  ],
  "asks": [
    { "id": "a2", "friend": "Maria Lopez", "ask": "introduction", "date": "2026-11-14", "status": "granted", "answered": "2026-11-16", "thanked": null, "reported": null, "outcome": "" },
    { "id": "a1", "friend": "Jo Berg", "ask": "advice", "date": "2026-06-01", "status": "open", "answered": null, "thanked": null, "reported": null, "outcome": "" }
  ],
  "favors": [
    { "id": "f1", "friend": "Mari", "date": "2026-10-01", "what": "reviewed her *portfolio*" }
  ]
}
`

describe('changing the history', () => {
  it('edits an entry, and says what does not fit it', inWorld({ 'askwell.json': history }, async (world) => {
    assert.match(await askwell(world, 'edit', 'a1', '--friend', 'mari', '--status', 'granted', '--answered', '2026-06-03', '--outcome', 'good'), /^Changed: 2026-06-01 {2}Maria Lopez {2}advice {2}granted {2}answered 2026-06-03, “good” {2}a1\n$/)
    assert.equal((await json<AskEntry>(world, 'edit', 'a1', '--answered', 'none')).answered, null)
    assert.equal((await json<FavorEntry>(world, 'edit', 'f1', '--what', 'soup')).what, 'soup')
    assert.match(await refused(world, 'edit', 'f1', '--status', 'open'), /--status belongs to an ask/)
    assert.match(await refused(world, 'edit', 'a1', '--what', 'x'), /--what belongs to a favor/)
    assert.match(await refused(world, 'edit', 'a1'), /Say what to change/)
    assert.match(await refused(world, 'edit', 'zz', '--date', '2026-01-01'), /no entry with the id "zz"/)
    assert.match(world.read('askwell.json'), /"version": 1, \/\/ mine/)
  }))

  it('notes a reminder, and a withdrawal', inWorld({ 'askwell.json': history }, async (world) => {
    assert.match(await askwell(world, 'follow-up', '--friend', 'Jo Berg'), /followed up 2026-11-23/)
    assert.match(await refused(world, 'follow-up', '--friend', 'Jo Berg'), /is open and was not followed up/)
    assert.match(await askwell(world, 'withdraw', '--friend', 'Jo Berg', '--outcome', 'asked Kim'), /withdrawn/)
    assert.deepEqual(stored(world).asks.map(({ status }) => status), ['granted', 'withdrawn'])
  }))

  it('renames and forgets a friend, and names the drafts that are left', inWorld({
    'askwell.json': history, 'asks/one.ask.md': '---\nfriend: mari\nask: advice\n---\n\nHi.\n', 'asks/two.ask.md': '---\nfriend: Jo\nask: advice\n---\n\nMaria Lopez told me.\n',
    'asks/three.ask.md': '---\nfriend: Marina\nask: advice\n---\n\nHi Marina.\n', 'notes.md': 'Maria Lopez\n',
  }, async (world) => {
    assert.equal(await askwell(world, 'rename', '--friend', 'Mari', '--to', 'Maria Gomez'), 'Renamed: Maria Gomez.\nDrafts that still have the old name:\n  asks/two.ask.md\n')
    assert.deepEqual(stored(world).asks.map(({ friend }) => friend), ['Maria Gomez', 'Jo Berg'])
    assert.match(await refused(world, 'rename', '--friend', 'Jo Berg', '--to', 'mari'), /another friend's name already/)
    const forgotten = await askwell(world, 'forget', '--friend', 'Maria Gomez')
    assert.match(forgotten, /^Forgotten: friends: 1, asks: 1, favors: 1\.\n/)
    assert.match(forgotten, /Drafts that still mention them, and were left as they are:\n {2}asks\/one\.ask\.md\n$/)
    assert.equal(/maria|mari\b/i.test(world.read('askwell.json')), false)
  }))

  it('says where a friend who was forgotten is still named', inWorld({ 'askwell.json': history.replace('// mine', '// mine, not Mari\'s').replace('"outcome": "" }\n', '"outcome": "asked María  López" }\n') }, async (world) => {
    const { code, err } = await world.run(['history', 'forget', '--friend', 'Maria Lopez'])
    assert.deepEqual([code, err], [0, 'askwell: askwell.json still has the name, in a comment or in the words of another entry: line 2, 7. See whether that is to go, too.\n'])
  }))

  it('puts back what was forgotten', inWorld({ 'askwell.json': history }, async (world) => {
    world.write('gone.json', await askwell(world, 'forget', '--friend', 'Mari', '--format', 'json'))
    assert.equal(stored(world).asks.length, 1)
    assert.equal((await askwell(world, 'import', 'gone.json', '--yes')).split('\n').at(-2), 'Taken over: friends: 1, asks: 1, favors: 1.')
    const { asks, favors, friends, problems } = stored(world)
    assert.deepEqual([asks.map(({ id }) => id), favors.map(({ id }) => id), friends.map(({ name }) => name), problems], [['a2', 'a1'], ['f1'], ['Jo Berg', 'Maria Lopez'], []])
    world.write('one.json', await askwell(world, 'forget', 'a1', '--format', 'json'))
    await askwell(world, 'import', 'one.json', '--yes')
    assert.equal(stored(world).asks.length, 2)
  }))

  it('keeps both sides of a conflict that git has left', inWorld({ 'askwell.json': history }, async (world) => {
    assert.match(await refused(world, 'keep-both'), /askwell\.json has no conflict/)
    const line = (id: string): string => `    { "id": "${id}", "friend": "Kim", "ask": "advice", "date": "2026-11-20" },\n`
    world.write('askwell.json', history.replace('"asks": [\n', `"asks": [\n<<<<<<< HEAD\n${line('b1')}=======\n${line('b2')}>>>>>>> other\n`))
    assert.match(await refused(world, 'add', '--friend', 'Jo', '--ask', 'advice'), /was left as it is: Git has left two versions here/)
    assert.equal(await askwell(world, 'keep-both'), 'Kept both sides of one conflict.\n')
    assert.equal(world.read('askwell.json'), history.replace('"asks": [\n', `"asks": [\n${line('b2')}${line('b1')}`))
  }))

  it('says how to keep a new file out of a repository, unless it is out already', inWorld({}, async (world) => {
    mkdirSync(world.path('.git'))
    const add = ['history', 'add', '--friend', 'Jo', '--ask', 'advice'] as const
    assert.match((await world.run(add)).err, /^askwell: askwell\.json is new, and holds names of other people.*add the line "askwell\.json" to \.gitignore\.\n$/)
    assert.equal((await world.run(add)).err, '')
    world.write('.gitignore', 'dist\n/askwell.json\n')
    assert.equal((await world.run([...add, '--askwell-json', 'below/askwell.json'])).code, 2)
    mkdirSync(world.path('below'))
    assert.equal((await world.run([...add, '--askwell-json', 'below/askwell.json'])).err, '')
  }))
})

describe('questions to the history', () => {
  it('are answered in words, and as JSON', inWorld({ 'askwell.json': history }, async (world) => {
    assert.match(await askwell(world, 'friends'), /^Maria Lopez: asked once in 60 days, last 9 days ago \(an introduction, granted, not yet thanked\); you helped once; rests until 6 Dec\nJo Berg: not asked since June \(advice, open\)\n$/)
    assert.match(await askwell(world, 'next', '--locale', 'de'), /^Antwort von Jo Berg festhalten .*\nMaria Lopez danken für eine Vorstellung, bis 19\. Nov\.\n$/)
    assert.equal(await askwell(world, 'who', '--company', 'acme', '--ask', 'referral'), 'Jo Berg: works or worked at Acme; not asked since June\n(Maria Lopez rests until 6 Dec: asked for an introduction on 14 Nov)\n')
    assert.equal(await askwell(world, 'who', '--field', 'law'), 'Nobody fits.\n')
    assert.equal((await json<{ steps: unknown[] }>(world, 'next')).steps.length, 2)
    assert.equal((await json<{ free: unknown[] }>(world, 'who')).free.length, 1)
  }))

  it('are answered by a document of the year', inWorld({ 'askwell.json': history }, async (world) => {
    assert.equal(await askwell(world, 'report'), `# Asks and favours, 2026

## Friend by friend

### Maria Lopez

| date | what | answer | thanked | told how it ended | outcome |
| --- | --- | --- | --- | --- | --- |
| 2026-10-01 | a favour of yours: reviewed her \\*portfolio\\* |  |  |  |  |
| 2026-11-14 | an introduction | granted, 2026-11-16 |  |  |  |

### Jo Berg

| date | what | answer | thanked | told how it ended | outcome |
| --- | --- | --- | --- | --- | --- |
| 2026-06-01 | advice | open |  |  |  |

## Month by month

### June

- 1 Jun: asked Jo Berg for advice

### October

- 1 Oct: did for Mari: reviewed her \\*portfolio\\*

### November

- 14 Nov: asked Maria Lopez for an introduction
- 16 Nov: Maria Lopez answered (an introduction): granted
`)
    assert.equal(await askwell(world, 'report', '--year', '2020', '--locale', 'de'), '# Bitten und Gefallen, 2020\n\nFür dieses Jahr ist nichts vermerkt.\n')
    assert.equal((await json<{ asks: unknown[] }>(world, 'report')).asks.length, 2)
    assert.match(await refused(world, 'report', '--year', 'x'), /four digits/)
  }))
})

describe('import and export', () => {
  it('take everything out and in again', inWorld({ 'askwell.json': history }, async (world) => {
    for (const format of ['csv', 'json']) {
      world.write(`out/all.${format}`, await askwell(world, 'export', '--format', format))
      world.write(`${format}/askwell.json`, '{ "version": 1 }')
      assert.match(await askwell(world, 'import', `out/all.${format}`, '--yes', '--askwell-json', `${format}/askwell.json`), /Taken over: friends: 2, asks: 2, favors: 1\.\n$/)
      const [before, after] = [stored(world), readWorkspace(world.read(`${format}/askwell.json`))]
      assert.deepEqual([after.friends, after.asks, after.favors], [before.friends, before.asks, before.favors])
    }
    assert.equal(await askwell(world, 'import', 'out/all.csv', 'out/all.json', '--yes'), 'There is nothing new in it.\n')
  }))

  it('show first, and write only when told', inWorld({
    'askwell.json': history,
    'people.csv': 'Name,Company\nKim Park,Beta\nmaria lopez,Acme\n,Nobody\n',
    'card.vcf': 'BEGIN:VCARD\nVERSION:3.0\nFN:Lee Wong\nEMAIL:lee@example.org\nEND:VCARD\n',
  }, async (world) => {
    const { code, out, err } = await world.run(['history', 'import', 'people.csv', 'card.vcf'])
    assert.deepEqual([code, err], [0, 'askwell: people.csv: Row 4 has no name.\n'])
    assert.match(out, /^Kim Park {2}friend {2}Beta[\s\S]*Lee Wong {2}friend {2}lee@example\.org[\s\S]*Would be taken over: friends: 2, asks: 0, favors: 0\. Nothing was written; --yes writes it\.\n$/)
    assert.equal(world.read('askwell.json'), history)
    await world.run(['history', 'import', 'people.csv', 'card.vcf', '--yes'])
    assert.deepEqual(stored(world).friends.map(({ name }) => name), ['Maria Lopez', 'Jo Berg', 'Kim Park', 'Lee Wong'])
    assert.match(world.read('askwell.json'), /"version": 1, \/\/ mine/)
  }))

  const message = (date: string, to: string, body: string): string => `From: Ada <ada@example.org>\nTo: ${to}\nDate: ${date}\nSubject: Hello\n\n${body}\n\n`
  const mail = [
    message('Tue, 10 Feb 2026 09:00:00 +0000', 'Lee <lee@example.org>', 'Hi Lee,\n\nwould you introduce me to Jane Doe at Acme Health?\n\nAda'),
    message('Wed, 11 Feb 2026 09:00:00 +0000', 'Jo Berg <jo@example.org>', 'Hi Jo,\n\nsee you at the lake on Sunday.\n\nAda'),
    message('Thu, 12 Mar 2026 09:00:00 +0000', 'Jo Berg <jo@example.org>', 'Hi Jo,\n\ncould you look over my CV before Friday?\n\nAda'),
  ]

  it('find earlier asks in messages, by the linter\'s own reading', inWorld({
    'askwell.json': history, 'card.vcf': 'BEGIN:VCARD\nVERSION:3.0\nFN:Lee Wong\nEMAIL:lee@example.org\nEND:VCARD\n',
    'sent.mbox': mail.map((one) => `From ada@example.org Tue Feb 10 09:00:00 2026\n${one}`).join(''), 'mails/1.eml': mail[0] ?? '', 'mails/2.eml': mail[2] ?? '', 'mails/readme.txt': 'x',
  }, async (world) => {
    const out = await askwell(world, 'import', 'sent.mbox', 'card.vcf')
    assert.match(out, /2026-02-10 {2}Lee Wong {2}introduction {3}open {2}“would you introduce me to Jane Doe at Acme Health\?”/)
    assert.match(out, /friends: 1, asks: 2, favors: 0 \(of 3 messages\)/)
    assert.match(await askwell(world, 'import', 'card.vcf', 'mails', '--status', 'granted', '--yes'), /Taken over: friends: 1, asks: 2, favors: 0 \(of 2 messages\)/)
    assert.deepEqual(stored(world).asks.map(({ friend, ask, date, status }) => [friend, ask, date, status]).slice(2), [['Jo Berg', 'resume-review', '2026-03-12', 'granted'], ['Lee Wong', 'introduction', '2026-02-10', 'granted']])
    assert.equal(await askwell(world, 'import', 'sent.mbox', '--yes'), 'There is nothing new in it.\n')
    assert.equal(await askwell(world, 'import', 'sent.mbox', '--from', 'somebody@example.org'), 'There is nothing new in it.\n')
  }))

  it('say what they can\'t read', inWorld({ 'a.pdf': '', 'bad.json': '{', 'list.json': '[1]', 'wrong.json': '{ "asks": [{ "id": "1" }] }', 'binary.csv': Uint8Array.of(0, 1) }, async (world) => {
    assert.match(await refused(world, 'import', 'a.pdf'), /a\.pdf is not taken over\. It is of no kind that is known/)
    assert.match(await refused(world, 'import', 'bad.json'), /bad\.json is not taken over\. It is not JSON/)
    assert.match(await refused(world, 'import', 'list.json'), /list\.json is not taken over\. It holds no history/)
    assert.match(await refused(world, 'import', 'nope.csv'), /nope\.csv does not exist/)
    assert.match(await refused(world, 'import', 'binary.csv'), /a binary file/)
    assert.match((await world.run(['history', 'import', 'wrong.json'])).err, /wrong\.json: Ask 1: "friend"/)
    assert.match((await world.run(['history', 'import', '-', '--yes'], { stdin: '{ "friends": [{ "name": "Jo" }] }' })).out, /Taken over: friends: 1/)
    assert.deepEqual(stored(world).friends, [{ name: 'Jo' }])
    assert.match(await refused(world, 'import', 'bad.json', '--yes', '--dry-run'), /cannot be used with/)
  }))
})
