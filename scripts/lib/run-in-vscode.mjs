// Runs a bundle of tests in VS Code by @vscode/test-electron. A process of its own, so that what it prints can be read.
import { parseArgs } from 'node:util'
import { runTests } from '@vscode/test-electron'

const { values } = parseArgs({
  options: {
    executable: { type: 'string' },
    extension: { type: 'string' },
    tests: { type: 'string' },
    workspace: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
})

process.exitCode = await runTests({
  vscodeExecutablePath: values.executable,
  extensionDevelopmentPath: values.extension,
  extensionTestsPath: values.tests,
  launchArgs: [values.workspace, `--user-data-dir=${values['user-data-dir']}`, `--extensions-dir=${values['extensions-dir']}`],
}).catch(({ code }) => code ?? 1)
