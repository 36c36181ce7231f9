import { settingOf, type RuleSettings } from '../rules/setting.ts'
import type { Workspace } from './workspace.ts'

/** How many days back the rules look that count days, unless a setting says otherwise (labelling guide; `declined`: the contract). */
export const DEFAULT_DAYS = {
  'choose/too-soon': 21,
  'choose/acknowledge': 60,
  'choose/open-ask': 60,
  'choose/declined': 180,
} as const

/**
 * How many days back a rule looks; undefined where it is off.
 * @param rules settings of the editor, which win over those of the workspace
 */
export function daysOf(rule: keyof typeof DEFAULT_DAYS, workspace: Workspace, rules?: RuleSettings): number | undefined {
  const { severity, days } = settingOf({ id: rule, severity: 'warning', days: DEFAULT_DAYS[rule] }, workspace.rules, rules)
  return severity === 'off' ? undefined : days
}
