import { frontMatter } from './draft/front-matter.ts'
import { noOptOut } from './line/no-opt-out.ts'
import type { Rule, RuleId } from './rule.ts'

/** Every rule, in the order in which they are listed. */
export const rules: readonly Rule[] = [noOptOut, frontMatter]

const byId = new Map(rules.map((rule) => [rule.id, rule]))

/** The rule with an id; undefined if it is none. */
export const ruleById = (id: string): Rule | undefined => byId.get(id as RuleId)

/** The page of a rule, from the folder of the package. */
export const pageOf = (id: RuleId): string => `docs/rules/${id}.md`
