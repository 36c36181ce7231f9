/**
 * The text of a file that another program has written: UTF-8, UTF-16 if it says so, else the alphabet of Windows in which
 * Outlook writes. @returns undefined for what is no text
 */
export function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xFF && second === 0xFE) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xFE && second === 0xFF) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
