import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { addDays, applyEdits, editWorkspace, keepBoth, newAsk, readWorkspace, type WorkspaceChange } from '../../src/core/index.ts'
import { inWorld, type World } from './world.ts'

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const bin = fileURLToPath(new URL('../../src/cli/bin.ts', import.meta.url))
const driver = `"${process.execPath}" --import "${tsx}" "${bin}" merge-history %O %A %B`

/** Runs git in a clone. @returns its exit code and what it says */
function git(world: World, clone: string, ...argv: string[]): { code: number | null; out: string } {
  const settings = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main', '-c', 'core.autocrlf=false']
  const { status, stdout, stderr } = spawnSync('git', [...settings, ...argv], {
    cwd: world.path(clone), encoding: 'utf8', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' },
  })
  return { code: status, out: stdout + stderr }
}
function done(world: World, clone: string, ...argv: string[]): void {
  const { code, out } = git(world, clone, ...argv)
  assert.equal(code, 0, out)
}
const commit = (world: World, clone: string): void => { done(world, clone, 'commit', '-qam', 'x') }

/** Two clones `a` and `b` of a repository with an `askwell.json`. */
function clones(world: World, text: string, attributes: string): void {
  mkdirSync(world.path('a'))
  done(world, 'a', 'init', '-q')
  world.write('a/askwell.json', text)
  world.write('a/.gitattributes', attributes)
  done(world, 'a', 'add', '.')
  commit(world, 'a')
  done(world, '.', 'clone', '-q', 'a', 'b')
}

const ask = (id: string, date: string): WorkspaceChange => ({ kind: 'add-ask', entry: newAsk({ id, friend: 'Jo', ask: 'advice', date }) })
const change = (world: World, clone: string, ...changes: WorkspaceChange[]): void => {
  const path = `${clone}/askwell.json`
  world.write(path, changes.reduce((text, one) => applyEdits(text, editWorkspace(text, one)), world.read(path)))
}
const started = '{\n  "version": 1, // mine\n}\n'
const idsIn = (text: string): string[] => { const { asks, favors } = readWorkspace(text); return [...asks, ...favors].map(({ id }) => id).sort() }

