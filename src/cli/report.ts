import type { Diagnostic, Draft, Language, RuleId } from '../core/index.ts'
import type { LoadedWorkspace } from './workspaces.ts'

/** A draft that was checked. */
export interface CheckedDraft {
  /** As it is shown. */
  readonly path: string
  readonly draft: Draft
  readonly diagnostics: readonly Diagnostic[]
  /** The rules that `--fix` mended. */
  readonly fixed: readonly RuleId[]
}

/** What a check has found: the same for every format. */
export interface Report {
  readonly drafts: readonly CheckedDraft[]
  /** Each `askwell.json` that was read. */
  readonly workspaces: readonly LoadedWorkspace[]
  readonly locale: Language
}
