import { editWorkspace } from '../../history/edit.ts'
import type { Reading } from '../../language/reading.ts'
import { insertAfterGreeting } from '../insert.ts'
import type { Fix, Rule } from '../rule.ts'
import { askName, insertion } from '../titles.ts'
import { ago, friendPlace } from './history.ts'

/** How clearly a request must thank, so that its own politeness is not taken for thanks. */
const CLEARLY = 1.3

/** Whether some sentence thanks for earlier help. */
const thanks = (reading: Reading): boolean => reading.find('thanks', CLEARLY) !== undefined ||
  reading.all('thanks').some((sentence) => reading.strength(sentence, 'ask') < 1)

export const unthanked: Rule = {
  id: 'choose/unthanked',
  severity: 'warning',
  summary: {
    en: 'The friend granted an earlier ask and was not thanked for it.',
    de: 'Eine frühere Bitte wurde erfüllt, aber der Dank steht noch aus.',
  },
  reason: {
    en: 'Who asks again without a word about the last favour shows that it was forgotten. Thank first, for that very favour.',
    de: 'Wer wieder bittet, ohne ein Wort über den letzten Gefallen zu verlieren, zeigt, dass er ihn vergessen hat. Bedank dich zuerst, und zwar für genau diesen.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat',
      workspace: '{ "version": 1, "asks": [{ "id": "1", "friend": "Maria", "ask": "introduction", "date": "2026-08-01", "status": "granted", "answered": "2026-08-03", "thanked": null, "reported": null, "outcome": "" }] }',
      bad: 'Hi Maria, would you read through my CV? It is attached. If you would rather not, just tell me. I will bring you a crate of apples.',
      good: 'Hi Maria, would you read through my CV? It is attached. And thank you again for introducing me to Jo in August, we had a long talk. If you would rather not, just tell me. I will bring you a crate of apples.',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      workspace: '{ "version": 1, "asks": [{ "id": "1", "friend": "Maria", "ask": "introduction", "date": "2026-08-01", "status": "granted", "answered": "2026-08-03", "thanked": null, "reported": null, "outcome": "" }] }',
      bad: 'Hallo Maria, würdest du meinen Lebenslauf durchlesen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich bringe dir eine Kiste Äpfel vorbei.',
      good: 'Hallo Maria, würdest du meinen Lebenslauf durchlesen? Er hängt an. Und danke noch einmal für die Vorstellung bei Jo im August, wir haben lange gesprochen. Wenn du lieber nicht magst, sag es einfach. Ich bringe dir eine Kiste Äpfel vorbei.',
    },
  ],
  check({ draft, reading, past, workspace, today, words, locale }) {
    const owed = past.find(({ entry }) => entry.status === 'granted' && entry.thanked === null)
    if (!owed || thanks(reading)) return undefined
    const { entry, daysAgo } = owed
    const mark: Fix[] = today !== undefined && workspace.writable
      ? [{
        title: { en: 'I have thanked already: note it in askwell.json', de: 'Ich habe mich schon bedankt: in askwell.json vermerken' }[locale],
        edits: [],
        workspaceEdits: editWorkspace(workspace.text, { kind: 'update-ask', id: entry.id, set: { thanked: today } }),
      }]
      : []
    return {
      at: friendPlace(draft),
      message: {
        en: `${entry.friend} granted you ${askName('en', entry.ask)} (asked ${ago(daysAgo, 'en')}), and there is no thanks on record. Thank for that first.`,
        de: `${entry.friend} hat dir ${askName('de', entry.ask)} gewährt (gebeten ${ago(daysAgo, 'de')}), und von einem Dank ist nichts vermerkt. Bedank dich zuerst dafür.`,
      }[locale],
      fixes: [
        ...words.thanks(entry.ask).map((sentence, index) => ({
          title: insertion(locale, sentence), edits: [insertAfterGreeting(draft, reading, sentence)], preferred: index === 0,
        })),
        ...mark,
      ],
    }
  },
}
