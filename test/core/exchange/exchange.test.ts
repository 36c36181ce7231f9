import assert from 'node:assert/strict'
import fc from 'fast-check'
import { friendsFromCsv, friendsFromVcard } from '../../../src/core/exchange/contacts.ts'
import { sayFault, type Fault } from '../../../src/core/exchange/faults.ts'
import { readImports, type ImportFile } from '../../../src/core/exchange/import.ts'
import { messagesInMbox } from '../../../src/core/exchange/mbox.ts'
import { askInMessage } from '../../../src/core/exchange/messages.ts'
import { fromCsv, isTable, toCsv } from '../../../src/core/exchange/table.ts'
import { addDays, ASK_STATUSES, ASK_TYPES, emptyWorkspace, readWorkspace, type AskEntry, type FavorEntry, type Friend } from '../../../src/core/index.ts'
import { runs } from '../../helpers/runs.ts'

const said = (faults: readonly Fault[]): string[] => faults.map((fault) => sayFault(fault, 'en'))

describe('a table of the history', () => {
  const words = fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom('=1+1', "'=x", '-', '@a', 'a;b', 'a\\;', 'x, "y"', 'Zeile\r\nzwei', 'ü', 'true', "'")).map((text) => text.replace(/[\u0000]/g, '').trim()).filter((text) => text !== '' && text !== 'true' && text !== 'false')
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days))
  const lists = fc.array(words, { minLength: 1, maxLength: 3 })
  const friend: fc.Arbitrary<Friend> = fc.record({ name: words, aliases: lists, fields: lists, companies: lists, workedTogether: fc.oneof(fc.boolean(), words), lang: fc.constantFrom('en' as const, 'de' as const), email: words }, { requiredKeys: ['name'], noNullPrototype: true })
  const ask: fc.Arbitrary<AskEntry> = fc.record({
    id: words, friend: words, ask: fc.constantFrom(...ASK_TYPES), date: day, status: fc.constantFrom(...ASK_STATUSES), answered: fc.option(day), thanked: fc.option(day), reported: fc.option(day), outcome: fc.oneof(words, fc.constant('')),
  }, { noNullPrototype: true })
  const favor: fc.Arbitrary<FavorEntry> = fc.record({ id: words, friend: words, date: day, what: words }, { noNullPrototype: true })

  it('says what it was made of', () => {
    fc.assert(fc.property(fc.array(friend, { maxLength: 4 }), fc.array(ask, { maxLength: 4 }), fc.array(favor, { maxLength: 4 }), (friends, asks, favors) => {
      const table = toCsv({ friends, asks, favors })
      assert.equal(isTable(table), true)
      assert.deepEqual(fromCsv(table), { friends, asks, favors, faults: [] })
    }), runs(500))
  })

  it('holds no formula, and tells of rows that make no sense', () => {
    assert.match(toCsv({ friends: [], asks: [], favors: [{ id: '1', friend: '=cmd()', date: '2026-01-01', what: '+1' }] }), /favor,1,"'=cmd\(\)",2026-01-01,.*,"'\+1",/)
    const { asks, faults } = fromCsv('kind,id,name,date,ask\nask,1,Jo,2026-01-01,money\nwhat,2\nask,3,Jo,2026-01-01,advice\n')
    assert.deepEqual(asks.map(({ id }) => id), ['3'])
    assert.equal(said(faults).some((fault) => fault.startsWith('Row 2: "ask": ')) && said(faults).some((fault) => fault.includes('not "what"')), true)
  })
})

