import { stat } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node'
import { findMarkdown, isMissing, readBytes, readChunks } from '../node/files.ts'
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
      const path = fileURLToPath(uri)
      if (await isSpecial(path)) throw new Error('It is no file.')
      return new TextDecoder().decode(await readBytes(path))
    } catch (error) {
      if (isMissing(error)) return undefined
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

/** Whether something is neither file nor folder, but a pipe or a device: reading it might never end. */
async function isSpecial(path: string): Promise<boolean> {
  const found = await stat(path)
  return !found.isFile() && !found.isDirectory()
}

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
