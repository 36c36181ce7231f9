/** The line that every suite of tests ends with, so that one that broke off can't be taken for one that passed. */
export const closingLine = ({ passes, failures, pending }) => `TESTS_DONE passed=${passes} failed=${failures} skipped=${pending}`

/** The counts in a closing line; undefined if the line is another. */
export function readClosingLine(line) {
  const [, passed, failed, skipped] = /^TESTS_DONE passed=(\d+) failed=(\d+) skipped=(\d+)$/.exec(line.trim()) ?? []
  return passed === undefined ? undefined : { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) }
}