describe('contacts', () => {
  it('are read from the tables of address books', () => {
    assert.deepEqual(friendsFromCsv('\uFEFFName;Companies;Fields;Aliases;E-Mail;workedTogether\r\nMaria López;"Acme; Beta, Inc.";design;Mari;m@example.org;Acme, 2019\r\n;x;;;;\r\nJo;;;;;false\r\n'), {
      friends: [{ name: 'Maria López', aliases: ['Mari'], fields: ['design'], companies: ['Acme', 'Beta, Inc.'], workedTogether: 'Acme, 2019', email: 'm@example.org' }, { name: 'Jo', workedTogether: false }],
      faults: [{ why: 'no-name', at: { kind: 'row', number: 3 } }],
    })
    assert.deepEqual(friendsFromCsv('First Name,Last Name,Organization Name,E-mail 1 - Value,Address\nAda,Kim,Acme,a@example.org,"1 Main St"\nAda,Kim,,,\n').friends, [{ name: 'Ada Kim', companies: ['Acme'], email: 'a@example.org' }])
    assert.deepEqual(friendsFromCsv('').friends, [])
  })

  it('are read from cards, each by itself', () => {
    const cards = [
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:López;María;;;\r\nFN:María López\r\nNICKNAME:Mari,Mia\r\nORG:Acme Health;Research\r\nEMAIL;TYPE=INTERNET:m@example.org\r\nCATEGORIES:design,hospitals\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jonas \r\n Brandt\r\nLANG:de\r\nEND:VCARD',
      'BEGIN:VCARD\r\nthis is no card\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Keller;Ben;;;\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:3.0\r\nORG:Nobody\r\nEND:VCARD',
    ].join('\r\n')
    const { friends, faults } = friendsFromVcard(cards)
    assert.deepEqual(friends, [
      { name: 'María López', aliases: ['Mari', 'Mia'], fields: ['design', 'hospitals'], companies: ['Acme Health'], email: 'm@example.org' },
      { name: 'Jonas Brandt', lang: 'de' }, { name: 'Ben Keller' },
    ])
    assert.deepEqual(said(faults).map((fault) => fault.slice(0, 7)), ['Card 3 ', 'Card 5 '])
    assert.deepEqual(said(friendsFromVcard('hello').faults), ['There is no card in it (BEGIN:VCARD … END:VCARD).'])
  })

  it('never throw, whatever the file', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom('BEGIN:VCARD\n', 'END:VCARD\n', 'FN:', 'N:;;', 'A', ':', ';', ',', '\n', '"', 'name,', '\\', 'N;ENCODING=QUOTED-PRINTABLE:=C3')).map((parts) => parts.join(''))), (text) => {
      friendsFromCsv(text)
      friendsFromVcard(text)
      fromCsv(text)
    }), runs(500))
  })
})

