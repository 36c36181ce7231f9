// `npm run screenshots`: draws what the user sees, in the real editor with the packed extension, into docs/images/.
// `npm run screenshots -- asks/NAME.ask.md` takes another draft of samples/ than the first.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowser } from './lib/browser.mjs'
import { installHost, installVsix, serve } from './lib/host.mjs'
import { installTools } from './lib/install.mjs'
import { main, Problem, root } from './lib/run.mjs'
import { firstDraft, samples } from './lib/samples.mjs'
import { withTempFolder } from './lib/temp.mjs'

const images = join(root, 'docs/images')
const squiggles = '.squiggly-error, .squiggly-warning, .squiggly-info'
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.scrollbar.horizontal': 'hidden',
  'editor.scrollbar.vertical': 'hidden',
  'editor.wordWrap': 'on',
  'explorer.openEditors.visible': 0,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
}

/** Messages as a mail program keeps them. */
const messages = [
  ['Omar Haddad', '10 Feb 2026', 'Hi Omar,\n\nwould you introduce me to Jane Doe at Northwind? If not, just say so.\n'],
  ['Katrin Vogt', '12 Mar 2026', 'Liebe Katrin,\n\nwürdest du dir vor Freitag meinen Lebenslauf ansehen?\n'],
  ['Tom Okafor', '19 Mar 2026', 'Hi Tom,\n\nthe soup was good. See you on Sunday!\n'],
  ['Priya Nair', 'some day', 'Hi Priya,\n\ncould I ask you for advice on my portfolio?\n'],
].map(([to, date, text]) => `From ada@example.org Tue Feb 10 09:00:00 2026\nFrom: Ada Kim <ada@example.org>\nTo: ${to} <${to.split(' ')[0].toLowerCase()}@example.org>\nDate: ${date} 09:00:00 +0000\nSubject: Hello\nContent-Type: text/plain; charset=utf-8\n\n${text}\nAda\n\n`)

await main(async () => {
  await installTools()
  const { build, packVsix } = await import('./lib/package.mjs')
  await build()
  const vsix = await packVsix()
  const host = await installHost('latest')
  const browser = await startBrowser()
  mkdirSync(images, { recursive: true })
  await withTempFolder(async (temp) => {
    const workspace = join(temp, 'samples')
    cpSync(samples, workspace, { recursive: true })
    const mailbox = join(temp, 'sent.mbox')
    writeFileSync(mailbox, messages.join(''))
    const data = join(temp, 'data')
    await installVsix(host, vsix, { data })
    const server = await serve(host, { data, settings })
    try {
      const page = await browser.newPage({ viewport: { width: 1120, height: 700 }, deviceScaleFactor: 2 })
      const draft = join(workspace, process.argv[2] ?? firstDraft)
      await page.goto(server.address({ workspace, payload: [['skipWelcome', 'true'], ['openFile', server.uri(draft)]] }))
      await drawDraft(page).then(() => drawHistory(page)).then(() => drawImport(page, mailbox)).catch(async (error) => {
        const picture = join(root, '.vscode-test/screenshots-failed.png')
        await page.screenshot({ path: picture })
        throw new Problem(`${error.message}\nWhat the editor looked like then: ${picture}`)
      })
    } finally {
      await browser.close()
      await server.close()
    }
  })
})

/** @param height of what is drawn, from the top; default: all */
async function shootPage(page, name, height = page.viewportSize().height) {
  await page.screenshot({ path: join(images, `${name}.png`), clip: { x: 0, y: 0, width: page.viewportSize().width, height } })
  console.log(`  docs/images/${name}.png`)
}

