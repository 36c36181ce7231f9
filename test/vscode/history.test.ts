import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { AskEntry, FavorEntry, Friend } from '../../src/core/history/schema.ts'
import { CLIENT_COMMANDS, HISTORY_COMMANDS } from '../../src/server/protocol.ts'
import type { Row } from '../../src/client/history/rows.ts'
import { START_COMMANDS } from '../../src/client/history/ids.ts'
import { asking, run, type Answer } from './asked.ts'
import { at, closeAll, draft, extension, finding, MISSING_OPT_OUT, quickFixes, show, speakOnly, stored, until, write } from './support.ts'

const day = (daysAgo: number): string => {
  const date = new Date()
  date.setDate(date.getDate() - daysAgo)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
const TODAY = day(0)

const history = (): string => `{
  // kept by hand, too
  "version": 1,
  "me": { "name": "Ada Kim" },
  "friends": [
    { "name": "Maria Lopez", "aliases": ["Mari"], "companies": ["Acme"], "fields": ["design"] },
    { "name": "Ben Keller", "companies": ["Acme"] },
  ],
  "asks": [
    { "id": "granted", "friend": "Maria Lopez", "ask": "introduction", "date": "${day(9)}", "status": "granted", "answered": "${day(8)}", "thanked": null, "reported": null, "outcome": "" },
    { "id": "open", "friend": "Ben Keller", "ask": "job-lead", "date": "${day(30)}", "draft": "kept-ben.ask.md", "status": "open", "answered": null, "thanked": null, "reported": null, "outcome": "" },
  ],
  "favors": [
    { "id": "favor", "friend": "Maria Lopez", "date": "${day(40)}", "what": "read her portfolio" },
  ],
}
`

interface Workspace { readonly friends: Friend[]; readonly asks: AskEntry[]; readonly favors: FavorEntry[] }

/** An `askwell.json` as Askwell writes it, with comments on lines of their own. (The reader itself is none of the client's.) */
const read = (text: string): Workspace => ({
  friends: [], asks: [], favors: [],
  ...JSON.parse(text.replace(/^\s*\/\/.*$/gm, '').replace(/,(?=\s*[\]}])/g, '')) as Partial<Workspace>,
})
const now = async (): Promise<Workspace> => read(await stored('askwell.json'))
const ask = async (id: string): Promise<AskEntry> => {
  const entry = (await now()).asks.find((one) => one.id === id)
  assert.ok(entry, id)
  return entry
}
/** Waits until the server has seen the file as each test begins with it. */
const known = (): Promise<true> => until('the server knows the file', async () => {
  const { friends } = extension().exports.views
  const inside = async (row?: Row): Promise<Row[]> => [...await friends.getChildren(row) ?? []]
  const contexts = await Promise.all((await inside()).map(async (row) => [row, ...await inside(row)].map(({ label, context }) => `${label} ${context}`)))
  return contexts.flat().join(', ') === 'Ben Keller friend.open, Job lead ask.open, Maria Lopez friend.resting, Introduction ask.thankable, Read her portfolio favor'
})
const file = (): string => at('askwell.json').toString()
const lenses = async (uri: vscode.Uri): Promise<vscode.Command[]> =>
  (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 50)).flatMap(({ command }) => (command ? [command] : []))
const titles = async (uri: vscode.Uri): Promise<string[]> => (await lenses(uri)).map(({ title }) => title)