describe('messages', () => {
  const workspace = readWorkspace(JSON.stringify({ version: 1, friends: [{ name: 'Maria Lopez', aliases: ['Mari'], email: 'maria@example.org' }, { name: 'Jonas Brandt' }], asks: [{ id: '1', friend: 'Mari', ask: 'introduction', date: '2026-03-03' }] }))
  const message = (headers: Record<string, string>, body: string): Uint8Array => new TextEncoder().encode(`${Object.entries({ From: 'Ada Kim <ada@example.org>', To: 'Maria <maria@example.org>', Date: 'Tue, 10 Feb 2026 09:00:00 +0100', Subject: 'Hello', ...headers }).map(([key, value]) => `${key}: ${value}\r\n`).join('')}\r\n${body.replaceAll('\n', '\r\n')}`)
  const read = (bytes: Uint8Array, from: readonly string[] = []): ReturnType<typeof askInMessage> => askInMessage(bytes, { workspace, from, status: 'open', newId: (time) => `id ${time}` })
  const intro = 'Hi Maria,\n\nwould you introduce me to Jane Doe at Acme Health? If not, just say so.\n\nAda\n'
  const found = async (bytes: Uint8Array, from: readonly string[] = []): Promise<string[]> => {
    const ask = await read(bytes, from)
    return typeof ask === 'object' ? [ask.entry.friend, ask.entry.ask, ask.entry.date, ...(ask.known ? ['known'] : [])] : []
  }

  it('are asks where the linter reads one', async () => {
    assert.deepEqual(await found(message({}, intro)), ['Maria Lopez', 'introduction', '2026-02-10'])
    assert.deepEqual(await found(message({}, 'Hi Maria,\n\nthe soup was good. See you on Friday.\n')), [])
    assert.deepEqual(await found(message({ To: '"Brandt, Jonas" <j@example.org>', 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': 'quoted-printable' }, 'Lieber Jonas,\n\nw=C3=BCrdest du dir meinen Lebenslauf einmal ansehen?\n')), ['Brandt, Jonas', 'resume-review', '2026-02-10'])
    assert.deepEqual(await found(message({ Date: 'Wed, 4 Mar 2026 09:00:00 +0100' }, intro)), ['Maria Lopez', 'introduction', '2026-03-04', 'known'])
  })

  it('count what the writer wrote, not what is quoted', async () => {
    for (const answered of [`> ${intro.replaceAll('\n', '\n> ')}`, `On Tue, 3 Feb 2026 at 10:00, Ada <ada@example.org> wrote:\n${intro}`, `Am 03.02.2026 um 10:00 schrieb Ada:\n${intro}`, `-----Original Message-----\n${intro}`]) {
      assert.deepEqual(await found(message({}, `Thanks, that was kind of you.\n\n${answered}`)), [], answered)
    }
  })

  it('count only if they are one\'s own, and to one friend or few', async () => {
    assert.deepEqual(await found(message({ From: 'maria@example.org', To: 'ada@example.org' }, intro)), [])
    assert.deepEqual(await found(message({}, intro), ['other@example.org']), [])
    assert.deepEqual(await found(message({}, intro), ['ADA@example.org']), ['Maria Lopez', 'introduction', '2026-02-10'])
    assert.deepEqual(await found(message({ To: 'a@x.org, b@x.org, c@x.org, d@x.org' }, intro)), [])
    assert.equal(await read(message({ Date: 'whenever' }, intro)), 'no-date')
    assert.equal(await read(message({ 'Content-Type': 'text/html' }, '<p>Hi</p>')), 'no-text')
  })

  it('come out of an mbox file whole, however it is cut', async () => {
    const bodies = ['Hi,\n\n>From here on\nFrom there\n', 'second\n', 'From: none\n\nFrom \n']
    const mbox = new TextEncoder().encode(bodies.map((body, index) => `From ada@example.org Tue Feb 10 09:00:00 2026\nSubject: ${index}\n\n${body}\n`).join(''))
    const cut = async function* (size: number): AsyncGenerator<Uint8Array> {
      for (let start = 0; start < mbox.length; start += size) yield mbox.subarray(start, start + size)
    }
    for (const size of [1, 2, 7, 50, 10_000]) {
      const seen: string[] = []
      for await (const one of messagesInMbox(cut(size))) seen.push(new TextDecoder().decode(one))
      assert.deepEqual(seen.slice(0, 2), bodies.slice(0, 2).map((body, index) => `Subject: ${index}\n\n${body}\n`))
    }
    for await (const one of messagesInMbox(cut(0 + mbox.length))) assert.equal(one.length > 0, true)
  })

  it('are cut where one is larger than any message, and the next ones are read', async () => {
    const large = new Uint8Array(1024 * 1024).fill(0x61)
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('From a\nfirst\n\nFrom b\n')
      for (let count = 0; count < 70; count++) yield large
      yield new TextEncoder().encode('\n\nFrom c\nthird\n')
    }
    const lengths: number[] = []
    for await (const one of messagesInMbox(pieces())) lengths.push(one.length)
    assert.deepEqual([lengths[0], lengths[2], lengths.length], [7, 6, 3])
    assert.ok((lengths[1] ?? 0) > 30 * large.length && (lengths[1] ?? 0) < 35 * large.length)
  })

  it('never throw but what says why', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      await askInMessage(bytes, { workspace: emptyWorkspace, from: [], status: 'open', newId: String })
    }), runs(200))
  })
})

