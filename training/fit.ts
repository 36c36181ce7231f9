/** A sentence to learn from: its readings, the whole of it first, and for each column 1, 0, or -1 where it teaches nothing. */
export interface Lesson {
  /** For each reading the rows of its features. */
  readonly windows: readonly Int32Array[]
  readonly target: Int8Array
}

/** How a model is fitted. */
export interface Settings {
  readonly epochs: number
  readonly rate: number
  /** Strength of the pull of weights towards zero, each time that their feature is met. */
  readonly decay: number
  /** Share of the features that are left out each time a sentence is read, so that none is relied on alone. */
  readonly drop: number
}

/** Weights of a multi-label logistic regression: a row a feature, a column a label. */
export interface Weights {
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/** Gradients below this change nothing worth the time. */
const LEAST = 1e-3

/**
 * Fits the weights by AdaGrad. A sentence does a thing if one of its readings does, so each column learns from the
 * reading that speaks for it most. Deterministic.
 * @param rows how many features there are
 * @param columns how many labels
 */
export function fitWeights(lessons: readonly Lesson[], rows: number, columns: number, { epochs, rate, decay, drop }: Settings): Weights {
  const weights = new Float32Array(rows * columns)
  const squares = new Float32Array(rows * columns).fill(1e-8)
  const bias = new Float32Array(columns)
  const biasSquares = new Float32Array(columns).fill(1e-8)
  const best = new Float64Array(columns)
  const from = new Int32Array(columns)
  const slope = new Float64Array(columns)
  const z = new Float64Array(columns)
  const step = (at: number, gradient: number): void => {
    const square = (squares[at] ?? 0) + gradient * gradient
    squares[at] = square
    weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(square)
  }
  const random = generator(7)
  const order = [...lessons]
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const { windows: all, target } of order) {
      const windows = drop > 0 ? all.map((window) => window.filter(() => random() >= drop)) : all
      best.fill(-Infinity)
      windows.forEach((window, index) => {
        z.fill(0)
        for (const row of window) for (let k = 0, at = row * columns; k < columns; k++, at++) z[k] = (z[k] ?? 0) + (weights[at] ?? 0)
        const norm = 1 / Math.sqrt(Math.max(1, window.length))
        for (let k = 0; k < columns; k++) {
          const sum = (bias[k] ?? 0) + (z[k] ?? 0) * norm
          if (sum <= (best[k] ?? 0)) continue
          best[k] = sum
          from[k] = index
        }
      })
      for (let k = 0; k < columns; k++) {
        const wanted = target[k] ?? -1
        const gradient = wanted < 0 ? 0 : 1 / (1 + Math.exp(-(best[k] ?? 0))) - wanted
        slope[k] = gradient
        const square = (biasSquares[k] ?? 0) + gradient * gradient
        biasSquares[k] = square
        bias[k] = (bias[k] ?? 0) - (rate * gradient) / Math.sqrt(square)
      }
      windows.forEach((window, index) => {
        const norm = 1 / Math.sqrt(Math.max(1, window.length))
        if (index === 0) {
          // Every feature decays with each sentence that has it.
          for (let k = 0; k < columns; k++) z[k] = from[k] === 0 ? (slope[k] ?? 0) * norm : 0
          for (const row of window) {
            for (let k = 0, at = row * columns; k < columns; k++, at++) {
              const gradient = (z[k] ?? 0) + decay * (weights[at] ?? 0)
              if (gradient > 1e-4 || gradient < -1e-4) step(at, gradient)
            }
          }
          return
        }
        for (let k = 0; k < columns; k++) {
          const gradient = (slope[k] ?? 0) * norm
          if (from[k] !== index || (gradient < LEAST && gradient > -LEAST)) continue
          for (const row of window) step(row * columns + k, gradient)
        }
      })
    }
  }
  return { weights, bias }
}

/** Shuffles a list in place. */
export function shuffle(list: unknown[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[list[i], list[j]] = [list[j], list[i]]
  }
}

/** A linear congruential generator: the same numbers, from 0 to 1, at every run. */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
}
