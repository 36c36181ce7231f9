import { Composer, isMap, isScalar, Parser, stringify, type CST, type Document } from 'yaml'

/** What stands in front matter is a list or two deep. */
const MAX_DEPTH = 50

/** After the first faults, the others are mostly their echo. */
const MAX_PROBLEMS = 5

/** Something that is wrong in a YAML text, and where in it. */
export interface YamlProblem {
  readonly detail: string
  readonly start: number
  readonly end: number
}

/**
 * Parses YAML with positions. Never throws, expands no aliases, and takes time in proportion to the text: what is
 * nested too deeply is refused before it can overflow the stack, and doubled keys are looked for in the outer map only.
 */
export function parseYaml(source: string): { document: Document.Parsed | undefined; problems: YamlProblem[] } {
  const tokens = [...new Parser().parse(source)]
  const deep = deeperThan(MAX_DEPTH, tokens)
  if (deep) return { document: undefined, problems: [{ detail: `Nested deeper than ${MAX_DEPTH} levels`, start: deep.offset, end: deep.offset + 1 }] }
  const [document, second] = new Composer({ uniqueKeys: false }).compose(tokens, true, source.length)
  if (!document) return { document, problems: [] }
  const problems = document.errors.map(({ message, pos: [start, end] }) => ({ detail: message, start, end: Math.max(end, start + 1) }))
  if (second) problems.push({ detail: 'Source contains multiple documents', start: second.range[0], end: second.range[0] + 1 })
  return { document, problems: [...problems, ...doubledKeys(document)].slice(0, MAX_PROBLEMS) }
}

function doubledKeys({ contents }: Document.Parsed): YamlProblem[] {
  const seen = new Set<unknown>()
  return (isMap(contents) ? contents.items : []).flatMap(({ key }) => {
    if (!isScalar(key) || !seen.has(key.value)) {
      if (isScalar(key)) seen.add(key.value)
      return []
    }
    return [{ detail: 'Map keys must be unique', start: key.range[0], end: key.range[1] }]
  })
}

/** The first token that lies deeper than `limit`. Goes on without recursion, which is the point. */
function deeperThan(limit: number, tokens: readonly CST.Token[]): CST.Token | undefined {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next
    if (depth > limit) return token
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth })
    if (!('items' in token)) continue
    for (const item of token.items) {
      for (const child of [item.key, item.value]) if (child) open.push({ token: child, depth: depth + 1 })
    }
  }
  return undefined
}

/** A text as YAML writes it on one line, in quotes where it needs them. */
export const yamlScalar = (text: string): string => stringify(text.replace(/\s+/g, ' ').trim(), { lineWidth: 0 }).trimEnd()
