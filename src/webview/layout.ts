/**
 * Moves positions apart as little as possible, so that neighbours are `gap` apart, and keeps them between `min` and
 * `max`; where there is no room for that, they share what there is.
 * @param wanted in ascending order
 */
export function spread(wanted: readonly number[], gap: number, min: number, max: number): number[] {
  const step = wanted.length > 1 ? Math.min(gap, (max - min) / (wanted.length - 1)) : 0
  // Without the gaps, "far enough apart" is "not descending": where it descends, neighbours meet in the middle.
  const blocks: { sum: number; count: number }[] = []
  for (const [index, position] of wanted.entries()) {
    let block = { sum: position - index * step, count: 1 }
    for (let before = blocks.at(-1); before && before.sum / before.count > block.sum / block.count; before = blocks.at(-1)) {
      block = { sum: before.sum + block.sum, count: before.count + block.count }
      blocks.pop()
    }
    blocks.push(block)
  }
  const last = max - (wanted.length - 1) * step
  const placed = blocks.flatMap(({ sum, count }) => Array<number>(count).fill(Math.min(Math.max(sum / count, min), last)))
  return placed.map((position, index) => position + index * step)
}

/** Words that would like to stand at a place. */
export interface Label {
  readonly x: number
  readonly text: string
}

/** Fewer letters than these say nothing. */
const MIN_LETTERS = 4

/**
 * Lets labels of one line stand where they do not touch: each begins at its place (earlier, if it would run over the
 * end; a little later, if the one before it needs the room), is shortened where the next one begins, and is left out
 * where nothing of it would be left.
 * @param labels in ascending order
 * @param drift how far from its place a label may begin
 * @param widthOf the width of a text, in the same unit as the places
 */
export function placeLabels(labels: readonly Label[], gap: number, drift: number, max: number, widthOf: (text: string) => number): (Label | undefined)[] {
  let free = -Infinity
  return labels.map(({ x, text }, index) => {
    const next = labels[index + 1]
    const end = Math.min(next ? next.x + drift - gap : max, max)
    const start = next ? Math.max(x, free) : Math.max(Math.min(x, max - widthOf(text)), free)
    const shown = shorten(text, end - start, widthOf)
    if (shown === undefined) return undefined
    free = start + widthOf(shown) + gap
    return { x: start, text: shown }
  })
}

/** The text, or its beginning with "…", if that fits. */
export function shorten(text: string, width: number, widthOf: (text: string) => number): string | undefined {
  if (widthOf(text) <= width) return text
  for (let length = text.length - 1; length >= MIN_LETTERS; length--) {
    const shown = `${text.slice(0, length).trimEnd()}…`
    if (widthOf(shown) <= width) return shown
  }
  return undefined
}

/** Where a mark is: in which row, and how far to the right. */
export interface Place {
  readonly row: number
  readonly x: number
}

/**
 * Which mark a key leads to.
 * @param places row by row, in each from left to right
 * @returns the index of a place; undefined for a key that leads nowhere
 */
export function step(places: readonly Place[], from: number, key: string, toTheEnd: boolean): number | undefined {
  const here = places[from]
  if (!here) return undefined
  const inRow = (row: number): number[] => places.flatMap((place, index) => (place.row === row ? [index] : []))
  const rows = [...new Set(places.map(({ row }) => row))]
  const nearestIn = (row: number | undefined): number | undefined => (row === undefined ? undefined : inRow(row).reduce<number | undefined>((best, index) => {
    const distance = (one: number): number => Math.abs((places[one]?.x ?? 0) - here.x)
    return best === undefined || distance(index) < distance(best) ? index : best
  }, undefined))
  switch (key) {
    case 'ArrowRight': return places[from + 1]?.row === here.row ? from + 1 : undefined
    case 'ArrowLeft': return places[from - 1]?.row === here.row ? from - 1 : undefined
    case 'ArrowDown': return nearestIn(rows[rows.indexOf(here.row) + 1])
    case 'ArrowUp': return nearestIn(rows[rows.indexOf(here.row) - 1])
    case 'Home': return toTheEnd ? 0 : inRow(here.row)[0]
    case 'End': return toTheEnd ? places.length - 1 : inRow(here.row).at(-1)
    default: return undefined
  }
}
