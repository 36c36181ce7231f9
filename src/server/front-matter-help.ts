import { ASK_TYPES, CHANNELS, LANGUAGES, type AskType, type Channel, type FrontMatterKey, type Language, type Localized } from '../core/index.ts'

/** What people read about a front matter key, and the values that can be listed. */
export interface KeyHelp {
  readonly text: Localized
  readonly values?: readonly { readonly value: string; readonly text?: Localized }[]
}

const askTypes: Record<AskType, Localized> = {
  introduction: { en: 'Introduce me to somebody.', de: 'Stell mich jemandem vor.' },
  'informational-interview': { en: 'Talk to me about your work.', de: 'Sprich mit mir über deine Arbeit.' },
  advice: { en: 'Tell me what you think.', de: 'Sag mir, was du denkst.' },
  referral: { en: 'Refer me to your employer.', de: 'Empfiehl mich bei deinem Arbeitgeber.' },
  'resume-review': { en: 'Look at my CV or my application.', de: 'Sieh dir meinen Lebenslauf oder meine Bewerbung an.' },
  recommendation: { en: 'Recommend me in public, as on LinkedIn.', de: 'Empfiehl mich öffentlich, etwa auf LinkedIn.' },
  reference: { en: 'Be my reference for an employer.', de: 'Gib einem Arbeitgeber Auskunft über mich.' },
  'job-lead': { en: 'Tell me about openings.', de: 'Sag mir, wo etwas frei ist.' },
  other: { en: 'Anything else.', de: 'Etwas anderes.' },
}

const channels: Record<Channel, Localized> = {
  email: { en: 'An e-mail; it has a subject.', de: 'Eine E-Mail; sie hat einen Betreff.' },
  chat: { en: 'A chat message; it may be short.', de: 'Eine Chatnachricht; sie darf kurz sein.' },
  linkedin: { en: 'A message on LinkedIn.', de: 'Eine Nachricht auf LinkedIn.' },
}

const languages: Record<Language, Localized> = {
  en: { en: 'English', de: 'Englisch' },
  de: { en: 'German', de: 'Deutsch' },
}

/** The one table of front matter keys: hover and completion read it. */
export const frontMatterHelp: Record<FrontMatterKey, KeyHelp> = {
  friend: {
    text: { en: 'Whom you ask. A name from `askwell.json` brings the history with it.', de: 'Wen du bittest. Zu einem Namen aus `askwell.json` gehört der Verlauf.' },
  },
  ask: {
    text: { en: 'What you ask for. It makes this file a draft.', de: 'Worum du bittest. Damit wird diese Datei zum Entwurf.' },
    values: ASK_TYPES.map((value) => ({ value, text: askTypes[value] })),
  },
  channel: {
    text: { en: 'How you send it; `email` where it is not said.', de: 'Wie du sie schickst; ohne Angabe `email`.' },
    values: CHANNELS.map((value) => ({ value, text: channels[value] })),
  },
  subject: {
    text: { en: 'The subject of the e-mail.', de: 'Der Betreff der E-Mail.' },
  },
  lang: {
    text: { en: 'The language of the message; taken from the text where it is not said.', de: 'Die Sprache der Nachricht; ohne Angabe aus dem Text erkannt.' },
    values: LANGUAGES.map((value) => ({ value, text: languages[value] })),
  },
  target: {
    text: { en: 'Who or what the ask is about: a person, a company, a role.', de: 'Um wen oder was es geht: eine Person, eine Firma, eine Stelle.' },
  },
  workedTogether: {
    text: {
      en: 'Whether the two of you worked together: `true`, `false`, or where and when ("Acme, 2019–21"). A recommendation or a reference hangs on it.',
      de: 'Ob ihr zusammengearbeitet habt: `true`, `false` oder wo und wann („Acme, 2019–21“). Eine Empfehlung oder Referenz hängt daran.',
    },
    values: [
      { value: 'true', text: { en: 'We worked together.', de: 'Wir haben zusammengearbeitet.' } },
      { value: 'false', text: { en: 'We never worked together.', de: 'Wir haben nie zusammengearbeitet.' } },
    ],
  },
  attachments: {
    text: { en: 'What goes with the message: a list of paths or links.', de: 'Was mitgeht: eine Liste von Pfaden oder Links.' },
  },
  sent: {
    text: { en: 'The day on which it was sent. Written by "Mark as sent"; a sent draft is no longer checked.', de: 'Der Tag, an dem sie gesendet wurde. „Als gesendet vermerken“ schreibt ihn; Gesendetes wird nicht mehr geprüft.' },
  },
  'ask-id': {
    text: { en: 'The entry in the history, written together with `sent`.', de: 'Der Eintrag im Verlauf, zusammen mit `sent` geschrieben.' },
  },
  'askwell-ignore': {
    text: { en: 'Rules that keep silent in this draft.', de: 'Regeln, die in diesem Entwurf schweigen.' },
  },
}
