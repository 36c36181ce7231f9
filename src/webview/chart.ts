import { axisX, axisY, dot, gridX, link, plot, ruleX, ruleY, text } from '@observablehq/plot'
import type { MarkKind } from '../core/history/timeline.ts'
import type { TimelineEntryView, TimelineMarkView, TimelinePage } from '../server/protocol.ts'
import { element } from './elements.ts'
import { placeLabels, shorten, spread, step, type Label } from './layout.ts'
import type { YearTexts } from './messages.ts'
import { SHAPES } from './shapes.ts'

const ROW = 46
const TOP = 34
const BOTTOM = 24
const RIGHT = 20
const MIN_WIDTH = 440
/** Half of a mark, and how far apart two of them are at least. */
const RADIUS = 6
const MARK_GAP = 17
const LABEL_GAP = 8
const LABEL_DRIFT = 24
const NAME_FONT = 13
const LABEL_FONT = 11
/** From the middle of a row: its marks are a little above, their words below. */
const MARK_DY = -7
const LABEL_DY = 13

interface PlacedMark {
  readonly row: number
  readonly friend: string
  readonly entry: TimelineEntryView
  readonly mark: TimelineMarkView
  /** Pixels from the left end of the first day. */
  readonly x: number
}

/** A drawn timeline. */
export interface Chart {
  readonly node: HTMLElement
  /** Where the focus is, so that it can be there again in the next drawing. */
  readonly focused: () => string | undefined
  readonly focus: (key: string) => void
}

/**
 * Draws a page of the timeline.
 * @param width the room that there is, in pixels
 * @param open told the id of an entry whose mark is chosen
 */
export function drawChart(page: TimelinePage, texts: YearTexts, width: number, open: (id: string) => void): Chart {
  const nameOf = measure(NAME_FONT)
  const nameWidth = Math.min(200, width * 0.25, Math.max(...page.rows.map(({ friend }) => nameOf(friend))))
  const left = nameWidth + 20
  const inner = Math.max(MIN_WIDTH, width) - left - RIGHT
  const [from, to] = [time(page.from), time(page.to) + DAY]
  const toX = (ms: number): number => ((ms - from) / (to - from)) * inner
  const toDate = (x: number): Date => new Date(from + (x / inner) * (to - from))
  const placed = place(page, inner, toX)
  const now = time(page.today) + DAY / 2
  const threads = threadsOf(placed, now < to && now > from ? toX(now) : inner)
  const months = monthsBetween(page.from, page.to)
  const widthOf = measure(LABEL_FONT)
  const today = now >= from && now < to ? [new Date(now)] : []

  const svg = plot({
    width: left + inner + RIGHT, height: TOP + page.rows.length * ROW + BOTTOM,
    marginLeft: left, marginRight: RIGHT, marginTop: TOP, marginBottom: BOTTOM,
    x: { type: 'utc', domain: [new Date(from), new Date(to)] },
    y: { type: 'band', domain: page.rows.map((_, index) => index), padding: 0 },
    marks: [
      gridX(months, { className: 'grid', stroke: 'currentColor', strokeOpacity: 1 }),
      ruleY(page.rows.map((_, index) => index), { y: (index: number) => index, className: 'line', dy: ROW / 2 }),
      axisX(months, {
        anchor: 'top', tickSize: 0, label: null, textAnchor: 'start', dx: 4, className: 'months', fontSize: LABEL_FONT,
        tickFormat: nameMonths(months, inner / months.length - LABEL_GAP, widthOf),
      }),
      axisY({
        tickSize: 0, tickPadding: 0, label: null, textAnchor: 'start', dx: -left, className: 'names', fontSize: NAME_FONT,
        tickFormat: (index: number) => shorten(page.rows[index]?.friend ?? '', nameWidth, nameOf) ?? '…',
      }),
      ruleX(today, { className: 'today' }),
      text(today, { x: (date: Date) => date, text: [texts.today], frameAnchor: 'bottom', dy: 18, fontSize: LABEL_FONT, className: 'labels' }),
      link(threads, { x1: ({ x1 }: Thread) => toDate(x1), x2: ({ x2 }: Thread) => toDate(x2), y: 'row', dy: MARK_DY, className: 'threads' }),
      text(labelsOf(placed, inner, widthOf), {
        x: ({ x }: Label) => toDate(x), y: 'row', text: 'text', textAnchor: 'start', dx: -RADIUS, dy: LABEL_DY, fontSize: LABEL_FONT, className: 'labels',
      }),
      dot(placed, { x: ({ x }: PlacedMark) => toDate(x), y: 'row', dy: MARK_DY, r: RADIUS, symbol: ({ mark }: PlacedMark) => SHAPES[mark.kind], className: 'marks' }),
    ],
  })
  // Its rules are in the style sheet; the page allows no others.
  svg.querySelector('style')?.remove()
  for (const [index, path] of svg.querySelectorAll('.threads path').entries()) {
    if (threads[index]?.open) path.classList.add('open')
    path.setAttribute('data-entry', threads[index]?.id ?? '')
  }
  for (const group of svg.querySelectorAll(':scope > g')) if (!group.classList.contains('marks')) group.setAttribute('aria-hidden', 'true')
  const scroller = element('div', { class: 'chart' }, svg)
  return { node: scroller, ...makeReachable(scroller, svg, placed, texts, open) }
}

