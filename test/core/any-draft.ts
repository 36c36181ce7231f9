import fc from 'fast-check'
import { ASK_STATUSES, ASK_TYPES, CHANNELS, addDays, type Language } from '../../src/core/index.ts'

/** The day on which the drafts are read. */
export const TODAY = '2026-11-23'

/** A draft put together by chance, and an askwell.json. */
export interface AnyDraft {
  readonly text: string
  readonly workspaceText: string
}

const sentences: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Would you introduce me to Jane Whitfield at Northgate?', 'Could you read through my CV before Friday?', 'could u refer me for job 3312', 'Might I name you as a referee?',
    'Would you write me a recommendation on LinkedIn?', 'Could I ring you about your work as a vet?', 'If you hear of an opening for a welder, please tell me.', 'Could I pick your brain some time?',
    'Pint on Thursday?', 'I hope you are well!', 'The kids started school this week.', 'We have had tomatoes since June.', 'It is attached.', 'My CV is at https://edith.example/cv?page=2.',
    'No worries if not.', 'Just write "not this time".', 'Lunch is on me 🍜', 'I know this is the third time this autumn that I ask you for something.', 'Thank you again for introducing me to Tom.',
    'Never mind my last question.', 'You owe me after last summer.', 'I need it ASAP!!', 'Just say that we worked together at Acme.', 'Please send me the questions that they ask in the interview.',
    'We shared a desk at Acme for two years.', 'I am a cartographer with eight years at the county council.', 'How did you find your first practice, and what would you skip today?', 'Jane at [Company] said so.',
    'Dr. Osei, e.g., starts at 8.30 on 7 December.', 'She *really* said **no**, see [the letter](letter.pdf).', 'That leaves `me` with <name>.', 'Twenty minutes would do.', 'xxx', 'ok',
  ],
  de: [
    'Stellst du mich Frau Brandl von der Stadtplanung vor?', 'Könntest du bis Freitag meinen Lebenslauf durchlesen?', 'kannst du mich für die stelle 3312 empfehlen', 'Dürfte ich Sie als Referenz nennen?',
    'Würdest du mir eine Empfehlung auf LinkedIn schreiben?', 'Darf ich dich zu deiner Arbeit als Tierärztin anrufen?', 'Falls du von einer Stelle als Schweißer hörst, sag mir bitte Bescheid.', 'Darf ich mal dein Hirn anzapfen?',
    'Bier am Donnerstag?', 'Ich hoffe, es geht dir gut!', 'Die Kinder sind seit Montag in der Schule.', 'Seit Juni essen wir Tomaten.', 'Er hängt an.', 'Mein Lebenslauf: https://edith.example/cv?seite=2.',
    'Kein Problem, wenn nicht.', 'Schreib einfach „diesmal nicht“.', 'Das Mittagessen geht auf mich 🍜', 'Ich weiß, das ist in diesem Herbst schon das dritte Mal, dass ich dich um etwas bitte.', 'Danke noch einmal, dass du mich Tom vorgestellt hast.',
    'Meine letzte Frage kannst du vergessen.', 'Du schuldest mir noch was vom Sommer.', 'Ich brauche das ASAP!!', 'Sag einfach, dass wir bei Acme zusammengearbeitet haben.', 'Schick mir bitte die Fragen aus dem Vorstellungsgespräch.',
    'Zwei Jahre haben wir uns bei Acme einen Schreibtisch geteilt.', 'Ich bin Kartografin und seit acht Jahren beim Landkreis.', 'Wie hast du deine erste Praxis gefunden, und was würdest du heute weglassen?', 'Jana bei [Firma] meint das auch.',
    'Frau Dr. Osei fängt z. B. am 7. Dezember um 8.30 Uhr an.', 'Sie hat *wirklich* **nein** gesagt, siehe [den Brief](brief.pdf).', 'Da bleibt `mir` nur <Name>.', 'Zwanzig Minuten reichen. Ich danke Ihnen.', 'xxx', 'ok',
  ],
}