describe('the history in the editor', () => {
  let before = ''
  const made = new Set<string>()
  const keep = (name: string): string => {
    made.add(name)
    return name
  }
  beforeEach(async () => {
    before = before || await stored('askwell.json')
    await write('askwell.json', history())
    await extension().activate()
    await known()
  })
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.saveAll')
    await closeAll()
    await write('askwell.json', before)
    for (const name of made) await vscode.workspace.fs.delete(at(name))
    made.clear()
    await speakOnly()
  })

  describe('commands ask for what they are not told, and note', () => {
    asking('an answer', async () => {
      const asked = await run(HISTORY_COMMANDS.recordAnswer, undefined, 'Ben Keller', 'Granted', 'gladly, in May')
      assert.deepEqual(asked.of('pick')[0], 'Ben Keller | Job lead')
      assert.match(asked.of('message').at(-1) ?? '', /Noted: Ben Keller, job-lead, granted/)
      const { status, answered, outcome } = await ask('open')
      assert.deepEqual([status, answered, outcome], ['granted', TODAY, 'gladly, in May'])
      assert.match(await stored('askwell.json'), /\/\/ kept by hand, too/)
    })

    asking('nothing, if they are given up half-way', async () => {
      await run(HISTORY_COMMANDS.recordAnswer, undefined, undefined)
      await run(HISTORY_COMMANDS.recordAnswer, undefined, 'Ben Keller', undefined)
      await run(HISTORY_COMMANDS.recordAnswer, undefined, 'Ben Keller', 'Declined', undefined)
      await run(HISTORY_COMMANDS.logFavor, undefined, 'Ben Keller', '')
      assert.equal(await stored('askwell.json'), history())
    })

    it('what they are told, without a question', async () => {
      await run(HISTORY_COMMANDS.recordAnswer, { file: file(), id: 'open', status: 'declined', outcome: 'no time' })
      assert.deepEqual([(await ask('open')).status, (await ask('open')).outcome], ['declined', 'no time'])
      await run(HISTORY_COMMANDS.markThanked, { file: file(), id: 'granted' })
      assert.equal((await ask('granted')).thanked, TODAY)
      await run(HISTORY_COMMANDS.logFavor, { file: file(), friend: 'Mari', what: 'baked a cake' })
      assert.deepEqual((await now()).favors.map(({ friend, what }) => [friend, what])[0], ['Maria Lopez', 'baked a cake'])
    })

    asking('a reminder, thanks, and how it ended', async () => {
      await run(HISTORY_COMMANDS.markFollowedUp, undefined, 'Ben Keller')
      assert.equal((await ask('open')).followedUp, TODAY)
      await run(HISTORY_COMMANDS.markThanked, undefined, 'Maria Lopez')
      const asked = await run(HISTORY_COMMANDS.markReported, undefined, 'Maria Lopez', 'I start in May')
      assert.match(asked.of('words')[0] ?? '', /^Maria Lopez: Introduction\n/)
      const { thanked, reported, outcome } = await ask('granted')
      assert.deepEqual([thanked, reported, outcome], [TODAY, TODAY, 'I start in May'])
    })

    it('that an ask was withdrawn', async () => {
      await run('askwell.withdraw', { file: file(), id: 'open' })
      assert.deepEqual([(await ask('open')).status, (await ask('open')).answered], ['withdrawn', null])
    })

    asking('a favour, for somebody new as well', async () => {
      await run(HISTORY_COMMANDS.logFavor, undefined, 'Maria Lopez', 'watered the plants')
      await run(HISTORY_COMMANDS.logFavor, undefined, 'Somebody else…', 'Zoe Ito', 'lent a book')
      assert.deepEqual((await now()).favors.map(({ friend, date, what }) => [friend, date, what]).slice(0, 2), [
        ['Zoe Ito', TODAY, 'lent a book'], ['Maria Lopez', TODAY, 'watered the plants'],
      ])
    })

    asking('other values of an entry, or that it is gone', async () => {
      const asked = await run(HISTORY_COMMANDS.editEntry, { file: file(), id: 'granted' }, 'How it ended, in words', 'a long talk')
      assert.ok(asked.of('pick')[0]?.includes('Thanked on | –'))
      await run(HISTORY_COMMANDS.editEntry, { file: file(), id: 'granted' }, 'Thanked on', '2026-01-02')
      await run(HISTORY_COMMANDS.editEntry, { file: file(), id: 'granted' }, 'Thanked on', '')
      await run(HISTORY_COMMANDS.editEntry, { file: file(), id: 'granted' }, 'What became of it', 'Declined')
      await run(HISTORY_COMMANDS.editEntry, { file: file(), id: 'granted' }, 'What was asked for', 'Advice')
      const entry = await ask('granted')
      assert.deepEqual([entry.outcome, entry.thanked, entry.status, entry.ask], ['a long talk', null, 'declined', 'advice'])
      await run(HISTORY_COMMANDS.editEntry, { file: file(), id: 'favor' }, 'What you did', 'read her thesis')
      assert.equal((await now()).favors[0]?.what, 'read her thesis')
      await run(HISTORY_COMMANDS.editEntry, undefined, 'Ben Keller', '$(trash) Delete')
      await run(HISTORY_COMMANDS.deleteEntry, { file: file(), id: 'favor' })
      assert.deepEqual([(await now()).asks.map(({ id }) => id), (await now()).favors], [['granted'], []])
    })

    it('and take back what they noted last', async () => {
      await run(HISTORY_COMMANDS.markThanked, { file: file(), id: 'granted' })
      await run(HISTORY_COMMANDS.undo, undefined)
      assert.equal((await ask('granted')).thanked, null)
    })

    asking('say so, if there is nothing to choose from', async () => {
      await run(HISTORY_COMMANDS.markThanked, { file: file(), id: 'granted' })
      assert.deepEqual((await run(HISTORY_COMMANDS.markThanked, undefined)).of('message'), ['There is no entry in askwell.json that waits for this.'])
      assert.match((await run(HISTORY_COMMANDS.markThanked, { file: file(), id: 'granted' })).of('message')[0] ?? '', /does not wait for this/)
    })
  })

  it('goes through the open document, if that has unsaved changes, and through the disk if it has none', async () => {
    const editor = await show('askwell.json')
    await run(HISTORY_COMMANDS.markThanked, { file: file(), id: 'granted' })
    await until('the editor shows what is on the disk', () => read(editor.document.getText()).asks[0]?.thanked === TODAY)
    assert.equal(editor.document.isDirty, false)
    await editor.edit((edit) => { edit.insert(new vscode.Position(1, 0), '  // not saved yet\n') })
    await run(HISTORY_COMMANDS.markFollowedUp, { file: file(), id: 'open' })
    assert.equal(editor.document.isDirty, true)
    assert.match(editor.document.getText(), /\/\/ not saved yet/)
    assert.equal(read(editor.document.getText()).asks[1]?.followedUp, TODAY)
    assert.ok(!(await stored('askwell.json')).includes('not saved yet'))
    await editor.document.save()
  })

  it('is told by lenses above the draft, which note what they say', async () => {
    const { document } = await show(keep('kept-lens.ask.md'), draft())
    const shown = await until('the lenses', async () => {
      const found = await titles(document.uri)
      return found.length > 0 && found
    })
    assert.match(shown[0] ?? '', /^Maria Lopez: rests until [^;]+; asked once in 60 days; not yet thanked$/)
    assert.deepEqual(shown.slice(1), ['Mark as sent', 'I have thanked', 'Log a favour I did…'])
    const thanked = (await lenses(document.uri)).find(({ title }) => title === 'I have thanked')
    assert.ok(thanked)
    await run(thanked.command, thanked.arguments?.[0])
    assert.equal((await ask('granted')).thanked, TODAY)
    await until('the lens is up to date', async () => !(await titles(document.uri))[0]?.includes('not yet thanked'))
    const sent = (await lenses(document.uri)).find(({ title }) => title === 'Mark as sent')
    await vscode.commands.executeCommand(sent?.command ?? '', ...(sent?.arguments ?? []) as unknown[])
    await until('the draft is sent', async () => (await titles(document.uri))[0]?.startsWith('Sent on'))
    const answer = (await lenses(document.uri)).find(({ title }) => title === 'Record the answer…')
    await run(answer?.command ?? '', { ...answer?.arguments?.[0] as object, status: 'declined', outcome: '' })
    assert.deepEqual((await now()).asks.map(({ status }) => status), ['declined', 'granted', 'open'])
    await run(HISTORY_COMMANDS.undo, undefined)
    await run(HISTORY_COMMANDS.undo, undefined)
    assert.equal((await now()).asks.length, 2)
    assert.ok(!document.getText().includes('sent:'))
  })

  it('is told on hover, and in completion', async () => {
    const { document } = await show(keep('kept-hover.ask.md'), draft())
    const [hover] = await until('a hover', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(1, 10))
      return found.length > 0 && found
    })
    const [text] = hover?.contents ?? []
    assert.match(text instanceof vscode.MarkdownString ? text.value : '', /asked once in 60 days[^]*read her portfolio/)
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(1, 8))
    assert.deepEqual(items.filter(({ detail }) => detail).map(({ label, detail }) => [label, /^(?:Maria Lopez: )?\w+/.exec(detail ?? '')?.[0]]), [['Ben Keller', 'asked'], ['Mari', 'Maria Lopez: asked'], ['Maria Lopez', 'asked']])
    const [definition] = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeDefinitionProvider', document.uri, new vscode.Position(1, 10))
    assert.equal(definition?.uri.toString(), file())
    assert.equal(definition.range.start.line, 5)
  })

  it('follows the rename of a friend, through askwell.json and all drafts', async () => {
    await write(keep('kept-other.ask.md'), draft().replace('Maria Lopez', '"ben keller"'))
    const { document } = await show(keep('kept-rename.ask.md'), draft().replace('Maria Lopez', 'Ben Keller'))
    const place = await until('a name to rename', async () => {
      try {
        return await vscode.commands.executeCommand<{ placeholder: string }>('vscode.prepareRename', document.uri, new vscode.Position(1, 10))
      } catch {
        return undefined
      }
    })
    assert.equal(place.placeholder, 'Ben Keller')
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, new vscode.Position(1, 10), 'Ben Ruiz')
    assert.deepEqual(edit.entries().map(([uri, edits]) => [uri.path.split('/').at(-1), edits.length]), [['askwell.json', 2], ['kept-other.ask.md', 1], ['kept-rename.ask.md', 1]])
    assert.ok(await vscode.workspace.applyEdit(edit))
    assert.match(document.getText(), /^friend: Ben Ruiz$/m)
    await until('the other draft is renamed', async () => {
      // The editor opens what was changed unseen, in its own time.
      await vscode.commands.executeCommand('workbench.action.files.saveAll')
      return /^friend: Ben Ruiz$/m.test(await stored('kept-other.ask.md'))
    })
    assert.equal(await stored('askwell.json'), history().replaceAll('Ben Keller', 'Ben Ruiz'))
  })

  asking('forgets a friend, after a question that names the drafts', async () => {
    const toBen = draft().replace('Maria Lopez', 'Ben Keller')
    await write(keep('kept-forget.ask.md'), toBen)
    const asked = await run(HISTORY_COMMANDS.forgetFriend, undefined, 'Ben Keller', undefined)
    assert.match(asked.of('message')[0] ?? '', /^Forget everything about Ben Keller\?\nAsks: 1, favours: 0\.[^]*\nkept-forget\.ask\.md$/)
    assert.equal(await stored('askwell.json'), history())
    await run(HISTORY_COMMANDS.forgetFriend, { file: file(), friend: 'ben keller' }, 'Forget')
    const { friends, asks, favors } = await now()
    assert.deepEqual([friends.map(({ name }) => name), asks.map(({ id }) => id), favors.map(({ id }) => id)], [['Maria Lopez'], ['granted'], ['favor']])
    assert.equal(await stored('kept-forget.ask.md'), toBen)
  })

  asking('leads from a friend to an entry', async () => {
    await write(keep('kept-ben.ask.md'), draft().replace('Maria Lopez', 'Ben Keller'))
    await run(CLIENT_COMMANDS.showHistory, undefined, 'Ben Keller')
    const shown = (): string => vscode.window.activeTextEditor?.document.uri.path ?? ''
    assert.match(shown(), /\/kept-ben\.ask\.md$/)
    const asked = await run(CLIENT_COMMANDS.showHistory, { file: file(), friend: 'Maria Lopez' }, 'Maria Lopez')
    assert.deepEqual(asked.of('pick'), ['Maria Lopez | Introduction\nMaria Lopez | Read her portfolio'])
    assert.match(shown(), /\/askwell\.json$/)
  })

  asking('answers who could be asked, and starts the draft', async () => {
    const asked = await run(CLIENT_COMMANDS.whoCouldIAsk, undefined, 'Acme', 'Ben Keller', 'Referral')
    assert.match(asked.of('pick')[1] ?? '', /^Better left alone now\nBen Keller \| has an open ask: [^\n]*\nMaria Lopez \| rests until/)
    const document = vscode.window.activeTextEditor?.document
    assert.ok(document)
    assert.equal(document.uri.path.split('/').at(-1), keep('ben-keller-referral.ask.md'))
    assert.match(document.getText(), /^friend: Ben Keller\nask: referral\n[^]*\nHi Ben,\n\n[^]*\nAda Kim\n$/m)
    await finding(document.uri, MISSING_OPT_OUT)
    assert.deepEqual((await run(CLIENT_COMMANDS.whoCouldIAsk, { file: file(), ask: 'reference' })).of('message').length, 1)
  })

  asking('offers somebody else where a friend is asked too soon', async () => {
    await speakOnly('choose/too-soon')
    const { document } = await show(keep('kept-soon.ask.md'), draft())
    const diagnostic = await finding(document.uri, 'choose/too-soon')
    const action = (await quickFixes(document.uri, diagnostic)).find(({ command }) => command?.command === CLIENT_COMMANDS.whoCouldIAsk)
    assert.ok(action?.command)
    const asked = await run(action.command.command, action.command.arguments?.[0], undefined)
    assert.match(asked.of('pick')[0] ?? '', /^Better left alone now\nBen Keller \| has an open ask|^Ben Keller/)
  })

  asking('starts a reminder, thanks, a report, an offer, a draft, each with a name of its own', async () => {
    const started = async (command: string, argument: unknown, ...answers: Answer[]): Promise<string> => {
      await run(command, argument, ...answers)
      const { document } = vscode.window.activeTextEditor ?? {}
      assert.ok(document)
      keep(document.uri.path.split('/').at(-1) ?? '')
      return `${document.uri.path.split('/').at(-1) ?? ''}: ${document.getText()}`
    }
    assert.match(await started(START_COMMANDS['follow-up'], { file: file(), id: 'open' }), /^ben-keller-reminder\.ask\.md: [^]*ask-id: open\n[^]*this is my one reminder/)
    assert.match(await started(START_COMMANDS.thank, undefined, 'Maria Lopez'), /^maria-lopez-thanks\.ask\.md: [^]*ask-id: granted\n[^]*Thank you again for the introduction/)
    assert.match(await started(START_COMMANDS.report, undefined, 'Maria Lopez'), /^maria-lopez-report\.ask\.md: [^]*how it ended: \[how it ended\]/)
    assert.match(await started(START_COMMANDS['give-back'], { file: file(), friend: 'Mari' }), /^maria-lopez-offer\.md: Hi Maria,\n\nLet me return the favour/)
    assert.match(await started(START_COMMANDS.ask, undefined, 'Somebody else…', 'Zoe Ito', 'Advice'), /^zoe-ito-advice\.ask\.md: ---\nfriend: Zoe Ito\nask: advice\n/)
    const thanks = await show('maria-lopez-thanks.ask.md')
    await vscode.commands.executeCommand('askwell.markAsSent')
    assert.equal((await ask('granted')).thanked, TODAY)
    assert.match(thanks.document.getText(), new RegExp(`^sent: ${TODAY}$`, 'm'))
    assert.equal((await now()).asks.length, 2)
  })

  it('keeps both sides of what git has left', async () => {
    const line = (id: string): string => `    { "id": "${id}", "friend": "Jo", "ask": "advice", "date": "2026-01-0${id}" },\n`
    await write('askwell.json', `{\n  "version": 1,\n  "asks": [\n<<<<<<< HEAD\n${line('1')}=======\n${line('2')}>>>>>>> theirs\n  ],\n}\n`)
    await show(keep('kept-both.ask.md'), draft())
    const { document } = await show('askwell.json')
    const conflict = await until('the conflict', () => vscode.languages.getDiagnostics(document.uri).find(({ code }) => code === 'conflict'))
    const action = (await quickFixes(document.uri, conflict)).find(({ title }) => title === 'Keep both sides')
    assert.ok(action?.edit)
    assert.ok(await vscode.workspace.applyEdit(action.edit))
    assert.deepEqual(read(document.getText()).asks.map(({ id }) => id), ['2', '1'])
    await document.save()
  })

  asking('can be kept out of git when the file is new', async () => {
    await vscode.workspace.fs.delete(at('askwell.json'))
    await until('the server knows that it is gone', async () => (await extension().exports.views.friends.getChildren())?.length === 0)
    await vscode.workspace.fs.createDirectory(at('.git'))
    try {
      const asked = await run(HISTORY_COMMANDS.logFavor, { friend: 'Jo', what: 'lent a book', file: file() }, 'Add to .gitignore')
      assert.match(asked.of('message').at(-1) ?? '', /names of your friends/)
      assert.equal(await stored(keep('.gitignore')), '/askwell.json\n')
      assert.deepEqual((await now()).favors.map(({ what }) => what), ['lent a book'])
    } finally {
      await vscode.workspace.fs.delete(at('.git'), { recursive: true })
    }
  })

  it('asks in the real editor: the list opens, and Enter takes the first', async () => {
    await write('askwell.json', history())
    const done = vscode.commands.executeCommand('askwell.markThanked')
    await until('the thanks are noted', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      return (await ask('granted')).thanked === TODAY
    })
    await done
  })
})
