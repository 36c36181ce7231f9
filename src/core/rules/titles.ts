import type { Draft } from '../draft/draft.ts'
import type { Language } from '../draft/front-matter.ts'
import type { Span } from '../text.ts'

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 90 ? `${line.slice(0, 89).trimEnd()}…` : line
}

/** The title of a fix that puts words in. */
export const insertion = (locale: Language, words: string): string => ({ en: `Insert “${short(words)}”`, de: `Einfügen: „${short(words)}“` })[locale]

/** The title of a fix that puts words in place of others. */
export const replacement = (locale: Language, words: string): string => ({ en: `Replace with “${short(words)}”`, de: `Ersetzen durch „${short(words)}“` })[locale]

/** The title of a fix that takes sentences out. */
export function removal(locale: Language, draft: Draft, sentences: readonly { readonly at: Span }[]): string {
  const [first] = sentences
  const words = first ? short(draft.text.slice(first.at.start, first.at.end)) : ''
  return sentences.length > 1
    ? { en: `Remove ${sentences.length} sentences, “${words}” among them`, de: `${sentences.length} Sätze entfernen, darunter „${words}“` }[locale]
    : { en: `Remove “${words}”`, de: `Entfernen: „${words}“` }[locale]
}

const askNames = {
  en: {
    introduction: 'an introduction', 'informational-interview': 'a talk about their work', advice: 'advice', referral: 'a referral', 'resume-review': 'a CV review',
    recommendation: 'a public recommendation', reference: 'a job reference', 'job-lead': 'a job lead', other: 'something else',
  },
  de: {
    introduction: 'eine Vorstellung', 'informational-interview': 'ein Gespräch über die Arbeit', advice: 'Rat', referral: 'eine Empfehlung für eine Stelle', 'resume-review': 'eine Durchsicht des Lebenslaufs',
    recommendation: 'eine öffentliche Empfehlung', reference: 'eine Referenz', 'job-lead': 'einen Hinweis auf Stellen', other: 'etwas anderes',
  },
} as const

/** What a type of ask is called, with its article, in the accusative. */
export const askName = (locale: Language, type: keyof (typeof askNames)['en']): string => askNames[locale][type]
