import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowser } from './scripts/lib/browser.mjs'
import { installHost, installVsix, serve } from './scripts/lib/host.mjs'
import { packVsix } from './scripts/lib/package.mjs'
import { samples } from './scripts/lib/samples.mjs'
import { withTempFolder } from './scripts/lib/temp.mjs'
const themes = (process.argv[2] ?? 'dark').split(',')
const what = process.argv[3] ?? 'all'
const names = { dark: 'Default Dark Modern', light: 'Default Light Modern', hc: 'Default High Contrast', hcl: 'Default High Contrast Light' }
const vsix = await packVsix()
const host = await installHost('latest')
const browser = await startBrowser()
for (const theme of themes) await withTempFolder(async (temp) => {
  const workspace = join(temp, 'samples')
  cpSync(samples, workspace, { recursive: true })
  if (process.env.FILE) cpSync(process.env.FILE, join(workspace, 'askwell.json'))
  if (what === 'empty') (await import('node:fs')).rmSync(join(workspace, 'askwell.json'))
  const data = join(temp, 'data')
  await installVsix(host, vsix, { data })
  const server = await serve(host, { data, settings: { 'workbench.colorTheme': names[theme], 'window.commandCenter': false, 'workbench.layoutControl.enabled': false, 'editor.minimap.enabled': false } })
  const context = await browser.newContext({ viewport: { width: Number(process.env.W ?? 1280), height: Number(process.env.H ?? 800) }, deviceScaleFactor: 1.5 })
  if (process.env.LOCALE) await context.addCookies([{ name: 'vscode.nls.locale', value: process.env.LOCALE, url: server.origin }])
  const page = await context.newPage()
  page.on('console', (m) => { if (/Content Security|violat|askwell/i.test(m.text())) console.log('console:', m.text().slice(0, 400)) })
  const shoot = (name) => page.screenshot({ path: `/tmp/shots/${name}-${theme}.png` })
  try {
    await page.goto(server.address({ workspace, payload: [['skipWelcome', 'true']] }))
    await page.locator('.activitybar .action-item a[aria-label^="Askwell"]').click({ timeout: 60000 })
    if (what === 'empty') { await page.waitForTimeout(4000); await shoot('empty'); return }
    await page.locator('.pane .monaco-list-row').first().waitFor({ timeout: 30000 })
    await page.waitForTimeout(1500)
    const maria = page.locator('.monaco-list-row[aria-label^="Maria"]').first()
    await maria.click()
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(800)
    await page.mouse.move(800, 600)
    await shoot('views')
    if (process.env.LOCALE) console.log(await page.locator('.pane').allInnerTexts())
    await page.keyboard.press('F1')
    await page.locator('.quick-input-widget input').fill(process.env.LOCALE ? '>Das Jahr auf' : '>The Year at a')
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: /Year|Jahr/ }).waitFor()
    await page.keyboard.press('Enter')
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame')
    await frame.locator('.marks path').first().waitFor({ timeout: 30000 })
    await page.waitForTimeout(800)
    await shoot('year')
    await frame.locator('.chart [tabindex="0"]').focus()
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.waitForTimeout(300)
    await shoot('year-focus')
    await frame.locator('button[data-as=table]').click()
    await frame.locator('table').waitFor()
    await page.waitForTimeout(300)
    await shoot('table')
  } catch (e) { console.log(e.message); await shoot('failed') } finally { await context.close(); await server.close() }
})
await browser.close()
