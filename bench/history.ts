// Opens a history of 100,000 asks to 2,000 friends, against JSON.parse and zod of the same text, and puts questions to it,
// against the same questions to a history of 10 asks. One run; prints ratios, judges nothing.
import { editWorkspace, lint, nextSteps, otherFriends, parseDraft, pastAsks, readWorkspace, standingOf, whoCouldIAsk, workspaceSchema, type Workspace } from '../src/core/index.ts'
import { history, today } from './history-text.ts'

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** Milliseconds of each function, taken in turn, so that what slows the machine slows all. */
function race(rounds: number, functions: readonly (() => unknown)[]): number[] {
  const taken = functions.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of functions.entries()) {
      const start = performance.now()
      run()
      taken[index]?.push(performance.now() - start)
    }
  }
  return taken.map(median)
}

// What is read is remembered; each round reads a text of its own.
let round = 0
const large = [false, true].map((comments) => history(100_000, 2_000, comments))
const fresh = (text: string): string => `${text}${' '.repeat(++round)}`
const firstAnswer = (text: string) => (): unknown => standingOf(readWorkspace(fresh(text)), 'Mate 7', today)
const plain = large[0] ?? ''
const [base = NaN, ...opened] = race(7, [() => workspaceSchema.parse(JSON.parse(fresh(plain))), ...large.map(firstAnswer)])
console.log(`${(plain.length / 1e6).toFixed(1)} MB, 100,000 asks, 2,000 friends`)
console.log(`JSON.parse and zod                    ${base.toFixed(0).padStart(6)} ms`)
console.log(`read, to the first answer             ${(opened[0] ?? NaN).toFixed(0).padStart(6)} ms  × ${((opened[0] ?? NaN) / base).toFixed(2)}`)
console.log(`the same with comments in it          ${(opened[1] ?? NaN).toFixed(0).padStart(6)} ms  × ${((opened[1] ?? NaN) / base).toFixed(2)}`)

const draft = parseDraft('---\nfriend: Mate 7\nask: introduction\ntarget: Jo Doe at Company 9\nsubject: Would you introduce me to Jo Doe?\n---\n\nHi,\n\nwould you introduce me to Jo Doe? If not, just say "not this time".\n')
const questions: Readonly<Record<string, (workspace: Workspace) => unknown>> = {
  'past asks': (workspace) => pastAsks(workspace, 'Mate 7', today),
  standing: (workspace) => standingOf(workspace, 'Mate 7', today),
  'other friends': (workspace) => otherFriends(workspace, 'Mate 7', today, 21),
  'who could I ask': (workspace) => whoCouldIAsk(workspace, { company: 'Company 7' }, today),
  'next steps': (workspace) => nextSteps(workspace, today),
  'record an answer': (workspace) => editWorkspace(workspace.text, { kind: 'update-ask', id: workspace.asks[0]?.id ?? '', set: { status: 'granted' } }),
  'lint of a draft': (workspace) => lint(draft, { workspace, today }),
}
const small = readWorkspace(history(10, 10, true))
const long = readWorkspace(large[1] ?? '')
console.log('\nquestion                 first, of 100,000   then    of 10')
for (const [name, ask] of Object.entries(questions)) {
  const start = performance.now()
  ask(long)
  const first = performance.now() - start
  const [then = NaN, few = NaN] = race(300, [() => ask(long), () => ask(small)])
  console.log(`${name.padEnd(24)} ${first.toFixed(1).padStart(10)} ms ${then.toFixed(4).padStart(12)} ms ${few.toFixed(4)} ms  × ${(then / few).toFixed(1)}`)
}
