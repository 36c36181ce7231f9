import assert from 'node:assert/strict'
import { parseDraft } from '../../src/core/index.ts'
import { CANDIDATES, CHOICES, MENTIONS, START, type CandidatesResult, type Choice, type Mentions, type StartResult } from '../../src/server/protocol.ts'
import { draft, DRAFT, FOLDER, start, stopAll, WORKSPACE_FILE, type Editor, type Options } from './harness.ts'

afterEach(stopAll)

const OTHER = 'file:///home/ada/other'
const file = {
  version: 1,
  me: { name: 'Ada Kim' },
  friends: [
    { name: 'Maria Lopez', aliases: ['Mari'], companies: ['Acme'], fields: ['design'] },
    { name: 'Priya Nair', companies: ['Acme'], fields: ['design', 'art'] },
    { name: 'Tom Okafor', companies: ['Northwind'], workedTogether: true, lang: 'de' },
  ],
  asks: [
    { id: '4', friend: 'Mari', ask: 'advice', date: '2026-11-05', status: 'granted', answered: '2026-11-06' },
    { id: '3', friend: 'Tom Okafor', ask: 'referral', date: '2026-10-20', draft: 'asks/tom.ask.md', status: 'open' },
    { id: '2', friend: 'Tom Okafor', ask: 'advice', date: '2026-09-01', status: 'open', followedUp: '2026-09-09' },
    { id: '1', friend: 'Maria Lopez', ask: 'referral', date: '2026-01-01', status: 'granted', answered: '2026-01-02', thanked: '2026-01-03', outcome: 'hired' },
  ],
  favors: [{ id: 'f', friend: 'Maria Lopez', date: '2026-09-20', what: 'read her CV' }],
}
const begin = (options: Options = {}): Promise<Editor> => start({
  files: {
    [WORKSPACE_FILE]: JSON.stringify(file),
    [`${OTHER}/askwell.json`]: JSON.stringify({ version: 1, asks: [{ id: '9', friend: 'Zoe', ask: 'advice', date: '2026-11-01' }] }),
    [`${FOLDER}/asks/tom.ask.md`]: draft({ friend: 'Tom Okafor', subject: 'A word for me?', channel: 'linkedin', target: 'Northwind', sent: '2026-10-20', 'ask-id': '"3"' }),
    [`${FOLDER}/mari.ask.md`]: draft({ friend: 'Mari' }),
    [`${FOLDER}/about.ask.md`]: draft({ friend: 'Tom Okafor' }, 'You know Maria Lopez, don’t you?\n'),
    [`${FOLDER}/notes.md`]: 'Maria Lopez\n',
  },
  ...options,
})

describe('the entries from which a command lets choose', () => {
  const ids = async (params: object, options?: Options): Promise<string> => (await (await begin(options)).request<Choice[]>(CHOICES, params)).map(({ id }) => id).join(' ')

  it('are those that wait for it, newest first', async () => {
    assert.equal(await ids({ need: 'answer' }), '3 2')
    assert.equal(await ids({ need: 'follow-up' }), '3')
    assert.equal(await ids({ need: 'thanks' }), '4')
    assert.equal(await ids({ need: 'report' }), '4 1')
    assert.equal(await ids({ need: 'nothing' }), '4 3 f 2 1')
    assert.equal(await ids({ need: 'nothing', friend: 'mari' }), '4 f 1')
    assert.equal(await ids({ need: 'nothing', id: 'f' }), 'f')
    assert.equal(await ids({ need: 'answer', id: '4' }), '')
  })

  it('come from all folders, or from the one that is meant', async () => {
    const folders = [FOLDER, OTHER]
    assert.equal(await ids({ need: 'answer' }, { folders }), '9 3 2')
    assert.equal(await ids({ need: 'answer', file: `${OTHER}/x.ask.md` }, { folders }), '9')
  })

  it('say what they are, and what can be edited', async () => {
    const [ask, favor] = await (await begin({ locale: 'de' })).request<Choice[]>(CHOICES, { need: 'nothing', friend: 'Maria Lopez' })
    assert.deepEqual(ask, {
      file: WORKSPACE_FILE, id: '4', kind: 'ask', friend: 'Mari', title: 'Rat', note: '5. Nov., noch ohne Dank',
      values: { ask: 'advice', date: '2026-11-05', status: 'granted', followedUp: null, answered: '2026-11-06', thanked: null, reported: null, outcome: '' },
    })
    assert.deepEqual([favor?.kind, favor?.title, favor?.values], ['favor', 'Read her CV', { date: '2026-09-20', what: 'read her CV' }])
  })
})

describe('a history of a hundred thousand asks', () => {
  it('lets choose among the newest', async () => {
    const asks = Array.from({ length: 100_000 }, (_, index) => ({ id: String(index), friend: `Friend ${index % 2000}`, ask: 'advice', date: `20${10 + index % 16}-01-01`, status: 'open' }))
    const editor = await start({ files: { [WORKSPACE_FILE]: JSON.stringify({ version: 1, asks }) } })
    const found = await editor.request<Choice[]>(CHOICES, { need: 'answer' })
    assert.equal(found.length, 500)
    assert.ok(found.every(({ values }) => values['date'] === '2025-01-01'))
    assert.equal((await editor.request<Choice[]>(CHOICES, { need: 'answer', friend: 'Friend 7' })).length, 50)
  })
})

