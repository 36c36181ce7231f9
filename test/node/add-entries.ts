// node --import tsx add-entries.ts FILE FRIEND COUNT: adds favors to an askwell.json, and prints the id of each that is written.
import { editWorkspace, newId } from '../../src/core/index.ts'
import { updateWorkspaceFile } from '../../src/node/workspace-file.ts'

const [file = '', friend = '', count = '0'] = process.argv.slice(2)
for (let number = 0; number < Number(count); number++) {
  const id = newId(Date.now())
  await updateWorkspaceFile(file, (text) => ({
    edits: editWorkspace(text, { kind: 'add-favor', entry: { id, friend, date: '2026-11-23', what: String(number) } }),
    result: undefined,
  }))
  process.stdout.write(`${id}\n`)
}
