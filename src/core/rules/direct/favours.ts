import type { Draft } from '../../draft/draft.ts'
import type { AskType } from '../../draft/front-matter.ts'
import { score, thresholdOf } from '../../language/model.ts'
import { clausesOf } from '../../language/phrase.ts'
import type { Signal } from '../../language/signals.ts'
import { signalOf, type Ask, type ReadSentence, type Reading } from '../../language/reading.ts'

/** A conversation about the friend's work and advice on one's own are one favour (labelling guide). */
const kin = (type: AskType): AskType => (type === 'informational-interview' ? 'advice' : type)

/** Whether two types of ask can be one favour. */
export const sameFavour = (a: AskType, b: AskType): boolean => kin(a) === kin(b)

/** How strong a second favour in one sentence must be: "a call to rehearse my talk" is one favour, with some of two. */
const SECOND = 1.35

/**
 * The favours of a message: for each sentence the one it asks for most surely, and a second one where another of its
 * clauses asks for that alone. Each type once, with its surest ask, in reading order.
 */
export function favoursOf(draft: Draft, reading: Reading, least = 1): Ask[] {
  const favours: Ask[] = []
  const add = (ask: Ask): void => {
    const index = favours.findIndex((other) => sameFavour(other.type, ask.type))
    const known = favours[index]
    if (!known) favours.push(ask)
    else if (ask.strength > known.strength) favours[index] = { ...ask, sentence: known.sentence }
  }
  const found = reading.asks.filter(({ strength }) => strength >= least)
  for (const sentence of reading.sentences) {
    const asks = found.filter((ask) => ask.sentence === sentence).sort((a, b) => b.strength - a.strength)
    const [first, ...others] = asks
    if (!first) continue
    if (favours.length > 0 && !isRequest(reading, first)) continue
    add(first)
    const second = others.find((ask) => !sameFavour(ask.type, first.type) && ask.strength >= SECOND)
    if (second && asksApart(draft, sentence, first, second)) add(second)
  }
  return favours
}

/** Whether two favours of one sentence are asked for in clauses of their own. */
function asksApart(draft: Draft, sentence: ReadSentence, first: Ask, second: Ask): boolean {
  const clauses = clausesOf(draft.text.slice(sentence.at.start, sentence.at.end))
    .map(({ text }) => score(draft.language, { text, kind: sentence.kind, lead: '' }))
  const [one, other] = [signalOf(first.type), signalOf(second.type)]
  return clauses.some((a) => a[one] >= thresholdOf(draft.language, one) && a[one] > a[other]) &&
    clauses.some((b) => b[other] >= thresholdOf(draft.language, other) && b[other] > b[one])
}

/** What a sentence may do in place of asking: hand something over, let the friend off, ask what was prepared, tell about the writer. */
const RATHER: readonly Signal[] = ['cv', 'later', 'optout', 'offer', 'bio', 'question', 'improper']

/** Whether a sentence clearly asks for something, rather than doing what goes along with another ask. */
const isRequest = (reading: Reading, { sentence, type }: Ask): boolean =>
  reading.strength(sentence, 'ask') >= 1 && sentence.kind !== 'quote' &&
  RATHER.every((signal) => sentence.scores[signal] <= sentence.scores[signalOf(type)])
