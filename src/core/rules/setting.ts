import type { RuleSetting } from '../history/schema.ts'
import type { Rule } from './rule.ts'
import type { Severity } from './severity.ts'

/** Settings by rule id: those of `askwell.json`, overlaid by those of the editor. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** What a rule is set to. */
export interface Setting { readonly severity: Severity | 'off'; readonly days: number }

/** What a rule is set to: its own default, then each of the settings in turn. */
export function settingOf(rule: Pick<Rule, 'id' | 'severity' | 'days'>, ...layers: readonly (RuleSettings | undefined)[]): Setting {
  let severity: Severity | 'off' = rule.severity
  let days = rule.days ?? 0
  for (const settings of layers) {
    const setting = settings && Object.hasOwn(settings, rule.id) ? settings[rule.id] : undefined
    if (setting === undefined) continue
    if (typeof setting === 'string') severity = setting
    else {
      severity = setting.severity ?? severity
      days = setting.days ?? days
    }
  }
  return { severity, days }
}
