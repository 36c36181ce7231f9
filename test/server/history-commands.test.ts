import assert from 'node:assert/strict'
import { applyEdits, parseDraft, readWorkspace, type Workspace } from '../../src/core/index.ts'
import type { Host } from '../../src/server/host.ts'
import { HISTORY_COMMANDS } from '../../src/server/protocol.ts'
import { draft, DRAFT, FOLDER, pushed, start, stopAll, TODAY, WORKSPACE_FILE, type Editor, type Options } from './harness.ts'

afterEach(stopAll)

const TEXT = `{
  // who was asked
  "version": 1,
  "friends": [
    { "name": "Maria Lopez", "aliases": ["Mari"] },
  ],
  "asks": [
    { "id": "open", "friend": "Maria Lopez", "ask": "advice", "date": "2026-10-20", "status": "open", "answered": null, "thanked": null, "reported": null, "outcome": "" },
    { "id": "granted", "friend": "Mari", "ask": "introduction", "date": "2026-09-01", "status": "granted", "answered": "2026-09-02", "thanked": null, "reported": null, "outcome": "" },
  ],
  "favors": [
    { "id": "favor", "friend": "Maria Lopez", "date": "2026-10-01", "what": "soup" },
  ],
}
`

const now = (editor: Editor): Workspace => readWorkspace(editor.text(WORKSPACE_FILE))
const ask = (editor: Editor, id: string): unknown => {
  const found = now(editor).asks.find((entry) => entry.id === id)
  if (!found) return undefined
  const { status, followedUp, answered, thanked, reported, outcome } = found
  return Object.fromEntries(Object.entries({ status, followedUp, answered, thanked, reported, outcome }).filter(([, value]) => value !== null && value !== undefined && value !== ''))
}

/** The means of a disk, beside the editor. */
const disk = (): { host: Partial<Host>; of: (editor: Editor) => void; written: number } => {
  let files = new Map<string, string>()
  const state = {
    written: 0,
    of: (editor: Editor) => { files = editor.files },
    host: {
      updateFile: <T>(uri: string, change: (text: string) => { edits: Parameters<typeof applyEdits>[1]; result: T }) => {
        const before = files.get(uri) ?? ''
        const { edits, result } = change(before)
        if (edits.length > 0) {
          files.set(uri, applyEdits(before, edits))
          state.written++
        }
        return Promise.resolve(result)
      },
    },
  }
  return state
}

const withFile = (options: Options = {}): Promise<Editor> => start({ files: { [WORKSPACE_FILE]: TEXT }, ...options })

