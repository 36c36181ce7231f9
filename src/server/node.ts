import { startOnArguments } from './node-host.ts'

startOnArguments()
