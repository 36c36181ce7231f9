import type { Language } from '../draft/front-matter.ts'

/** Where in a file something stands: a row of a table (the head is row 1), a card, a message, an item of a list; counted from 1. */
export interface Place {
  readonly kind: 'row' | 'card' | 'message' | 'friends' | 'asks' | 'favors'
  readonly number: number
}

/** What of a file can't be used, and why. `detail`: a fact about the data, in English, like those of any checker. */
export type Fault =
  | { readonly why: 'no-name' | 'no-date' | 'no-text'; readonly at: Place }
  | { readonly why: 'wrong' | 'broken'; readonly at: Place; readonly detail: string }
  | { readonly why: 'no-card' | 'no-history' | 'not-text' | 'too-large' | 'unknown-kind' }
  | { readonly why: 'not-json' | 'unreadable'; readonly detail: string }

const places: Readonly<Record<Place['kind'], Readonly<Record<Language, string>>>> = {
  row: { en: 'Row', de: 'Zeile' },
  card: { en: 'Card', de: 'Karte' },
  message: { en: 'Message', de: 'Nachricht' },
  friends: { en: 'Friend', de: 'Freund' },
  asks: { en: 'Ask', de: 'Bitte' },
  favors: { en: 'Favour', de: 'Gefallen' },
}

/** A fault in words: a sentence that can stand behind the name of the file. */
export function sayFault(fault: Fault, locale: Language): string {
  const de = locale === 'de'
  const place = 'at' in fault ? `${places[fault.at.kind][locale]} ${fault.at.number}` : ''
  switch (fault.why) {
    case 'no-name': return de ? `${place} hat keinen Namen.` : `${place} has no name.`
    case 'no-date': return de ? `${place} hat kein lesbares Datum.` : `${place} has no date that can be read.`
    case 'no-text': return de ? `${place} hat keinen reinen Text.` : `${place} has no plain text.`
    case 'wrong': return `${place}: ${fault.detail}`
    case 'broken': return de ? `${place} ist nicht lesbar: ${fault.detail}` : `${place} can't be read: ${fault.detail}`
    case 'no-card': return de ? 'Es ist keine Karte darin (BEGIN:VCARD … END:VCARD).' : 'There is no card in it (BEGIN:VCARD … END:VCARD).'
    case 'no-history': return de ? 'Es hält keinen Verlauf: ein Objekt mit "friends", "asks" und "favors".' : 'It holds no history: an object with "friends", "asks" and "favors".'
    case 'not-text': return de ? 'Es ist kein Text, sondern eine Binärdatei.' : 'It is no text: a binary file.'
    case 'too-large': return de ? 'Es ist zu groß.' : 'It is too large.'
    case 'unknown-kind': return de
      ? 'Diese Art von Datei ist nicht bekannt; bekannt sind .csv, .vcf, .json, .mbox, .eml, und ein Ordner mit Nachrichten.'
      : 'It is of no kind that is known: .csv, .vcf, .json, .mbox, .eml, or a folder of messages.'
    case 'not-json': return de ? `Es ist kein JSON: ${fault.detail}.` : `It is not JSON: ${fault.detail}.`
    case 'unreadable': return de ? `Es ist nicht lesbar: ${fault.detail}.` : `It can't be read: ${fault.detail}.`
  }
}
