import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { JSDOM } from 'jsdom'
import { MARK_KINDS } from '../../src/core/history/timeline.ts'
import type { TimelineEntryView, TimelinePage } from '../../src/server/protocol.ts'
import type { FromYear, ToYear, YearTexts } from '../../src/webview/messages.ts'

const texts: YearTexts = {
  title: 'The Year', lastTwelveMonths: 'Last twelve months', period: 'Period', filter: 'Find a friend', timeline: 'Timeline', table: 'Table', legend: 'Legend',
  marks: { asked: 'Asked', granted: 'Granted', declined: 'Declined', withdrawn: 'Withdrawn', thanked: 'Thanked', reported: 'Told', favor: 'You helped' },
  open: 'Still open', today: 'Today', hint: 'Arrow keys.', columns: { friend: 'Friend', what: 'What', date: 'Day', answer: 'Answer', thanked: 'Thanked', reported: 'Told' },
  favor: 'You helped', reading: 'Reading', cancel: 'Cancel', cancelled: 'Cancelled.', again: 'Try Again', nothing: 'Nothing happened.', nobody: 'Nobody of that name.',
  previous: 'Previous', next: 'Next', page: 'Friends {0} to {1} of {2}',
}

const ask = (id: string, title: string, ...marks: TimelineEntryView['marks']): TimelineEntryView => ({
  id, kind: 'ask', title, open: false, outcome: '', marks, date: '2 Aug 2026', answer: 'granted, 5 Aug 2026', thanked: 'not yet', reported: '–',
})
const page: TimelinePage = {
  from: '2025-12-01', to: '2026-11-30', today: '2026-11-14', years: [2026, 2025], page: 0, pages: 1, first: 0, total: 2,
  rows: [
    {
      friend: 'Ben <Keller>',
      entries: [{ ...ask('a1', 'Job lead', { kind: 'asked', day: '2026-10-20', label: 'Asked, 20 Oct 2026' }), open: true, answer: 'open' }],
    },
    {
      friend: 'Maria Lopez',
      entries: [
        ask('a2', 'CV review', { kind: 'asked', day: '2026-08-02', label: 'Asked, 2 Aug 2026' }, { kind: 'granted', day: '2026-08-05', label: 'Granted, 5 Aug 2026' }),
        { ...ask('f1', 'Read her portfolio', { kind: 'favor', day: '2026-10-01', label: 'You helped, 1 Oct 2026' }), kind: 'favor', answer: '', thanked: '', reported: '' },
      ],
    },
  ],
}

