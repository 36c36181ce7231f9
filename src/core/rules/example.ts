import type { Example } from './rule.ts'

/** The day on which the examples of the rule pages are read. */
export const EXAMPLE_DAY = '2026-11-23'

/** The draft of an example, with its front matter. */
export function exampleDraft(example: Example, which: 'bad' | 'good'): string {
  const friend = (which === 'bad' ? example.badFriend : example.goodFriend) ?? 'Maria'
  const ask = which === 'good' ? example.goodAsk ?? example.ask : example.ask
  const matter = which === 'good' ? example.goodMatter ?? example.matter : example.matter
  return `---\nfriend: ${friend}\nask: ${ask}\nlang: ${example.lang}\n${matter ? `${matter}\n` : ''}---\n\n${example[which]}\n`
}