for (const place of ['editor', 'disk'] as const) {
  const begin = async (): Promise<Editor> => {
    const { host, of } = disk()
    const editor = await withFile(place === 'disk' ? { host } : {})
    of(editor)
    return editor
  }
  describe(`the history is kept (through the ${place})`, () => {
    const cases: [string, object, (editor: Editor) => unknown, unknown][] = [
      [HISTORY_COMMANDS.recordAnswer, { id: 'open', status: 'granted', outcome: 'gladly' }, (editor) => ask(editor, 'open'), { status: 'granted', answered: TODAY, outcome: 'gladly' }],
      [HISTORY_COMMANDS.recordAnswer, { id: 'open', status: 'declined' }, (editor) => ask(editor, 'open'), { status: 'declined', answered: TODAY }],
      [HISTORY_COMMANDS.recordAnswer, { id: 'open', status: 'withdrawn' }, (editor) => ask(editor, 'open'), { status: 'withdrawn' }],
      [HISTORY_COMMANDS.markFollowedUp, { id: 'open' }, (editor) => ask(editor, 'open'), { status: 'open', followedUp: TODAY }],
      [HISTORY_COMMANDS.markThanked, { id: 'granted' }, (editor) => ask(editor, 'granted'), { status: 'granted', answered: '2026-09-02', thanked: TODAY }],
      [HISTORY_COMMANDS.markReported, { id: 'granted', outcome: 'I start in May' }, (editor) => ask(editor, 'granted'), { status: 'granted', answered: '2026-09-02', reported: TODAY, outcome: 'I start in May' }],
      [HISTORY_COMMANDS.logFavor, { friend: 'mari', what: 'read her CV' }, (editor) => now(editor).favors.map(({ friend, date, what }) => [friend, date, what])[0], ['Maria Lopez', TODAY, 'read her CV']],
      [HISTORY_COMMANDS.logFavor, { friend: 'Jo', what: 'cake', date: '2026-01-01' }, (editor) => now(editor).favors.map(({ friend, date, what }) => [friend, date, what])[0], ['Jo', '2026-01-01', 'cake']],
      [HISTORY_COMMANDS.editEntry, { id: 'granted', set: { thanked: '2026-09-03', outcome: 'fine', status: 'granted' } }, (editor) => ask(editor, 'granted'), { status: 'granted', answered: '2026-09-02', thanked: '2026-09-03', outcome: 'fine' }],
      [HISTORY_COMMANDS.editEntry, { id: 'favor', set: { what: 'cake', date: '2026-10-02' } }, (editor) => now(editor).favors.map(({ date, what }) => [date, what]), [['2026-10-02', 'cake']]],
      [HISTORY_COMMANDS.deleteEntry, { id: 'open' }, (editor) => now(editor).asks.map(({ id }) => id), ['granted']],
      [HISTORY_COMMANDS.deleteEntry, { id: 'favor' }, (editor) => now(editor).favors, []],
      [HISTORY_COMMANDS.forgetFriend, { friend: 'Mari' }, (editor) => [now(editor).friends, now(editor).asks, now(editor).favors], [[], [], []]],
    ]
    for (const [command, argument, found, expected] of cases) {
      it(`${command} ${JSON.stringify(argument)}, and it can be undone`, async () => {
        const editor = await begin()
        const result = await editor.command(command, argument) as { done: boolean; message: string }
        assert.equal(result.done, true, result.message)
        assert.deepEqual(found(editor), expected)
        assert.deepEqual(now(editor).problems, [])
        assert.ok(editor.text(WORKSPACE_FILE).includes('// who was asked'))
        await editor.settle()
        assert.deepEqual(editor.messages, [result.message])
        assert.deepEqual(await editor.command(HISTORY_COMMANDS.undo), { done: true, message: 'The last change of the history was undone.' })
        const before = readWorkspace(TEXT)
        assert.deepEqual({ ...now(editor), text: '', asks: now(editor).asks.map((entry) => ({ ...entry, followedUp: null })) }, { ...before, text: '', asks: before.asks.map((entry) => ({ ...entry, followedUp: null })) })
        assert.match(JSON.stringify(await editor.command(HISTORY_COMMANDS.undo)), /"done":false.*Nothing was changed/)
      })
    }

    it('by the newest first, and never over what came since', async () => {
      const editor = await begin()
      await editor.command(HISTORY_COMMANDS.recordAnswer, { id: 'open', status: 'granted' })
      await editor.command(HISTORY_COMMANDS.markThanked, { id: 'open' })
      await editor.command(HISTORY_COMMANDS.undo)
      assert.deepEqual(ask(editor, 'open'), { status: 'granted', answered: TODAY })
      await editor.changeOnDisk(WORKSPACE_FILE, editor.text(WORKSPACE_FILE).replace('"granted", "answered": "2026-11-14"', '"declined", "answered": "2026-11-14"'))
      assert.match(JSON.stringify(await editor.command(HISTORY_COMMANDS.undo)), /"done":false.*changed again since/)
      assert.deepEqual(ask(editor, 'open'), { status: 'declined', answered: TODAY })
    })

    it('and created, where there is no file yet', async () => {
      const editor = await begin()
      await editor.changeOnDisk(WORKSPACE_FILE, undefined)
      assert.deepEqual(await editor.command(HISTORY_COMMANDS.logFavor, { friend: 'Jo', what: 'cake' }), { done: true, message: 'Noted: cake, for Jo.', created: WORKSPACE_FILE })
      assert.deepEqual(now(editor).favors.map(({ what }) => what), ['cake'])
    })

    for (const [why, text] of [['broken', '{ "version": 1,, '], ['of another version', '{ "version": 99, "asks": [] }']] as const) {
      it(`but a file that is ${why} is left as it is`, async () => {
        const editor = await begin()
        await editor.changeOnDisk(WORKSPACE_FILE, text)
        for (const argument of [{ friend: 'Jo', what: 'cake' }]) {
          assert.match(JSON.stringify(await editor.command(HISTORY_COMMANDS.logFavor, argument)), /"done":false.*left as it is/)
        }
        assert.equal(editor.text(WORKSPACE_FILE), text)
      })
    }
  })
}

