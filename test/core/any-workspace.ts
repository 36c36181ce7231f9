import fc from 'fast-check'

/** Names of friends, some of them hard. */
export const names = ['Maria Lopez', 'Jo', 'Ün "q" \\ 👩🏽‍🎨', '__proto__']
const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 8 })
const trivia = fc.array(fc.constantFrom('', '', ' ', '\n', '\n  ', '\t', '// c, ] } "\n', ' /* , ] } // */ ', '\n  // [{"id":\n', '/* 1\n 2 */'), { minLength: 1, maxLength: 25 })

/** A workspace, and a rendering of it with comments, line breaks and trailing commas wherever JSON with comments allows them. */
export const workspaceText = fc.record({
  ids, trivia, trailing: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }), bom: fc.boolean(), crlf: fc.boolean(),
  names: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 8 }), lists: fc.subarray(['friends', 'asks', 'favors', 'rules', 'more'] as const),
}).map(({ ids: given, trivia: gaps, trailing, bom, crlf, names: friends, lists }) => {
  const nameOf = (index: number): string => friends[index % friends.length] ?? 'Jo'
  const all = {
    friends: given.map((_, index) => ({ name: nameOf(index) })),
    asks: given.map((id, index) => ({ id: `a${id}`, friend: nameOf(index), ask: 'advice', date: '2026-01-01' })),
    favors: given.map((id, index) => ({ id: `f${id}`, friend: nameOf(index + 1), date: '2026-01-01', what: id })),
    rules: { 'line/pressure': { days: 4 } },
    more: [[], {}, null, 1.5],
  }
  let next = 0
  const gap = (): string => gaps[next++ % gaps.length] ?? ''
  const comma = (): string => (trailing[next++ % trailing.length] ? `,${gap()}` : '')
  const render = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
    const parts = Array.isArray(value)
      ? value.map((item) => gap() + render(item) + gap())
      : Object.entries(value).map(([key, item]) => `${gap()}${JSON.stringify(key)}${gap()}:${gap()}${render(item)}${gap()}`)
    return open + (parts.length === 0 ? gap() : parts.join(',') + comma()) + close
  }
  const data = { version: 1, ...Object.fromEntries(lists.map((key) => [key, all[key]])) }
  const text = gap() + render(data) + gap()
  return (bom ? '\uFEFF' : '') + (crlf ? text.replaceAll('\n', '\r\n') : text)
})
