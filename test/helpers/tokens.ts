import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Oniguruma from 'vscode-oniguruma'
import type * as Textmate from 'vscode-textmate'
import { z } from 'zod'

const root = new URL('../../', import.meta.url)
const require = createRequire(import.meta.url)
const { resolve } = require
// Both are CommonJS marked as ES modules, which loaders disagree about.
const oniguruma = require('vscode-oniguruma') as typeof Oniguruma
const textmate = require('vscode-textmate') as typeof Textmate

const read = (path: string | URL): string => readFileSync(path, 'utf8')

/** A stretch of a line, with all its scopes, outermost first. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly scopes: readonly string[]
}

/** Where a grammar is found: the path of its file, by scope name. */
export type Grammars = Readonly<Record<string, string | URL>>

const manifest = z.object({
  contributes: z.object({ grammars: z.array(z.object({ scopeName: z.string(), path: z.string(), injectTo: z.array(z.string()) })) }),
})
/** The grammars that package.json contributes. */
export const contributed = manifest.parse(JSON.parse(read(new URL('package.json', root)))).contributes.grammars

/** Markdown with YAML and HTML, as the package tm-grammars has them. */
export const published: Grammars = {
  'text.html.markdown': resolve('tm-grammars/grammars/markdown.json'),
  'text.html.derivative': resolve('tm-grammars/grammars/html-derivative.json'),
  'text.html.basic': resolve('tm-grammars/grammars/html.json'),
  'source.yaml': resolve('tm-grammars/grammars/yaml.json'),
}

const hosts = new URL('test/hosts/', root)
/** The grammars of VS Code itself, for each version that is installed under test/hosts (none, where no host is). */
export const installed: readonly (readonly [host: string, grammars: Grammars])[] = (existsSync(hosts) ? readdirSync(hosts) : [])
  .map((name) => [name, new URL(`${name}/node_modules/code-server/lib/vscode/extensions/`, hosts)] as const)
  .filter(([, extensions]) => existsSync(extensions))
  .map(([name, extensions]) => [name, {
    'text.html.markdown': new URL('markdown-basics/syntaxes/markdown.tmLanguage.json', extensions),
    'text.html.derivative': new URL('html/syntaxes/html-derivative.tmLanguage.json', extensions),
    'text.html.basic': new URL('html/syntaxes/html.tmLanguage.json', extensions),
    'source.yaml': new URL('yaml/syntaxes/yaml.tmLanguage.json', extensions),
    'source.yaml.1.2': new URL('yaml/syntaxes/yaml-1.2.tmLanguage.json', extensions),
    'source.yaml.embedded': new URL('yaml/syntaxes/yaml-embedded.tmLanguage.json', extensions),
  }])

let engine: Promise<void> | undefined
const loadEngine = (): Promise<void> => (engine ??= oniguruma.loadWASM(Uint8Array.from(readFileSync(resolve('vscode-oniguruma/release/onig.wasm'))).buffer))

/** Markdown's grammar on top of `grammars`; with the grammars of Askwell injected, as VS Code does, unless `bare`. */
export async function markdownGrammar(grammars: Grammars, bare = false): Promise<Textmate.IGrammar> {
  await loadEngine()
  const own = Object.fromEntries(contributed.map(({ scopeName, path }) => [scopeName, new URL(path, root)]))
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope): Promise<Textmate.IRawGrammar | null> => {
      const path = own[scope] ?? grammars[scope]
      return Promise.resolve(path === undefined ? null : textmate.parseRawGrammar(read(path), 'grammar.json'))
    },
    getInjections: (scope) => (bare ? [] : contributed.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName)),
  })
  const grammar = await registry.loadGrammar('text.html.markdown')
  if (!grammar) throw new Error('There is no grammar for text.html.markdown.')
  return grammar
}

/** The tokens of a text, line by line. */
export function tokensOf(grammar: Textmate.IGrammar, text: string): { readonly line: string; readonly tokens: readonly Token[] }[] {
  let state = textmate.INITIAL
  return text.split(/\r?\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state)
    state = ruleStack
    return { line, tokens: tokens.map(({ startIndex, endIndex, scopes }) => ({ start: startIndex, end: Math.min(endIndex, line.length), scopes })) }
  })
}

/** How often the regular expressions of Askwell's own grammars match in a line, tried from every place behind a match. */
export async function countOwnMatches(line: string): Promise<number> {
  await loadEngine()
  const own = contributed.flatMap(({ path }) =>
    [...read(new URL(path, root)).matchAll(/"(?:match|begin|while)": ("(?:[^"\\]|\\.)*")/g)].map(([, source]) => z.string().parse(JSON.parse(source ?? ''))))
  const text = new oniguruma.OnigString(line)
  let count = 0
  for (const pattern of own) {
    const scanner = new oniguruma.OnigScanner([pattern])
    for (let at = 0; at < line.length;) {
      const end = scanner.findNextMatchSync(text, at)?.captureIndices[0]?.end
      if (end === undefined) break
      count++
      at = Math.max(end, at + 1)
    }
    scanner.dispose()
  }
  text.dispose()
  return count
}

/** The drafts of which a baseline is kept. */
export const sampleFolder = new URL('test/syntaxes/', root)
export const samples = readdirSync(sampleFolder).filter((name) => /^draft\..*\.md$/.test(name)).sort()
export const sampleText = (name: string): string => read(new URL(name, sampleFolder))
export const baselineOf = (sample: string): URL => new URL(sample.replace(/\.md$/, '.baseline'), sampleFolder)

/** A baseline: each line of the text behind `>`, below it each token, marked, with its scopes (but the outermost). */
export async function writeBaseline(text: string): Promise<string> {
  return tokensOf(await markdownGrammar(published), text).flatMap(({ line, tokens }) => [
    `>${line}`,
    ...tokens.filter(({ start, end }) => end > start)
      .map(({ start, end, scopes }) => `#${' '.repeat(start)}${'^'.repeat(end - start)} ${scopes.slice(1).join(' ')}`.trimEnd()),
  ]).join('\n') + '\n'
}
