import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as vscode from 'vscode'

describe('the installed package', () => {
  const askwell = vscode.extensions.getExtension('askwell.askwell')
  assert.ok(askwell)
  const folder = askwell.extensionPath
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())

  it('is installed from the .vsix', () => {
    assert.match(folder, /askwell\.askwell-[\d.]+$/)
  })

  it('has all that its manifest names', () => {
    const { main, browser, contributes } = askwell.packageJSON as { main: string; browser: string; contributes?: unknown }
    const named = [main, browser, ...JSON.stringify(contributes ?? {}).matchAll(/"(\.\/[^"]+\.\w+)"/g)].map((found) => typeof found === 'string' ? found : found[1])
    const there = new Set(files.map((name) => `./${name}`))
    assert.deepEqual(named.filter((name) => !there.has(name ?? '')), [])
  })

  it('has nothing that does not run and is not read', () => {
    const wanted = /^(?:dist\/(?:client|client-web|language-client|server)\.cjs|dist\/client-web\.cjs\.js|dist\/server-web\.js|dist\/model-(?:de|en)\.bin|dist\/year\.(?:css|js)|dist\/NOTICES\.txt|media\/[\w-]+\.svg|(?:docs\/rules|l10n|schema|snippets|syntaxes)\/.*\.(?:md|json)|docs\/images\/[\w-]+\.png|package(?:\.nls.*)?\.json|README\.md|CHANGELOG\.md|LICENSE(?:\.txt)?|\.vsixmanifest)$/i
    assert.deepEqual(files.filter((name) => !wanted.test(name)), [])
  })

  it('opens the page of a rule rendered, from the link of a finding', async () => {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.joinPath(askwell.extensionUri, 'docs/rules/line/no-opt-out.md'))
    const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input
    assert.ok(input instanceof vscode.TabInputCustom, 'it is the source')
    assert.equal(input.viewType, 'vscode.markdown.preview.editor')
  })

  it('is small', () => {
    const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
    // A third of it are the models, which the servers of the desktop and of the web share.
    assert.ok(bytes < 11_000_000, `${bytes} bytes on disk`)
  })
})
