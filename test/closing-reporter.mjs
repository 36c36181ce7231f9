import Mocha from 'mocha'
import { closingLine } from './closing-line.mjs'

/** A short report, with the failures in full and the closing line that the suites in VS Code print too. */
export default class ClosingReporter extends Mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options)
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => console.log(closingLine(runner.stats)))
  }
}
