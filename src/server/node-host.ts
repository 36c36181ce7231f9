import { readFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node'
import { findMarkdown, readChunks } from '../node/files.ts'
import { updateWorkspaceFile } from '../node/workspace-file.ts'
import { machineTime, type Host } from './host.ts'
import { startServer } from './server.ts'

/**
 * The means of Node: its clock and its disk.
 * @param pages the base URI of the rules' pages
 */
export const nodeHost = (pages?: string): Host => ({
  ...machineTime,
  ...(pages === undefined ? {} : { pages }),
  async readFile(uri) {
    if (!uri.startsWith('file:')) return undefined
    try {
      return await readFile(fileURLToPath(uri), 'utf8')
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  },
  readChunks: (uri) => readChunks(fileURLToPath(uri)),
  updateFile: (uri, change) => updateWorkspaceFile(fileURLToPath(uri), change),
  async findMarkdown(folder) {
    if (!folder.startsWith('file:')) return []
    return (await findMarkdown(fileURLToPath(folder), () => {})).map((path) => pathToFileURL(path).href)
  },
})

/** Runs the server as the arguments of the process say: `--node-ipc`, `--stdio`, `--socket=…`, `--pipe=…`. */
export const startOnArguments = (): void => { start(createConnection(ProposedFeatures.all)) }

/**
 * Runs the server on standard input and output.
 * @param pages the base URI of the rules' pages
 */
export const startStdio = (pages?: string): void => { start(createConnection(ProposedFeatures.all, process.stdin, process.stdout), pages) }

const start = (connection: Connection, pages?: string): void => {
  startServer(connection, nodeHost(pages))
}
