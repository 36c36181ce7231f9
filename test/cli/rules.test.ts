import assert from 'node:assert/strict'
import { rules } from '../../src/core/index.ts'
import { inWorld } from './world.ts'

describe('askwell rules', () => {
  it('lists every rule', inWorld({}, async (world) => {
    const { code, out } = await world.run(['rules'])
    assert.equal(code, 0)
    assert.deepEqual(out.trim().split('\n').map((line) => line.split(' ')[0]), rules.map(({ id }) => id))
    const german = JSON.parse((await world.run(['rules', '--format', 'json', '--locale', 'de'])).out) as unknown
    assert.deepEqual(german, { version: 1, rules: rules.map(({ id, severity, summary: { de }, days }) => ({ id, severity, summary: de, ...(days === undefined ? {} : { days }) })) })
  }))
})

describe('askwell explain', () => {
  for (const locale of ['en', 'de'] as const) {
    it(`explains every rule (${locale})`, inWorld({}, async (world) => {
      for (const { id, severity, summary, reason } of rules) {
        const { code, out } = await world.run(['explain', id, '--locale', locale], { columns: 10_000 })
        assert.equal(code, 0)
        for (const part of [id, severity, summary[locale], reason[locale]]) assert.equal(out.includes(part), true, `${id}: ${part}`)
      }
    }))
  }

  it('shows an example, a better version, and what the fixes do', inWorld({}, async (world) => {
    const { out } = await world.run(['explain', 'direct/subject'])
    assert.match(out, /\nInstead of\n {2}---\n {2}friend: Maria\n[^]*\nBetter\n {2}---\n[^]*\nFixes\n {2}- /)
    assert.equal(out.split('\n').every((line) => line.length <= 80), true)
  }))

  it('proposes the nearest rules for a name that is none', inWorld({}, async (world) => {
    for (const [typed, message] of [
      ['line/no-optout', 'Did you mean line/no-opt-out?'],
      ['pressure', 'Did you mean line/pressure?'],
      ['__proto__', 'See: askwell rules.'],
    ]) {
      const { code, out, err } = await world.run(['explain', typed ?? ''])
      assert.deepEqual([code, out, err], [2, '', `askwell: There is no rule "${typed}". ${message}\n`])
    }
  }))
})

describe('askwell', () => {
  it('tells its version and helps', inWorld({}, async (world) => {
    assert.match((await world.run(['--version'])).out, /^\d+\.\d+\.\d+\n$/)
    const { code, out, err } = await world.run(['check', '--help'])
    assert.deepEqual([code, err], [0, ''])
    for (const option of ['--format', '--today', '--askwell-json', '--stdin-filename', '--fail-on', '--fix', '--locale', '--jsonl']) assert.equal(out.includes(option), true)
  }))

  it('refuses what it does not know', inWorld({}, async (world) => {
    for (const argv of [['chekc'], [], ['rules', 'x'], ['explain'], ['explain', 'a', 'b'], ['lsp']]) assert.equal((await world.run(argv)).code, 2)
    assert.match((await world.run(['chekc'])).err, /unknown command 'chekc'\n\(Did you mean check\?\)/)
  }))
})