const greetings: Readonly<Record<Language, readonly string[]>> = {
  en: ['', 'Hi Maria,\n\n', 'Dear Ms Lopez,\n\n', 'Maria!\n', 'Hi Maria, '],
  de: ['', 'Hallo Maria,\n\n', 'Sehr geehrte Frau Lopez,\n\n', 'Maria!\n', 'Hallo Maria, '],
}
const signOffs: Readonly<Record<Language, readonly string[]>> = {
  en: ['', '\n', '\n\nBest wishes\nEdith\n', '\n\nEdith', '\n\nLove\nEdith\n\nPS: See you on Sunday!\n', ' Cheers\n'],
  de: ['', '\n', '\n\nLiebe Grüße\nEdith\n', '\n\nEdith', '\n\nLG Edith\n\nPS: Bis Sonntag!\n', ' LG\n'],
}

/** Ways to make a block of sentences. */
const blocks: readonly ((sentences: readonly string[]) => string)[] = [
  (parts) => parts.join(' '),
  (parts) => parts.join(' '),
  (parts) => parts.join('\n'),
  (parts) => parts.map((part) => `- ${part}`).join('\n'),
  (parts) => parts.map((part, index) => `${index + 1}. ${part}`).join('\n'),
  (parts) => `> ${parts.join('\n> ')}`,
  (parts) => `## ${parts.join(' ')}`,
  (parts) => `<!-- a note -->\n${parts.join(' ')}`,
]

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)

/** Drafts of all kinds: both languages, every ask and channel, with and without a frame, with LF and CRLF, with and without a byte-order mark. */
export const anyDraft: fc.Arbitrary<AnyDraft> = oneOf<Language>('en', 'de').chain((lang) => fc.record({
  matter: fc.record({
    friend: oneOf('Maria', '"Maria Lopez"', 'Mari', 'Marja Lopez', 'Sam'),
    ask: oneOf(...ASK_TYPES),
    channel: oneOf(undefined, ...CHANNELS),
    subject: oneOf(undefined, '', 'Hi', '"Introduction to Jane?"', '[Betreff]'),
    lang: oneOf(undefined, lang, lang),
    target: oneOf(undefined, undefined, 'Jane Whitfield at Northgate'),
    workedTogether: oneOf(undefined, undefined, 'false', 'Acme, 2019–21'),
    'askwell-ignore': oneOf(undefined, undefined, undefined, '[]', '[line/pressure]', 'line/pressure', '\n  - line/pressure\n  - return/no-offer'),
  }),
  greeting: oneOf(...greetings[lang]),
  body: fc.array(fc.tuple(oneOf(...blocks), fc.array(oneOf(...sentences[lang]), { minLength: 1, maxLength: 4 })), { maxLength: 4 }),
  signOff: oneOf(...signOffs[lang]),
  bom: fc.boolean(),
  crlf: fc.boolean(),
  history: fc.array(fc.record({ friend: oneOf('Maria Lopez', 'Sam'), ask: oneOf(...ASK_TYPES), status: oneOf(...ASK_STATUSES), daysAgo: fc.nat(200), thanked: fc.boolean() }), { maxLength: 4 }),
  me: oneOf({}, { name: 'Edith Moore', blurb: {
      en: 'Edith Moore is a bookbinder with twelve years at the city archive, where she restored the parish registers.\nShe would like to talk to you because she is looking for a workshop to share.',
      de: 'Edith Moor ist Buchbinderin und hat in zwölf Jahren im Stadtarchiv die Kirchenbücher restauriert.\r\nSie möchte mit Ihnen sprechen, weil sie eine Werkstatt zum Teilen sucht.',
    }, links: { cv: 'https://edith.example/cv' } }),
  address: oneOf(undefined, 'du', 'Sie'),
})).map(({ matter, greeting, body, signOff, bom, crlf, history, me, address }) => {
  const lines = Object.entries(matter).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
  const text = `---\n${lines.join('\n')}\n---\n\n${greeting}${body.map(([block, parts]) => block(parts)).join('\n\n')}${signOff}`
  const asks = history.map(({ daysAgo, thanked, ...entry }, index) => {
    const date = addDays(TODAY, -daysAgo)
    return { id: `past-${index}`, ...entry, date, answered: null, thanked: thanked ? date : null, reported: null, outcome: '' }
  })
  const friends = [
    { name: 'Maria Lopez', aliases: ['Maria', 'Mari'], fields: ['design'], ...(address === undefined ? {} : { address }) },
    { name: 'Sam Roy', fields: ['design'] },
  ]
  return {
    text: `${bom ? '\uFEFF' : ''}${crlf ? text.replace(/\n/g, '\r\n') : text}`,
    workspaceText: JSON.stringify({ version: 1, me, friends, asks }, null, 2),
  }
})
