// What package.json, its texts and the schema of askwell.json say about rules, from the rules' own facts.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { LANGUAGES, rules, SEVERITY_SETTINGS, workspaceSchema, type Language, type Rule } from '../../src/core/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const record = z.record(z.string(), z.unknown())
const manifest = z.looseObject({
  contributes: z.looseObject({ configuration: z.looseObject({ properties: z.looseObject({ 'askwell.rules': record }) }) }),
})

const readJson = (path: string): unknown => JSON.parse(readFileSync(root + path, 'utf8'))
const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** What a rule can be set to. */
function settingSchema({ severity, days }: Rule, description: string): object {
  const severities = { type: 'string', enum: [...SEVERITY_SETTINGS] }
  const counted = days === undefined ? {} : { days: { type: 'integer', minimum: 0, maximum: 3650, default: days } }
  return {
    anyOf: [severities, { type: 'object', properties: { severity: severities, ...counted }, additionalProperties: false }],
    default: days === undefined ? severity : { severity, days },
    description,
  }
}

const textsFile = (language: Language): string => (language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`)

/** package.json, with every rule in the setting `askwell.rules`. */
function manifestText(): string {
  const content = manifest.parse(readJson('package.json'))
  content.contributes.configuration.properties['askwell.rules']['properties'] = Object.fromEntries(rules.map((rule) => [rule.id, settingSchema(rule, `%rule.${rule.id}%`)]))
  return written(content)
}

/** The texts of the manifest in a language, with the summary of every rule. What else is in the file stays. */
function localizedText(language: Language): string {
  const own = Object.entries(record.parse(readJson(textsFile(language)))).filter(([key]) => !key.startsWith('rule.'))
  return written(Object.fromEntries([...own, ...rules.map(({ id, summary }) => [`rule.${id}`, summary[language]])]))
}

/** The JSON schema of askwell.json, from the zod schema that reads it; rules are listed, so that they can be completed. */
function schemaText(): string {
  const { $schema, ...schema } = record.parse(z.toJSONSchema(workspaceSchema, { io: 'input', target: 'draft-7' }))
  const properties = record.parse(schema['properties'])
  return written({
    $schema, title: 'askwell.json', allowComments: true, allowTrailingCommas: true,
    ...schema,
    properties: {
      ...properties,
      rules: {
        description: record.parse(properties['rules'])['description'],
        type: 'object',
        properties: Object.fromEntries(rules.map((rule) => [rule.id, settingSchema(rule, rule.summary.en)])),
        additionalProperties: false,
      },
    },
  })
}

/** Every generated text by its path. */
export const manifestTexts = (): Map<string, string> => new Map([
  ['package.json', manifestText()],
  ['schema/askwell.schema.json', schemaText()],
  ...LANGUAGES.map((language) => [textsFile(language), localizedText(language)] as const),
])
