/** Whether a file is a draft: by its name, or by the key `ask` in its front matter. Cheap: reads no more than the block. */
export function isDraft(path: string, text: string): boolean {
  if (path.toLowerCase().endsWith('.ask.md')) return true
  const bom = text.startsWith('\uFEFF') ? 1 : 0
  if (!text.startsWith('---', bom)) return false
  const end = text.indexOf('\n---', bom + 3)
  return end > 0 && /\n["']?ask["']?[ \t]*:/.test(text.slice(bom, end))
}