describe('an import', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const file = (name: string, content: string | Uint8Array): ImportFile => ({
    name,
    async* chunks() { yield typeof content === 'string' ? bytes(content) : content },
  })
  const workspace = readWorkspace('{ "version": 1, "friends": [{ "name": "Maria Lopez", "aliases": ["Mari"] }], "asks": [{ "id": "1", "friend": "Mari", "ask": "introduction", "date": "2026-02-10" }] }')
  const message = (to: string, date = 'Tue, 10 Feb 2026 09:00:00 +0100'): string =>
    `From: Ada <ada@example.org>\nTo: ${to}\nDate: ${date}\nSubject: Hello\n\nHi,\n\nwould you introduce me to Jane Doe at Acme Health?\n\nAda\n`
  const read = (...files: ImportFile[]): ReturnType<typeof readImports> => readImports(files, { workspace, from: [], status: 'open' })

  it('tells what is new, what is there already, and what can\'t be used', async () => {
    const { added, doubled, faults, messages, sentences } = await read(
      file('1.eml', message('Jo Berg <jo@example.org>')), file('2.eml', message('Jo <jo@example.org>', 'Wed, 11 Feb 2026 09:00:00 +0100')), file('3.eml', message('Mari <m@example.org>')), file('4.eml', 'Date: x'),
      file('people.csv', 'Name,E-mail\nmari,m@example.org\nJo Berg,jo@example.org\n,x\n'), file('more.csv', 'Name\njo  berg\n'), file('a.pdf', 'x'), file('b.csv', Uint8Array.of(1, 0)), file('c.json', '{'), file('d.json', '[]'), file('e.vcf', 'x'),
    )
    assert.deepEqual(added.friends, [{ name: 'Jo Berg', email: 'jo@example.org' }])
    assert.deepEqual(added.asks.map(({ friend, ask, date }) => [friend, ask, date]), [['Jo Berg', 'introduction', '2026-02-10']])
    assert.deepEqual([...sentences.values()], ['would you introduce me to Jane Doe at Acme Health?'])
    assert.deepEqual(doubled.map((one) => [one.why, one.list === 'friends' ? one.entry.name : one.entry.friend]), [['known', 'mari'], ['twice', 'jo berg'], ['twice', 'Jo Berg'], ['known', 'Maria Lopez']])
    assert.deepEqual(faults.map(({ file: name, fault }) => [name, fault.why]), [['people.csv', 'no-name'], ['a.pdf', 'unknown-kind'], ['b.csv', 'not-text'], ['c.json', 'not-json'], ['d.json', 'no-history'], ['e.vcf', 'no-card']])
    assert.equal(messages, 4)
  })

  it('takes tables as address books write them, in their alphabets', async () => {
    const table = 'Name;Firma\nJörg Weiß;Bär & Söhne\n'
    const latin = Uint8Array.from(table, (char) => char.charCodeAt(0))
    const wide = Uint8Array.from([0xFF, 0xFE, ...latin].flatMap((code, index) => (index < 2 ? [code] : [code, 0])))
    for (const content of [table, `\uFEFF${table}`, latin, wide]) {
      assert.deepEqual((await read(file('x.csv', content))).added.friends, [{ name: 'Jörg Weiß', companies: ['Bär & Söhne'] }])
    }
  })

  it('can be stopped between two messages', async () => {
    let asked = 0
    const mbox = Array.from({ length: 5 }, () => `From x\n${message('Jo <jo@example.org>')}\n`).join('')
    await assert.rejects(readImports([file('x.mbox', mbox)], { workspace, from: [], status: 'open', pause: async () => { if (++asked === 3) throw new Error('stop') } }), /stop/)
    assert.equal(asked, 3)
  })

  it('says in both languages what can\'t be used', () => {
    const at = { kind: 'row', number: 2 } as const
    const faults: Fault[] = [
      ...(['no-name', 'no-date', 'no-text'] as const).map((why): Fault => ({ why, at })), ...(['no-card', 'no-history', 'not-text', 'too-large', 'unknown-kind'] as const).map((why): Fault => ({ why })),
      { why: 'broken', at, detail: 'x' }, { why: 'not-json', detail: 'x' }, { why: 'unreadable', detail: 'x' },
    ]
    for (const fault of faults) assert.notEqual(sayFault(fault, 'en'), sayFault(fault, 'de'))
    assert.equal(sayFault({ why: 'wrong', at, detail: 'Expected a date.' }, 'de'), 'Zeile 2: Expected a date.')
  })
})
