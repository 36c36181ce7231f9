import * as z from 'zod'
import { isDay } from '../date.ts'
import { ASK_TYPES, LANGUAGES } from '../draft/front-matter.ts'
import { SEVERITY_SETTINGS } from '../rules/severity.ts'

const day = z.string().refine(isDay, { error: 'Expected a date of the form YYYY-MM-DD.' }).meta({ format: 'date' })

export const ASK_STATUSES = ['open', 'granted', 'declined', 'withdrawn'] as const
export type AskStatus = (typeof ASK_STATUSES)[number]

export const ADDRESSES = ['du', 'Sie'] as const
export type Address = (typeof ADDRESSES)[number]

const name = z.string().trim().min(1)

const me = z.looseObject({
  name: z.string().optional().describe('Your name, as it closes your messages.'),
  blurb: z.partialRecord(z.enum(LANGUAGES), z.string()).optional().describe('The paragraph about you that a friend can paste into an introduction, by language.'),
  links: z.record(z.string(), z.string()).optional().describe('Links that drafts may need: "cv", "linkedin", "calendar", …'),
}).describe('What Askwell may put into your drafts about you.')

const friend = z.looseObject({
  name: name.describe('The name that `friend` in a draft gives.'),
  aliases: z.array(z.string()).optional().describe('Other names that mean the same friend.'),
  fields: z.array(z.string()).optional().describe('What the friend knows about. Used to propose somebody else.'),
  companies: z.array(z.string()).optional().describe('Where the friend works or worked.'),
  workedTogether: z.union([z.boolean(), z.string()]).optional().describe('Whether you worked together: true, false, or where and when.'),
  lang: z.enum(LANGUAGES).optional().describe('The language you write in.'),
  address: z.enum(ADDRESSES).optional().describe('How you address the friend in German.'),
  email: z.string().optional(),
}).describe('A friend whom you may ask.')

const ruleSetting = z.union([
  z.enum(SEVERITY_SETTINGS),
  z.looseObject({
    severity: z.enum(SEVERITY_SETTINGS).optional(),
    days: z.int().min(0).max(3650).optional().describe('For the rules that count days: how many.'),
  }),
]).describe('The severity of a rule, or "off"; for rules that count days, an object with "days".')

const ask = z.looseObject({
  id: z.string().min(1),
  friend: name,
  ask: z.enum(ASK_TYPES),
  date: day.describe('The day on which it was sent.'),
  draft: z.string().optional().describe('The draft, as a path from the folder of this file.'),
  status: z.enum(ASK_STATUSES).default('open'),
  followedUp: day.nullish().describe('When you reminded the friend, which is done once.'),
  answered: day.nullable().default(null).describe('When the friend answered.'),
  thanked: day.nullable().default(null).describe('When you said thanks.'),
  reported: day.nullable().default(null).describe('When you told the friend how it ended.'),
  outcome: z.string().default(''),
}).describe('One thing that you asked a friend for.')

const favor = z.looseObject({
  id: z.string().min(1),
  friend: name,
  date: day,
  what: z.string(),
}).describe('Something that you did for a friend.')

/** `askwell.json`, version 1. Unknown keys are kept. */
export const workspaceSchema = z.looseObject({
  $schema: z.string().optional(),
  version: z.literal(1).describe('The version of this format.'),
  me: me.optional(),
  friends: z.array(friend).optional(),
  rules: z.record(z.string(), ruleSetting).optional().describe('Settings for rules, by rule id.'),
  asks: z.array(ask).optional().describe('What you asked, newest first.'),
  favors: z.array(favor).optional().describe('What you did for your friends, newest first.'),
}).describe('Who was asked for what, and when.')

export type Me = z.output<typeof me>
export type Friend = z.output<typeof friend>
export type RuleSetting = z.output<typeof ruleSetting>
export type AskEntry = z.output<typeof ask>
export type FavorEntry = z.output<typeof favor>

export const itemSchemas = { me, friend, ruleSetting, ask, favor } as const
