import assert from 'node:assert/strict'
import fc from 'fast-check'
import { findNodeAtLocation, parse, parseTree, type Node, type ParseError } from 'jsonc-parser'
import { nearest, propertyOf, readJson } from '../../src/core/history/json-document.ts'
import { workspaceText } from './any-workspace.ts'
import { runs } from '../helpers/runs.ts'

/** What jsonc-parser makes of a text; undefined where it finds a fault. */
function reference(text: string): { value: unknown; tree: Node | undefined } | undefined {
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, { allowTrailingComma: true })
  return errors.length === 0 ? { value, tree: parseTree(text, [], { allowTrailingComma: true }) } : undefined
}

describe('a JSON document', () => {
  const pieces = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"\\""', '"//"', '"b', '1', '-2.5e3', 'true', 'null', 'nul', ' ', '\n', '\r', '// x\n', '// y', '/* , ] */', '/*', '/', '\\', '\t', '\u00A0'), { maxLength: 25 })
  const text = fc.oneof(
    pieces.map((parts) => parts.join('')),
    fc.tuple(workspaceText, fc.nat(), pieces).map(([whole, at, parts]) => whole.replace(/^\uFEFF/, '').slice(0, at % 400) + parts.join('') + whole.slice(at % 400)),
    workspaceText.map((whole) => whole.replace(/^\uFEFF/, '')),
    fc.json(),
    // jsonc-parser's `parse` loses a key `__proto__`.
  ).filter((one) => !one.includes('__proto__'))

  it('is read as jsonc-parser reads it, or its faults are told', () => {
    fc.assert(fc.property(text, (one) => {
      const document = readJson(one)
      const expected = reference(one)
      if (!expected) assert.equal(document?.errors.length !== 0, true, one)
      else assert.deepEqual([document?.errors, document?.value], [[], expected.value], one)
    }), runs(3_000))
  })

  it('knows where its properties, items and what lies deeper stand', () => {
    fc.assert(fc.property(workspaceText, (whole) => {
      const one = whole.replace(/^\uFEFF/, ' ')
      const root = readJson(one)?.root
      const tree = parseTree(one, [], { allowTrailingComma: true })
      assert.equal(root !== undefined && tree !== undefined, true)
      if (!root || !tree) return
      assert.deepEqual([root.offset, root.length], [tree.offset, tree.length])
      for (const property of tree.children ?? []) {
        const key = String(property.children?.[0]?.value)
        const list = propertyOf(root, key)
        const expected = property.children?.[1]
        assert.deepEqual([list?.type, list?.offset, list?.length], [expected?.type, expected?.offset, expected?.length])
        assert.deepEqual(list?.children?.map(({ type, offset, length }) => [type, offset, length]) ?? [], expected?.children?.map(({ type, offset, length }) => [type, offset, length]) ?? [])
        const deep = nearest(root, [key, 0, 'friend'])
        const expectedDeep = findNodeAtLocation(tree, [key, 0, 'friend'])
        if (expectedDeep) assert.deepEqual([deep.value, deep.offset, deep.length], [expectedDeep.value, expectedDeep.offset, expectedDeep.length])
      }
    }), runs(500))
  })

  it('takes the last of a key that is there twice, in reading and in place', () => {
    const document = readJson('{ "a": 1, "a": [2] }')
    assert.equal(document?.root ? propertyOf(document.root, 'a')?.offset : undefined, 15)
    assert.deepEqual(document?.value, { a: [2] })
  })
})
