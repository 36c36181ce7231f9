import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  addDays, nextSteps, otherFriends, pastAsks, peopleOf, readWorkspace, sayReasons, sayRest, sayStanding, sayStandingBriefly, sayStep, standingOf, standings, whoCouldIAsk,
  type AskEntry, type Wanted, type Workspace,
} from '../../src/core/index.ts'
import { runs } from '../helpers/runs.ts'

const today = '2026-11-23'

const workspace = readWorkspace(JSON.stringify({
  version: 1,
  friends: [
    { name: 'Maria Lopez', aliases: ['Mari'], fields: ['product design', 'hospitals'], companies: ['Acme Health'], workedTogether: 'Brightside, 2019–21' },
    { name: 'Priya Nair', fields: ['product design'], companies: ['Acme Health'], workedTogether: false },
    { name: 'Tom Okafor', fields: ['software'], companies: ['Northwind'] },
    { name: 'Ben Keller', fields: ['software', 'C++'], companies: ['Talwerk'], workedTogether: true },
  ],
  asks: [
    { id: '1', friend: 'Mari', ask: 'introduction', date: '2026-11-14', status: 'granted', answered: '2026-11-16' },
    { id: '2', friend: 'Maria Lopez', ask: 'resume-review', date: '2026-10-05', status: 'granted', answered: '2026-10-06', thanked: '2026-10-07' },
    { id: '3', friend: 'Tom Okafor', ask: 'job-lead', date: '2026-10-20', status: 'open' },
    { id: '4', friend: 'Ben Keller', ask: 'referral', date: '2026-06-10', status: 'declined', answered: '2026-06-12' },
    { id: '5', friend: 'Ben Keller', ask: 'advice', date: '2026-11-20', status: 'withdrawn' },
    { id: '6', friend: 'Old Boss', ask: 'reference', date: '2025-02-03', status: 'granted', answered: '2025-02-05', thanked: '2025-02-05', reported: '2025-04-01' },
    { id: '7', friend: 'Priya Nair', ask: 'advice', date: '2026-12-24' },
  ],
  favors: [
    { id: 'f1', friend: 'mari', date: '2026-10-01', what: 'reviewed her portfolio' },
    { id: 'f2', friend: 'Ben Keller', date: '2025-12-02', what: 'helped him move' },
  ],
}))
const withAsks = (...asks: Partial<AskEntry>[]): Workspace => readWorkspace(JSON.stringify({
  version: 1, asks: asks.map((ask, index) => ({ id: String(index), friend: 'Jo', ask: 'advice', date: '2026-01-01', ...ask })),
}))

