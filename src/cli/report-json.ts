import { present } from '../diagnostic.ts'
import type { Report } from './report.ts'

/** The report as one JSON document; positions as in LSP. Its shape is stable: other programs read it. */
export const reportJson = ({ drafts }: Report): string => `${JSON.stringify({
  version: 1,
  files: drafts.map(({ path, draft, diagnostics }) => ({
    path,
    friend: draft.frontMatter.values.friend ?? null,
    ask: draft.frontMatter.values.ask ?? null,
    lang: draft.language,
    diagnostics: present(draft.text, diagnostics),
  })),
})}\n`
