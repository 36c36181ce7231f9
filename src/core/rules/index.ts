import { acknowledge } from './choose/acknowledge.ts'
import { declined } from './choose/declined.ts'
import { openAsk } from './choose/open-ask.ts'
import { tooSoon } from './choose/too-soon.ts'
import { unthanked } from './choose/unthanked.ts'
import { buried } from './direct/buried.ts'
import { mismatch } from './direct/mismatch.ts'
import { mixed } from './direct/mixed.ts'
import { noAsk } from './direct/no-ask.ts'
import { subject } from './direct/subject.ts'
import { vague } from './direct/vague.ts'
import { frontMatter } from './draft/front-matter.ts'
import { register } from './draft/register.ts'
import { unknownFriend } from './draft/unknown-friend.ts'
import { noBlurb } from './legwork/no-blurb.ts'
import { noMaterial } from './legwork/no-material.ts'
import { noQuestions } from './legwork/no-questions.ts'
import { noTarget } from './legwork/no-target.ts'
import { noTime } from './legwork/no-time.ts'
import { placeholder } from './legwork/placeholder.ts'
import { dishonest } from './line/dishonest.ts'
import { improper } from './line/improper.ts'
import { noOptOut } from './line/no-opt-out.ts'
import { pressure } from './line/pressure.ts'
import { vouch } from './line/vouch.ts'
import { noOffer } from './return/no-offer.ts'
import type { Rule, RuleId } from './rule.ts'

/** Every rule, in the order in which they are listed. */
export const rules: readonly Rule[] = [
  noAsk, vague, buried, mixed, mismatch, subject,
  tooSoon, acknowledge, unthanked, openAsk, declined,
  noBlurb, noQuestions, noTarget, noMaterial, noTime, placeholder,
  noOptOut, dishonest, vouch, pressure, improper,
  noOffer,
  frontMatter, register, unknownFriend,
]

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]))

/** The rule with an id; undefined if it is none. */
export const ruleById = (id: string): Rule | undefined => byId.get(id)

/** The page of a rule, from the folder of the package. */
export const pageOf = (id: RuleId): string => `docs/rules/${id}.md`
