import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Writes each model into a file of its own, as `unpackFile` (src/core/language/model-data.ts) reads it. */
export async function writeModels(folder) {
  for (const language of ['en', 'de']) {
    const { outputFiles: [{ contents }] } = await esbuild.build({ absWorkingDir: root, entryPoints: [`src/core/language/${language}/model.ts`], format: 'esm', write: false })
    const { data: { hashes, weights, ...facts } } = await import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`)
    const line = Buffer.from(`${JSON.stringify(facts)}\n`)
    writeFileSync(join(folder, `model-${language}.bin`), Buffer.concat([line, Buffer.from(hashes, 'base64'), Buffer.from(weights, 'base64')]))
  }
}
