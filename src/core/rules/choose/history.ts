import type { Draft } from '../../draft/draft.ts'
import { otherFriends } from '../../history/friends.ts'
import type { Reading } from '../../language/reading.ts'
import { replace, type Edit, type Span } from '../../text.ts'
import { setFrontMatter } from '../insert.ts'
import type { Fix, RuleContext } from '../rule.ts'

export { ago } from '../../history/words.ts'

/** Where a finding about the history stands: the friend's name in the front matter. */
export function friendPlace(draft: Draft): Span {
  const place = draft.frontMatter.places.friend
  return place && place.value.end > place.value.start ? place.value : draft.frontMatter.block ?? { start: 0, end: 0 }
}

/** Who has asked lately may well say so: a weak reading is believed, rather than asking for what is there. */
const LIKELY = 0.7

/** Whether the message says that its writer knows how often, or how recently, the friend was asked. */
export const acknowledges = (reading: Reading): boolean => reading.find('ack', LIKELY) !== undefined

/** Fixes that address the draft to somebody else: friends with a field or company in common, the least burdened first. */
export function askSomebodyElse({ draft, workspace, today, locale, options }: RuleContext): Fix[] {
  const { friend } = draft.frontMatter.values
  if (friend === undefined || today === undefined) return []
  return otherFriends(workspace, friend, today, options.days ?? 21).slice(0, 3).flatMap((other): Fix[] => {
    const name = setFrontMatter(draft, 'friend', other.name)
    if (!name) return []
    const shared = [...(other.fields ?? []), ...(other.companies ?? [])].join(', ')
    return [{
      title: { en: `Ask ${other.name} instead (${shared})`, de: `Stattdessen ${other.name} fragen (${shared})` }[locale],
      edits: [name, ...greet(draft, friend, other.name)],
    }]
  })
}

/** Puts the new friend's first name where the greeting has the old one's. */
function greet(draft: Draft, before: string, after: string): Edit[] {
  const first = draft.sentences[0]
  if (!first) return []
  const firstNames = [before.split(' ')[0] ?? before, after.split(' ')[0] ?? after] as const
  for (const [old, now] of before.includes(' ') ? [[before, after] as const, firstNames] : [firstNames]) {
    const at = draft.text.slice(first.at.start, first.at.end).indexOf(old)
    if (at >= 0 && at < 40) return [replace({ start: first.at.start + at, end: first.at.start + at + old.length }, now)]
  }
  return []
}
