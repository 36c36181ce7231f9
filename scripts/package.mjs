// `npm run package`: builds Askwell and packs what runs into dist/askwell-<version>.vsix.
import { main } from './lib/run.mjs'
import { build, packVsix } from './lib/package.mjs'

await main(async () => {
  await build()
  console.log(await packVsix())
})
