import assert from 'node:assert/strict'
import { readFrontMatter } from '../../src/core/index.ts'

describe('the opening fence of front matter', () => {
  for (const fence of ['---', '--- ', '---\t', '---yaml', '--- yaml ', '\uFEFF---']) {
    for (const eol of ['\n', '\r\n']) {
      it(`${JSON.stringify(fence + eol)} does not shift what stands behind it`, () => {
        const text = [fence, 'friend: Jo', 'ask: intro', '---', '', 'Hi'].join(eol)
        const { places } = readFrontMatter(text)
        const excerpts = [places.friend, places.ask].map((place) => place && text.slice(place.key.start, place.value.end))
        assert.deepEqual(excerpts, ['friend: Jo', 'ask: intro'])
      })
    }
  }
})