const DAY = 86_400_000
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The first days of the months of a period. */
function monthsBetween(from: string, to: string): Date[] {
  const months: Date[] = []
  for (let date = new Date(time(from)); date.getTime() <= time(to); date = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1))) months.push(date)
  return months
}

/**
 * Names months as the room allows it. The year stands once at its first month, and never so near to the next that they
 * would touch.
 * @param room for each name, in pixels
 */
function nameMonths(months: readonly Date[], room: number, widthOf: (text: string) => number): (date: Date) => string {
  const format = (month: 'short' | 'narrow'): Intl.DateTimeFormat => new Intl.DateTimeFormat(document.documentElement.lang, { month, timeZone: 'UTC' })
  const short = format('short')
  const fits = (name: string): boolean => widthOf(name) <= room
  const plain = months.every((date) => fits(short.format(date))) ? short : format('narrow')
  return (date) => {
    const name = plain.format(date)
    const year = String(date.getUTCFullYear())
    const isFirst = date.getUTCMonth() === 0 || (date.getTime() === months[0]?.getTime() && date.getUTCMonth() < 11)
    return isFirst ? [`${name} ${year}`, year].find(fits) ?? name : name
  }
}

/** Every mark where it can be seen: those that would cover each other move apart. */
function place({ rows }: TimelinePage, inner: number, toX: (ms: number) => number): PlacedMark[] {
  return rows.flatMap(({ friend, entries }, row) => {
    const marks = entries
      .flatMap((entry) => entry.marks.map((mark) => ({ row, friend, entry, mark })))
      .sort((a, b) => a.mark.day.localeCompare(b.mark.day))
    const xs = spread(marks.map(({ mark }) => toX(time(mark.day) + DAY / 2)), MARK_GAP, RADIUS, inner - RADIUS)
    return marks.map((mark, index) => ({ ...mark, x: xs[index] ?? 0 }))
  })
}

interface Thread {
  readonly id: string
  readonly row: number
  readonly x1: number
  readonly x2: number
  readonly open: boolean
}

/**
 * What belongs to one ask is joined by lines, but for neighbours. From the first ask of a row that is still open, a line
 * goes on until today; more of them would cover each other.
 */
function threadsOf(placed: readonly PlacedMark[], today: number): Thread[] {
  const last = new Map<string, PlacedMark>()
  const threads: Thread[] = []
  const join = ({ row, entry: { id }, x: x1 }: PlacedMark, x2: number, open: boolean): void => {
    if (x2 - x1 > 1.5 * MARK_GAP) threads.push({ id, row, x1, x2, open })
  }
  for (const mark of placed) {
    const before = last.get(mark.entry.id)
    if (before) join(before, mark.x, false)
    last.set(mark.entry.id, mark)
  }
  const open = new Set<number>()
  for (const mark of last.values()) {
    if (!mark.entry.open || open.has(mark.row)) continue
    open.add(mark.row)
    join(mark, today, true)
  }
  return threads
}

/** What each entry is about, below its first mark. */
function labelsOf(placed: readonly PlacedMark[], inner: number, widthOf: (text: string) => number): { row: number; x: number; text: string }[] {
  const firsts = new Map<string, PlacedMark>()
  for (const mark of placed) if (!firsts.has(mark.entry.id)) firsts.set(mark.entry.id, mark)
  return [...new Set(placed.map(({ row }) => row))].flatMap((row) =>
    placeLabels([...firsts.values()].filter((mark) => mark.row === row).map(({ x, entry }) => ({ x, text: entry.title })), LABEL_GAP, LABEL_DRIFT, inner + RIGHT, widthOf)
      .flatMap((label) => (label ? [{ row, ...label }] : [])))
}

function measure(fontSize: number): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return (text) => text.length * fontSize * 0.6
  context.font = `${fontSize}px ${getComputedStyle(document.body).fontFamily}`
  return (text) => context.measureText(text).width
}

