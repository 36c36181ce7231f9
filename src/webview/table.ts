import type { TimelineEntryView, TimelinePage } from '../server/protocol.ts'
import { button, element } from './elements.ts'
import type { YearTexts } from './messages.ts'

/**
 * The timeline as a table: one line an ask or favour.
 * @param open told the id of an entry that is chosen
 */
export function drawTable(page: TimelinePage, texts: YearTexts, open: (id: string) => void): HTMLElement {
  const { columns } = texts
  const row = (friend: string, entry: TimelineEntryView): HTMLElement => element('tr', {},
    element('th', { scope: 'row' }, friend),
    element('td', { class: 'date' }, entry.date),
    element('td', {}, button(entry.title, () => { open(entry.id) }, { class: 'link' })),
    ...(entry.kind === 'favor'
      ? [element('td', { colspan: '3', class: 'quiet' }, texts.favor)]
      : [entry.answer, entry.thanked, entry.reported].map((text) => element('td', {}, text))))
  return element('div', { class: 'scroll' }, element('table', {},
    element('caption', {}, texts.title),
    element('thead', {}, element('tr', {},
      ...[columns.friend, columns.date, columns.what, columns.answer, columns.thanked, columns.reported].map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, ...page.rows.flatMap(({ friend, entries }) => entries.map((entry) => row(friend, entry))))))
}
