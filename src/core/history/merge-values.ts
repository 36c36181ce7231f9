/** Merging values three ways: what both sides made of a base. */

/** What came of a merge: a value (undefined: nothing is there), or that both sides changed the same thing in two ways. */
export type MergedValue = { readonly conflict: false; readonly value: unknown } | { readonly conflict: true }

type Values = Readonly<Record<string, unknown>>

/** How a key is merged that both sides have changed. */
export type Resolve = (key: string, ours: unknown, theirs: unknown) => MergedValue

const merged = (value: unknown): MergedValue => ({ conflict: false, value })
const CONFLICT: MergedValue = { conflict: true }

export const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether two JSON values say the same; the order of keys says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  if (!isObject(a) || !isObject(b)) return a === b
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
}

/** Merges what two sides made of a value (undefined: it was not there). Objects are merged key by key, lists are united. */
export function mergeValue(base: unknown, ours: unknown, theirs: unknown, resolve: Resolve = () => CONFLICT): MergedValue {
  if (isSame(ours, theirs) || isSame(theirs, base)) return merged(ours)
  if (isSame(ours, base)) return merged(theirs)
  if (isObject(ours) && isObject(theirs)) return mergeObjects(isObject(base) ? base : {}, ours, theirs, resolve)
  if (Array.isArray(ours) && Array.isArray(theirs)) return merged(unite(Array.isArray(base) ? base : [], ours, theirs))
  return CONFLICT
}

function mergeObjects(base: Values, ours: Values, theirs: Values, resolve: Resolve): MergedValue {
  const entries: [string, unknown][] = []
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [b, o, t] = [base, ours, theirs].map((side) => (Object.hasOwn(side, key) ? side[key] : undefined))
    const plain = mergeValue(b, o, t, resolve)
    const value = plain.conflict ? resolve(key, o, t) : plain
    if (value.conflict) return CONFLICT
    if (value.value !== undefined) entries.push([key, value.value])
  }
  return merged(Object.fromEntries(entries))
}

/** What is in either list, but for what one of the sides took out. */
function unite(base: readonly unknown[], ours: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const has = (list: readonly unknown[], item: unknown): boolean => list.some((other) => isSame(other, item))
  return [
    ...ours.filter((item) => has(theirs, item) || !has(base, item)),
    ...theirs.filter((item) => !has(ours, item) && !has(base, item)),
  ]
}

const DAYS: readonly string[] = ['answered', 'thanked', 'reported', 'followedUp']

/** The later state of an entry: what was done outweighs what was not, a later day an earlier one, words outweigh none. */
export const laterState: Resolve = (key, ours, theirs) => {
  if (isNothing(key, ours)) return merged(theirs)
  if (isNothing(key, theirs)) return merged(ours)
  return DAYS.includes(key) && typeof ours === 'string' && typeof theirs === 'string' ? merged(ours > theirs ? ours : theirs) : CONFLICT
}

const isNothing = (key: string, value: unknown): boolean => value === undefined || value === null || value === '' || (key === 'status' && value === 'open')
