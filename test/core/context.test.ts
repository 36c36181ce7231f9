import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ASK_TYPES, lint, parseDraft } from '../../src/core/index.ts'
import { inputsOf, RAISE, readInContext, WIDTHS, type ContextWeights, type SentenceAlone, type Situation } from '../../src/core/language/context.ts'
import { SIGNALS, type Scores } from '../../src/core/language/signals.ts'
import { runs } from '../helpers/runs.ts'

const anyScores: fc.Arbitrary<Scores> = fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: SIGNALS.length, maxLength: SIGNALS.length })
  .map((values) => Object.fromEntries(SIGNALS.map((signal, k) => [signal, values[k] ?? 0])) as Scores)

// Seven words, so that none is taken for a sign-off.
const anySentence: fc.Arbitrary<SentenceAlone> = fc.record({
  text: fc.constantFrom('one two three four five six seven', 'would you read it before it goes off?'),
  kind: fc.constantFrom('paragraph', 'list', 'quote', 'item'),
  scores: anyScores,
})

const anySituation: fc.Arbitrary<Situation> = fc.record({
  ask: fc.option(fc.constantFrom(...ASK_TYPES), { nil: undefined }),
  workedTogether: fc.option(fc.boolean(), { nil: undefined }),
  past: fc.array(fc.record({ daysAgo: fc.nat(90), open: fc.boolean(), owed: fc.boolean() }), { maxLength: 3 }),
})

const weightsOf = (width: number): fc.Arbitrary<number[]> => fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: width, maxLength: width })

const anyWeights: fc.Arbitrary<ContextWeights> = fc.record({
  own: weightsOf(WIDTHS.own), before: weightsOf(WIDTHS.before), after: weightsOf(WIDTHS.after), rest: weightsOf(WIDTHS.rest),
  place: weightsOf(WIDTHS.place), facts: weightsOf(WIDTHS.facts), bias: fc.double({ min: -2, max: 2, noNaN: true }),
})

const PARTS = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]

describe('the second reading', () => {
  it('weighs just what its inputs say, and raises nothing far', () => {
    fc.assert(fc.property(anyWeights, anySituation, fc.array(anySentence, { minLength: 1, maxLength: 8 }), (weights, situation, sentences) => {
      const read = readInContext({ pressure: weights }, situation, sentences)
      inputsOf(situation, sentences).forEach((inputs, i) => {
        const sum = PARTS.reduce((total, part) => total + weights[part].reduce((partial, weight, k) => partial + weight * (inputs[part][k] ?? 0), 0), weights.bias)
        const most = (inputs.own[SIGNALS.indexOf('pressure')] ?? 0) + RAISE
        assert.ok(Math.abs((read[i]?.pressure ?? NaN) - 1 / (1 + Math.exp(-Math.min(sum, most)))) < 1e-9)
        assert.equal(read[i]?.offer, sentences[i]?.scores.offer, 'what is not read again stays as it was')
      })
    }), runs(200))
  })

  it('gives each part as many inputs as it has weights', () => {
    fc.assert(fc.property(anySituation, fc.array(anySentence, { maxLength: 4 }), (situation, sentences) => {
      for (const inputs of inputsOf(situation, sentences)) for (const part of PARTS) assert.equal(inputs[part].length, WIDTHS[part], part)
    }), runs(50))
  })

  it('takes a sign-off for nothing else', () => {
    const found = (closing: string): string[] =>
      lint(parseDraft(`---\nfriend: Maria\nask: resume-review\nlang: en\n---\n\nHi Maria,\n\nwould you look over my CV? It is attached.\n\n${closing}\nLeif\n`)).map(({ rule }) => rule)
    for (const closing of ['Yours,', 'Have a good week,', 'Best wishes', 'Cheers,']) {
      assert.ok(found(closing).includes('return/no-offer'), `"${closing}" is no offer`)
      assert.ok(found(closing).includes('line/no-opt-out'), `"${closing}" is no way out`)
    }
  })
})
