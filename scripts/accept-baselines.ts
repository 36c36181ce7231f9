// Writes the baselines of the grammar's tests anew. Look at the difference before you commit it.
import { writeFileSync } from 'node:fs'
import { baselineOf, sampleText, samples, writeBaseline } from '../test/helpers/tokens.ts'

for (const sample of samples) writeFileSync(baselineOf(sample), await writeBaseline(sampleText(sample)))
console.log(`Written: ${samples.map((sample) => baselineOf(sample).pathname.split('/').at(-1)).join(', ')}`)
