import assert from 'node:assert/strict'
import {
  applyEdits, ASK_TYPES, editWorkspace, editWorkspaceAll, inverseOf, isDraft, isStillDone, LANGUAGES, lint, markAsSent, nameAt, parseDraft, placeInWorkspace,
  readWorkspace, renameInDraft, renameInWorkspace, startMessage, WorkspaceNotWritable, type AskEntry, type Start, type WorkspaceChange,
} from '../../src/core/index.ts'

const TODAY = '2026-11-23'

const TEXT = `{
  // my friends
  "version": 1,
  "friends": [
    { "name": "Maria Lopez", "aliases": ["Mari"], "companies": ["Acme"] }, // from school
    { "name": "Tom Okafor" },
  ],
  "asks": [
    { "id": "2", "friend": "Mari", "ask": "advice", "date": "2026-10-20", "status": "open" },
    { "id": "1", "friend": "Maria Lopez", "ask": "introduction", "date": "2026-09-01", "status": "granted", "answered": "2026-09-02" },
  ],
  "favors": [
    { "id": "f", "friend": "maria lopez", "date": "2026-10-01", "what": "soup" },
  ],
}
`
const workspace = readWorkspace(TEXT)
const entry = (id: string): AskEntry => {
  const found = workspace.asks.find((ask) => ask.id === id)
  assert.ok(found)
  return found
}

