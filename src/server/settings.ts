import * as z from 'zod'
import { isRuleId, itemSchemas, SEVERITY_SETTINGS, type Language, type RuleSetting, type RuleSettings } from '../core/index.ts'
import { say } from './messages.ts'

/** When a draft is read: at every change, or when it is saved. */
export const RUN_MODES = ['onType', 'onSave'] as const
export type RunMode = (typeof RUN_MODES)[number]

/** The settings of the section `askwell`, checked. */
export interface Settings {
  readonly run: RunMode
  readonly rules: RuleSettings
  /** The path of `askwell.json`, from the workspace folder, with `/`. */
  readonly file: string
}

export const defaultSettings: Settings = { run: 'onType', rules: {}, file: 'askwell.json' }

const run = z.enum(RUN_MODES)
const rules = z.record(z.string(), z.unknown())

/** A path inside the folder: relative, and never up and out of it. */
const file = z.string().trim().min(1)
  .transform((path) => path.replaceAll('\\', '/').replace(/^\.\//, ''))
  .refine((path) => !/^\/|^[a-z][a-z\d+.-]*:/i.test(path) && !path.split('/').includes('..') && !path.endsWith('/'))

/**
 * Checks what an editor says about the section `askwell`. A wrong value is ignored by itself: it becomes a warning, and
 * the default counts.
 */
export function readSettings(raw: unknown, locale: Language): { settings: Settings; warnings: string[] } {
  const warnings: string[] = []
  const given = z.record(z.string(), z.unknown()).safeParse(raw ?? {})
  if (!given.success) {
    return { settings: defaultSettings, warnings: [say.wrongSetting(locale, 'askwell', raw, '{ "askwell.run": …, "askwell.rules": … }')] }
  }
  const read = <T>(key: string, schema: z.ZodType<T>, fallback: T, expected: string): T => {
    const value = given.data[key]
    if (value === undefined || value === null) return fallback
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    warnings.push(say.wrongSetting(locale, `askwell.${key}`, value, expected))
    return fallback
  }
  const entries: [string, RuleSetting][] = []
  const expectedRule = [...SEVERITY_SETTINGS, '{ "severity": …, "days": 0–3650 }'].join(', ')
  for (const [id, value] of Object.entries(read('rules', rules, {}, '{ "line/pressure": "off", … }'))) {
    const setting = itemSchemas.ruleSetting.safeParse(value)
    if (!isRuleId(id)) warnings.push(say.unknownRule(locale, id))
    else if (setting.success) entries.push([id, setting.data])
    else warnings.push(say.wrongSetting(locale, `askwell.rules["${id}"]`, value, expectedRule))
  }
  return {
    settings: {
      run: read('run', run, defaultSettings.run, RUN_MODES.join(', ')),
      rules: Object.fromEntries(entries),
      file: read('file', file, defaultSettings.file, 'askwell.json, people/askwell.json, …'),
    },
    warnings,
  }
}
