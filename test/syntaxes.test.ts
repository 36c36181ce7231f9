import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { ASK_TYPES, CHANNELS, frontMatterKeys, LANGUAGES, parseDraft, RULE_IDS } from '../src/core/index.ts'
import { slotsInProse } from '../src/core/rules/slots.ts'
import {
  baselineOf, contributed, countOwnMatches, installed, markdownGrammar, published, samples, sampleText, tokensOf, writeBaseline, type Grammars,
} from './helpers/tokens.ts'

/** What Askwell colours in a text: line number, words, and Askwell's scope. */
async function coloured(text: string, grammars: Grammars = published): Promise<string[]> {
  return tokensOf(await markdownGrammar(grammars), text).flatMap(({ line, tokens }, index) => tokens.flatMap(({ start, end, scopes }) => {
    const scope = scopes.findLast((name) => name.endsWith('.askwell') && !name.startsWith('meta.'))
    return scope === undefined ? [] : [`${index + 1} ${line.slice(start, end)} ${scope}`]
  }))
}

const draftWith = (line: string): string => `---\nfriend: Maria\n${line}\n---\n`

describe('syntaxes', () => {
  it('are injected into Markdown', () => {
    assert.deepEqual(contributed.map(({ injectTo }) => injectTo), [['text.html.markdown'], ['text.html.markdown']])
  })

  for (const sample of samples) {
    it(`${sample} is coloured as its baseline says (npm run accept-baselines takes what is)`, async () => {
      assert.equal(await writeBaseline(sampleText(sample)), readFileSync(baselineOf(sample), 'utf8'))
    })
  }

  it('know every key of the front matter', async () => {
    for (const key of Object.keys(frontMatterKeys)) {
      assert.ok((await coloured(draftWith(`${key}:`))).includes(`3 ${key} support.type.property-name.askwell`), key)
    }
  })

  it('know every value of a list of values', async () => {
    for (const [key, values] of [['ask', ASK_TYPES], ['channel', CHANNELS], ['lang', LANGUAGES]] as const) {
      for (const value of values) {
        assert.ok((await coloured(draftWith(`${key}: ${value}`))).includes(`3 ${value} constant.language.${key}.askwell`), value)
      }
      assert.deepEqual((await coloured(draftWith(`${key}: somethingelse`))).length, 2, 'no value that is none')
    }
  })

  it('know every rule', async () => {
    for (const rule of RULE_IDS) {
      const text = `${draftWith(`askwell-ignore: [${rule}]`)}\n<!--askwell ignore ${rule}-->\n`
      assert.equal((await coloured(text)).filter((token) => token.endsWith(`${rule} constant.language.rule.askwell`)).length, 2, rule)
    }
  })

  it('mark the slots that the rule legwork/placeholder sees', async () => {
    const text = sampleText('draft.de.md')
    const draft = parseDraft(text)
    const bodyLine = text.slice(0, draft.body.start).split('\n').length
    const marked = (await coloured(text)).filter((token) => token.endsWith('constant.other.placeholder.askwell') && Number.parseInt(token, 10) >= bodyLine)
    assert.deepEqual(marked, slotsInProse(draft).map(({ start, end }) =>
      `${text.slice(0, start).split('\n').length} ${text.slice(start, end)} constant.other.placeholder.askwell`))
  })

  /** Markdown's own tokens, without Askwell. */
  const leavesAlone = async (text: string, grammars: Grammars): Promise<void> => {
    assert.deepEqual(tokensOf(await markdownGrammar(grammars), text), tokensOf(await markdownGrammar(grammars, true), text))
  }
  const foreign: readonly (readonly [what: string, text: string])[] = [
    ['the front matter of another tool', sampleText('other.md')],
    ['no front matter', sampleText('other.md').replace(/^---[^]*?---\n/, '')],
    ['front matter that is not closed', '---\nlang: en\n\nTODO [Company]\n'],
    ['front matter that three dots close', '---\nlang: en\n...\n\nTODO [Company]\n'],
    ['front matter below the first line', '\n---\nfriend: Maria\nask: advice\n---\n\nTODO [Company]\n'],
    ['an empty front matter', '---\n---\nfriend: Maria\n\nTODO [Company]\n'],
    ['a key within another', '---\nperson:\n  friend: Maria\n---\n\nTODO [Company]\n'],
    ['nothing at all', ''],
  ]
  for (const [what, text] of foreign) {
    it(`leave a file with ${what} as it is`, () => leavesAlone(text, published))
  }

  it('are quick on long lines that almost match', async function () {
    this.timeout(5_000)
    for (const piece of ['[', '[a', '[a ', '{{', '{{a', '${', '<a', '<a ', '_', 'X', '<!--askwell ignore ', '<!--askwell ignore line/a-', ' ', 'line/a-', 'ask: ']) {
      await countOwnMatches(piece.repeat(5_000))
      await countOwnMatches(`friend: ${piece.repeat(5_000)}`)
    }
  })

  for (const [host, grammars] of installed) {
    describe(`on the grammars of VS Code (${host})`, () => {
      for (const sample of samples) {
        it(`colour ${sample} alike`, async () => {
          assert.deepEqual(await coloured(sampleText(sample), grammars), await coloured(sampleText(sample)))
        })
      }
      for (const [what, text] of foreign) {
        it(`leave a file with ${what} as it is`, () => leavesAlone(text, grammars))
      }
    })
  }
})
