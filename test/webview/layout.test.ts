import assert from 'node:assert/strict'
import fc from 'fast-check'
import { placeLabels, shorten, spread, step } from '../../src/webview/layout.ts'
import { runs } from '../helpers/runs.ts'

const width = (text: string): number => text.length * 10

describe('spread', () => {
  it('leaves alone what is far enough apart', () => {
    assert.deepEqual(spread([0, 20, 100], 17, 0, 100), [0, 20, 100])
    assert.deepEqual(spread([], 17, 0, 100), [])
  })

  it('parts neighbours around the place where they would meet', () => {
    assert.deepEqual(spread([50, 50], 10, 0, 100), [45, 55])
    assert.deepEqual(spread([48, 50, 52], 10, 0, 100), [40, 50, 60])
  })

  it('stays inside, and shares what there is', () => {
    assert.deepEqual(spread([99, 100], 10, 0, 100), [90, 100])
    assert.deepEqual(spread([0, 0, 0], 100, 0, 100), [0, 50, 100])
  })

  it('keeps order, distance and borders, whatever is wanted', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 25 }), (wanted) => {
      const placed = spread(wanted.sort((a, b) => a - b), 17, 0, 500)
      assert.equal(placed.length, wanted.length)
      for (const [index, position] of placed.entries()) {
        assert.ok(position >= -1e-9 && position <= 500 + 1e-9)
        if (index > 0) assert.ok(position - (placed[index - 1] ?? 0) >= 17 - 1e-9)
      }
    }), runs(100))
  })
})

describe('labels', () => {
  it('stand where they want to while there is room', () => {
    const labels = [{ x: 0, text: 'Advice' }, { x: 100, text: 'Referral' }]
    assert.deepEqual(placeLabels(labels, 5, 0, 400, width), labels)
  })

  it('are shortened before the next one, and left out where nothing could be read', () => {
    assert.deepEqual(placeLabels([{ x: 0, text: 'Introduction' }, { x: 80, text: 'Advice' }, { x: 90, text: 'Referral' }], 5, 0, 400, width), [
      { x: 0, text: 'Introd…' }, undefined, { x: 90, text: 'Referral' },
    ])
  })

  it('make a little room for the one before them', () => {
    assert.deepEqual(placeLabels([{ x: 0, text: 'Advice' }, { x: 50, text: 'Referral' }], 5, 20, 400, width), [{ x: 0, text: 'Advice' }, { x: 65, text: 'Referral' }])
  })

  it('begin earlier rather than run over the end', () => {
    assert.deepEqual(placeLabels([{ x: 90, text: 'Advice' }], 5, 0, 100, width), [{ x: 40, text: 'Advice' }])
  })

  it('lose no more letters than they must', () => {
    assert.equal(shorten('Introduction', 120, width), 'Introduction')
    assert.equal(shorten('CV review', 45, width), undefined)
    assert.equal(shorten('CV review', 60, width), 'CV re…')
  })
})

describe('steps between marks', () => {
  const places = [{ row: 0, x: 10 }, { row: 0, x: 50 }, { row: 1, x: 40 }, { row: 3, x: 0 }, { row: 3, x: 45 }]
  const lead = (from: number, key: string, toTheEnd = false): number | undefined => step(places, from, key, toTheEnd)

  it('go along a row, and end there', () => {
    assert.deepEqual([lead(0, 'ArrowRight'), lead(1, 'ArrowRight'), lead(1, 'ArrowLeft'), lead(0, 'ArrowLeft')], [1, undefined, 0, undefined])
    assert.deepEqual([lead(3, 'End'), lead(4, 'Home'), lead(1, 'Home')], [4, 3, 0])
  })

  it('go to the nearest mark of the next row that has any', () => {
    assert.deepEqual([lead(0, 'ArrowDown'), lead(2, 'ArrowDown'), lead(2, 'ArrowUp'), lead(4, 'ArrowUp')], [2, 4, 1, 2])
    assert.deepEqual([lead(0, 'ArrowUp'), lead(4, 'ArrowDown')], [undefined, undefined])
  })

  it('go to the first and the last mark of all', () => {
    assert.deepEqual([lead(2, 'Home', true), lead(2, 'End', true)], [0, 4])
  })

  it('go nowhere by other keys, or from nowhere', () => {
    assert.deepEqual([lead(0, 'a'), step([], 0, 'ArrowRight', false)], [undefined, undefined])
  })
})