describe('what there is about a friend', () => {
  it('is counted, and the drafts are listed', async () => {
    const editor = await begin()
    await editor.open(DRAFT, draft())
    assert.deepEqual(await editor.request<Mentions>(MENTIONS, { friend: 'mari' }), {
      file: WORKSPACE_FILE, friend: 'Maria Lopez', asks: 2, favors: 1, drafts: [`${FOLDER}/about.ask.md`, `${FOLDER}/mari.ask.md`, DRAFT],
    })
  })

  it('is found through an editor that reads the files itself, too', async () => {
    const editor = await begin({ initializationOptions: { readsFiles: true } })
    const drafts = async (): Promise<readonly string[]> => (await editor.request<Mentions>(MENTIONS, { friend: 'Maria Lopez' })).drafts
    assert.deepEqual(await drafts(), [`${FOLDER}/about.ask.md`, `${FOLDER}/mari.ask.md`])
    await editor.open(DRAFT, draft())
    assert.deepEqual(await drafts(), [`${FOLDER}/about.ask.md`, `${FOLDER}/mari.ask.md`], 'a document without a file')
    await editor.save(DRAFT)
    assert.deepEqual(await drafts(), [`${FOLDER}/about.ask.md`, `${FOLDER}/mari.ask.md`, DRAFT])
  })
})

describe('who could be asked', () => {
  const ask = async (params: object): Promise<CandidatesResult> => (await begin()).request<CandidatesResult>(CANDIDATES, params)

  it('is answered with reasons, those at rest below', async () => {
    const { candidates, fields, companies, asks } = await ask({ field: 'design', file: DRAFT })
    assert.deepEqual(candidates, [
      { file: WORKSPACE_FILE, name: 'Priya Nair', reasons: 'knows about design; never asked' },
      { file: WORKSPACE_FILE, name: 'Maria Lopez', reasons: 'knows about design; last asked 9 days ago; you helped in September: read her CV', rest: 'rests until 27 Nov: asked for advice on 5 Nov' },
    ])
    assert.deepEqual([fields, companies], [['art', 'design'], ['Acme', 'Northwind']])
    assert.deepEqual(asks[0], { ask: 'introduction', title: 'Introduction' })
  })

  it('leaves out who cannot truthfully help, and the friend of the draft', async () => {
    assert.deepEqual((await ask({ ask: 'reference' })).candidates.map(({ name }) => name), ['Tom Okafor'])
    assert.deepEqual((await ask({ company: 'acme', except: 'Mari' })).candidates.map(({ name }) => name), ['Priya Nair'])
    assert.deepEqual((await ask({ about: 'Lead of art at Northwind' })).candidates.map(({ name }) => name), ['Priya Nair', 'Tom Okafor'])
  })
})

describe('the beginning of a message', () => {
  const begun = async (params: object): Promise<StartResult> => (await begin()).request<StartResult>(START, params)

  it('lies beside askwell.json, under a name that is free', async () => {
    const editor = await begin()
    const first = await editor.request<StartResult>(START, { kind: 'ask', friend: 'Priya Nair', ask: 'introduction', target: 'Jo' })
    assert.equal(first?.uri, `${FOLDER}/priya-nair-introduction.ask.md`)
    editor.files.set(`${FOLDER}/priya-nair-introduction.ask.md`, '')
    assert.equal((await editor.request<StartResult>(START, { kind: 'ask', friend: 'Priya Nair', ask: 'introduction' }))?.uri, `${FOLDER}/priya-nair-introduction-2.ask.md`)
    const { values } = parseDraft(first.text).frontMatter
    assert.deepEqual([values.friend, values.ask, values.target], ['Priya Nair', 'introduction', 'Jo'])
    assert.match(first.text, /\nAda Kim\n$/)
  })

  it('goes on from the earlier draft', async () => {
    const reminder = await begun({ kind: 'follow-up', id: '3' })
    const { values } = parseDraft(reminder?.text ?? '').frontMatter
    assert.deepEqual([values.subject, values.channel, values.target, values['ask-id'], values.lang], ['Re: A word for me?', 'linkedin', 'Northwind', '3', 'de'])
    assert.match(reminder?.uri ?? '', /tom-okafor-reminder\.ask\.md$/)
  })

  it('is none where there is nobody, or no entry', async () => {
    assert.equal(await begun({ kind: 'thank', friend: 'Maria Lopez', id: 'nothing' }), null)
    assert.equal(await begun({ kind: 'give-back' }), null)
    assert.match((await begun({ kind: 'give-back', friend: 'Mari' }))?.uri ?? '', /maria-lopez-offer\.md$/)
    assert.match((await begun({ kind: 'report', id: '1' }))?.text ?? '', /how it ended: hired/)
  })
})
