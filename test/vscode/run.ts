// What VS Code calls to run the tests, on the desktop and in the web worker alike: mocha's build for browsers needs neither disk nor page.
import Mocha from 'mocha/mocha.mjs'
import { loadTests } from 'askwell:tests'
import { closingLine } from '../closing-line.mjs'

/** Marks the lines of the report, for whoever reads what VS Code prints: it says much else. */
Mocha.reporters.Base.consoleLog = (line: unknown = '', ...values: unknown[]) => {
  const text = String(line).replace(/%[sd]/g, () => String(values.shift()))
  console.log(text.replace(/^/gm, '│'))
}

/** Runs all tests of this bundle; rejects if one fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 20_000 })
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha)
  await loadTests()
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve)
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      if (runner.stats) console.log(closingLine(runner.stats))
    })
  })
  if (failures > 0) throw new Error(`${failures} of the tests failed.`)
}