/** The draft: what is found in it, and how it is mended. */
async function drawDraft(page) {
  const shoot = (name) => shootPage(page, name)
  await page.locator(squiggles).first().waitFor({ timeout: 60_000 })
  await page.locator('.codelens-decoration').first().waitFor()
  await page.locator('.monaco-progress-container.active').waitFor({ state: 'detached' })
  await shoot('squiggles')

  const hover = page.locator('.monaco-hover:visible').first()
  await retry('the hover', async () => {
    await page.mouse.move(0, 0)
    await page.mouse.move(...await lowestSquiggle(page))
    await hover.locator('a').first().waitFor({ timeout: 3000 })
  })
  await shoot('hover')

  // Shortly after a file is opened, the menu can come up without the extension's part: ask again.
  const menu = page.locator('.action-widget').first()
  await retry('the menu of fixes', async () => {
    await page.keyboard.press('Escape')
    await page.mouse.click(...await lowestSquiggle(page))
    await page.keyboard.press('Control+.')
    await menu.locator('.monaco-list-row.action .codicon-light-bulb').first().waitFor({ timeout: 3000 })
  })
  await shoot('quick-fix')
  await page.keyboard.press('Escape')

  await run(page, 'Problems: Focus on Problems View')
  await page.locator('.markers-panel .monaco-list-row').first().waitFor()
  await shoot('problems')
  await page.keyboard.press('Control+J')
  await page.locator('.markers-panel').waitFor({ state: 'hidden' })

  await page.locator('.monaco-editor .view-lines').first().click()
  const before = await page.locator(squiggles).count()
  await retry('fewer findings', async () => {
    await run(page, 'Fix All')
    await page.waitForFunction(([selector, count]) => document.querySelectorAll(selector).length < count, [squiggles, before], { timeout: 3000 })
  })
  await shoot('fixed')
}

/** The view of friends and next steps, and the panel of the year. */
async function drawHistory(page) {
  const row = (text) => page.locator('.pane .monaco-list-row', { hasText: text }).first()
  await page.locator('.activitybar a[aria-label^="Askwell"]').click()
  await row('Maria Lopez').click()
  await page.keyboard.press('ArrowRight')
  await row('Introduction').waitFor()
  await row('Thank Maria Lopez').hover()
  await row('Thank Maria Lopez').locator('.codicon-mail').waitFor()
  await shootPage(page, 'friends')

  await run(page, 'Askwell: The Year at a Glance')
  const panel = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame')
  await panel.locator('.chart .marks path').first().waitFor()
  await run(page, 'View: Toggle Primary Side Bar Visibility')
  await panel.locator('.chart .marks path').nth(10).hover()
  await panel.locator('.tip').waitFor()
  await shootPage(page, 'year')
}

/** What an import shows before it writes. */
async function drawImport(page, mailbox) {
  await run(page, 'View: Toggle Primary Side Bar Visibility')
  await run(page, 'Askwell: Import Friends or Earlier Asks', 'stays')
  const dialog = page.locator('.quick-input-widget')
  const rows = dialog.locator('.monaco-list-row')
  await rows.filter({ hasText: 'from a mailbox' }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const path = dialog.locator('.quick-input-box input')
  await page.waitForFunction(() => document.querySelector('.quick-input-box input')?.value.includes('/'))
  // The dialog may still be filling in where it begins.
  await retry('the question for addresses', async () => {
    await path.fill(mailbox)
    await rows.filter({ hasText: 'sent.mbox' }).first().waitFor({ timeout: 3000 })
    await page.keyboard.press('Enter')
    await dialog.getByText('Your own e-mail addresses').waitFor({ timeout: 3000 })
  })
  await page.keyboard.press('Enter')
  await rows.filter({ hasText: 'Omar Haddad' }).first().waitFor()
  await page.mouse.move(600, 600)
  await page.locator('.workbench-hover').waitFor({ state: 'hidden' })
  await page.locator('.notification-toast').waitFor({ state: 'hidden' })
  await page.waitForFunction(() => getComputedStyle(document.querySelector('.quick-input-widget')).opacity === '1')
  await shootPage(page, 'import', 300)
  await page.keyboard.press('Escape')
}

/** Where the last finding is seen: in the message, below the front matter. */
function lowestSquiggle(page) {
  return page.locator(squiggles).evaluateAll((elements) => {
    const [lowest] = elements.map((element) => element.getBoundingClientRect()).sort((a, b) => b.top - a.top)
    return [lowest.left + lowest.width / 2, lowest.top + lowest.height / 2]
  })
}

/** Runs a command of the palette by its title. @param next `stays`: the command asks something where the palette was */
async function run(page, title, next = 'ends') {
  await page.keyboard.press('F1')
  const palette = page.locator('.quick-input-widget')
  await palette.locator('input').fill(`>${title}`)
  await palette.locator('.monaco-list-row.focused', { hasText: title.replace(/^.*: /, '') }).waitFor()
  await page.keyboard.press('Enter')
  if (next === 'ends') await palette.waitFor({ state: 'hidden' })
}

/** Does something that may need a second try, and says what is missing if it never works. */
async function retry(what, attempt) {
  for (let left = 8; left > 0; left -= 1) {
    const error = await attempt().then(() => undefined, (reason) => reason)
    if (!error) return
    if (left === 1) throw new Problem(`The editor does not show ${what}: ${error.message}`)
  }
}