describe('the history in an open document', () => {
  it('is written through the editor where that has unsaved changes, or reads nothing anew by itself', async () => {
    const { host, of } = disk()
    const editor = await withFile({ host })
    of(editor)
    await editor.open(WORKSPACE_FILE, TEXT.replace('soup', 'hot soup'), 'jsonc')
    await editor.command(HISTORY_COMMANDS.markThanked, { id: 'granted' })
    assert.match(editor.text(WORKSPACE_FILE), /hot soup/)
    assert.deepEqual(ask(editor, 'granted'), { status: 'granted', answered: '2026-09-02', thanked: TODAY })
    assert.equal(editor.files.get(WORKSPACE_FILE), TEXT)
  })

  it('is written on the disk where VS Code shows what is on the disk', async () => {
    const state = disk()
    const editor = await withFile({ host: state.host, initializationOptions: { readsFiles: true } })
    state.of(editor)
    await editor.open(WORKSPACE_FILE, TEXT.replaceAll('\n', '\r\n'), 'jsonc')
    let isDone = false
    const thanked = editor.command(HISTORY_COMMANDS.markThanked, { id: 'granted' }).then(() => { isDone = true })
    await editor.settle()
    assert.deepEqual([state.written, isDone], [1, false], 'it waits until the editor shows what is on the disk')
    await editor.change(WORKSPACE_FILE, editor.files.get(WORKSPACE_FILE) ?? '')
    await thanked
    const unseen = editor.command(HISTORY_COMMANDS.markFollowedUp, { id: 'open' })
    await editor.pause()
    await unseen
    assert.equal(state.written, 2, 'but not for ever')
    await editor.change(WORKSPACE_FILE, TEXT.replace('soup', 'hot soup'))
    editor.unsaved.add(WORKSPACE_FILE)
    await editor.command(HISTORY_COMMANDS.markThanked, { id: 'granted' })
    assert.equal(state.written, 2)
    assert.match(editor.text(WORKSPACE_FILE), /hot soup/)
  })
})

