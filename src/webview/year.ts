import { MARK_KINDS } from '../core/history/timeline.ts'
import type { TimelinePage } from '../server/protocol.ts'
import { drawChart, drawSymbol, type Chart } from './chart.ts'
import { button, element, fill } from './elements.ts'
import type { FromYear, Given, ToYear, Wanted } from './messages.ts'
import { drawTable } from './table.ts'

/** What the editor keeps when the panel is out of sight. */
interface State extends Wanted {
  readonly file: string
  readonly as: 'timeline' | 'table'
}

declare function acquireVsCodeApi(): { postMessage(message: FromYear): void; getState(): State | undefined; setState(state: State): void }

/** How long somebody may pause in typing a name. */
const PAUSE_MS = 200
/** What is read sooner than this needs no word about it. */
const PATIENCE_MS = 400

const vscode = acquireVsCodeApi()
const { file, texts } = JSON.parse(document.getElementById('given')?.textContent ?? '') as Given
let state: State = vscode.getState() ?? { file, as: 'timeline', year: undefined, filter: '', page: 0 }
let shown: TimelinePage | undefined
let chart: Chart | undefined

const period = element('select', { 'aria-label': texts.period })
const filter = element('input', { type: 'search', placeholder: texts.filter, 'aria-label': texts.filter })
const views = (['timeline', 'table'] as const).map((as) => button(texts[as], () => { change({ as }); draw() }, { 'data-as': as }))
const legend = element('ul', { class: 'legend', 'aria-label': texts.legend },
  ...MARK_KINDS.map((kind) => element('li', {}, drawSymbol(kind), texts.marks[kind])),
  element('li', {}, element('span', { class: 'dashes', 'aria-hidden': 'true' }), texts.open))
const content = element('div', { class: 'content' })
const pager = element('nav', { class: 'pager', 'aria-label': texts.page })
const status = element('div', { class: 'status', role: 'status' })

document.body.append(
  element('header', {}, element('h1', {}, texts.title), period, filter, element('div', { class: 'views', role: 'group', 'aria-label': texts.title }, ...views)),
  legend, status, element('main', {}, content, pager),
)

function change(changes: Partial<State>): void {
  state = { ...state, ...changes }
  vscode.setState(state)
}

function want(changes: Partial<Wanted>): void {
  change(changes)
  const { year, filter: part, page } = state
  vscode.postMessage({ type: 'want', wanted: { year, filter: part, page } })
}

const open = (id: string): void => { vscode.postMessage({ type: 'open', id }) }

function draw(): void {
  for (const view of views) view.setAttribute('aria-pressed', String(view.dataset['as'] === state.as))
  legend.hidden = state.as === 'table' || shown?.rows.length === 0
  const focused = chart?.focused()
  chart = undefined
  if (!shown) return
  if (shown.rows.length === 0) {
    content.replaceChildren(element('p', { class: 'empty' }, state.filter === '' ? texts.nothing : texts.nobody))
  } else if (state.as === 'table') {
    content.replaceChildren(drawTable(shown, texts, open))
  } else {
    chart = drawChart(shown, texts, content.clientWidth, open)
    content.replaceChildren(chart.node)
    if (focused !== undefined) chart.focus(focused)
  }
}

function show(page: TimelinePage): void {
  shown = page
  change({ page: page.page })
  period.replaceChildren(
    element('option', { value: '' }, texts.lastTwelveMonths),
    ...page.years.map((year) => element('option', { value: String(year) }, String(year))),
  )
  period.value = page.year === undefined ? '' : String(page.year)
  if (filter !== document.activeElement) filter.value = state.filter
  const turn = (text: string, by: number): HTMLButtonElement => {
    const made = button(text, () => { want({ page: page.page + by }) })
    made.disabled = page.page + by < 0 || page.page + by >= page.pages
    return made
  }
  pager.hidden = page.pages < 2
  pager.replaceChildren(turn(texts.previous, -1), element('span', {}, fill(texts.page, page.first + 1, page.first + page.rows.length, page.total)), turn(texts.next, 1))
  draw()
}

let patience: ReturnType<typeof setTimeout> | undefined
function say(...words: (Node | string)[]): void {
  clearTimeout(patience)
  status.replaceChildren(...words)
}

window.addEventListener('message', ({ data }: MessageEvent<ToYear>) => {
  switch (data.type) {
    case 'reading':
      clearTimeout(patience)
      patience = setTimeout(() => {
        say(texts.reading, ' ', button(texts.cancel, () => {
          vscode.postMessage({ type: 'cancel' })
          say(texts.cancelled, ' ', button(texts.again, () => { want({}) }))
        }))
      }, PATIENCE_MS)
      return
    case 'page':
      say()
      show(data.page)
      return
    case 'failed':
      say(data.message, ' ', button(texts.again, () => { want({}) }))
      return
    case 'outdated':
      want({})
  }
})

period.addEventListener('change', () => {
  want({ year: period.value === '' ? undefined : Number(period.value), page: 0 })
})
let pause: ReturnType<typeof setTimeout> | undefined
filter.addEventListener('input', () => {
  clearTimeout(pause)
  pause = setTimeout(() => { want({ filter: filter.value, page: 0 }) }, PAUSE_MS)
})
let width = 0
new ResizeObserver(() => {
  if (content.clientWidth === width) return
  width = content.clientWidth
  if (state.as === 'timeline') draw()
}).observe(content)
want({})
