import type { Span } from '../text.ts'

/**
 * An unfilled slot of a template: `[Company]`, `<name>`, `{{role}}`, `TODO`, `XXX`, `___`.
 * Not: `[1]`, `[sic]`, `[…]`, `[at]` (in an address), task boxes, and "xxx" as kisses (lower case).
 */
const SLOT = /\{\{[^{}\n]{0,60}\}\}|\$\{[^{}\n]{1,60}\}|\[(?!\s*[xX]?\s*\])(?![^\]\n]{0,60}\d{4})(?!\d)(?!sic\b|\.\.\.|…|anm|note)[^[\]\n]{2,60}\](?![([:])|<(?![/!a-z]*:|https?|mailto)[\p{L}][\p{L}\p{N} _.'-]{0,40}>|\b(?:TODO|TBD|FIXME|TBA)\b(?!-\p{L})|\bX{3,}\b|(?<![\p{L}_])_{3,}(?![\p{L}_])/giu

/** Without one of these there is no slot; looked for first, because most texts have none. */
const HINT = /[[{<]|_{3}|TODO|TBD|FIXME|TBA|XXX/

/** The unfilled slots of a text within a span, in reading order. Upper case alone counts for TODO, TBD and XXX. */
export function slotsIn(text: string, within: Span): Span[] {
  const found: Span[] = []
  if (!HINT.test(text)) return found
  for (const match of text.slice(within.start, within.end).matchAll(SLOT)) {
    const word = match[0]
    if (/^(?:todo|tbd|fixme|tba|x{3,})$/i.test(word) && word !== word.toUpperCase()) continue
    if (/^<(?:br|p|div|span|b|i|em|strong|a|img|hr|u|s|sub|sup|kbd|details|summary)\b/i.test(word)) continue
    if (/^\[(?:at|dot|ät|punkt|sic|lacht|laughs|grins|grinst|redacted|gekürzt)\]$/i.test(word)) continue
    found.push({ start: within.start + match.index, end: within.start + match.index + word.length })
  }
  return found
}
