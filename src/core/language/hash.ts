const FNV_PRIME = 0x01000193
const FNV_BASIS = 0x811c9dc5

/** Takes one more number into a hash. */
export const mix = (hash: number, code: number): number => Math.imul(hash ^ code, FNV_PRIME)

/** The 32-bit FNV-1a hash of a text from `start` to `end`; `seed` tells apart what the same text stands for. */
export function hashOf(text: string, seed = FNV_BASIS, start = 0, end = text.length): number {
  let hash = seed
  for (let i = start; i < end; i++) hash = mix(hash, text.charCodeAt(i))
  return hash
}
