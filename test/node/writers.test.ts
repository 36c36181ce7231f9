import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { editWorkspace, newAsk, readWorkspace } from '../../src/core/index.ts'
import { updateWorkspaceFile } from '../../src/node/workspace-file.ts'
import { inWorld, type World } from '../cli/world.ts'
import { Writers, type Writer } from './bundled-writer.ts'

/** How many entries each of eight processes writes, and how many writers are killed. The promise is 250 and 200; less is quicker. */
const ENTRIES = Number(process.env['ASKWELL_TEST_ENTRIES'] ?? 60)
const KILLS = Number(process.env['ASKWELL_TEST_KILLS'] ?? 60)

const idsIn = (world: World): string[] => {
  const { problems, favors } = readWorkspace(world.read('askwell.json'))
  assert.deepEqual(problems, [])
  return favors.map(({ id }) => id)
}

const linesOf = async (writer: Writer): Promise<string[]> => {
  const lines: string[] = []
  for await (const line of createInterface({ input: writer.stdout })) lines.push(line)
  return lines
}

describe('processes that write askwell.json', () => {
  const writers = new Writers()
  before(() => writers.build())
  after(() => { writers.dispose() })

  const mine = '{\n  // all mine\n  "version": 1, // of the format\n  "favors": [ // newest first\n  ]\n}\n'

  it(`lose no entry and no comment: eight of them, ${ENTRIES} entries each, at once`, inWorld({ 'askwell.json': mine }, async (world) => {
    const printed = await Promise.all(Array.from({ length: 8 }, (_, index) => linesOf(writers.start(world.path('askwell.json'), `F${index}`, ENTRIES))))
    assert.deepEqual(printed.map((ids) => ids.length), Array.from({ length: 8 }, () => ENTRIES))
    assert.deepEqual(idsIn(world).sort(), printed.flat().sort())
    for (const comment of ['// all mine', '// of the format', '// newest first']) assert.equal(world.read('askwell.json').includes(comment), true)
    assert.deepEqual(readdirSync(world.folder), ['askwell.json'])
  })).timeout(600_000)

  it(`leave the old file or the new one, and nothing that needs a person: ${KILLS} killed at random moments`, inWorld({}, async (world) => {
    const file = world.path('askwell.json')
    const asks = Array.from({ length: 400 }, (_, index) => newAsk({ id: `a${index}`, friend: 'Jo', ask: 'advice', date: '2026-01-01' }))
    world.write('askwell.json', JSON.stringify({ version: 1, asks }, undefined, 2))
    let known = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const writer = writers.start(file, `K${kill}`, 1_000_000)
      const printed: string[] = []
      let left = 0
      for await (const id of createInterface({ input: writer.stdout })) {
        printed.push(id)
        if (printed.length > 1) continue
        // Between none and some writes later, in the middle of one as likely as not.
        await delay(Math.random() * 25)
        writer.kill('SIGKILL')
      }
      if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit')
      assert.equal(writer.signalCode, 'SIGKILL')
      const ids = new Set(idsIn(world))
      assert.deepEqual(printed.filter((id) => !ids.has(id)), [])
      left = ids.size - known - printed.length
      // The last write may have been made but not told.
      assert.equal(left === 0 || left === 1, true, `${left} entries that nobody told of`)
      known = ids.size
      // All but the last dead writer's lock is made old, so that the test need not wait until it is.
      const lock = `${file}.lock`
      if (kill < KILLS - 1 && existsSync(lock)) utimesSync(lock, new Date(0), new Date(0))
    }
    await updateWorkspaceFile(file, (text) => ({ edits: editWorkspace(text, { kind: 'add-favor', entry: { id: 'last', friend: 'Jo', date: '2026-01-01', what: 'soup' } }), result: undefined }))
    assert.equal(idsIn(world).length, known + 1)
    assert.deepEqual(readdirSync(world.folder), ['askwell.json'])
    assert.equal(readWorkspace(world.read('askwell.json')).asks.length, 400)
  })).timeout(600_000)
})
