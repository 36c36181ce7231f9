import { parseDraft } from './draft/draft.ts'
import { lint, type Diagnostic, type LintOptions } from './lint.ts'
import { RULE_IDS, type Fix, type RuleId } from './rules/rule.ts'
import { applyEdits, overlaps, type Edit } from './text.ts'

/** The fix of a finding that "fix all" takes: the preferred one, if it only edits the draft. */
export const preferredFix = ({ fixes }: Diagnostic): Fix | undefined =>
  fixes.find((fix) => fix.preferred && fix.edits.length > 0 && !fix.workspaceEdits && !fix.newFile)

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
    for (const diagnostic of lint(parseDraft(current), options)) {
      const fix = preferredFix(diagnostic)
      if (!fix || fixed.has(diagnostic.rule)) continue
      // Two insertions at one place go in one after the other, in the order of the rules.
      if (fix.edits.some((edit) => edits.some((other) => overlaps(edit.at, other.at)))) continue
      edits.push(...fix.edits)
      taken.push(diagnostic.rule)
    }
    if (edits.length === 0) break
    current = applyEdits(current, edits)
    for (const rule of taken) fixed.add(rule)
  }
  return { text: current, fixed: [...fixed] }
}
