import assert from 'node:assert/strict'
import { closingLine, readClosingLine } from './closing-line.mjs'

describe('the closing line of a suite', () => {
  it('is read as it was written', () => {
    assert.deepEqual(readClosingLine(closingLine({ passes: 12, failures: 3, pending: 1 })), { passed: 12, failed: 3, skipped: 1 })
  })

  it('is found in no other line', () => {
    for (const line of ['', '12 passing', 'TESTS_DONE', 'TESTS_DONE passed=x failed=0 skipped=0', 'x TESTS_DONE passed=1 failed=0 skipped=0']) {
      assert.equal(readClosingLine(line), undefined, line)
    }
  })
})