describe('how things stand with a friend', () => {
  it('tells asks, favours and rest, by any name', () => {
    const standing = standingOf(workspace, 'MARI', today)
    assert.equal(standing.name, 'Maria Lopez')
    assert.deepEqual(standing.recent.map(({ daysAgo, entry }) => [daysAgo, entry.id]), [[9, '1'], [49, '2']])
    assert.deepEqual(standing.unthanked.map(({ entry }) => entry.id), ['1'])
    assert.deepEqual(standing.favors.map(({ id }) => id), ['f1'])
    assert.equal(standing.restsUntil, '2026-12-06')
    assert.deepEqual([standing.open, standing.declined], [[], []])
    assert.equal(sayStanding(standing, 'en', today), 'Maria Lopez: asked twice in 60 days, last 9 days ago (an introduction, granted, not yet thanked); you helped once; rests until 6 Dec')
    assert.equal(sayStanding(standing, 'de', today), 'Maria Lopez: zweimal gebeten in 60 Tagen, zuletzt vor 9 Tagen (eine Vorstellung, erfüllt, noch ohne Dank); du hast einmal geholfen; hat Ruhe bis 6. Dez.')
  })

  it('says it in brief, what matters most first, and no more than has room', () => {
    const brief = (name: string, locale: 'en' | 'de' = 'en', on = today): string => sayStandingBriefly(standingOf(workspace, name, on), locale, on)
    assert.equal(brief('Mari'), 'Maria Lopez: rests until 6 Dec; asked twice in 60 days; not yet thanked')
    assert.equal(brief('Mari', 'en', '2026-12-20'), 'Maria Lopez: asked once in 60 days, last 36 days ago; not yet thanked')
    assert.equal(brief('Mari', 'de'), 'Maria Lopez: hat Ruhe bis 6. Dez.; zweimal gebeten in 60 Tagen; noch ohne Dank')
    assert.equal(brief('Ben Keller'), 'Ben Keller: not asked since June; you helped once')
    assert.equal(brief('Nobody'), 'Nobody: never asked')
    for (const { name } of peopleOf(workspace)) assert.ok(brief(name, 'de').length <= 80)
    assert.match(brief('x'.repeat(100)), /x: never asked$/)
  })

  it('leaves out what was withdrawn, what is yet to come, and the entry of the draft itself', () => {
    assert.deepEqual(standingOf(workspace, 'Maria Lopez', today, { exceptId: '1' }).recent.map(({ entry }) => entry.id), ['2'])
    assert.equal(standingOf(workspace, 'Priya Nair', today).last, undefined)
    const ben = standingOf(workspace, 'Ben Keller', today)
    assert.deepEqual([ben.last?.entry.id, ben.restsUntil, ben.declined], ['4', undefined, ['referral']])
    assert.equal(sayStanding(ben, 'en', today), 'Ben Keller: not asked since June (a referral, declined); you helped once')
  })

  it('ends the rest on the first day on which choose/too-soon is silent, as it is set', () => {
    const rested = withAsks({ date: '2026-11-02' })
    assert.equal(standingOf(rested, 'Jo', '2026-11-23').restsUntil, '2026-11-24')
    assert.equal(standingOf(rested, 'Jo', '2026-11-24').restsUntil, undefined)
    assert.equal(standingOf(rested, 'Jo', '2026-11-24', { rules: { 'choose/too-soon': { days: 30 } } }).restsUntil, '2026-12-03')
    assert.equal(standingOf(rested, 'Jo', '2026-11-10', { rules: { 'choose/too-soon': 'off' } }).restsUntil, undefined)
    assert.equal(standingOf({ ...rested, rules: { 'choose/too-soon': { days: 3 } } }, 'Jo', '2026-11-10').restsUntil, undefined)
  })

  it('knows everybody: friends, and who is named in the history only', () => {
    assert.deepEqual(peopleOf(workspace).map(({ name }) => name), ['Maria Lopez', 'Priya Nair', 'Tom Okafor', 'Ben Keller', 'Old Boss'])
    assert.deepEqual(standings(workspace, today).map(({ name, open }) => [name, open.length]), [['Maria Lopez', 0], ['Priya Nair', 0], ['Tom Okafor', 1], ['Ben Keller', 0], ['Old Boss', 0]])
    assert.equal(sayStanding(standingOf(workspace, 'Nobody', today), 'de', today), 'Nobody: nie gebeten')
  })
})

