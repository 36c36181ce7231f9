import { addressWords, registerOf, type AddressWord } from '../../language/register.ts'
import type { ReadSentence } from '../../language/reading.ts'
import { replace, type Edit, type Span } from '../../text.ts'
import type { Draft } from '../../draft/draft.ts'
import type { Address } from '../../history/schema.ts'
import type { Rule } from '../rule.ts'

interface Place extends Span {
  readonly word: AddressWord
  readonly sentence: ReadSentence
}

export const register: Rule = {
  id: 'draft/register',
  severity: 'information',
  summary: {
    en: 'German: du and Sie are mixed, or the friend is not addressed as usual.',
    de: 'Du und Sie sind gemischt, oder die Anrede ist nicht die gewohnte.',
  },
  reason: {
    en: 'A Sie among friends sounds cold, a du in a formal letter careless, and both together like two letters pasted into one.',
    de: 'Ein Sie unter Freunden klingt kalt, ein Du im förmlichen Brief nachlässig, und beides zusammen nach zwei zusammengeklebten Briefen.',
  },
  examples: [
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hallo Ann, würdest du über meinen Lebenslauf schauen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Als Dank backe ich Ihnen einen Kuchen.',
      good: 'Hallo Ann, würdest du über meinen Lebenslauf schauen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Als Dank backe ich dir einen Kuchen.',
    },
  ],
  check({ draft, reading, friend, locale }) {
    if (draft.language !== 'de') return undefined
    const places = reading.sentences.flatMap((sentence) => addressWords(sentence).flatMap((word) => placeOf(draft, sentence, word)))
    const used = registerOf(draft)
    const wanted = friend?.address ?? used
    const odd = places.filter(({ word }) => word.address !== wanted)
    const first = odd[0]
    if (!first || wanted === undefined) return undefined
    const edits = odd.map((place) => exchange(place, wanted))
    const safe = edits.every((edit): edit is Edit => edit !== undefined)
    return {
      at: { start: first.start, end: first.end },
      message: odd.length === places.length
        ? { en: `You write ${first.word.address} here; with this friend you say ${wanted}.`, de: `Hier steht ${first.word.address}; mit dieser Person bist du per ${wanted}.` }[locale]
        : { en: `Du and Sie are mixed in this message. Stay with ${wanted}.`, de: `In dieser Nachricht sind Du und Sie gemischt. Bleib beim ${wanted}.` }[locale],
      fixes: safe
        ? [{ title: { en: `Use ${wanted} throughout`, de: `Durchgehend ${wanted} verwenden` }[locale], edits, preferred: true }]
        : [],
    }
  },
}

/** Where an address word stands in the file; nowhere if markup stands inside of the sentence before it. */
function placeOf(draft: Draft, sentence: ReadSentence, word: AddressWord): Place[] {
  const source = draft.text.slice(sentence.at.start, sentence.at.end)
  const nth = sentence.text.slice(0, word.start).split(word.text).length - 1
  let at = -1
  for (let i = 0; i <= nth; i++) at = source.indexOf(word.text, at + 1)
  if (at < 0) return []
  const start = sentence.at.start + at
  return [{ start, end: start + word.text.length, word, sentence }]
}

/** Words that can be exchanged without touching the verb: objects and possessives. "du" and "Sie" as subjects can't. */
const SWAPS: Readonly<Record<string, string>> = {
  dir: 'Ihnen', dich: 'Sie', dein: 'Ihr', deine: 'Ihre', deinem: 'Ihrem', deinen: 'Ihren', deiner: 'Ihrer', deines: 'Ihres',
  Ihnen: 'dir', Ihr: 'dein', Ihre: 'deine', Ihrem: 'deinem', Ihren: 'deinen', Ihrer: 'deiner', Ihres: 'deines',
}

function exchange({ start, end, word }: Place, wanted: Address): Edit | undefined {
  const other = SWAPS[wanted === 'Sie' ? word.text.toLowerCase() : word.text]
  // "dich" becomes "Sie", but "Sie" may be a subject; nothing is guessed.
  if (other === undefined) return undefined
  return replace({ start, end }, other)
}
