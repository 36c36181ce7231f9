import assert from 'node:assert/strict'
import type { CompletionItem, Hover } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { frontMatterKeys, parseDraft } from '../../src/core/index.ts'
import { frontMatterHelp } from '../../src/server/front-matter-help.ts'
import { DRAFT, start, stopAll, WORKSPACE_FILE, type Editor } from './harness.ts'

afterEach(stopAll)

/** Opens a draft whose cursor is marked by a bar. */
async function openAt(editor: Editor, marked: string): Promise<{ line: number; character: number }> {
  const offset = marked.indexOf('|')
  await editor.open(DRAFT, marked.replace('|', ''))
  return editor.document(DRAFT).positionAt(offset)
}

async function complete(marked: string, files: Record<string, string> = {}): Promise<{ labels: string[]; accept: (label: string) => string }> {
  const editor = await start({ files })
  const position = await openAt(editor, marked)
  const items = await editor.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri: DRAFT }, position })
  return {
    labels: items.map(({ label }) => label),
    accept: (label) => {
      const edit = items.find((item) => item.label === label)?.textEdit
      assert.ok(edit && 'range' in edit)
      return TextDocument.applyEdits(editor.document(DRAFT), [edit])
    },
  }
}

describe('completion', () => {
  it('offers the keys that are not there yet', async () => {
    const { labels, accept } = await complete('---\nfriend: Maria\nch|\n---\n')
    assert.ok(labels.includes('channel') && labels.includes('ask'))
    assert.ok(!labels.includes('friend') && !labels.includes('sent'))
    assert.equal(accept('channel'), '---\nfriend: Maria\nchannel: \n---\n')
  })

  it('works while the front matter is not closed yet, and with CRLF', async () => {
    assert.ok((await complete('---\n|')).labels.includes('friend'))
    assert.equal((await complete('---\r\nask: a|\r\n---\r\n')).accept('advice'), '---\r\nask: advice\r\n---\r\n')
  })

  it('offers values, with the blank that may be missing', async () => {
    const { labels, accept } = await complete('---\nask:|\n---\n')
    assert.ok(labels.includes('introduction') && labels.includes('other'))
    assert.equal(accept('introduction'), '---\nask: introduction\n---\n')
    assert.equal((await complete('---\nask: intro|\n---\n')).accept('introduction'), '---\nask: introduction\n---\n')
    assert.deepEqual((await complete('---\nask: other\nlang: |\n---\n')).labels, ['en', 'de'])
    assert.deepEqual((await complete('---\nask: other\nworkedTogether: |\n---\n')).labels, ['true', 'false'])
  })

  it('offers friends from askwell.json, written as YAML needs it', async () => {
    const friends = ['Maria Lopez', 'Kim: the "Boss"']
    const { labels, accept } = await complete('---\nask: other\nfriend: Ma|\n---\n', {
      [WORKSPACE_FILE]: JSON.stringify({ version: 1, friends: friends.map((name) => ({ name })) }),
    })
    assert.equal(labels.length, 2)
    for (const [index, label] of labels.entries()) assert.equal(parseDraft(accept(label)).frontMatter.values.friend, friends[index])
  })

  it('offers rules where they are silenced', async () => {
    assert.equal((await complete('---\nask: other\naskwell-ignore: [draft/register, li|]\n---\n')).accept('line/no-opt-out'), '---\nask: other\naskwell-ignore: [draft/register, line/no-opt-out]\n---\n')
    assert.equal((await complete('---\nask: other\naskwell-ignore:\n  - li|\n---\n')).accept('line/no-opt-out'), '---\nask: other\naskwell-ignore:\n  - line/no-opt-out\n---\n')
    assert.equal((await complete('---\nask: other\n---\n<!--askwell ignore li|-->\n')).accept('line/no-opt-out'), '---\nask: other\n---\n<!--askwell ignore line/no-opt-out-->\n')
  })

  it('is silent in the body, and for keys of others', async () => {
    assert.deepEqual((await complete('---\nask: other\n---\nask: |')).labels, [])
    assert.deepEqual((await complete('---\nask: other\n---\n|')).labels, [])
    assert.deepEqual((await complete('---\nask: other\ntags: |\n---\n')).labels, [])
  })
})

describe('hover', () => {
  const hoverAt = async (marked: string, locale = 'en'): Promise<string | undefined> => {
    const editor = await start({ locale })
    const position = await openAt(editor, marked)
    const hover = await editor.request<Hover | null>('textDocument/hover', { textDocument: { uri: DRAFT }, position })
    return hover === null ? undefined : (hover.contents as { value: string }).value
  }

  it('says what a key means, in the language of the editor', async () => {
    assert.match(await hoverAt('---\nas|k: other\n---\n') ?? '', /What you ask for[^]*`introduction`/)
    assert.match(await hoverAt('---\nas|k: other\n---\n', 'de') ?? '', /Worum du bittest/)
  })

  it('says nothing elsewhere', async () => {
    assert.equal(await hoverAt('---\nask: oth|er\n---\n'), undefined)
    assert.equal(await hoverAt('---\nask: other\n---\nask|\n'), undefined)
  })

  it('knows every key', () => {
    assert.deepEqual(Object.keys(frontMatterHelp).sort(), Object.keys(frontMatterKeys).sort())
  })
})
