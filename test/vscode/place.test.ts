import assert from 'node:assert/strict'
import { place } from 'askwell:tests'

describe('the place of these tests', () => {
  it('is a worker in the web, and a process of Node elsewhere', () => {
    assert.equal('WorkerGlobalScope' in globalThis, place === 'web')
  })
})
