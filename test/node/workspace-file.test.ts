import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { editWorkspace, readWorkspace, type FavorEntry } from '../../src/core/index.ts'
import { findMarkdown, writeAtomically } from '../../src/node/files.ts'
import { NotWritten, updateWorkspaceFile, type Change } from '../../src/node/workspace-file.ts'
import { inWorld, type World } from '../cli/world.ts'

const favor = (id: string): FavorEntry => ({ id, friend: 'Jo', date: '2026-11-23', what: 'soup' })
const add = (id: string) => (text: string): Change<string> => ({ edits: editWorkspace(text, { kind: 'add-favor', entry: favor(id) }), result: id })
const idsIn = (world: World): string[] => {
  const { problems, favors } = readWorkspace(world.read('askwell.json'))
  assert.deepEqual(problems, [])
  return favors.map(({ id }) => id).sort()
}

describe('askwell.json on disk', () => {
  it('loses no entry of writers in one process', inWorld({}, async (world) => {
    const ids = Array.from({ length: 20 }, (_, index) => `id${index}`)
    assert.deepEqual(await Promise.all(ids.map((id) => updateWorkspaceFile(world.path('askwell.json'), add(id)))), ids)
    assert.deepEqual(idsIn(world), [...ids].sort())
  }))

  it('is edited anew if something without a lock writes in between', inWorld({ 'askwell.json': '{ "version": 1 }' }, async (world) => {
    const seen: string[] = []
    await updateWorkspaceFile(world.path('askwell.json'), (text) => {
      seen.push(text)
      if (seen.length === 1) world.write('askwell.json', '{ "version": 1, "more": 1 }')
      return add('1')(text)
    })
    assert.deepEqual(seen, ['{ "version": 1 }', '{ "version": 1, "more": 1 }'])
    assert.match(world.read('askwell.json'), /"more": 1/)
    assert.deepEqual(idsIn(world), ['1'])
  }))

  it('is left alone if it keeps changing', inWorld({ 'askwell.json': '{ "version": 1 }' }, async (world) => {
    let count = 0
    await assert.rejects(updateWorkspaceFile(world.path('askwell.json'), (text) => {
      world.write('askwell.json', `{ "version": 1, "count": ${count++} }`)
      return add('1')(text)
    }), NotWritten)
    assert.match(world.read('askwell.json'), /"count": 9 \}$/)
    assert.deepEqual(readdirSync(world.folder), ['askwell.json'])
  }))

  it('is left alone by a writer whose lock another one has taken over', inWorld({ 'askwell.json': '{ "version": 1 }' }, async (world) => {
    const lock = world.path('askwell.json.lock')
    await assert.rejects(updateWorkspaceFile(world.path('askwell.json'), (text) => {
      rmSync(lock, { recursive: true })
      mkdirSync(lock)
      return add('1')(text)
    }), /another one took over/)
    assert.equal(world.read('askwell.json'), '{ "version": 1 }')
    assert.equal(existsSync(lock), true)
  }))

  it('is unlocked when an edit is refused, and not written when there is nothing to change', inWorld({ 'askwell.json': 'broken' }, async (world) => {
    const { mtimeMs } = statSync(world.path('askwell.json'))
    await assert.rejects(updateWorkspaceFile(world.path('askwell.json'), add('1')), /left as it is/)
    assert.equal(await updateWorkspaceFile(world.path('askwell.json'), () => ({ edits: [], result: 7 })), 7)
    assert.equal(statSync(world.path('askwell.json')).mtimeMs, mtimeMs)
    assert.deepEqual(readdirSync(world.folder), ['askwell.json'])
  }))
})

describe('writeAtomically', () => {
  it('keeps the mode, and leaves nothing beside', inWorld({ 'a.md': 'old' }, async (world) => {
    chmodSync(world.path('a.md'), 0o604)
    assert.equal(await writeAtomically(world.path('a.md'), 'new'), true)
    assert.deepEqual([world.read('a.md'), statSync(world.path('a.md')).mode & 0o777], ['new', 0o604])
    assert.equal(await writeAtomically(world.path('b.md'), 'new'), true)
    assert.equal(await writeAtomically(world.path('a.md'), 'never', () => Promise.resolve(false)), false)
    await assert.rejects(writeAtomically(world.path('a.md'), 'never', () => Promise.reject(new Error('stop'))), /stop/)
    assert.equal(world.read('a.md'), 'new')
    assert.deepEqual(readdirSync(world.folder).sort(), ['a.md', 'b.md'])
  }))
})

describe('findMarkdown', () => {
  it('goes on when a folder cannot be read', inWorld({ 'a.md': '' }, async (world) => {
    const told: string[] = []
    assert.deepEqual(await findMarkdown(world.path('nope'), (path) => told.push(path)), [])
    assert.deepEqual(told, [world.path('nope')])
  }))
})