/** One stop of the Tab key, arrows inside of it, Enter to open; what a mark says is shown beside it. */
function makeReachable(scroller: HTMLElement, svg: Element, placed: readonly PlacedMark[], texts: YearTexts, open: (id: string) => void): Omit<Chart, 'node'> {
  const paths = [...svg.querySelectorAll<SVGPathElement>('.marks path')]
  const tip = element('div', { class: 'tip', role: 'tooltip', 'aria-hidden': 'true', hidden: '' })
  scroller.append(tip)
  svg.setAttribute('role', 'listbox')
  svg.setAttribute('aria-label', `${texts.timeline}. ${texts.hint}`)
  const ring = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
  ring.setAttribute('class', 'ring')
  ring.setAttribute('r', String(RADIUS + 5))
  paths[0]?.parentElement?.append(ring)
  let current = 0

  /** What happened; with whom and about what; what came of it. */
  const say = ({ friend, entry, mark }: PlacedMark): string[] =>
    [mark.label, `${friend}: ${entry.title}`, mark.kind === 'asked' ? entry.answer : entry.outcome].filter((line) => line !== '')
  const show = (index: number): void => {
    const path = paths[index]
    const one = placed[index]
    if (!path || !one) return
    for (const other of svg.querySelectorAll('[data-entry]')) other.classList.toggle('related', other.getAttribute('data-entry') === one.entry.id)
    tip.replaceChildren(...say(one).map((line, at) => element(at === 0 ? 'strong' : 'span', {}, line)))
    tip.hidden = false
    const [box, frame] = [path.getBoundingClientRect(), scroller.getBoundingClientRect()]
    const x = Math.min(box.left - frame.left + scroller.scrollLeft, scroller.scrollLeft + frame.width - tip.offsetWidth - 4)
    const below = box.bottom - frame.top + 8
    const fits = box.bottom + tip.offsetHeight + 12 < document.documentElement.clientHeight
    tip.style.left = `${Math.max(0, x)}px`
    tip.style.top = `${fits ? below : box.top - frame.top - tip.offsetHeight - 8}px`
  }
  const hide = (): void => {
    tip.hidden = true
    for (const related of svg.querySelectorAll('.related')) related.classList.remove('related')
  }
  const stopAt = (index: number): void => {
    paths[current]?.setAttribute('tabindex', '-1')
    paths[current]?.setAttribute('aria-selected', 'false')
    current = index
    paths[index]?.setAttribute('tabindex', '0')
    paths[index]?.setAttribute('aria-selected', 'true')
  }

  for (const [index, path] of paths.entries()) {
    const one = placed[index]
    if (!one) continue
    path.classList.add(one.mark.kind)
    path.setAttribute('data-entry', one.entry.id)
    path.setAttribute('role', 'option')
    path.setAttribute('tabindex', '-1')
    path.setAttribute('aria-label', say(one).join('. '))
    path.addEventListener('focus', () => {
      stopAt(index)
      show(index)
      ring.setAttribute('transform', path.getAttribute('transform') ?? '')
    })
    path.addEventListener('blur', hide)
    path.addEventListener('mouseenter', () => { show(index) })
    path.addEventListener('mouseleave', hide)
    path.addEventListener('click', () => { open(one.entry.id) })
  }
  stopAt(0)
  const places = placed.map(({ row, x }) => ({ row, x }))
  svg.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return
    if (event.key === 'Escape') { hide(); return }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      const entry = placed[current]?.entry
      if (entry) open(entry.id)
      return
    }
    const next = step(places, current, event.key, event.ctrlKey || event.metaKey)
    if (next === undefined) return
    event.preventDefault()
    paths[next]?.focus()
  })
  const keyOf = ({ entry, mark }: PlacedMark): string => `${entry.id} ${mark.kind}`
  return {
    focused: () => {
      const index = paths.findIndex((path) => path === document.activeElement)
      const one = placed[index]
      return one && keyOf(one)
    },
    focus: (key) => { paths[placed.findIndex((one) => keyOf(one) === key)]?.focus() },
  }
}

/** A mark as the legend shows it. */
export function drawSymbol(kind: MarkKind): Element {
  const svg = plot({ width: 18, height: 18, margin: 0, marks: [dot([0], { frameAnchor: 'middle', symbol: SHAPES[kind], r: RADIUS, className: 'marks' })] })
  svg.querySelector('style')?.remove()
  svg.querySelector('path')?.classList.add(kind)
  svg.setAttribute('aria-hidden', 'true')
  return svg
}