describe('next steps', () => {
  const steps = (of: Workspace, day = today): string[] => nextSteps(of, day).map(({ kind, name, due, entry }) => [kind, name, due, entry?.id].filter(Boolean).join(' '))

  it('lists what is due, the most overdue first', () => {
    assert.deepEqual(steps(workspace), ['report Maria Lopez 2026-10-27 2', 'follow-up Tom Okafor 2026-10-27 3', 'thank Maria Lopez 2026-11-19 1'])
    assert.deepEqual(nextSteps(workspace, today).map((step) => sayStep(step, 'en', today)), [
      'Tell Maria Lopez how it ended: a CV review, asked on 5 Oct',
      'Follow up with Tom Okafor, once: you asked for a job lead on 20 Oct',
      'Thank Maria Lopez for an introduction, by 19 Nov',
    ])
    assert.deepEqual(nextSteps(workspace, today).map((step) => sayStep(step, 'de', today)), [
      'Maria Lopez erzählen, wie es ausging: eine Durchsicht des Lebenslaufs, gebeten am 5. Okt.',
      'Bei Tom Okafor nachfragen, einmal: am 20. Okt. um einen Hinweis auf Stellen gebeten',
      'Maria Lopez danken für eine Vorstellung, bis 19. Nov.',
    ])
  })

  it('follows up after a week, once, and then wants the answer', () => {
    const open = withAsks({ date: '2026-11-01' })
    assert.deepEqual(steps(open, '2026-11-07'), [])
    assert.deepEqual(steps(open, '2026-11-08'), ['follow-up Jo 2026-11-08 0'])
    assert.deepEqual(steps(open, '2026-12-31'), ['follow-up Jo 2026-11-08 0'])
    assert.deepEqual(steps(open, '2027-01-01'), ['answer Jo 2026-11-08 0'])
    const reminded = withAsks({ date: '2026-11-01', followedUp: '2026-11-10' })
    assert.deepEqual(steps(reminded, '2026-11-16'), [])
    assert.deepEqual(steps(reminded, '2026-11-17'), ['answer Jo 2026-11-17 0'])
  })

  it('thanks within three days, then tells how it ended', () => {
    const granted = { date: '2026-10-01', status: 'granted', answered: '2026-10-05' } as const
    assert.deepEqual(steps(withAsks(granted), '2026-10-05'), ['thank Jo 2026-10-08 0'])
    assert.deepEqual(steps(withAsks({ ...granted, thanked: '2026-10-06' }), '2026-10-25'), [])
    assert.deepEqual(steps(withAsks({ ...granted, thanked: '2026-10-06' }), '2026-10-26'), ['report Jo 2026-10-26 0'])
    assert.deepEqual(steps(withAsks({ ...granted, thanked: '2026-10-06', reported: '2026-10-20' })), [])
    assert.deepEqual(steps(withAsks({ ...granted, status: 'declined' }, { status: 'withdrawn' })), [])
  })

  it('gives back when asks outnumber favours by far', () => {
    const done = { status: 'declined', date: '2026-05-01' } as const
    assert.deepEqual(steps(withAsks(done, done)), [])
    const many = withAsks(done, done, done)
    assert.deepEqual(steps(many), ['give-back Jo'])
    assert.equal(nextSteps(many, today).map((step) => sayStep(step, 'en', today))[0], 'Give Jo something back: asked 3 times in a year, helped never')
    assert.deepEqual(steps(many, '2027-06-01'), [])
    const favors = [{ id: 'f', friend: 'Jo', date: '2026-06-01', what: 'soup' }]
    assert.deepEqual(steps(readWorkspace(JSON.stringify({ version: 1, asks: many.asks, favors }))), [])
  })

  it('gives an ask one step at most, and none before its time', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
    const ask = fc.record({
      date: day, status: fc.constantFrom('open', 'granted', 'declined', 'withdrawn'), followedUp: fc.option(day), answered: fc.option(day), thanked: fc.option(day), reported: fc.option(day),
    })
    fc.assert(fc.property(fc.array(ask, { maxLength: 8 }), day, (asks, when) => {
      const found = nextSteps(withAsks(...asks as Partial<AskEntry>[]), when).filter(({ kind }) => kind !== 'give-back')
      assert.equal(new Set(found.map(({ entry }) => entry?.id)).size, found.length)
      for (const { kind, entry, due } of found) {
        assert.equal(entry !== undefined && entry.date <= when, true)
        if (kind !== 'thank') assert.equal(due !== undefined && due <= when, true)
      }
      assert.deepEqual(found.map(({ due }) => due), found.map(({ due }) => due).sort())
    }), runs(100))
  })
})

