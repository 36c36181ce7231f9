import type { Draft } from '../draft/draft.ts'
import type { Sentence } from '../draft/sentences.ts'
import type { Address } from '../history/schema.ts'

/** A word by which a sentence addresses the friend. */
export interface AddressWord {
  readonly address: Address
  readonly start: number
  readonly end: number
  readonly text: string
}

const DU = /(?<![\p{L}])(?:du|dich|dir|dein(?:e[mnrs]?)?|deinetwegen)(?![\p{L}])/giu
// "Sie" is an address inside of a sentence; at its start it may be "she" or "they". "Ihr" at the start may be "her".
const SIE = /(?=Sie|Ih)(?<=[^\s.!?:…„“"»«>\-–—*•)\]][)"“»]?[ \t]+)(?:Sie|Ihnen|Ihre[mnrs]?|Ihr)(?![\p{L}])/gu

/** The words by which a German sentence addresses the friend. Quoted blocks address somebody else. */
export function addressWords(sentence: Sentence): AddressWord[] {
  if (sentence.kind === 'quote') return []
  const found: AddressWord[] = []
  const outside = maskQuotations(sentence.text)
  for (const match of outside.matchAll(DU)) found.push({ address: 'du', start: match.index, end: match.index + match[0].length, text: match[0] })
  for (const match of outside.matchAll(SIE)) found.push({ address: 'Sie', start: match.index, end: match.index + match[0].length, text: match[0] })
  return found.sort((a, b) => a.start - b.start)
}

/** What stands in quotation marks becomes blanks of equal length. */
const maskQuotations = (text: string): string =>
  text.replace(/„[^“”]{0,2000}[“”]|“[^”]{0,2000}”|»[^«]{0,2000}«|«[^»]{0,2000}»|"[^"]{0,2000}"/g, (quotation) => ' '.repeat(quotation.length))

/** How a German draft addresses the friend; undefined where it does not say, or is English. */
export function registerOf(draft: Draft): Address | undefined {
  if (draft.language !== 'de') return undefined
  let du = 0
  let sie = 0
  for (const sentence of draft.sentences) {
    for (const { address } of addressWords(sentence)) {
      if (address === 'du') du++
      else sie++
    }
  }
  if (du === 0 && sie === 0) return undefined
  return sie > du ? 'Sie' : 'du'
}
