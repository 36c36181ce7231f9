import { parseDraft } from './draft/draft.ts'
import { lint, type Diagnostic, type LintOptions } from './lint.ts'
import { RULE_IDS, type Fix, type RuleId } from './rules/rule.ts'
import { applyEdits, overlaps, type Edit } from './text.ts'

/** The fix of a finding that "fix all" takes: the preferred one, if it only edits the draft. */
export const preferredFix = ({ fixes }: Pick<Diagnostic, 'fixes'>): Fix | undefined =>
  fixes.find((fix) => fix.preferred && fix.edits.length > 0 && !fix.workspaceEdits && !fix.newFile)

/** What these rules mend decides what the others say (whom the draft is for, what it asks, du or Sie): one after the other, before all else. */
const FIRST: readonly RuleId[] = ['draft/front-matter', 'draft/unknown-friend', 'direct/mismatch', 'draft/register']

/**
 * Mends all that can be mended without asking: round after round, each rule at most once, until nothing is left.
 * @returns the text afterwards, and the rules that were mended
 */
export function fixAll(text: string, options: LintOptions): { text: string; fixed: RuleId[] } {
  const fixed = new Set<RuleId>()
  let current = text
  for (let round = 0; round < RULE_IDS.length; round++) {
    const edits: Edit[] = []
    const taken: RuleId[] = []
    const mendable = lint(parseDraft(current), options).flatMap(({ rule, ...finding }) => {
      const fix = fixed.has(rule) ? undefined : preferredFix(finding)
      return fix ? [{ rule, fix }] : []
    })
    const first = FIRST.flatMap((id) => mendable.filter(({ rule }) => rule === id)).slice(0, 1)
    for (const { rule, fix } of first.length > 0 ? first : mendable) {
      // Two insertions at one place go in one after the other, in the order of the rules.
      if (fix.edits.some((edit) => edits.some((other) => overlaps(edit.at, other.at)))) continue
      edits.push(...fix.edits)
      taken.push(rule)
    }
    if (edits.length === 0) break
    current = applyEdits(current, edits)
    for (const rule of taken) fixed.add(rule)
  }
  return { text: current, fixed: [...fixed] }
}
