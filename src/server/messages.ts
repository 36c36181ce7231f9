import { ASK_TYPES, type AskEntry, type Language, type NotSendable } from '../core/index.ts'

const notSendable: Record<NotSendable, Record<Language, string>> = {
  'already-sent': {
    en: 'This draft is already marked as sent: its front matter has a date at "sent".',
    de: 'Dieser Entwurf ist schon als gesendet vermerkt: In seinen Kopfdaten steht ein Datum bei „sent“.',
  },
  'no-friend': {
    en: 'Askwell cannot remember this ask: say in the front matter whom it goes to, such as "friend: Maria".',
    de: 'Askwell kann sich diese Bitte nicht merken: Schreib in die Kopfdaten, an wen sie geht, etwa „friend: Maria“.',
  },
  'no-ask': {
    en: `Askwell cannot remember this ask: say in the front matter what it is, "ask: " and one of ${ASK_TYPES.join(', ')}.`,
    de: `Askwell kann sich diese Bitte nicht merken: Schreib in die Kopfdaten, worum es geht, „ask: “ und eines von ${ASK_TYPES.join(', ')}.`,
  },
  broken: {
    en: 'The front matter of this draft cannot be read. Mend it first; the Problems panel says where it is broken.',
    de: 'Die Kopfdaten dieses Entwurfs sind nicht lesbar. Repariere sie zuerst; die Liste der Probleme sagt, wo.',
  },
}

/** What the server says to a person, in the language of the editor. */
export const say = {
  wrongSetting: (locale: Language, name: string, found: unknown, expected: string): string => locale === 'de'
    ? `Die Einstellung ${name} kann nicht ${shown(found)} sein und wird nicht beachtet. Möglich: ${expected}.`
    : `The setting ${name} can't be ${shown(found)} and is ignored. It takes: ${expected}.`,

  unknownRule: (locale: Language, id: string): string => locale === 'de'
    ? `Die Einstellung askwell.rules nennt eine Regel „${short(id)}“, die es nicht gibt; sie wird nicht beachtet.`
    : `The setting askwell.rules names a rule "${short(id)}" that does not exist; it is ignored.`,

  noSuchRule: (locale: Language, id: string): string => locale === 'de'
    ? `Eine Regel „${short(id)}“ gibt es nicht.`
    : `There is no rule "${short(id)}".`,

  ruleCrashed: (locale: Language, rule: string): string => locale === 'de'
    ? `Die Regel ${rule} ist an diesem Entwurf gescheitert; die anderen laufen weiter. Das Protokoll sagt mehr.`
    : `The rule ${rule} failed on this draft; the others go on. The log says more.`,

  unreadable: (locale: Language, uri: string, detail: string): string => locale === 'de'
    ? `${uri} ließ sich nicht lesen (${detail}). Askwell kennt den Verlauf gerade nicht und ändert die Datei nicht.`
    : `${uri} could not be read (${detail}). Askwell does not know the history now, and does not change the file.`,

  fixAll: (locale: Language): string => (locale === 'de' ? 'Alles beheben, was ohne Rückfrage geht' : 'Fix all that can be fixed without asking'),

  nothingToFix: (locale: Language): string => (locale === 'de'
    ? 'Hier gibt es nichts, was sich ohne Rückfrage beheben lässt.'
    : 'There is nothing here that can be fixed without asking.'),

  notADraft: (locale: Language): string => (locale === 'de'
    ? 'Das ist kein offener Entwurf. Ein Entwurf heißt *.ask.md oder hat in den Kopfdaten den Schlüssel „ask“.'
    : 'This is not an open draft. A draft is named *.ask.md, or has the key "ask" in its front matter.'),

  notSaved: (locale: Language): string => (locale === 'de'
    ? 'Speichere den Entwurf zuerst: Der Verlauf liegt neben ihm, und noch hat er keinen Ort.'
    : 'Save the draft first: the history lies beside it, and it has no place yet.'),

  notSendable: (locale: Language, why: NotSendable): string => notSendable[why][locale],

  sent: (locale: Language, { friend, ask, date }: AskEntry): string => locale === 'de'
    ? `Vermerkt: ${friend}, ${ask}, ${date}.`
    : `Noted: ${friend}, ${ask}, ${date}.`,

  noFileCreation: (locale: Language): string => (locale === 'de'
    ? 'Es gibt noch kein askwell.json, und dieser Editor kann es nicht anlegen. Leg es mit dem Inhalt { "version": 1 } an.'
    : 'There is no askwell.json yet, and this editor cannot create it. Create it with the content { "version": 1 }.'),

  notApplied: (locale: Language, reason: string | undefined): string => locale === 'de'
    ? `Der Editor hat die Änderung nicht übernommen${reason ? `: ${reason}` : ''}. Es wurde nichts geändert; versuch es noch einmal.`
    : `The editor did not take the change${reason ? `: ${reason}` : ''}. Nothing was changed; try again.`,
} as const

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

const shown = (value: unknown): string => short(JSON.stringify(value))
