import type { Day } from '../date.ts'
import { parseDraft } from '../draft/draft.ts'
import type { AskType, FrontMatterValues, Language } from '../draft/front-matter.ts'
import { yamlScalar } from '../draft/yaml.ts'
import { wordsFor, type Words } from '../language/words.ts'
import { RULE_IDS, type RuleId } from '../rules/rule.ts'
import { askName } from '../rules/titles.ts'
import type { AskEntry, Friend } from './schema.ts'
import { sayDay } from './words.ts'

/** Messages that can be begun: an ask, and those that go with an earlier one. */
export const START_KINDS = ['ask', 'follow-up', 'thank', 'report', 'give-back'] as const
export type StartKind = (typeof START_KINDS)[number]

interface StartBase {
  /** Whom it goes to, and what is known about them. */
  readonly name: string
  readonly friend: Friend | undefined
  /** The writer's name. */
  readonly me: string | undefined
  /** The language, unless the friend or the earlier draft has one. */
  readonly language: Language
  readonly today: Day
}

/** What a message is to be about. `original`: the front matter of the draft of `entry`, where it can be read. */
export type Start =
  | (StartBase & { readonly kind: 'ask'; readonly ask: AskType; readonly target: string | undefined })
  | (StartBase & { readonly kind: 'follow-up' | 'thank' | 'report'; readonly entry: AskEntry; readonly original: FrontMatterValues | undefined })
  | (StartBase & { readonly kind: 'give-back' })

/** A draft to be written on: a name for the file, and its text. */
export interface NewDraft {
  readonly name: string
  readonly text: string
}

/**
 * The beginning of a message: front matter, greeting, and the sentence that says what it is about. One that goes with an
 * earlier ask names its entry (`ask-id`), so that marking it as sent notes the reminder, the thanks or the report there.
 * An offer to help asks for nothing, and is no draft in the sense of the linter.
 */
export function startMessage(start: Start): NewDraft {
  const original = 'original' in start ? start.original : undefined
  const lang = original?.lang ?? start.friend?.lang ?? start.language
  const formal = lang === 'de' && start.friend?.address === 'Sie'
  const words = wordsFor(parseDraft(`---\nlang: ${lang}\n---\n`), start.friend)
  const matter = frontMatterOf(start, lang, words)
  return {
    name: `${[slug(start.name), suffixes[start.kind] ?? ('ask' in start ? start.ask : '')].filter(Boolean).join('-')}${matter ? '.ask.md' : '.md'}`,
    text: [
      ...matter ? ['---', ...Object.entries(matter).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])), '---', ''] : [],
      greeting(start.name, lang, formal), '',
      follows(lang, bodyOf(start, lang, formal, words)), '',
      ...start.me ? [start.me, ''] : [],
    ].join('\n'),
  }
}

const suffixes: Partial<Record<StartKind, string>> = { 'follow-up': 'reminder', thank: 'thanks', report: 'report', 'give-back': 'offer' }

/** What a message of thanks or a report need not have, and a reminder has had already. */
const isForAsksOnly = (rule: RuleId): boolean => /^(?:direct|legwork|choose|return)\//.test(rule) && rule !== 'legwork/placeholder'

function frontMatterOf(start: Start, lang: Language, words: Words): Record<string, string | undefined> | undefined {
  if (start.kind === 'give-back') return undefined
  const friend = yamlScalar(start.name)
  if (start.kind === 'ask') {
    const { ask, target } = start
    return { friend, ask, channel: 'email', subject: yamlScalar(words.subject(ask, target)[0] ?? ''), lang, target: target && yamlScalar(target) }
  }
  const { entry, original, kind } = start
  const subject = original?.subject ? `Re: ${original.subject.replace(/^Re:\s*/i, '')}` : undefined
  const silent = RULE_IDS.filter((rule) => isForAsksOnly(rule) || (kind !== 'follow-up' && rule === 'line/no-opt-out'))
  return {
    friend, ask: kind === 'follow-up' ? entry.ask : 'other', channel: original?.channel, subject: subject && yamlScalar(subject), lang,
    target: kind === 'follow-up' && original?.target ? yamlScalar(original.target) : undefined,
    'ask-id': yamlScalar(entry.id), 'askwell-ignore': `[${silent.join(', ')}]`,
  }
}

function greeting(name: string, lang: Language, formal: boolean): string {
  const first = name.split(' ')[0] ?? name
  if (lang === 'en') return `Hi ${first},`
  return formal ? `Guten Tag ${name},` : `Hallo ${first},`
}

/** A sentence behind the comma of a greeting; in German it goes on in lower case. */
const follows = (lang: Language, sentence: string): string =>
  lang === 'de' && !/^(?:Sie|Ihr|Ihnen)\b/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence

function bodyOf(start: Start, lang: Language, formal: boolean, words: Words): string {
  const [you, toYou] = formal ? ['Sie', 'Ihnen'] : ['dich', 'dir']
  switch (start.kind) {
    case 'ask': return words.ask(start.ask, start.target)[0] ?? ''
    case 'thank': return words.thanks(start.entry.ask)[0] ?? ''
    case 'give-back': return words.offers[1] ?? ''
    case 'follow-up': {
      const { ask, date } = start.entry
      const asked = {
        en: `On ${sayDay(date, 'en', start.today)} I asked you for ${askName('en', ask)}. In case it got lost: this is my one reminder, and I won't ask a third time.`,
        de: `Am ${sayDay(date, 'de', start.today)} habe ich ${you} um ${askName('de', ask)} gebeten. Falls es untergegangen ist: Das ist meine einzige Erinnerung, ein drittes Mal frage ich nicht.`,
      }[lang]
      return `${asked}\n\n${words.waysOut[0] ?? ''}`
    }
    case 'report': {
      const { ask, outcome } = start.entry
      return {
        en: `I asked you for ${askName('en', ask)}, and I want you to know how it ended: ${outcome || '[how it ended]'}`,
        de: `Ich hatte ${you} um ${askName('de', ask)} gebeten und möchte ${toYou} erzählen, wie es ausgegangen ist: ${outcome || '[wie es ausging]'}`,
      }[lang]
    }
  }
}

/** A name as it stands in the name of a file: `maria-lopez`. */
export const slug = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