describe('the name of a friend', () => {
  it('is found where it stands, and nothing else is taken for one', () => {
    const names = [...TEXT.matchAll(/"Maria Lopez"|"Mari"|"maria lopez"|"Tom Okafor"/g)]
    for (const match of names) {
      for (const offset of [match.index, match.index + 3, match.index + match[0].length]) {
        assert.deepEqual(nameAt(TEXT, offset), { name: JSON.parse(match[0]) as string, at: { start: match.index, end: match.index + match[0].length } })
      }
    }
    for (const word of ['"name"', '"Acme"', '"advice"', '"soup"', 'from school', '"version"']) assert.equal(nameAt(TEXT, TEXT.indexOf(word) + 2), undefined, word)
    assert.equal(nameAt('', 0), undefined)
    assert.equal(nameAt('{ "friends": [{ "name": ""', 26), undefined)
  })

  it('is changed wherever it stands, and nothing else is', () => {
    const renamed = applyEdits(TEXT, renameInWorkspace(TEXT, 'MARIA LOPEZ', 'María "M" Ruiz'))
    assert.equal(renamed, TEXT.replace(/"maria lopez"/gi, JSON.stringify('María "M" Ruiz')))
    assert.equal(applyEdits(TEXT, renameInWorkspace(TEXT, 'Mari', 'Ria')), TEXT.replace(/"Mari"/g, '"Ria"'))
    assert.throws(() => renameInWorkspace('{ "friends": [', 'Mari', 'Ria'), WorkspaceNotWritable)
    for (const name of ['Maria Lopez', 'Mari']) assert.throws(() => renameInWorkspace(TEXT, name, 'Tom Okafor'), /another friend's name/)
  })

  it('is changed in drafts to that friend, as YAML needs it', () => {
    const draft = '---\r\nfriend: "Mari"  # from school\r\nask: advice\r\n---\r\nHi Mari\r\n'
    const renamed = applyEdits(draft, renameInDraft(draft, 'mari', 'Ria: Ruiz'))
    assert.equal(renamed, draft.replace('"Mari"', '"Ria: Ruiz"'))
    assert.deepEqual(renameInDraft(draft, 'Maria', 'Ria'), [])
    assert.deepEqual(renameInDraft('# Mari\n', 'Mari', 'Ria'), [])
  })
})

describe('the place of an entry', () => {
  const words = (what: Parameters<typeof placeInWorkspace>[1]): string | undefined => {
    const at = placeInWorkspace(TEXT, what)
    return at && TEXT.slice(at.start, at.end)
  }
  it('is found by id, name and alias', () => {
    assert.match(words({ id: '1' }) ?? '', /^\{ "id": "1".*\}$/)
    assert.match(words({ id: 'f' }) ?? '', /soup/)
    assert.match(words({ friend: 'MARI' }) ?? '', /^\{ "name": "Maria Lopez"/)
    assert.equal(words({ friend: 'Jo' }), undefined)
  })
})

describe('a change of the history can be taken back', () => {
  const changes: WorkspaceChange[] = [
    { kind: 'add-ask', entry: { ...entry('1'), id: '9' } },
    { kind: 'update-ask', id: '2', set: { status: 'granted', answered: TODAY, followedUp: TODAY, outcome: 'gladly' } },
    { kind: 'add-favor', entry: { id: 'g', friend: 'Jo', date: TODAY, what: 'cake' } },
    { kind: 'update-favor', id: 'f', set: { what: 'cake', date: TODAY } },
    { kind: 'forget-entry', id: '2' },
    { kind: 'forget-entry', id: 'f' },
    { kind: 'forget-friend', friend: 'Mari' },
  ]
  const facts = (text: string): unknown => {
    const { friends, asks, favors, problems } = readWorkspace(text)
    return { friends: [...friends].sort((a, b) => a.name.localeCompare(b.name)), asks: asks.map((ask) => ({ ...ask, followedUp: ask.followedUp ?? null })), favors, problems }
  }
  for (const change of changes) {
    it(`${change.kind} ${'id' in change ? change.id : ''}`, () => {
      const changed = applyEdits(TEXT, editWorkspace(TEXT, change))
      assert.notDeepEqual(facts(changed), facts(TEXT))
      assert.equal(isStillDone(workspace, change), false)
      assert.equal(isStillDone(readWorkspace(changed), change), true)
      const back = applyEdits(changed, editWorkspaceAll(changed, inverseOf(workspace, change)))
      assert.deepEqual(facts(back), facts(TEXT))
      assert.ok(back.includes('// my friends'))
    })
  }

  it('but not over what was done since', () => {
    const [, update] = changes
    assert.ok(update)
    const changed = applyEdits(TEXT, editWorkspace(TEXT, update))
    const since = applyEdits(changed, editWorkspace(changed, { kind: 'update-ask', id: '2', set: { outcome: 'after all not' } }))
    assert.equal(isStillDone(readWorkspace(since), update), false)
  })

  it('and several changes are one edit of no more than is needed', () => {
    assert.deepEqual(editWorkspaceAll(TEXT, []), [])
    const [edit, ...others] = editWorkspaceAll(TEXT, [{ kind: 'update-favor', id: 'f', set: { what: 'cake' } }, { kind: 'update-favor', id: 'f', set: { what: 'soups' } }])
    assert.deepEqual([edit?.text, others], ['s', []])
  })
})

describe('a message that is begun', () => {
  const base = { name: 'Maria Lopez', friend: workspace.friends[0], me: 'Ada', today: TODAY } as const
  for (const language of LANGUAGES) {
    const begun = (address?: 'Sie'): [string, Start][] => {
      const start = { ...base, language, ...(address ? { friend: { name: 'Maria Lopez', address } } : {}) }
      return [
        ...ASK_TYPES.map((ask): [string, Start] => [ask, { ...start, kind: 'ask', ask, target: 'Acme: "Health"' }]),
        ...(['follow-up', 'thank', 'report'] as const).map((kind): [string, Start] => [kind, {
          ...start, kind, entry: entry(kind === 'follow-up' ? '2' : '1'), original: { subject: 'An introduction?', channel: 'linkedin', target: 'Jo' },
        }]),
      ]
    }
    for (const [what, start] of [...begun(), ...language === 'de' ? begun('Sie') : []]) {
      it(`is a draft without a fault in its front matter (${language}, ${what}, ${start.friend?.address ?? 'du'})`, () => {
        const { name, text } = startMessage(start)
        const draft = parseDraft(text)
        assert.ok(isDraft(name, text))
        assert.match(name, /^maria-lopez-[a-z-]+\.ask\.md$/)
        assert.deepEqual(draft.frontMatter.problems, [])
        assert.equal(draft.language, language)
        assert.deepEqual([draft.frontMatter.values.friend, draft.frontMatter.values.lang], ['Maria Lopez', language])
        const found = lint(draft, { workspace, today: TODAY }).map(({ rule }) => rule)
        const allowed = start.kind === 'ask' ? ['legwork', 'line/no-opt-out', 'line/vouch', 'choose', 'return'] : start.kind === 'report' ? ['legwork/placeholder'] : []
        assert.deepEqual(found.filter((rule) => !allowed.some((part) => rule.startsWith(part))), [])
        assert.match(text, language === 'en' ? /\n\nHi Maria,\n\n[A-Z]/ : start.friend?.address ? /\n\nGuten Tag Maria Lopez,\n\n/ : /\n\nHallo Maria,\n\n[a-zö]/)
        assert.match(text, /\n\nAda\n$/)
      })
    }
    it(`is no draft where nothing is asked for (${language})`, () => {
      const { name, text } = startMessage({ ...base, language, kind: 'give-back' })
      assert.equal(name, 'maria-lopez-offer.md')
      assert.ok(!isDraft(name, text))
    })
  }

  it('tells the outcome, if it is known, and keeps the subject of the thread', () => {
    const { text } = startMessage({ ...base, language: 'en', kind: 'report', entry: { ...entry('1'), outcome: 'I start in May.' }, original: { subject: 'Re: Jo?' } })
    assert.match(text, /how it ended: I start in May\./)
    assert.equal(parseDraft(text).frontMatter.values.subject, 'Re: Jo?')
    assert.deepEqual(lint(parseDraft(text), { workspace, today: TODAY }), [])
  })
})

describe('a draft that names an entry, marked as sent,', () => {
  const send = (id: string, workspaceText = TEXT): ReturnType<typeof markAsSent> =>
    markAsSent(parseDraft(`---\nfriend: Maria Lopez\nask: other\nask-id: "${id}"\n---\nHi\n`), workspaceText, { id: 'new', today: TODAY, path: 'x.ask.md' })
  const after = (id: string, text = TEXT): { noted?: string; text: string } => {
    const sending = send(id, text)
    assert.ok(typeof sending === 'object')
    assert.equal(sending.entry.id, sending.noted === 'asked' ? 'new' : id)
    return { noted: sending.noted, text: applyEdits(text, sending.workspaceEdits) }
  }
  it('is the reminder, the thanks, the report; else a new ask', () => {
    assert.equal(after('2').noted, 'followed-up')
    assert.equal(after('2', after('2').text).noted, 'asked')
    const thanked = after('1')
    assert.equal(thanked.noted, 'thanked')
    const reported = after('1', thanked.text)
    assert.equal(reported.noted, 'reported')
    assert.equal(readWorkspace(reported.text).asks.length, 2)
    assert.equal(after('1', reported.text).noted, 'asked')
    assert.equal(after('nobody knows').noted, 'asked')
  })
})
