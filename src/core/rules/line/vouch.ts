import { insertBeforeClosing, placeOfMissing, setFrontMatter } from '../insert.ts'
import type { Fix, Rule } from '../rule.ts'
import { askName, insertion } from '../titles.ts'

/** How clearly a recommendation must be asked for where the front matter declares something else. */
const CLEARLY = 1.15

/** That two worked together is mostly told in passing; a weak reading of it is believed. */
const LIKELY = 0.85

export const vouch: Rule = {
  id: 'line/vouch',
  severity: 'warning',
  summary: {
    en: 'A recommendation or a reference is asked of somebody who has not worked with you.',
    de: 'Empfehlung oder Referenz von jemandem, mit dem du nicht gearbeitet hast.',
  },
  reason: {
    en: 'A LinkedIn recommendation or a job reference by somebody who never worked with you bends the truth. Ask for something that they can honestly give.',
    de: 'Eine LinkedIn-Empfehlung oder eine Referenz von jemandem, der nie mit dir gearbeitet hat, verbiegt die Wahrheit. Bitte um etwas, das ehrlich gegeben werden kann.',
  },
  examples: [
    {
      lang: 'en', ask: 'recommendation', matter: 'channel: linkedin',
      bad: 'Hi Bea, would you write me a recommendation here? We only know each other from the choir, but you could mention that I rebuilt the rota and got us the hall for free. If it feels odd, leave it. I will write one for you.',
      good: 'Hi Bea, would you write me a recommendation here? We shared an office at Corvex for three years, and you could mention that I rebuilt the rota and halved the backlog. If it feels odd, leave it. I will write one for you.',
    },
    {
      lang: 'de', ask: 'recommendation', matter: 'channel: linkedin',
      bad: 'Hallo Bea, würdest du mir hier eine Empfehlung schreiben? Wir kennen uns zwar nur aus dem Chor, aber du könntest erwähnen, dass ich den Dienstplan neu gebaut und den Saal umsonst bekommen habe. Wenn dir das komisch vorkommt, lass es. Ich schreibe auch eine für dich.',
      good: 'Hallo Bea, würdest du mir hier eine Empfehlung schreiben? Wir haben bei Corvex drei Jahre lang im selben Team gearbeitet, und du könntest erwähnen, dass ich den Dienstplan neu gebaut und den Rückstand halbiert habe. Wenn dir das komisch vorkommt, lass es. Ich schreibe auch eine für dich.',
    },
  ],
  check({ draft, reading, ask, friend, words, locale }) {
    const asked = reading.asks.find(({ type, strength }) => (type === 'recommendation' || type === 'reference') && strength >= CLEARLY)
    const declared = ask === 'recommendation' || ask === 'reference'
    if (!declared && !asked) return undefined
    const stated = draft.frontMatter.values.workedTogether ?? friend?.workedTogether ?? null
    if (stated !== null && stated !== false) return undefined
    const strangers = reading.find('strangers')
    const worked = reading.find('worked', LIKELY)
    if (stated === null && worked && !(strangers && strangers.scores.strangers > worked.scores.worked)) return undefined
    const type = asked?.type ?? (ask === 'reference' ? 'reference' : 'recommendation')
    const fixes: Fix[] = []
    if (stated === null && !strangers) {
      const known = typeof friend?.workedTogether === 'string' ? friend.workedTogether : undefined
      const line = words.workedTogether(known)
      const key = setFrontMatter(draft, 'workedTogether', true)
      fixes.push({ title: insertion(locale, line), edits: [insertBeforeClosing(draft, reading, line)] })
      if (key) {
        fixes.push({
          title: { en: 'We did work together: say so in the front matter', de: 'Wir haben zusammengearbeitet: in den Kopfdaten vermerken' }[locale],
          edits: [key],
        })
      }
    }
    for (const other of ['advice', 'introduction'] as const) {
      const edit = setFrontMatter(draft, 'ask', other)
      const [sentence] = words.ask(other, draft.frontMatter.values.target)
      if (!edit || sentence === undefined) continue
      fixes.push({
        title: { en: `Ask for ${askName('en', other)} instead`, de: `Stattdessen um ${askName('de', other)} bitten` }[locale],
        edits: asked ? [edit, { at: asked.sentence.at, text: sentence }] : [edit],
      })
    }
    return {
      at: strangers?.at ?? asked?.sentence.at ?? placeOfMissing(draft, reading),
      message: {
        en: `Nothing shows that you two worked together, so ${askName('en', type)} would bend the truth. Say where you did, or ask for something else.`,
        de: `Nichts zeigt, dass ihr zusammengearbeitet habt; ${askName('de', type)} würde die Wahrheit verbiegen. Sag, wo ihr es habt, oder bitte um etwas anderes.`,
      }[locale],
      fixes,
    }
  },
}
