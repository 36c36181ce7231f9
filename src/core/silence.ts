import type { Draft } from './draft/draft.ts'
import { addKey, type Language } from './draft/front-matter.ts'
import { editWorkspace } from './history/edit.ts'
import type { Workspace } from './history/workspace.ts'
import type { Diagnostic } from './lint.ts'
import type { Fix } from './rules/rule.ts'
import { insertAt, lineEnding, type Edit } from './text.ts'

const titles = {
  once: { en: 'Ignore this once', de: 'Diese Stelle ignorieren' },
  draft: { en: 'Ignore in this draft', de: 'In diesem Entwurf ignorieren' },
  everywhere: { en: 'Turn off everywhere', de: 'Überall abschalten' },
} as const

/** The actions that silence a finding: here, in this draft, everywhere. They mend nothing and are never preferred. */
export function silencesOf(draft: Draft, diagnostic: Diagnostic, workspace: Workspace, locale: Language): Fix[] {
  const { rule } = diagnostic
  const silences: Fix[] = []
  const once = ignoreOnce(draft, diagnostic)
  if (once) silences.push({ title: `${titles.once[locale]} (${rule})`, edits: [once] })
  const inDraft = ignoreInDraft(draft, rule)
  if (inDraft) silences.push({ title: `${titles.draft[locale]} (${rule})`, edits: [inDraft] })
  if (workspace.writable) {
    silences.push({
      title: `${titles.everywhere[locale]} (${rule})`,
      edits: [],
      workspaceEdits: editWorkspace(workspace.text, { kind: 'set-rule', rule, severity: 'off' }),
    })
  }
  return silences
}

/** A comment before the block in which the finding stands; none for what stands in the front matter. */
function ignoreOnce(draft: Draft, { at, rule }: Diagnostic): Edit | undefined {
  const node = draft.tree.children.find(({ position }) =>
    position && (position.start.offset ?? 0) <= at.start && at.start < (position.end.offset ?? 0))
  const start = node?.position?.start.offset
  if (start === undefined || node?.type === 'html' || at.start < draft.body.start) return undefined
  const eol = lineEnding(draft.text)
  return insertAt(start, `<!--askwell ignore ${rule}-->${eol}${eol}`)
}

/** The rule's id in the front matter key `askwell-ignore`; none where there is no front matter, or YAML that cannot be read. */
function ignoreInDraft(draft: Draft, rule: string): Edit | undefined {
  const { frontMatter, text } = draft
  if (!frontMatter.block || frontMatter.problems.some(({ kind }) => kind === 'yaml' || kind === 'not-a-map' || kind === 'engine')) return undefined
  const place = frontMatter.places['askwell-ignore']
  const listed = frontMatter.values['askwell-ignore']
  if (!place) return addKey(frontMatter, text, 'askwell-ignore', `[${rule}]`)
  if (!listed) return undefined
  const list = [...listed, rule]
  const source = text.slice(place.value.start, place.value.end)
  if (source.startsWith('[')) {
    const inside = source.slice(1, -1).trim()
    return { at: place.value, text: inside === '' ? `[${rule}]` : `[${inside.replace(/,\s*$/, '')}, ${rule}]` }
  }
  return { at: place.value, text: `[${list.join(', ')}]${source.endsWith('\n') ? lineEnding(text) : ''}` }
}