describe('a command of the history', () => {
  const fails = async (editor: Editor, command: string, argument: unknown, why: RegExp): Promise<void> => {
    const before = editor.text(WORKSPACE_FILE)
    const result = JSON.stringify(await editor.command(command, argument))
    assert.match(result, /"done":false/)
    assert.match(result, why)
    assert.equal(editor.text(WORKSPACE_FILE), before)
  }

  it('says why it does nothing', async () => {
    const editor = await withFile()
    await fails(editor, HISTORY_COMMANDS.markThanked, { id: 'nobody' }, /no such entry/)
    await fails(editor, HISTORY_COMMANDS.markThanked, { id: 'open' }, /not noted as granted/)
    await fails(editor, HISTORY_COMMANDS.deleteEntry, { id: 'nobody' }, /left as it is/)
    await fails(editor, HISTORY_COMMANDS.forgetFriend, { friend: 'Nobody' }, /left as it is/)
    await fails(editor, HISTORY_COMMANDS.logFavor, { friend: ' ', what: 'x' }, /friend/)
    await fails(editor, HISTORY_COMMANDS.editEntry, { id: 'open', set: { date: '2026-02-30' } }, /set.date/)
    await fails(editor, HISTORY_COMMANDS.editEntry, { id: 'open', set: { friend: 'Jo' } }, /friend/)
    await fails(editor, HISTORY_COMMANDS.recordAnswer, undefined, /lacks something/)
  })

  it('tells where a friend is named that was forgotten', async () => {
    const editor = await withFile({ files: { [WORKSPACE_FILE]: TEXT.replace('// who was asked', '// Maria Lopez is in Rome\n  // Tom is not') } })
    assert.match(JSON.stringify(await editor.command(HISTORY_COMMANDS.forgetFriend, { friend: 'Mari' })), /"done":true.*still stands in a comment or a text: line 2 of/)
  })

  it('says why in German, too', async () => {
    const editor = await withFile({ locale: 'de' })
    await fails(editor, HISTORY_COMMANDS.markThanked, { id: 'nobody' }, /Diesen Eintrag gibt es/)
    assert.match(JSON.stringify(await editor.command(HISTORY_COMMANDS.markFollowedUp, { id: 'open' })), /Du hast Maria Lopez erinnert/)
  })

  it('asks how an ask was answered, if that is not said', async () => {
    const editor = await withFile()
    await fails(editor, HISTORY_COMMANDS.recordAnswer, { id: 'open' }, /Nothing was noted/)
    assert.deepEqual(editor.questions, ['What became of the ask?'])
    editor.answer = 'Declined'
    await editor.command(HISTORY_COMMANDS.recordAnswer, { id: 'open' })
    assert.deepEqual(ask(editor, 'open'), { status: 'declined', answered: TODAY })
  })

  it('needs to know the folder where there are several, and writes no other file', async () => {
    const editor = await withFile({ folders: [FOLDER, 'file:///home/ada/other'] })
    await fails(editor, HISTORY_COMMANDS.logFavor, { friend: 'Jo', what: 'cake' }, /not clear which askwell\.json/)
    await editor.command(HISTORY_COMMANDS.logFavor, { file: DRAFT, friend: 'Jo', what: 'cake' })
    assert.equal(now(editor).favors.length, 2)
    await editor.command(HISTORY_COMMANDS.logFavor, { file: `${FOLDER}/deep/package.json`, friend: 'Jo', what: 'cake' })
    assert.equal(now(editor).favors.length, 3)
    assert.deepEqual([...editor.files.keys()], [WORKSPACE_FILE])
  })

  it('is told by the client, where that has the commands', async () => {
    const editor = await withFile({ initializationOptions: { ownsCommands: true } })
    await editor.command(HISTORY_COMMANDS.markFollowedUp, { id: 'open' })
    await editor.command(HISTORY_COMMANDS.markThanked, { id: 'open' })
    await editor.settle()
    assert.equal(editor.messages.length, 1)
  })

  it('is refused by an editor that refuses edits', async () => {
    const editor = await withFile({ capabilities: pushed })
    editor.refusesEdits = true
    await fails(editor, HISTORY_COMMANDS.markFollowedUp, { id: 'open' }, /did not take the change: no/)
  })
})

describe('mark as sent, taken back', () => {
  it('leaves neither entry nor date', async () => {
    const editor = await withFile()
    await editor.open(DRAFT, draft())
    await editor.command('askwell.markAsSent', DRAFT)
    assert.equal(now(editor).asks.length, 3)
    await editor.command(HISTORY_COMMANDS.undo)
    assert.equal(now(editor).asks.length, 2)
    assert.equal(editor.text(DRAFT), draft())
  })

  it('also where the draft is closed, by now', async () => {
    const editor = await withFile()
    await editor.open(DRAFT, draft())
    await editor.command('askwell.markAsSent', DRAFT)
    await editor.save(DRAFT)
    await editor.close(DRAFT)
    await editor.command(HISTORY_COMMANDS.undo)
    assert.equal(editor.text(DRAFT), draft())
  })

  it('keeps the entry of a message that belongs to it', async () => {
    const editor = await withFile()
    const thanks = draft({ ask: 'other', 'ask-id': 'granted' })
    await editor.open(DRAFT, thanks)
    assert.match(JSON.stringify(await editor.command('askwell.markAsSent', DRAFT)), /you thanked Mari/)
    assert.deepEqual(ask(editor, 'granted'), { status: 'granted', answered: '2026-09-02', thanked: TODAY })
    assert.equal(parseDraft(editor.text(DRAFT)).frontMatter.values.sent, TODAY)
    await editor.command(HISTORY_COMMANDS.undo)
    assert.deepEqual(ask(editor, 'granted'), { status: 'granted', answered: '2026-09-02' })
    assert.equal(editor.text(DRAFT), thanks)
  })
})