/** Numbers that look random, and are the same each time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state / 2_147_483_648
  }
}

describe('askwell merge-history', () => {
  it('unites two clones with 300 changes each: nothing is lost, and the file is valid', inWorld({}, async (world) => {
    const common = Array.from({ length: 80 }, (_, index) => ask(`c${String(index).padStart(3, '0')}`, addDays('2026-01-01', index)))
    clones(world, common.reduce((text, one) => applyEdits(text, editWorkspace(text, one)), started), 'askwell.json merge=askwell\n')
    const added: string[] = []
    const thanked = new Map<string, string>()
    const notes: string[] = []
    for (const [side, clone] of ['a', 'b'].entries()) {
      const random = numbers(side + 7)
      const pick = (count: number): number => Math.floor(Number(random.next().value) * count)
      for (let number = 0; number < 300; number++) {
        const id = `d${String(number).padStart(3, '0')}${clone}`
        const known = `c${String(pick(80)).padStart(3, '0')}`
        const day = addDays('2026-04-01', pick(200))
        switch (pick(6)) {
          case 0: case 1: change(world, clone, ask(id, day)); added.push(id); break
          case 2: change(world, clone, { kind: 'add-favor', entry: { id, friend: 'Kim', date: day, what: 'soup' } }); added.push(id); break
          case 3: change(world, clone, { kind: 'update-ask', id: known, set: { status: 'granted', answered: day } }); break
          case 4: change(world, clone, { kind: 'update-ask', id: known, set: { thanked: day } }); if ((thanked.get(known) ?? '') < day) thanked.set(known, day); break
          default: {
            const note = `// note ${number} of ${clone}`
            notes.push(note)
            world.write(`${clone}/askwell.json`, world.read(`${clone}/askwell.json`).replace(`    { "id": "${known}"`, `    ${note}\n    { "id": "${known}"`))
          }
        }
        if (number % 60 === 59) commit(world, clone)
      }
    }
    done(world, 'a', 'config', 'merge.askwell.driver', driver)
    done(world, 'a', 'pull', '-q', '--no-rebase', '--no-edit', '../b', 'main')
    const text = world.read('a/askwell.json')
    const { problems, asks } = readWorkspace(text)
    assert.deepEqual(problems, [])
    assert.deepEqual(idsIn(text), [...added, ...Array.from({ length: 80 }, (_, index) => `c${String(index).padStart(3, '0')}`)].sort())
    for (const note of notes) assert.equal(text.includes(`${note}\n`), true, note)
    for (const [id, day] of thanked) assert.equal((asks.find((entry) => entry.id === id)?.thanked ?? '') !== '', true, `${id} ${day}`)
    assert.match(text, /^\{\n {2}"version": 1, \/\/ mine\n/)
  })).timeout(120_000)

  it('leaves what was changed in two ways to the person, in a file that stays valid', inWorld({}, async (world) => {
    clones(world, applyEdits(started, editWorkspace(started, ask('1', '2026-01-01'))), 'askwell.json merge=askwell\n')
    change(world, 'a', { kind: 'update-ask', id: '1', set: { status: 'granted' } }, ask('2', '2026-01-02'))
    change(world, 'b', { kind: 'update-ask', id: '1', set: { status: 'declined' } }, ask('3', '2026-01-03'))
    commit(world, 'a')
    commit(world, 'b')
    done(world, 'a', 'config', 'merge.askwell.driver', driver)
    const { code, out } = git(world, 'a', 'pull', '-q', '--no-rebase', '--no-edit', '../b', 'main')
    assert.equal(code === 0, false)
    assert.match(out, /CONFLICT \(content\): Merge conflict in askwell\.json/)
    assert.match(out, /askwell: askwell\.json was changed in two ways in one place, marked with <<<<<<</)
    assert.deepEqual(idsIn(world.read('a/askwell.json')), ['1', '2', '3'])
    assert.match(world.read('a/askwell.json'), /\/\/ <<<<<<< the other side has: .*"declined"/)
    assert.equal(readWorkspace(world.read('a/askwell.json')).writable, true)
  })).timeout(60_000)

  it('merges what it can\'t read line by line, and says so by its exit code', inWorld({ base: 'a\nb\nc\n', ours: 'a\nB\nc\n', theirs: 'a\nb\nC\n', clash: 'a\nX\nc\n', binary: Uint8Array.of(0, 1) }, async (world) => {
    const { code, err } = await world.run(['merge-history', 'base', 'ours', 'clash'])
    assert.deepEqual([code, world.read('ours')], [1, 'a\n<<<<<<< ours\nB\n||||||| base\nb\n=======\nX\n>>>>>>> theirs\nc\n'])
    assert.match(err, /in one place/)
    world.write('ours', 'a\nB\n\n\nc\n')
    assert.equal((await world.run(['merge-history', 'base', 'ours', 'base'])).code, 0)
    assert.match((await world.run(['merge-history', 'base', 'ours', 'binary'])).err, /binary is not read: it is a binary file/)
    assert.match((await world.run(['merge-history', 'base', 'ours', 'nothing'])).err, /nothing can't be read: there is no such file/)
    assert.equal(world.read('ours'), 'a\nB\n\n\nc\n')
  }))
})

describe('askwell.json in git without the driver', () => {
  const entries = [ask('1', '2026-01-01')]
  const text = entries.reduce((before, one) => applyEdits(before, editWorkspace(before, one)), started)

  it('merges entries for lists that are apart', inWorld({}, async (world) => {
    const both = [ask('2', '2026-01-02'), ask('3', '2026-01-03'), { kind: 'add-favor', entry: { id: 'f1', friend: 'Jo', date: '2026-01-01', what: 'soup' } } as const]
    clones(world, both.reduce((before, one) => applyEdits(before, editWorkspace(before, one)), text), '')
    change(world, 'a', ask('4', '2026-01-04'))
    change(world, 'b', { kind: 'add-favor', entry: { id: 'f2', friend: 'Jo', date: '2026-01-05', what: 'cake' } })
    commit(world, 'a')
    commit(world, 'b')
    done(world, 'a', 'pull', '-q', '--no-rebase', '--no-edit', '../b', 'main')
    assert.deepEqual([idsIn(world.read('a/askwell.json')), readWorkspace(world.read('a/askwell.json')).problems], [['1', '2', '3', '4', 'f1', 'f2'], []])
  })).timeout(60_000)

  it('merges entries for the same list with git\'s own union', inWorld({}, async (world) => {
    clones(world, text, 'askwell.json merge=union\n')
    change(world, 'a', ask('2', '2026-01-02'), ask('4', '2026-01-04'))
    change(world, 'b', ask('3', '2026-01-03'))
    commit(world, 'a')
    commit(world, 'b')
    done(world, 'a', 'pull', '-q', '--no-rebase', '--no-edit', '../b', 'main')
    assert.deepEqual([idsIn(world.read('a/askwell.json')), readWorkspace(world.read('a/askwell.json')).problems], [['1', '2', '3', '4'], []])
  })).timeout(60_000)

  it('has a conflict that keeps both sides, where nothing is set up', inWorld({}, async (world) => {
    clones(world, text, '')
    change(world, 'a', ask('2', '2026-01-02'), ask('4', '2026-01-04'))
    change(world, 'b', ask('3', '2026-01-03'))
    commit(world, 'a')
    commit(world, 'b')
    assert.equal(git(world, 'a', 'pull', '-q', '--no-rebase', '--no-edit', '../b', 'main').code === 0, false)
    const left = world.read('a/askwell.json')
    assert.deepEqual([idsIn(left), readWorkspace(left).writable], [['1', '2', '3', '4'], false])
    const mended = applyEdits(left, keepBoth(left) ?? [])
    assert.deepEqual([idsIn(mended), readWorkspace(mended).problems], [['1', '2', '3', '4'], []])
  })).timeout(60_000)
})
