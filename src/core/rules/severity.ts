/** The severities of the editor, mildest last. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What a rule can be set to, in `askwell.json` and in the settings of the editor. */
export const SEVERITY_SETTINGS = ['off', 'hint', 'information', 'warning', 'error'] as const
export type SeveritySetting = (typeof SEVERITY_SETTINGS)[number]

/** Whether `a` is as grave as `b`, or graver. */
export const isAtLeast = (a: Severity, b: Severity): boolean => SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b)

/** One step milder; a hint stays a hint. */
export const milder = (severity: Severity): Severity => SEVERITIES[SEVERITIES.indexOf(severity) + 1] ?? 'hint'
