import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RULE_IDS, rules, SEVERITY_SETTINGS } from '../src/core/index.ts'
import { manifestTexts } from '../scripts/lib/manifest.ts'
import { defaultSettings, readSettings, RUN_MODES } from '../src/server/settings.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const text = (path: string): string => readFileSync(root + path, 'utf8')
const json = (path: string): unknown => JSON.parse(text(path))

const clientSource = (): string => readdirSync(`${root}src/client`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts')).map((name) => text(`src/client/${name}`)).join('\n')

interface Property { default?: unknown; enum?: string[]; pattern?: string; properties?: Record<string, unknown> }
interface Manifest {
  activationEvents: string[]
  contributes: {
    commands: { command: string; title: string }[]
    menus: Record<string, { command: string; when?: string }[]>
    configuration: { properties: Record<string, Property> }
  }
}
const manifest = json('package.json') as Manifest
const { commands, menus, configuration } = manifest.contributes

describe('the manifest', () => {
  for (const [path, expected] of manifestTexts()) {
    it(`${path} is what the rules say (else run npm run docs)`, () => {
      assert.equal(text(path), expected)
    })
  }

  it('has every text in every language', () => {
    const named = [...text('package.json').matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key)
    assert.ok(named.length > RULE_IDS.length)
    for (const file of ['package.nls.json', 'package.nls.de.json']) {
      assert.deepEqual(Object.keys(json(file) as object).sort(), [...new Set(named)].sort(), file)
    }
  })

  it('names commands that the client registers, and menus of those', () => {
    const source = clientSource() + text('src/server/protocol.ts')
    for (const { command } of commands) assert.ok(source.includes(`'${command}'`), command)
    const known = new Set(commands.map(({ command }) => command))
    for (const { command } of Object.values(menus).flat()) assert.ok(known.has(command), command)
  })

  it('has a setting for every rule, and the settings that the server reads', () => {
    const { properties } = configuration
    assert.deepEqual(Object.keys(properties['askwell.rules']?.properties ?? {}).sort(), rules.map(({ id }) => id).sort())
    assert.deepEqual(properties['askwell.run']?.enum, RUN_MODES)
    const defaults = Object.fromEntries(['run', 'rules', 'file'].map((key) => [key, properties[`askwell.${key}`]?.default]))
    assert.deepEqual(readSettings(defaults, 'en'), { settings: defaultSettings, warnings: [] })
    for (const severity of SEVERITY_SETTINGS) assert.ok(JSON.stringify(properties['askwell.rules']).includes(`"${severity}"`))
  })

  it('agrees with the server about where askwell.json may be', () => {
    const pattern = new RegExp(configuration.properties['askwell.file']?.pattern ?? '', 'u')
    for (const file of ['askwell.json', 'people/askwell.json', './askwell.json', 'a..b/x.json', '..x', '../x', 'a/../x', 'a/..', '/x', '\\x', 'C:\\x', 'file:///x', '..\\x', 'x/']) {
      assert.equal(pattern.test(file), readSettings({ file }, 'en').warnings.length === 0, file)
    }
  })
})

describe('what the client says', () => {
  it('is there in German', () => {
    const source = clientSource()
    const said = [...source.matchAll(/l10n\.t\('((?:[^'\\]|\\.)*)'/g)].map(([, english]) => english ?? '')
    const german = json('l10n/bundle.l10n.de.json') as Record<string, string>
    assert.ok(said.length > 5)
    assert.deepEqual(Object.keys(german).sort(), [...new Set(said)].sort())
    for (const [english, translated] of Object.entries(german)) assert.deepEqual(translated.match(/\{\d\}/g), english.match(/\{\d\}/g))
  })
})
