import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Writes what TypeScript has to know of the library into one file. */
export async function writeDeclarations(file) {
  const bundle = await rollup({ input: join(root, 'src/library.ts'), plugins: [dts({ tsconfig: join(root, 'tsconfig.json') })] })
  await bundle.write({ file, format: 'es' })
  await bundle.close()
}
