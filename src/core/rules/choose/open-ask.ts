import { editWorkspace } from '../../history/edit.ts'
import type { AskStatus } from '../../history/schema.ts'
import { DEFAULT_DAYS } from '../../history/windows.ts'
import { insertBeforeClosing } from '../insert.ts'
import type { Fix, Rule } from '../rule.ts'
import { askName, insertion } from '../titles.ts'
import { ago, friendPlace } from './history.ts'

/** Two months; what is older will hardly be answered (labelling guide). */
const DAYS = DEFAULT_DAYS['choose/open-ask']

/** Rather miss that an ask is left unmentioned than overlook the words that mention it. */
const LIKELY = 0.7

export const openAsk: Rule = {
  id: 'choose/open-ask',
  severity: 'information',
  days: DAYS,
  summary: {
    en: 'An earlier ask to this friend is still open, and the text does not mention it.',
    de: 'Eine frühere Bitte an diese Person ist noch offen, und der Text erwähnt sie nicht.',
  },
  reason: {
    en: 'A second request on top of an unanswered one leaves the friend with two debts. Say which one counts, or let the first one go.',
    de: 'Eine zweite Bitte auf eine unbeantwortete hinterlässt zwei Schulden. Sag, welche gilt, oder lass die erste fallen.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat',
      workspace: '{ "version": 1, "asks": [{ "id": "1", "friend": "Maria", "ask": "introduction", "date": "2026-10-15", "status": "open", "answered": null, "thanked": null, "reported": null, "outcome": "" }] }',
      bad: 'Hi Maria, would you read through my CV? It is attached. If you would rather not, just tell me. I will bring you a crate of apples.',
      good: 'Hi Maria, would you read through my CV? It is attached. Never mind my last message about the introduction, you can drop that one. If you would rather not, just tell me. I will bring you a crate of apples.',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      workspace: '{ "version": 1, "asks": [{ "id": "1", "friend": "Maria", "ask": "introduction", "date": "2026-10-15", "status": "open", "answered": null, "thanked": null, "reported": null, "outcome": "" }] }',
      bad: 'Hallo Maria, würdest du meinen Lebenslauf durchlesen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich bringe dir eine Kiste Äpfel vorbei.',
      good: 'Hallo Maria, würdest du meinen Lebenslauf durchlesen? Er hängt an. Meine letzte Nachricht wegen der Vorstellung kannst du vergessen, die hat sich erledigt. Wenn du lieber nicht magst, sag es einfach. Ich bringe dir eine Kiste Äpfel vorbei.',
    },
  ],
  check({ draft, reading, past, options, workspace, today, words, locale }) {
    const open = past.find(({ entry, daysAgo }) => entry.status === 'open' && daysAgo <= (options.days ?? DAYS))
    if (!open || reading.find('pending', LIKELY)) return undefined
    const { entry, daysAgo } = open
    const answer = (status: AskStatus, title: string): Fix => ({
      title,
      edits: [],
      workspaceEdits: editWorkspace(workspace.text, { kind: 'update-ask', id: entry.id, set: { status, ...(status === 'withdrawn' ? {} : { answered: today ?? null }) } }),
    })
    const answers = workspace.writable
      ? [
        answer('granted', { en: 'It was granted: note it in askwell.json', de: 'Sie wurde erfüllt: in askwell.json vermerken' }[locale]),
        answer('declined', { en: 'It was declined: note it in askwell.json', de: 'Sie wurde abgelehnt: in askwell.json vermerken' }[locale]),
        answer('withdrawn', { en: 'I withdrew it: note it in askwell.json', de: 'Ich habe sie zurückgezogen: in askwell.json vermerken' }[locale]),
      ]
      : []
    return {
      at: friendPlace(draft),
      message: {
        en: `You asked ${entry.friend} for ${askName('en', entry.ask)} ${ago(daysAgo, 'en')}, and that is still open. Mention it, or take it back, so that your friend does not carry two requests.`,
        de: `${entry.friend} hast du ${ago(daysAgo, 'de')} um ${askName('de', entry.ask)} gebeten, und das ist noch offen. Erwähne es oder zieh es zurück, damit nicht zwei Bitten auf einmal drücken.`,
      }[locale],
      fixes: [
        ...words.pending(entry.ask).map((sentence, index) => ({
          title: insertion(locale, sentence), edits: [insertBeforeClosing(draft, reading, sentence)], preferred: index === 0,
        })),
        ...answers,
      ],
    }
  },
}
