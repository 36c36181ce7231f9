import type { TimelineEntryView, TimelinePage, TimelineRowView } from '../server/protocol.ts'
import { button, element } from './elements.ts'
import type { YearTexts } from './messages.ts'

/**
 * The timeline as a table: one line an ask or favour.
 * @param open told the id of an entry that is chosen
 */
export function drawTable(page: TimelinePage, texts: YearTexts, open: (id: string) => void): HTMLElement {
  const { columns } = texts
  const cells = (entry: TimelineEntryView): HTMLElement[] => [
    element('td', { class: 'date' }, entry.date),
    element('td', {}, button(entry.title, () => { open(entry.id) }, { class: 'link' })),
    ...(entry.kind === 'favor'
      ? [element('td', { colspan: '3', class: 'quiet' }, texts.favor)]
      : [element('td', {}, entry.answer), element('td', { class: 'date' }, entry.thanked), element('td', { class: 'date' }, entry.reported)]),
  ]
  const group = ({ friend, entries }: TimelineRowView): HTMLElement => element('tbody', {}, ...entries.map((entry, index) => element('tr', {},
    ...(index === 0 ? [element('th', { scope: 'rowgroup', rowspan: String(entries.length) }, friend)] : []), ...cells(entry))))
  return element('div', { class: 'scroll' }, element('table', {},
    element('caption', {}, texts.title),
    element('thead', {}, element('tr', {},
      ...[columns.friend, columns.date, columns.what, columns.answer, columns.thanked, columns.reported].map((name) => element('th', { scope: 'col' }, name)))),
    ...page.rows.map(group)))
}
