import type { Diagnostic, TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { FindingsStore } from './findings.ts'
import { presentFinding, presentProblems } from './present.ts'
import type { Scopes } from './scopes.ts'
import { hasPlace, normalUri } from './uris.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** What is shown for a document. */
export interface Report {
  /** Another one where the diagnostics may be others; undefined where nobody keeps count. */
  readonly id: string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Puts together what is shown for a document: the findings of a draft, the problems of an `askwell.json`. */
export class Reports {
  readonly #documents: TextDocuments<TextDocument>
  readonly #scopes: Scopes
  readonly #files: WorkspaceFiles
  readonly #findings: FindingsStore
  readonly #pages: string | undefined
  /** The version of each document that is on disk, as far as the editor has said. */
  readonly #saved = new Map<string, number>()

  constructor(documents: TextDocuments<TextDocument>, scopes: Scopes, files: WorkspaceFiles, findings: FindingsStore, pages: string | undefined) {
    this.#documents = documents
    this.#scopes = scopes
    this.#files = files
    this.#findings = findings
    this.#pages = pages
  }

  noteSaved({ uri, version }: TextDocument): void {
    this.#saved.set(uri, version)
  }

  noteClosed({ uri }: TextDocument): void {
    this.#saved.delete(uri)
    this.#findings.forget(uri)
  }

  /**
   * Whether the user wants to hear of this version only when it is saved. What was found before stays as it is, unless
   * it was judged by other settings or another `askwell.json`.
   */
  async waitsForSave(uri: string): Promise<boolean> {
    const before = this.#findings.latest(uri)
    if (!before || this.#saved.get(uri) === this.#documents.get(uri)?.version) return false
    const settings = await this.#scopes.settingsOf(uri)
    if (settings.run !== 'onSave' || settings !== before.settings) return false
    const fileUri = await this.#scopes.workspaceFileOf(uri)
    return fileUri === undefined || (await this.#files.load(fileUri)).workspace === before.workspace
  }

  /**
   * The report on a document; undefined for one that is none of Askwell's business.
   * @throws Outdated if the document moves on meanwhile
   */
  async of(uri: string): Promise<Report | undefined> {
    const findings = await this.#findings.of(uri)
    if (findings) {
      return {
        id: String(findings.run),
        diagnostics: findings.diagnostics.map((diagnostic) => presentFinding(findings, diagnostic, this.#pages)),
      }
    }
    if (!hasPlace(uri) || this.#documents.get(uri)?.languageId === 'markdown') return undefined
    const fileUri = normalUri(uri)
    if (await this.#scopes.workspaceFileOf(uri) !== fileUri) return undefined
    return { id: undefined, diagnostics: presentProblems(await this.#files.load(fileUri)) }
  }
}
