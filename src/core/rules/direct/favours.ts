import type { AskType } from '../../draft/front-matter.ts'
import type { Ask, Reading } from '../../language/reading.ts'

/** A conversation about the friend's work and advice on one's own are one favour (labelling guide). */
const kin = (type: AskType): AskType => (type === 'informational-interview' ? 'advice' : type)

/** Whether two types of ask can be one favour. */
export const sameFavour = (a: AskType, b: AskType): boolean => kin(a) === kin(b)

/** The favours of a message: for each sentence the one it asks for most surely, each type once, the surest ask of it. */
export function favoursOf(reading: Reading, least = 1): Ask[] {
  const bySentence = new Map<number, Ask>()
  for (const ask of reading.asks) {
    const known = bySentence.get(ask.sentence.index)
    if (ask.strength >= least && (!known || ask.strength > known.strength)) bySentence.set(ask.sentence.index, ask)
  }
  const favours: Ask[] = []
  for (const ask of bySentence.values()) {
    const index = favours.findIndex((other) => sameFavour(other.type, ask.type))
    const known = favours[index]
    if (!known) favours.push(ask)
    else if (ask.strength > known.strength) favours[index] = { ...ask, sentence: known.sentence }
  }
  return favours
}