describe('the page of the year', () => {
  let script = ''
  let sent: FromYear[] = []
  let kept: unknown
  let window: Window & typeof globalThis

  before(function () {
    this.timeout(60_000)
    const folder = mkdtempSync(join(tmpdir(), 'askwell-'))
    const root = fileURLToPath(new URL('../..', import.meta.url))
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--only', 'year.js', '--outdir', folder], { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    script = readFileSync(join(folder, 'year.js'), 'utf8')
    rmSync(folder, { recursive: true })
  })

  /** Loads the page as the editor does. @param state what it has kept from before */
  const load = (state?: object): void => {
    sent = []
    kept = state
    const given = JSON.stringify({ file: 'file:///askwell.json', texts })
    ;({ window } = new JSDOM(`<html lang="en"><body><script type="application/json" id="given">${given}</script></body></html>`, {
      runScripts: 'outside-only',
      pretendToBeVisual: true,
      beforeParse(made) {
        Object.assign(made, {
          acquireVsCodeApi: () => ({ postMessage: (message: FromYear) => sent.push(structuredClone(message)), getState: () => kept, setState: (next: unknown) => { kept = structuredClone(next) } }),
          ResizeObserver: class { observe(): void { /* Nothing changes its size here. */ } },
        })
        Object.defineProperty(made.HTMLElement.prototype, 'clientWidth', { value: 900 })
        // It can't draw, and is not asked to: texts are measured by their letters then.
        made.HTMLCanvasElement.prototype.getContext = () => null
      },
    }))
    window.eval(script)
  }
  const receive = (message: ToYear): void => { window.dispatchEvent(new window.MessageEvent('message', { data: message })) }
  const all = (selector: string): Element[] => [...window.document.querySelectorAll(selector)]
  const text = (selector: string): (string | null)[] => all(selector).map(({ textContent }) => textContent)
  const press = (key: string, options: object = {}): void => {
    window.document.activeElement?.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }))
  }
  const focused = (): string | null | undefined => window.document.activeElement?.getAttribute('aria-label')
  const focusFirst = (): void => { window.document.querySelector<SVGElement>('.chart [tabindex="0"]')?.focus() }
  const click = (label: string): void => {
    const found = all('button').find(({ textContent }) => textContent === label)
    assert.ok(found, label)
    found.dispatchEvent(new window.MouseEvent('click', { bubbles: true }))
  }

  it('asks for the last twelve months, or for what was last seen', () => {
    load()
    assert.deepEqual(sent, [{ type: 'want', wanted: { year: undefined, filter: '', page: 0 } }])
    load({ file: 'file:///askwell.json', as: 'timeline', year: 2025, filter: 'mar', page: 2 })
    assert.deepEqual(sent, [{ type: 'want', wanted: { year: 2025, filter: 'mar', page: 2 } }])
  })

  it('draws a mark for everything that happened, each kind in a shape of its own, with a word in the legend', () => {
    load()
    receive({ type: 'page', page })
    const marks = all('.chart .marks path')
    assert.deepEqual(marks.map((path) => path.getAttribute('aria-label')), [
      'Asked, 20 Oct 2026. Ben <Keller>: Job lead. open',
      'Asked, 2 Aug 2026. Maria Lopez: CV review. granted, 5 Aug 2026',
      'Granted, 5 Aug 2026. Maria Lopez: CV review',
      'You helped, 1 Oct 2026. Maria Lopez: Read her portfolio',
    ])
    assert.deepEqual(text('.legend li'), [...MARK_KINDS.map((kind) => texts.marks[kind]), 'Still open'])
    assert.equal(new Set(all('.legend path').map((path) => path.getAttribute('d'))).size, MARK_KINDS.length)
    assert.deepEqual(text('.names text'), ['Ben <Keller>', 'Maria Lopez'])
    assert.deepEqual(text('.months text'), ['Dec', 'Jan 2026', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov'])
    assert.equal(all('.threads path.open').length, 1)
  })

  it('brings no style of its own into the drawing: the page allows none', () => {
    load()
    receive({ type: 'page', page })
    assert.equal(all('style').length, 0)
  })

  it('is one stop of the Tab key, with arrows inside, and Enter opens', () => {
    load()
    receive({ type: 'page', page })
    assert.equal(all('.chart [tabindex="0"]').length, 1)
    focusFirst()
    assert.match(focused() ?? '', /^Asked, 20 Oct/)
    press('ArrowDown')
    assert.match(focused() ?? '', /^You helped/)
    press('Home')
    press('ArrowRight')
    assert.match(focused() ?? '', /^Granted/)
    assert.equal(all('.chart [tabindex="0"]').length, 1)
    assert.equal(window.document.activeElement?.getAttribute('aria-selected'), 'true')
    press('Enter')
    assert.deepEqual(sent.at(-1), { type: 'open', id: 'a2' })
  })

  it('tells beside the mark what it stands for, until the focus goes or Escape is pressed', () => {
    load()
    receive({ type: 'page', page })
    const tip = (): HTMLElement | null => window.document.querySelector<HTMLElement>('.tip')
    assert.equal(tip()?.hidden, true)
    focusFirst()
    assert.deepEqual([tip()?.hidden, ...text('.tip > *')], [false, 'Asked, 20 Oct 2026', 'Ben <Keller>: Job lead', 'open'])
    press('Escape')
    assert.equal(tip()?.hidden, true)
  })

  it('keeps the focus where it was when it is drawn anew', () => {
    load()
    receive({ type: 'page', page })
    focusFirst()
    press('End', { ctrlKey: true })
    receive({ type: 'page', page: { ...page, rows: page.rows.slice(1), total: 1 } })
    assert.match(focused() ?? '', /^You helped/)
  })

  it('is a table, too, and remembers that', () => {
    load()
    receive({ type: 'page', page })
    click('Table')
    assert.deepEqual(text('thead th'), ['Friend', 'Day', 'What', 'Answer', 'Thanked', 'Told'])
    assert.deepEqual(text('tbody th'), ['Ben <Keller>', 'Maria Lopez'])
    assert.deepEqual(all('tbody tr').map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent)), [
      ['2 Aug 2026', 'Job lead', 'open', 'not yet', '–'],
      ['2 Aug 2026', 'CV review', 'granted, 5 Aug 2026', 'not yet', '–'],
      ['2 Aug 2026', 'Read her portfolio', 'You helped'],
    ])
    click('Read her portfolio')
    assert.deepEqual(sent.at(-1), { type: 'open', id: 'f1' })
    load(kept as object)
    receive({ type: 'page', page })
    assert.equal(all('table').length, 1)
    assert.equal(all('[aria-pressed="true"]')[0]?.textContent, 'Table')
  })

  it('says when there is nothing, and why', () => {
    load()
    const empty = { ...page, rows: [], total: 0 }
    receive({ type: 'page', page: empty })
    assert.deepEqual(text('.empty'), ['Nothing happened.'])
    load({ file: '', as: 'timeline', year: undefined, filter: 'x', page: 0 })
    receive({ type: 'page', page: empty })
    assert.deepEqual(text('.empty'), ['Nobody of that name.'])
  })

  it('turns pages, and goes to another year from the first page', () => {
    load()
    receive({ type: 'page', page: { ...page, page: 1, pages: 3, first: 25, total: 60 } })
    assert.deepEqual(text('.pager span'), ['Friends 26 to 27 of 60'])
    click('Next')
    assert.deepEqual(sent.at(-1), { type: 'want', wanted: { year: undefined, filter: '', page: 2 } })
    const period = window.document.querySelector('select')
    assert.ok(period)
    period.value = '2025'
    period.dispatchEvent(new window.Event('change'))
    assert.deepEqual(sent.at(-1), { type: 'want', wanted: { year: 2025, filter: '', page: 0 } })
  })

  it('lets the user give up what takes long', async () => {
    load()
    const status = window.document.querySelector('[role=status]')
    assert.ok(status)
    const said = new Promise<void>((resolve) => {
      new window.MutationObserver(() => { resolve() }).observe(status, { childList: true })
    })
    receive({ type: 'reading' })
    assert.equal(status.textContent, '')
    await said
    assert.equal(status.textContent, 'Reading Cancel')
    click('Cancel')
    assert.deepEqual(sent.at(-1), { type: 'cancel' })
    assert.equal(status.textContent, 'Cancelled. Try Again')
  })

  it('asks again when the history has changed, and when the user wants to after a failure', () => {
    load()
    receive({ type: 'outdated' })
    assert.equal(sent.length, 2)
    receive({ type: 'failed', message: 'It did not work.' })
    assert.match(text('[role=status]').join(), /^It did not work\./)
    click('Try Again')
    assert.equal(sent.length, 3)
  })
})
