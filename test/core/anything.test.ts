import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  applyEdits, editWorkspace, fixAll, keepBoth, lint, markAsSent, mergeWorkspaces, newAsk, nextSteps, parseDraft, readWorkspace, unmarkSent, WorkspaceNotWritable,
  type Edit, type LintOptions, type Span, type Workspace,
} from '../../src/core/index.ts'
import { friendsFromCsv, friendsFromVcard } from '../../src/core/exchange/contacts.ts'
import { fromCsv, toCsv } from '../../src/core/exchange/table.ts'
import { runs } from '../helpers/runs.ts'
import { TODAY } from './any-draft.ts'
import { anyText, repeated } from './any-text.ts'

/** What somebody has typed, pasted, merged or broken: nothing throws, and what is said of it and done to it fits. */
describe('anything', () => {
  const run = (property: (text: string, workspaceText: string, options: LintOptions & { workspace: Workspace }) => void, count = 60, seed?: number): void => {
    fc.assert(fc.property(anyText, ({ text, workspaceText }) => { property(text, workspaceText, { today: TODAY, workspace: readWorkspace(workspaceText) }) }), runs(count, seed))
  }
  const isInside = ({ start, end }: Span, { length }: string): boolean => Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length
  /** The text after edits; nothing is put between the halves of a character. */
  const edited = (text: string, edits: readonly Edit[]): string => {
    for (const { at } of edits) {
      assert.ok(isInside(at, text), `${at.start}–${at.end} of ${text.length}`)
      for (const offset of [at.start, at.end]) assert.doesNotMatch(text.slice(Math.max(0, offset - 1), offset + 1), /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/)
    }
    return applyEdits(text, edits)
  }

  it('is read in order, sentence by sentence, within the text', () => {
    run((text) => {
      const { sentences, body } = parseDraft(text)
      assert.ok(isInside(body, text))
      let end = body.start
      for (const { at } of sentences) {
        assert.ok(isInside(at, text) && at.start >= end && at.end <= body.end && at.start < at.end, `${at.start}–${at.end} after ${end}`)
        end = at.end
      }
    })
  })

  it('gets findings that stand inside, one a rule, with fixes that can be applied', () => {
    run((text, workspaceText, options) => {
      const found = lint(parseDraft(text), options)
      assert.equal(new Set(found.map(({ rule }) => rule)).size, found.length)
      for (const { at, message, fixes } of found) {
        assert.ok(isInside(at, text), `${at.start}–${at.end} of ${text.length}`)
        assert.notEqual(message.trim(), '')
        for (const { title, edits, workspaceEdits } of fixes) {
          assert.notEqual(title.trim(), '')
          lint(parseDraft(edited(text, edits)), options)
          if (workspaceEdits) assert.equal(readWorkspace(edited(workspaceText, workspaceEdits)).writable, true)
        }
      }
    })
  }).timeout(60_000)

  it('is mended for good, if it says for whom it is and what it asks: the second time there is nothing left', () => {
    run((text, _workspaceText, options) => {
      const { friend, ask } = parseDraft(text).frontMatter.values
      fc.pre(friend !== undefined && ask !== undefined)
      const once = fixAll(text, options)
      assert.equal(new Set(once.fixed).size, once.fixed.length)
      assert.deepEqual(fixAll(once.text, options), { text: once.text, fixed: [] })
    }, 60, 20261123)
  }).timeout(60_000)

  it('is marked as sent, and taken back, and each leaves a draft and a history that can be read', () => {
    run((text, workspaceText, options) => {
      const draft = parseDraft(text)
      const sending = sendingOf(text, workspaceText)
      if (sending === undefined) return
      const { entry, draftEdits, workspaceEdits, noted } = sending
      const sent = edited(text, draftEdits)
      const { values } = parseDraft(sent).frontMatter
      assert.deepEqual([values.sent, values['ask-id']], [TODAY, entry.id])
      assert.equal(sent.slice(-1), text.slice(-1))
      assert.deepEqual(lint(parseDraft(sent), options), [])
      const after = edited(workspaceText, workspaceEdits)
      const { asks, writable } = readWorkspace(after)
      assert.equal(writable, true)
      assert.deepEqual(asks.find(({ id }) => id === entry.id), entry)
      assert.equal(asks.length, options.workspace.asks.length + (noted === 'asked' ? 1 : 0))
      const back = edited(sent, unmarkSent(sent, entry.id, draft.frontMatter.values['ask-id'] === undefined))
      assert.equal(parseDraft(back).frontMatter.values.sent, undefined)
    }, 120)
  }).timeout(60_000)

  it('as a workspace, is read, asked, changed, merged and exported, or said to be broken', () => {
    fc.assert(fc.property(anyText, anyText, ({ text, workspaceText }, { workspaceText: other }) => {
      for (const content of [workspaceText, text]) {
        const workspace = readWorkspace(content)
        for (const { at } of workspace.problems) assert.ok(isInside(at, content))
        nextSteps(workspace, TODAY)
        assert.deepEqual(fromCsv(toCsv(workspace)).faults, [])
        const entry = newAsk({ id: 'new', friend: 'New', ask: 'advice', date: TODAY })
        const added = quietly(() => editWorkspace(content, { kind: 'add-ask', entry }))
        assert.equal(added !== undefined, workspace.writable && !workspace.asks.some(({ id }) => id === 'new'))
        if (!added) continue
        const after = edited(content, added)
        assert.deepEqual(readWorkspace(after).asks.map(({ id }) => id).sort(), ['new', ...workspace.asks.map(({ id }) => id)].sort())
        const merged = mergeWorkspaces(content, after, other)
        if (merged && merged.conflicts === 0) assert.ok(readWorkspace(merged.text).asks.some(({ id }) => id === 'new'))
      }
      keepBoth(`<<<<<<< ours\n${workspaceText}\n=======\n${other}\n>>>>>>> theirs\n`)
    }), runs(100))
  }).timeout(60_000)

  it('as a file of contacts or a table, is read or said to be broken', () => {
    run((text, workspaceText) => {
      for (const content of [text, workspaceText]) for (const read of [friendsFromCsv, friendsFromVcard, fromCsv]) read(content)
    }, 200)
  })

  it('twice as long takes no more than a few times as long', () => {
    /** Too short a time to measure. */
    const NOISE_MS = 60
    const time = (text: string): number => {
      const start = performance.now()
      lint(parseDraft(text), { today: TODAY })
      return performance.now() - start
    }
    fc.assert(fc.property(repeated, (textOf) => {
      for (const [half, whole] of [[3_000, 6_000], [6_000, 12_000]] as const) {
        // A machine that is busy makes one of them slow, not three.
        const slow = Array.from({ length: 3 }, () => [time(textOf(half)), time(textOf(whole))] as const)
        const ratio = (([before, after]: readonly [number, number]) => after / Math.max(before, NOISE_MS))
        assert.ok(slow.some((pair) => ratio(pair) < 6), `${slow.map((pair) => pair.map(Math.round).join(' → ')).join(', ')} ms`)
      }
    }), runs(12))
  }).timeout(120_000)
})

/** What it throws only if the file cannot be changed is undefined. */
function quietly<T>(change: () => T): T | undefined {
  try {
    return change()
  } catch (error) {
    if (error instanceof WorkspaceNotWritable) return undefined
    throw error
  }
}

function sendingOf(text: string, workspaceText: string): Exclude<ReturnType<typeof markAsSent>, string> | undefined {
  const sending = quietly(() => markAsSent(parseDraft(text), workspaceText, { id: 'sent-now', today: TODAY, path: 'a.ask.md' }))
  return typeof sending === 'object' ? sending : undefined
}
