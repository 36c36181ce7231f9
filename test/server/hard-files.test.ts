import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Diagnostic } from 'vscode-languageserver/node'
import { nodeHost } from '../../src/server/node-host.ts'
import { FRIENDS, HISTORY_COMMANDS, READ_IMPORTS, type FriendsOfFile } from '../../src/server/protocol.ts'
import { draft, start, stopAll, words, type Editor, type Options } from './harness.ts'

afterEach(stopAll)

/** An `askwell.json` that is not as it should be: how it is made, what the view says of it, and what whoever notes something is told. */
interface Case {
  readonly what: string
  readonly make: (path: string) => void
  readonly state: FriendsOfFile['state']
  readonly told: RegExp
  /** What is said in the file itself, where it can be opened as a text. */
  readonly found?: RegExp
}

const cases: readonly Case[] = [
  { what: 'is of an unknown version', make: (path) => { writeFileSync(path, '{ "version": 99, "friends": [{ "name": "Jo" }] }') }, state: 'there', told: /left as it is: This file has version 99; this Askwell knows version 1/, found: /^This file has version 99/ },
  { what: 'was cut off', make: (path) => { writeFileSync(path, '{ "version": 1, "friends": [{ "name": "Jo" }], "asks": [{ "id": "1", "fri') }, state: 'there', told: /left as it is: This is not valid JSON/, found: /^This is not valid JSON/ },
  { what: 'holds something else', make: (path) => { writeFileSync(path, 'PK\u0003\u0004') }, state: 'there', told: /left as it is: This is not valid JSON/, found: /^This is not valid JSON/ },
  { what: 'is no UTF-8', make: (path) => { writeFileSync(path, Uint8Array.of(0xff, 0xfe, 0x7b, 0)) }, state: 'there', told: /left as it is: it is not UTF-8 text/ },
  { what: 'is a folder', make: (path) => { mkdirSync(path) }, state: 'unreadable', told: /askwell\.json was not written: it is a folder/ },
  { what: 'is huge', make: (path) => { writeFileSync(path, ''); truncateSync(path, 300 * 1024 * 1024) }, state: 'unreadable', told: /it is larger than 256 MB/ },
  { what: 'is a link out of its folder', make: (path) => { writeFileSync(`${path}.else`, '{ "version": 1, "friends": [{ "name": "Jo" }] }'); mkdirSync(join(path, '../in')); symlinkSync('../askwell.json.else', join(path, '../in/askwell.json')) }, state: 'there', told: /it is a link out of its folder, to .*askwell\.json\.else\. If that is what you want, name that file itself/ },
  { what: 'is a link in circles', make: (path) => { symlinkSync('askwell.json', path) }, state: 'unreadable', told: /its links lead in circles/ },
  ...(process.platform === 'win32' ? [] : [{ what: 'is a pipe', make: (path: string) => { execFileSync('mkfifo', [path]) }, state: 'unreadable', told: /it is no file/ } as const]),
]

describe('an askwell.json that is not as it should be, in the editor', () => {
  let folder = ''
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'askwell-')) })
  afterEach(() => { rmSync(folder, { recursive: true }) })

  const open = async (at: string, options: Options = {}): Promise<Editor> => {
    const { readFile, updateFile, readChunks } = nodeHost()
    return start({ folders: [pathToFileURL(at).href], initializationOptions: { readsFiles: true, ownsCommands: true }, ...options, host: { ...(readFile ? { readFile } : {}), ...(updateFile ? { updateFile } : {}), ...(readChunks ? { readChunks } : {}), ...options.host } })
  }

  for (const { what, make, state, told, found } of cases) {
    it(what, async () => {
      make(join(folder, 'askwell.json'))
      const at = what === 'is a link out of its folder' ? join(folder, 'in') : folder
      const editor = await open(at)
      const [view] = await editor.request<FriendsOfFile[]>(FRIENDS, {})
      assert.equal(view?.state, state)
      const before = state === 'there' ? readFileSync(join(at, 'askwell.json')) : undefined
      const result = await editor.command(HISTORY_COMMANDS.logFavor, { friend: 'Jo', what: 'soup' }) as { done: boolean; message: string }
      assert.equal(result.done, false)
      assert.match(result.message, told)
      await editor.settle()
      assert.deepEqual(editor.messages, [result.message], 'it is said once, and in sight')
      if (before) assert.deepEqual(readFileSync(join(at, 'askwell.json')), before)
      if (state === 'unreadable') {
        assert.match(editor.log.join('\n'), /askwell\.json could not be read: .+ Askwell does not know the history now/)
        assert.match(JSON.stringify(await editor.request(READ_IMPORTS, { files: [], from: [] })), /"refused":"askwell\.json could not be read/)
      }
      const uri = `${pathToFileURL(at).href}/maria.ask.md`
      await editor.open(uri, draft())
      assert.ok((await editor.pull(uri)).length > 0, 'drafts are read all the same')
      if (!found) return
      const fileUri = `${pathToFileURL(at).href}/askwell.json`
      await editor.open(fileUri, readFileSync(join(at, 'askwell.json'), 'utf8'), 'jsonc')
      assert.match(words((await editor.pull(fileUri))[0] satisfies Diagnostic | undefined) ?? '', found)
    })
  }

  for (const [code, english, german] of [
    ['ENOSPC', /^askwell\.json could not be written: the disk is full\. Nothing was noted\.$/, /^askwell\.json konnte nicht geschrieben werden: der Datenträger ist voll\. Es wurde nichts vermerkt\.$/],
    ['EROFS', /its disk is read-only/, /lässt sich nur lesen/],
    ['EACCES', /you may not read or write it/, /du darfst sie nicht/],
  ] as const) {
    it(`can't be written (${code})`, async () => {
      writeFileSync(join(folder, 'askwell.json'), '{ "version": 1 }')
      for (const [locale, told] of [['en', english], ['de', german]] as const) {
        const editor = await open(folder, { locale, host: { updateFile: () => Promise.reject(Object.assign(new Error('x'), { code })) } })
        assert.match((await editor.command(HISTORY_COMMANDS.logFavor, { friend: 'Jo', what: 'soup' }) as { message: string }).message, told)
      }
    })
  }
})
