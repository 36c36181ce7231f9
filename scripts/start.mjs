// `npm start`, on a machine that has nothing but Node: builds Askwell, shows what it finds in samples/, and opens them in VS Code:
// the one of this machine or, without one, VS Code from npm in the browser.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installHost, installVsix, serve } from './lib/host.mjs'
import { installTools } from './lib/install.mjs'
import { openInBrowser, programOnPath } from './lib/programs.mjs'
import { interruption, main, Problem, root, run } from './lib/run.mjs'
import { firstDraft, samples } from './lib/samples.mjs'
import { withTempFolder } from './lib/temp.mjs'

await main(async () => {
  const { port, 'no-open': noOpen } = options()
  await installTools()
  const { build, packVsix } = await import('./lib/package.mjs')
  await build()

  console.log('\nWhat the command line says of the samples (node dist/cli.js check samples):\n')
  await run([process.execPath, 'dist/cli.js', 'check', 'samples'])
  console.log()

  const draft = join(samples, firstDraft)
  const code = noOpen || port !== undefined ? undefined : programOnPath('code')
  if (code) {
    console.log('Opening the samples in a new window of VS Code, with Askwell (code --extensionDevelopmentPath=. samples) …')
    if (await run([code, `--extensionDevelopmentPath=${root}`, samples, draft]) === 0) return
    console.log('That did not work; opening them in the browser instead.')
  }
  await serveSamples(await packVsix(), draft, { port, noOpen })
})

/** Serves VS Code with Askwell installed as a user installs it, until Ctrl+C. */
async function serveSamples(vsix, draft, { port, noOpen }) {
  const host = await installHost('latest')
  await withTempFolder(async (data) => {
    await installVsix(host, vsix, { data })
    const server = await serve(host, { data, port })
    const address = server.address({ workspace: samples, payload: [['skipWelcome', 'true'], ['openFile', server.uri(draft)]] })
    console.log(`\nVS Code ${host.version} with Askwell and the samples is here, for this machine only:\n\n  ${address}\n`)
    if (!noOpen) openInBrowser(address)
    console.log('Press Ctrl+C to end it.')
    const ended = await Promise.race([interruption().then(() => undefined), server.ended.then((code) => code ?? 1)])
    await server.close()
    if (ended !== undefined) throw new Problem(`VS Code has ended by itself (exit code ${ended}).`)
    console.log('\nEnded.')
  })
}

function options() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } })
    if (values.port !== undefined && !(/^\d+$/.test(values.port) && Number(values.port) < 65_536)) throw new Error(`"${values.port}" is no port.`)
    return { ...values, port: values.port === undefined ? undefined : Number(values.port) }
  } catch (error) {
    throw new Problem(`${error.message}\nnpm start takes -- --no-open (serve VS Code and print its address, open nothing) and -- --port N.`)
  }
}
