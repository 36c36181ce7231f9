/**
 * What a key stands for: as worked out before, or worked out now. Of what is remembered, the oldest is forgotten first.
 * @param known what is remembered
 * @param limit how many keys are remembered at most
 */
export function recall<K, V extends object>(known: Map<K, V>, limit: number, key: K, workOut: () => V): V {
  const before = known.get(key)
  if (before) return before
  const value = workOut()
  if (known.size >= limit) {
    const oldest = known.keys().next()
    if (!oldest.done) known.delete(oldest.value)
  }
  known.set(key, value)
  return value
}
