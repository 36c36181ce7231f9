import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { machineTime } from './host.ts'
import { startServer } from './server.ts'
import { findModelsBeside } from './worker-models.ts'

/** The worker itself; its types come with a library that Node's would quarrel with. */
declare const self: object

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self))
startServer(connection, { ...machineTime, learnScript: findModelsBeside })
