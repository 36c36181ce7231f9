import Mocha from 'mocha'
import { closingLine } from './closing-line.mjs'

/** The usual report, with the closing line that the suites in VS Code print too. */
export default class ClosingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => console.log(closingLine(runner.stats)))
  }
}
