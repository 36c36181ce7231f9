import { insertAt } from '../../text.ts'
import type { Rule } from '../rule.ts'

export const noOptOut: Rule = {
  id: 'line/no-opt-out',
  severity: 'warning',
  summary: { en: 'Nothing makes it easy to say no.', de: 'Nichts macht ein Nein leicht.' },
  reason: { en: 'A friend who cannot say no easily says yes unwillingly.', de: 'Wer schwer Nein sagen kann, sagt widerwillig Ja.' },
  examples: [],
  check({ reading, draft, words }) {
    const last = reading.sentences.at(-1)
    if (!last || reading.sentences.some(({ text }) => /not this time|no worries|wenn nicht/i.test(text))) return undefined
    return {
      at: last.at,
      message: 'Nothing here makes it easy to say no. A friend who is asked finds a no harder than you think; hand over the words for it.',
      fixes: words.waysOut.map((way, index) => ({ title: `Insert a way out: ${way}`, preferred: index === 0, edits: [insertAt(draft.body.end, `\n\n${way}\n`)] })),
    }
  },
}
