// The browser in which the page of a host runs, unseen.
import { isProgram, programOnPath } from './programs.mjs'
import { Problem, runQuietly, task } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const packages = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji']

const findBrowser = () => names.map(programOnPath).find(Boolean) ?? elsewhere.find(isProgram)

/**
 * The path of Chromium or of a browser of its kind; installs Debian's where that can be done.
 * @throws Problem if there is none and none can be installed
 */
export async function installBrowser() {
  const chosen = process.env.ASKWELL_CHROMIUM
  if (chosen) {
    if (isProgram(chosen)) return chosen
    throw new Problem(`ASKWELL_CHROMIUM names ${chosen}, which is no program.`)
  }
  const found = findBrowser()
  if (found) return found
  if (process.getuid?.() === 0 && programOnPath('apt-get')) {
    await task('Installing Chromium, to run the page of VS Code in (apt-get, once; about 400 MB on disk)', async () => {
      await runQuietly(['apt-get', 'update', '-q'])
      await runQuietly(['apt-get', 'install', '-q', '-y', '--no-install-recommends', ...packages], { env: { DEBIAN_FRONTEND: 'noninteractive' } })
    })
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Problem('The tests in VS Code need Chromium, Chrome or Edge, and none was found. Install one '
    + `(Debian, Ubuntu: sudo apt-get install ${packages.join(' ')}) or set ASKWELL_CHROMIUM to the path of yours.`)
}

/** Starts the browser; whatever is not on this machine stays unreachable for it. */
export async function startBrowser() {
  const executablePath = await installBrowser()
  const { chromium } = await import('playwright-core')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
    ],
  })
}
