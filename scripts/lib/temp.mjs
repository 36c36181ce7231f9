import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives `work` a fresh folder, and removes it afterwards. */
export async function withTempFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
