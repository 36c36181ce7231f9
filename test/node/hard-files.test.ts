import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editWorkspace } from '../../src/core/index.ts'
import { updateWorkspaceFile } from '../../src/node/workspace-file.ts'
import { inWorld, type World } from '../cli/world.ts'

const favor = ['history', 'favor', '--friend', 'Jo', '--what', 'soup'] as const

/** Tries to note a favor; it must be refused, with one line that says why, and leave nothing behind. */
async function refused(world: World, why: RegExp, path = 'askwell.json'): Promise<void> {
  const before = readdirSync(world.folder)
  const { code, out, err } = await world.run([...favor, '--askwell-json', path])
  assert.deepEqual([code, out], [2, ''])
  assert.match(err, why)
  assert.equal(err.trimEnd().split('\n').length, 1)
  assert.deepEqual(readdirSync(world.folder), before)
}

describe('an askwell.json that can\'t be written', () => {
  const contents: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['is of an unknown version', '{ "version": 99, "asks": [{ "id": "1" }] }', /askwell\.json was left as it is: This file has version 99; this Askwell knows version 1/],
    ['was cut off', '{ "version": 1, "asks": [{ "id": "1", "fri', /was left as it is: This is not valid JSON: /],
    ['holds something else', 'PK\u0003\u0004 not JSON', /was left as it is: This is not valid JSON: /],
    ['is a list', '[]', /was left as it is: askwell\.json holds an object/],
    ['is no UTF-8', Uint8Array.of(0xff, 0xfe, 0x7b, 0), /was left as it is: it is not UTF-8 text/],
    ['is nested too deeply', '['.repeat(10_000), /was left as it is: This is nested deeper than 100 levels/],
  ]
  for (const [what, content, why] of contents) {
    it(what, inWorld({ 'askwell.json': content }, async (world) => {
      await refused(world, why)
      assert.deepEqual(readFileSync(world.path('askwell.json')), Buffer.from(content))
    }))
  }

  it('is a folder', inWorld({}, async (world) => {
    mkdirSync(world.path('askwell.json'))
    await refused(world, /askwell\.json was not written: it is a folder/)
    const { code, err } = await world.run(['history', 'list', '--askwell-json', 'askwell.json'])
    assert.deepEqual([code, err], [2, 'askwell: askwell.json can\'t be read: it is a folder.\n'])
  }))

  it('is a pipe', inWorld({}, async (world) => {
    if (process.platform === 'win32') return
    execFileSync('mkfifo', [world.path('askwell.json')])
    await refused(world, /was not written: it is no file/)
  }))

  it('is huge', inWorld({ 'askwell.json': '{ "version": 1 }' }, async (world) => {
    truncateSync(world.path('askwell.json'), 300 * 1024 * 1024)
    await refused(world, /was left as it is: it is larger than 256 MB/)
    assert.equal(statSync(world.path('askwell.json')).size, 300 * 1024 * 1024)
    const { code, err } = await world.run(['history', 'list'])
    assert.deepEqual([code, err], [2, 'askwell: askwell.json can\'t be read: it is too large.\n'])
  }))

  it('is a link out of its folder, or to nothing, or in circles', inWorld({ 'elsewhere.json': '{ "version": 1 }', 'here/inside.json': '{ "version": 1 }' }, async (world) => {
    symlinkSync('../elsewhere.json', world.path('here/askwell.json'))
    symlinkSync('inside.json', world.path('here/good.json'))
    symlinkSync('nothing.json', world.path('here/dangling.json'))
    symlinkSync('circle.json', world.path('here/circle.json'))
    await refused(world, /here\/askwell\.json was not written: it is a link out of its folder, to .*elsewhere\.json\. If that is what you want, name that file itself/, 'here/askwell.json')
    await refused(world, /it is a link to a file that does not exist/, 'here/dangling.json')
    await refused(world, /its links lead in circles/, 'here/circle.json')
    assert.equal(world.read('elsewhere.json'), '{ "version": 1 }')
    assert.equal((await world.run([...favor, '--askwell-json', 'here/good.json'])).code, 0)
    assert.match(world.read('here/inside.json'), /soup/)
    assert.deepEqual(readdirSync(world.path('here')).sort(), ['askwell.json', 'circle.json', 'dangling.json', 'good.json', 'inside.json'])
  }))
})

/** Runs a test on a small disk of its own. Only an administrator may mount one; elsewhere the test is left out. */
const onSmallDisk = (test: (folder: string, again: (options: string) => void) => Promise<void>) => async function (this: Mocha.Context): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-disk-'))
  const mount = (...options: string[]): boolean => process.platform === 'linux' && spawnSync('mount', [...options, folder]).status === 0
  try {
    if (!mount('-t', 'tmpfs', '-o', 'size=256k', 'tmpfs')) return this.skip()
    try {
      await test(folder, (options) => { assert.equal(mount('-o', options), true) })
    } finally {
      execFileSync('umount', [folder])
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a disk that can\'t take askwell.json', () => {
  const change = (text: string): { edits: ReturnType<typeof editWorkspace>; result: undefined } =>
    ({ edits: editWorkspace(text, { kind: 'add-favor', entry: { id: '1', friend: 'Jo', date: '2026-01-01', what: 'soup' } }), result: undefined })

  it('is full: nothing is lost, and nothing left behind', onSmallDisk(async (folder) => {
    const file = join(folder, 'askwell.json')
    const text = `{ "version": 1, "me": { "name": "${'x'.repeat(100_000)}" } }`
    writeFileSync(file, text)
    writeFileSync(join(folder, 'other'), 'y'.repeat(90_000))
    await assert.rejects(updateWorkspaceFile(file, change), { code: 'ENOSPC' })
    assert.equal(readFileSync(file, 'utf8'), text)
    assert.deepEqual(readdirSync(folder).sort(), ['askwell.json', 'other'])
  }))

  it('is read-only', onSmallDisk(async (folder, again) => {
    const file = join(folder, 'askwell.json')
    writeFileSync(file, '{ "version": 1 }')
    again('remount,ro')
    await assert.rejects(updateWorkspaceFile(file, change), { code: 'EROFS' })
    assert.equal(readFileSync(file, 'utf8'), '{ "version": 1 }')
  }))

  for (const [code, why] of [['ENOSPC', 'the disk is full'], ['EROFS', 'its disk is read-only'], ['EACCES', 'you may not read or write it'], ['EIO', 'the disk does not answer as it should']] as const) {
    it(`is told in words: ${code}`, inWorld({ 'askwell.json': '{ "version": 1 }' }, async (world) => {
      const { code: exit, err } = await world.run(favor, { files: { updateWorkspaceFile: () => Promise.reject(Object.assign(new Error('x'), { code })) } })
      assert.deepEqual([exit, err], [2, `askwell: askwell.json can't be written: ${why}.\n`])
    }))
  }
})
