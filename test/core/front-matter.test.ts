import assert from 'node:assert/strict'
import { addKey, applyEdits, isDraft, readFrontMatter, type FrontMatterKey } from '../../src/core/index.ts'

/** Reads front matter, and shows each key and value as the stretch of text that its place covers. */
function read(text: string): ReturnType<typeof readFrontMatter> & { shown: Record<string, string>; found: string[] } {
  const frontMatter = readFrontMatter(text)
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)
  const shown = Object.fromEntries(Object.entries(frontMatter.places).map(([key, place]) => {
    assert.equal(slice(place.key).replace(/^["']|["']$/g, ''), key)
    return [key, slice(place.value)]
  }))
  return { ...frontMatter, shown, found: frontMatter.problems.map((problem) => `${problem.kind}: ${slice(problem.at)}`) }
}

const kinds = (text: string): string[] => readFrontMatter(text).problems.map(({ kind }) => kind)

describe('front matter', () => {
  it('reads the values that it knows and leaves other keys alone', () => {
    const { values, problems } = read('---\nfriend: Maria Lopez\nask: introduction\nlayout: {x: [1]}\nworkedTogether: true\n---\nHi')
    assert.deepEqual(values, { friend: 'Maria Lopez', ask: 'introduction', workedTogether: true })
    assert.deepEqual(problems, [])
  })

  for (const [name, eol, bom] of [['LF', '\n', ''], ['CRLF', '\r\n', ''], ['a byte-order mark', '\n', '\uFEFF'], ['CRLF and a byte-order mark', '\r\n', '\uFEFF']] as const) {
    it(`knows the exact place of each key and value, with ${name}`, () => {
      const text = bom + ['---', '# für Maria 👩🏽‍🎨', 'friend: "Mária 👩🏽‍🎨 López" # designer', '\'ask\': introduction', 'subject:', 'attachments: [cv.pdf, "b, c"]', 'target:   Jürgen  ', '---', 'Hi 👋', ''].join(eol)
      const { shown, values, problems, block, end, bodyStart } = read(text)
      assert.deepEqual(problems, [])
      assert.deepEqual(shown, { friend: '"Mária 👩🏽‍🎨 López"', ask: 'introduction', subject: '', attachments: '[cv.pdf, "b, c"]', target: 'Jürgen' })
      assert.equal(values.friend, 'Mária 👩🏽‍🎨 López')
      assert.deepEqual(values.attachments, ['cv.pdf', 'b, c'])
      assert.equal(text.slice(block?.start, block?.end), text.slice(bom.length, text.indexOf(`${eol}Hi`)))
      assert.equal(text.slice(end), `---${eol}Hi 👋${eol}`)
      assert.equal(text.slice(bodyStart), `Hi 👋${eol}`)
    })
  }

  it('puts an empty value right behind the colon', () => {
    const text = '---\nfriend: A\nask: advice\nsubject:\n---\n'
    const { places } = readFrontMatter(text)
    assert.equal(text.slice(0, places.subject?.value.start).split('\n').at(-1), 'subject:')
  })

  it('marks a wrong value where it stands', () => {
    assert.deepEqual(read('---\nfriend: A\nask: intro # short\nchannel: "fax"\nsent: 2026-02-30\n---\n').found,
      ['value: intro', 'value: "fax"', 'value: 2026-02-30'])
  })

  it('marks an empty name at its key', () => {
    assert.deepEqual(read('---\nfriend:\nask: advice\n---\n').found, ['value: friend'])
  })

  it('marks missing keys at the opening fence', () => {
    assert.deepEqual(read('---\n---\n').found, ['missing-key: ---', 'missing-key: ---'])
    assert.deepEqual(read('---\n# nothing but a comment\n---\n').found, ['missing-key: ---', 'missing-key: ---'])
    assert.deepEqual(read('\uFEFF---\nfriend: A\n---\n').found, ['missing-key: ---'])
  })

  it('reports a doubled key at its second place', () => {
    const text = '---\nfriend: A\nask: advice\nfriend: B\n---\n'
    const { problems } = readFrontMatter(text)
    assert.deepEqual(problems.map(({ kind, at }) => [kind, at.start]), [['yaml', text.lastIndexOf('friend')]])
  })

  it('reports broken YAML inside the block', () => {
    const { found, block } = read('---\nfriend: "Maria\nask: advice\n---\nHi')
    assert.equal(found.length > 0 && found.every((problem) => problem.startsWith('yaml')), true)
    assert.deepEqual(block, { start: 0, end: 34 })
  })

  it('takes no list for front matter', () => {
    assert.deepEqual(kinds('---\n- friend\n- ask\n---\n'), ['not-a-map'])
    assert.deepEqual(kinds('---\njust words\n---\n'), ['not-a-map'])
  })

  it('does not follow aliases, and says where they stand', () => {
    assert.deepEqual(read('---\nfriend: &who Maria\nask: advice\ntarget: *who\n---\n').found, ['value: *who'])
  })

  it('says that a file has none, or one that is not closed', () => {
    assert.deepEqual(read('Hi Maria\nhow').found, ['missing: Hi Maria'])
    assert.deepEqual(read('').found, ['missing: '])
    assert.deepEqual(read('----\nfriend: A\n---\n').found, ['missing: ----'])
    assert.deepEqual(read('---\nfriend: A\nask: advice\n').found, ['unclosed: ---'])
    assert.deepEqual(read('---').found, ['unclosed: ---'])
  })

  it('ends at a fence, and at no line that begins like one', () => {
    for (const line of ['----', '---- and so on', '---x', '-----------']) {
      const text = `---\nfriend: Jo\n${line}\nask: advice\n---\nHi`
      assert.deepEqual([...new Set(kinds(text))], ['yaml'], line)
      assert.equal(text.slice(readFrontMatter(text).bodyStart), 'Hi')
      const { values, problems } = readFrontMatter(`---\nfriend: |\n  Jo\n  ${line}\nask: advice\n---\nHi`)
      assert.deepEqual([values, problems], [{ friend: `Jo\n${line}`, ask: 'advice' }, []])
    }
    assert.deepEqual(kinds('---\n----\n---\n'), ['not-a-map'])
  })

  for (const engine of ['js', 'javascript', 'json', 'toml', 'coffee', 'php', '__proto__', 'constructor']) {
    it(`refuses the engine "${engine}" and runs nothing`, () => {
      const text = `---${engine}\nglobalThis.askwellWasHere = true\n---\nHi`
      assert.deepEqual(read(text).found, [`engine: ---${engine}`])
      assert.equal(Object.hasOwn(globalThis, 'askwellWasHere'), false)
      assert.equal(text.slice(read(text).bodyStart), 'Hi')
    })
  }

  it('takes keys of objects for what they are: names like others', () => {
    const { values, problems } = read('---\n__proto__: {friend: Eve}\nconstructor: 1\nhasOwnProperty: 2\nfriend: A\nask: advice\n---\n')
    assert.deepEqual(values, { friend: 'A', ask: 'advice' })
    assert.deepEqual(problems, [])
    assert.equal(({} as { friend?: unknown }).friend, undefined)
  })

  describe('hostile YAML', () => {
    const inside = (yaml: string): ReturnType<typeof readFrontMatter> => readFrontMatter(`---\n${yaml}\n---\nHi\n`)

    it('expands no bomb of aliases', () => {
      const lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
      for (let level = 0; level < 30; level++) lines.push(`k${level}: &k${level} [${Array(9).fill(`*${level === 0 ? 'a' : `k${level - 1}`}`).join(', ')}]`)
      const { values, problems } = inside([...lines, 'friend: *k29', 'ask: advice', 'target: {deep: *k29}', 'attachments: *k29'].join('\n'))
      assert.deepEqual(values, { ask: 'advice' })
      assert.deepEqual(problems.map(({ kind }) => kind), ['value', 'value', 'value'])
    })

    const deep = {
      'open brackets': `ask: ${'['.repeat(90_000)}`,
      'closed brackets': `ask: ${'['.repeat(5_000)}${']'.repeat(5_000)}`,
      'closed maps': `ask: ${'{a: '.repeat(5_000)}${'}'.repeat(5_000)}`,
      'lists in a line': '- '.repeat(90_000),
      'question marks': '? '.repeat(90_000),
      'indented maps': Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    }
    for (const [name, yaml] of Object.entries(deep)) {
      it(`refuses what is nested too deeply: ${name}`, () => {
        assert.deepEqual(inside(yaml).problems.map((problem) => problem.kind === 'yaml' && problem.detail), ['Nested deeper than 50 levels'])
      })
    }

    it('reads thousands of keys, and names at most a handful of faults', () => {
      assert.deepEqual(inside(`${Array.from({ length: 15_000 }, (_, index) => `k${index}: 1`).join('\n')}\nfriend: A\nask: advice`).values, { friend: 'A', ask: 'advice' })
      assert.equal(inside('&a '.repeat(50_000)).problems.length, 5)
    })
  })
})

describe('isDraft', () => {
  const asks: [string, string, boolean][] = [
    ['maria.ask.md', '', true],
    ['MARIA.ASK.MD', 'anything', true],
    ['notes.md', '---\nask: advice\n---\n', true],
    ['notes.md', '\uFEFF---\r\nfriend: A\r\n"ask" : advice\r\n---\r\n', true],
    ['notes.md', '---\ntask: advice\nwhat:\n  ask: x\n---\n', false],
    ['notes.md', '---\nfriend: A\n---\nask: advice\n', false],
    ['notes.md', 'ask: advice\n', false],
    ['notes.md', '---\nask: never closed\n', false],
  ]
  for (const [path, text, expected] of asks) {
    it(`${JSON.stringify(text)} in ${path}: ${expected}`, () => { assert.equal(isDraft(path, text), expected) })
  }

  it('is told by keys alone', () => {
    const keys: FrontMatterKey[] = ['friend', 'channel']
    assert.equal(isDraft('a.md', `---\n${keys.map((key) => `${key}: x`).join('\n')}\n---\n`), false)
  })
})

describe('a key that is added', () => {
  for (const [name, matter, expected] of [
    ['a line of its own', 'friend: A\nask: advice', 'friend: A\nask: advice\nsubject: Hi\nask-id: x1'],
    ['a line below a comment', 'friend: A\nask: advice\n# end', 'friend: A\nask: advice\n# end\nsubject: Hi\nask-id: x1'],
    ['an entry of a map in braces', '{ friend: A, ask: advice }', '{ friend: A, ask: advice , subject: Hi, ask-id: x1}'],
    ['an entry behind a comma', '{ friend: A, ask: advice, }', '{ friend: A, ask: advice, subject: Hi, ask-id: x1, }'],
    ['an entry of a map over several lines', '{\n  friend: A,\n  ask: advice\n}', '{\n  friend: A,\n  ask: advice\n, subject: Hi, ask-id: x1}'],
  ] as const) {
    it(`is ${name}`, () => {
      for (const eol of ['\n', '\r\n']) {
        const text = `---\n${matter}\n---\nHi\n`.replaceAll('\n', eol)
        const frontMatter = readFrontMatter(text)
        const edited = applyEdits(text, [addKey(frontMatter, text, 'subject', 'Hi'), addKey(frontMatter, text, 'ask-id', 'x1')])
        assert.equal(edited, `---\n${expected}\n---\nHi\n`.replaceAll('\n', eol))
        assert.deepEqual(readFrontMatter(edited).problems, [])
      }
    })
  }
})
