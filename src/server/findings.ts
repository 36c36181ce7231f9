import type { TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  emptyWorkspace, isDraft, lint, parseDraft, type Diagnostic, type Draft, type LintOptions, type Workspace,
} from '../core/index.ts'
import type { Scopes } from './scopes.ts'
import type { Settings } from './settings.ts'
import { pathOf } from './uris.ts'
import type { WorkspaceFile, WorkspaceFiles } from './workspace-files.ts'

/** What was found in one version of one draft, and all that it was judged by. */
export interface Findings {
  /** Another number, another run. */
  readonly run: number
  /** The draft's text as it was read; for positions. */
  readonly document: TextDocument
  readonly draft: Draft
  readonly diagnostics: readonly Diagnostic[]
  readonly settings: Settings
  readonly options: LintOptions
  /** The draft's `askwell.json`; undefined for a draft without a place. */
  readonly file: WorkspaceFile | undefined
  readonly workspace: Workspace
}

/** The document was changed or closed while it was being looked at. Whoever asked ends quietly. */
export class Outdated extends Error {
  override readonly name = 'Outdated'
}

/** Lints drafts, each version once: diagnostics and code actions share what was found. */
export class FindingsStore {
  readonly #documents: TextDocuments<TextDocument>
  readonly #scopes: Scopes
  readonly #files: WorkspaceFiles
  readonly #base: () => Pick<LintOptions, 'today' | 'locale' | 'onCrash'>
  readonly #latest = new Map<string, Findings>()
  #runs = 0

  /** @param base asked for each lint: the day, the language of messages, where crashes go */
  constructor(documents: TextDocuments<TextDocument>, scopes: Scopes, files: WorkspaceFiles, base: () => Pick<LintOptions, 'today' | 'locale' | 'onCrash'>) {
    this.#documents = documents
    this.#scopes = scopes
    this.#files = files
    this.#base = base
  }

  /**
   * What there is to say about a document now; undefined if it is no open draft.
   * @param toEdit whether `askwell.json` is to be read anew, in order to change it
   * @throws Outdated if the document moves on meanwhile
   */
  async of(uri: string, toEdit = false): Promise<Findings | undefined> {
    const open = this.#documents.get(uri)
    if (!open || !isDraft(pathOf(uri), open.getText())) return undefined
    const { version } = open
    const settings = await this.#scopes.settingsOf(uri)
    const fileUri = await this.#scopes.workspaceFileOf(uri)
    const file = fileUri === undefined ? undefined : await this.#files.load(fileUri, toEdit)
    if (this.#documents.get(uri) !== open || open.version !== version) throw new Outdated()
    const workspace = file?.workspace ?? emptyWorkspace
    const base = this.#base()
    const known = this.#latest.get(uri)
    if (known?.document.version === version && known.settings === settings && known.workspace === workspace && known.options.today === base.today) {
      return { ...known, file }
    }
    const text = open.getText()
    const draft = parseDraft(text)
    const options: LintOptions = { ...base, rules: settings.rules, workspace }
    const findings: Findings = {
      run: ++this.#runs, draft, settings, options, file, workspace,
      document: TextDocument.create(uri, open.languageId, version, text),
      diagnostics: lint(draft, options),
    }
    this.#latest.set(uri, findings)
    return findings
  }

  /** What was found last, for whatever version. */
  latest(uri: string): Findings | undefined {
    return this.#latest.get(uri)
  }

  forget(uri: string): void {
    this.#latest.delete(uri)
  }
}
