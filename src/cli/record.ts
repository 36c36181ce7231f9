import { stringify } from 'yaml'
import * as z from 'zod'
import {
  addDays, ASK_STATUSES, ASK_TYPES, CHANNELS, isDay, LANGUAGES, newAsk, parseDraft, readWorkspace, type Draft, type Workspace,
} from '../core/index.ts'

/** A message in the record format of the corpus. Other keys are left aside. */
export const recordSchema = z.object({
  id: z.string().min(1),
  lang: z.enum(LANGUAGES).nullish(),
  today: z.string().refine(isDay, { error: 'Expected a date of the form YYYY-MM-DD.' }).nullish(),
  friend: z.string().nullish(),
  ask: z.enum(ASK_TYPES).nullish(),
  channel: z.enum(CHANNELS).nullish(),
  subject: z.string().nullish(),
  workedTogether: z.union([z.boolean(), z.string()]).nullish(),
  history: z.array(z.object({
    daysAgo: z.int().min(0).max(36_500),
    ask: z.enum(ASK_TYPES),
    status: z.enum(ASK_STATUSES),
    thanked: z.boolean().nullish(),
  })).nullish(),
  body: z.string(),
})
export type MessageRecord = z.output<typeof recordSchema>

/** The draft and the `askwell.json` that say what a record says. Without a `today`, its history has no dates and is left out. */
export function readRecord({ lang, today, friend, ask, channel, subject, workedTogether, history, body }: MessageRecord): { draft: Draft; workspace: Workspace } {
  const matter = Object.entries({ friend, ask, channel, subject, lang, workedTogether }).filter(([, value]) => value !== null && value !== undefined)
  const draft = parseDraft(`---\n${matter.length === 0 ? '' : stringify(Object.fromEntries(matter), { lineWidth: 0 })}---\n${body}`)
  const asks = today && friend ? (history ?? []).map((past, index) => {
    const date = addDays(today, -past.daysAgo)
    return {
      ...newAsk({ id: String(index), friend, ask: past.ask, date, status: past.status }),
      answered: past.status === 'open' ? null : date,
      thanked: past.thanked ? date : null,
    }
  }) : []
  return { draft, workspace: readWorkspace(JSON.stringify({ version: 1, asks })) }
}
