import { ASK_TYPES, statusName, type AskEntry, type FavorEntry, type Language, type NotSendable, type Sending } from '../core/index.ts'
import { sayReason } from '../node/reasons.ts'
import { pathOf } from './uris.ts'

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

const lenses = {
  markAsSent: { en: 'Mark as sent', de: 'Als gesendet vermerken' },
  recordAnswer: { en: 'Record the answer…', de: 'Antwort festhalten …' },
  markThanked: { en: 'I have thanked', de: 'Ich habe mich bedankt' },
  markReported: { en: 'I have told how it ended', de: 'Ich habe erzählt, wie es ausging' },
  logFavor: { en: 'Log a favour I did…', de: 'Gefallen vermerken …' },
  editEntry: { en: 'Edit the entry…', de: 'Eintrag ändern …' },
} as const

const controls = {
  ignore: { en: 'These rules keep silent in the next block.', de: 'Diese Regeln schweigen im nächsten Absatz.' },
  disable: { en: 'These rules keep silent from here on.', de: 'Diese Regeln schweigen ab hier.' },
  enable: { en: 'These rules speak again from here on.', de: 'Diese Regeln gelten ab hier wieder.' },
} as const

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

  unreadable: (locale: Language, uri: string, error: unknown): string => locale === 'de'
    ? `${nameOf(uri)} ließ sich nicht lesen: ${sayReason(error, 'de')}. Askwell kennt den Verlauf gerade nicht und ändert die Datei nicht.`
    : `${nameOf(uri)} could not be read: ${sayReason(error, 'en')}. Askwell does not know the history now, and does not change the file.`,

  fixIsGone: (locale: Language): string => (locale === 'de'
    ? 'askwell.json hat sich gerade geändert, und was das beheben sollte, ist nicht mehr da. Es wurde nichts geändert.'
    : 'askwell.json has just changed, and what this would mend is not there any more. Nothing was changed.'),

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

  /** What was noted about an ask. */
  noted: (locale: Language, { friend, ask, date }: AskEntry, what: Sending['noted']): string => ({
    asked: { en: `Noted: ${friend}, ${ask}, ${date}.`, de: `Vermerkt: ${friend}, ${ask}, ${date}.` },
    'followed-up': { en: `Noted: you reminded ${friend} (${ask}).`, de: `Vermerkt: Du hast ${friend} erinnert (${ask}).` },
    thanked: { en: `Noted: you thanked ${friend} (${ask}).`, de: `Vermerkt: Du hast ${friend} gedankt (${ask}).` },
    reported: { en: `Noted: you told ${friend} how it ended (${ask}).`, de: `Vermerkt: Du hast ${friend} erzählt, wie es ausging (${ask}).` },
  })[what][locale],

  /** How an ask was answered. */
  answered: (locale: Language, { friend, ask, status }: AskEntry): string => (locale === 'de'
    ? `Vermerkt: ${friend}, ${ask}, ${statusName('de', status)}.`
    : `Noted: ${friend}, ${ask}, ${statusName('en', status)}.`),

  /** One of the answers from which to choose. */
  answer: (locale: Language, status: 'granted' | 'declined' | 'withdrawn'): string => ({
    granted: { en: 'Granted', de: 'Erfüllt' }, declined: { en: 'Declined', de: 'Abgelehnt' }, withdrawn: { en: 'I withdrew it', de: 'Ich habe sie zurückgezogen' },
  })[status][locale],

  whichAnswer: (locale: Language): string => (locale === 'de' ? 'Was wurde aus der Bitte?' : 'What became of the ask?'),

  nothingNoted: (locale: Language): string => (locale === 'de' ? 'Es wurde nichts vermerkt.' : 'Nothing was noted.'),

  favor: (locale: Language, { friend, what }: FavorEntry): string => (locale === 'de' ? `Vermerkt: ${what}, für ${friend}.` : `Noted: ${what}, for ${friend}.`),

  /** What was added to the history. */
  added: (locale: Language, counts: { readonly friends: number; readonly asks: number; readonly favors: number }): string => (locale === 'de'
    ? `Importiert: ${listed(counts, { friends: ['1 Freund', 'Freunde'], asks: ['1 Bitte', 'Bitten'], favors: ['1 Gefallen', 'Gefallen'] })}.`
    : `Imported: ${listed(counts, { friends: ['1 friend', 'friends'], asks: ['1 ask', 'asks'], favors: ['1 favour', 'favours'] })}.`),

  nothingNew: (locale: Language): string => (locale === 'de' ? 'Das steht alles schon in askwell.json.' : 'All of it is in askwell.json already.'),

  /** Why something is not imported. */
  doubled: (locale: Language, why: 'known' | 'twice'): string => ({
    known: { en: 'is in askwell.json already', de: 'steht schon in askwell.json' },
    twice: { en: 'is there twice', de: 'ist doppelt' },
  })[why][locale],

  /** How far the reading of messages is. */
  messagesRead: (locale: Language, file: string, count: number): string => {
    const number = new Intl.NumberFormat(locale).format(count)
    return locale === 'de' ? `${file}: ${number} Nachrichten gelesen` : `${file}: ${number} messages read`
  },

  edited: (locale: Language): string => (locale === 'de' ? 'Der Eintrag ist geändert.' : 'The entry was changed.'),

  deleted: (locale: Language): string => (locale === 'de' ? 'Der Eintrag ist gelöscht.' : 'The entry was deleted.'),

  /** @param lines where the name still stands, in comments or in the words of others */
  forgotten: (locale: Language, friend: string, lines: readonly number[]): string => {
    if (lines.length > 0) {
      return locale === 'de'
        ? `Die Einträge zu ${friend} sind weg. Der Name steht noch in einem Kommentar oder Text: Zeile ${lines.join(', ')} von askwell.json.`
        : `The entries about ${friend} are gone. The name still stands in a comment or a text: line ${lines.join(', ')} of askwell.json.`
    }
    return locale === 'de' ? `askwell.json weiß nichts mehr von ${friend}.` : `askwell.json knows nothing of ${friend} any more.`
  },

  undo: (locale: Language): string => (locale === 'de' ? 'Änderung am Verlauf zurücknehmen' : 'Undo a change of the history'),

  undone: (locale: Language): string => (locale === 'de' ? 'Die letzte Änderung am Verlauf ist zurückgenommen.' : 'The last change of the history was undone.'),

  nothingToUndo: (locale: Language): string => (locale === 'de'
    ? 'Seit dem Start wurde am Verlauf nichts geändert, was sich zurücknehmen ließe.'
    : 'Nothing was changed in the history since the start that could be undone.'),

  changedSince: (locale: Language, what: string): string => (locale === 'de'
    ? `Der Eintrag wurde seither wieder geändert; „${what}“ wird nicht zurückgenommen.`
    : `The entry has been changed again since; "${what}" is not undone.`),

  noEntry: (locale: Language): string => (locale === 'de'
    ? 'Diesen Eintrag gibt es in askwell.json nicht (mehr).'
    : 'There is no such entry in askwell.json (any more).'),

  notGranted: (locale: Language): string => (locale === 'de'
    ? 'Diese Bitte ist nicht als erfüllt vermerkt. Vermerke zuerst die Antwort.'
    : 'This ask is not noted as granted. Record the answer first.'),

  notWritable: (locale: Language, why: string): string => (locale === 'de'
    ? `askwell.json blieb, wie es ist: ${why}`
    : `askwell.json was left as it is: ${why}`),

  notWritten: (locale: Language, uri: string, error: unknown): string => (locale === 'de'
    ? `${nameOf(uri)} konnte nicht geschrieben werden: ${sayReason(error, 'de')}. Es wurde nichts vermerkt.`
    : `${nameOf(uri)} could not be written: ${sayReason(error, 'en')}. Nothing was noted.`),

  whichFolder: (locale: Language): string => (locale === 'de'
    ? 'Es ist unklar, welches askwell.json gemeint ist: Öffne einen Ordner, oder ein Dokument aus dem Ordner, der gemeint ist.'
    : 'It is not clear which askwell.json is meant: open a folder, or a document of the folder that is meant.'),

  noName: (locale: Language): string => (locale === 'de' ? 'Ein Name hat mindestens einen Buchstaben und keine Zeilenumbrüche.' : 'A name has at least one letter, and no line breaks.'),

  /** What stands above a draft that was sent. */
  sentLens: (locale: Language, day: string, ask: string): string => (locale === 'de' ? `Gesendet am ${day}: ${ask}` : `Sent on ${day}: ${ask}`),

  /** What can be noted, above a draft. */
  lens: (locale: Language, step: keyof typeof lenses): string => lenses[step][locale],

  askSomebodyElse: (locale: Language): string => (locale === 'de' ? 'Wen könnte ich fragen? …' : 'Who could I ask? …'),

  keepOurs: (locale: Language): string => (locale === 'de' ? 'So lassen, und den Kommentar entfernen' : 'Leave it so, and remove the comment'),

  takeTheirs: (locale: Language): string => (locale === 'de' ? 'Nehmen, was im Kommentar steht' : 'Take what the comment has'),

  keepBoth: (locale: Language): string => (locale === 'de' ? 'Beide Seiten behalten' : 'Keep both sides'),

  /** What a word does in a comment that silences rules. */
  control: (locale: Language, word: keyof typeof controls): string => controls[word][locale],

  wrongArgument: (locale: Language, detail: string): string => (locale === 'de'
    ? `Dem Befehl fehlt etwas, oder es stimmt nicht: ${detail}`
    : `The command lacks something, or it is wrong: ${detail}`),

  noFileCreation: (locale: Language): string => (locale === 'de'
    ? 'Es gibt noch kein askwell.json, und dieser Editor kann es nicht anlegen. Leg es mit dem Inhalt { "version": 1 } an.'
    : 'There is no askwell.json yet, and this editor cannot create it. Create it with the content { "version": 1 }.'),

  notApplied: (locale: Language, reason: string | undefined): string => locale === 'de'
    ? `Der Editor hat die Änderung nicht übernommen${reason ? `: ${reason}` : ''}. Es wurde nichts geändert; versuch es noch einmal.`
    : `The editor did not take the change${reason ? `: ${reason}` : ''}. Nothing was changed; try again.`,
} as const

/** "2 friends, 1 ask": what there is none of is left out. @param names for one, and what stands behind the number of several */
const listed = <K extends string>(counts: Readonly<Record<K, number>>, names: Readonly<Record<K, readonly [string, string]>>): string =>
  (Object.keys(names) as K[]).flatMap((key) => (counts[key] === 0 ? [] : [counts[key] === 1 ? names[key][0] : `${counts[key]} ${names[key][1]}`])).join(', ')

/** A file as it is called. */
const nameOf = (uri: string): string => pathOf(uri).slice(pathOf(uri).lastIndexOf('/') + 1)

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

const shown = (value: unknown): string => short(JSON.stringify(value))
