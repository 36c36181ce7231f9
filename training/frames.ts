import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { tagsOf, type Example } from './data.ts'
import { generator } from './fit.ts'

/** How many sentences are drawn from each frame. */
const DRAWS = 8

/** Sentences drawn from the frames of a language: `tags | text with {one|another} word`. Deterministic. */
export function drawFrames(lang: string): Example[] {
  const path = fileURLToPath(new URL(`./${lang}/frames.txt`, import.meta.url))
  const random = generator(11)
  return readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')).flatMap((line) => {
    const bar = line.indexOf('|')
    const tags = tagsOf(line.slice(0, bar))
    return Array.from({ length: DRAWS }, (): Example => ({ text: drawFrame(line.slice(bar + 1), random), kind: 'paragraph', lead: '', tags, source: 'frames' }))
  })
}

/**
 * Draws a sentence from a frame: of the parts in braces, which may nest, one is taken.
 * @throws Error where braces do not match
 */
export function drawFrame(frame: string, random: () => number): string {
  let at = 0
  const text = (inside: boolean): string => {
    let drawn = ''
    for (; at < frame.length; at++) {
      const letter = frame[at]
      if (letter === '{') drawn += choice()
      else if (inside && (letter === '|' || letter === '}')) return drawn
      else drawn += letter
    }
    if (inside) throw new Error(`A brace is not closed: ${frame}`)
    return drawn
  }
  const choice = (): string => {
    const options: string[] = []
    do {
      at++
      options.push(text(true))
    } while (frame[at] === '|')
    return options[Math.floor(random() * options.length)] ?? ''
  }
  return text(false).replace(/ {2,}/g, ' ').trim()
}