describe('who could I ask', () => {
  const names = (wanted: Wanted): [string[], string[]] => {
    const { free, resting } = whoCouldIAsk(workspace, wanted, today)
    return [free.map(({ name }) => name), resting.map(({ name }) => name)]
  }

  it('finds friends by field, company or text, the least burdened first', () => {
    assert.deepEqual(names({ company: 'acme' }), [['Priya Nair'], ['Maria Lopez']])
    assert.deepEqual(names({ field: 'Design' }), [['Priya Nair'], ['Maria Lopez']])
    assert.deepEqual(names({ field: 'c++' }), [['Ben Keller'], []])
    assert.deepEqual(names({ about: 'the QA team at Talwerk, Bremen' }), [['Ben Keller'], []])
    assert.deepEqual(names({ company: 'Acmex' }), [[], []])
    assert.deepEqual(names({}), [['Priya Nair', 'Ben Keller'], ['Tom Okafor', 'Maria Lopez']])
    assert.deepEqual(names({ except: 'mari' }), [['Priya Nair', 'Ben Keller'], ['Tom Okafor']])
  })

  it('proposes for a recommendation or a reference only who has worked with the writer', () => {
    assert.deepEqual(names({ ask: 'recommendation' }), [['Ben Keller'], ['Maria Lopez']])
    assert.deepEqual(names({ ask: 'referral' }), [['Priya Nair'], ['Ben Keller', 'Tom Okafor', 'Maria Lopez']])
  })

  it('gives the reasons in words', () => {
    const { free, resting } = whoCouldIAsk(workspace, { company: 'Talwerk' }, today)
    assert.deepEqual(resting, [])
    assert.deepEqual(free.map((one) => sayReasons(one, 'en', today)), [['works or worked at Talwerk', 'you worked together', 'not asked since June', 'you helped in December 2025: helped him move']])
    const others = whoCouldIAsk(workspace, { field: 'hospitals' }, today).resting
    assert.deepEqual(others.map((one) => sayReasons(one, 'de', today)), [['kennt sich aus mit hospitals', 'ihr habt zusammengearbeitet (Brightside, 2019–21)', 'zuletzt gebeten vor 9 Tagen', 'du hast im Oktober geholfen: reviewed her portfolio']])
    const rest = (wanted: Wanted): string[] => whoCouldIAsk(workspace, wanted, today).resting.map((one) => (one.rest ? sayRest(one.rest, 'en', today) : ''))
    assert.deepEqual(rest({ ask: 'referral' }), [
      'declined a referral (asked on 10 Jun)',
      'has an open ask: a job lead, asked on 20 Oct',
      'rests until 6 Dec: asked for an introduction on 14 Nov',
    ])
  })
})

describe('questions to a long history', () => {
  const friends = Array.from({ length: 200 }, (_, index) => ({ name: `Friend ${index}`, aliases: [`F${index}`], fields: [`field ${index % 7}`] }))
  const asks = Array.from({ length: 5_000 }, (_, index) => ({ id: String(index), friend: index % 2 === 0 ? `friend ${index % 200}` : `F${index % 211}`, ask: 'advice', date: addDays('2026-11-20', -Math.floor(index / 9)) }))
  const long = readWorkspace(JSON.stringify({ version: 1, friends, asks }))

  it('are answered as by reading all of it', () => {
    for (const name of ['Friend 7', 'f8', 'F205', 'Nobody']) {
      const friend = friends.find((one) => [one.name, ...one.aliases].some((known) => known.toLowerCase() === name.toLowerCase()))
      const known = friend ? [friend.name, ...friend.aliases] : [name]
      const expected = long.asks.filter((ask) => known.some((one) => one.toLowerCase() === ask.friend.toLowerCase()))
      assert.deepEqual(pastAsks(long, name, today).map(({ entry }) => entry), expected)
    }
  })

  it('are answered once', () => {
    assert.equal(pastAsks(long, 'F7', today), pastAsks(long, 'Friend 7', today))
    assert.equal(otherFriends(long, 'F7', today, 21), otherFriends(long, 'F7', today, 21))
    assert.notEqual(otherFriends(long, 'F7', today, 21), otherFriends(long, 'F7', today, 60))
    assert.equal(nextSteps(long, today), nextSteps(long, today))
  })
})
