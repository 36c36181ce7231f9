// Programs that the machine may have. Built-ins only.
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : ['']

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of a program on the PATH, if it is there. */
export const programOnPath = (name) => (process.env.PATH ?? '').split(delimiter)
  .flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
  .find(isProgram)

/** Opens an address in the user's browser if there is a screen to show it on. */
export function openInBrowser(address) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  const [program, ...args] = process.platform === 'darwin' ? ['open', address]
    : process.platform === 'win32' ? ['explorer.exe', address]
      : DISPLAY || WAYLAND_DISPLAY ? ['xdg-open', address] : []
  if (!program) return
  spawn(program, args, { detached: true, stdio: 'ignore' })
    .once('error', () => { console.log('No browser could be opened; open the address yourself.') })
    .unref()
}
