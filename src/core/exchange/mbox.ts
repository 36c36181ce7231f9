/** The largest message (bytes): what is larger is cut off, so that a file that is no mailbox does not fill the memory. */
const MAX_MESSAGE = 32 * 1024 * 1024
/** What stands before a message that begins: the line ends, and the beginning of its first line. */
const SEAM = 16

/**
 * The messages of an mbox file, one after the other. (A line "From …" behind an empty line begins one.)
 * @param chunks the file, in pieces of any size
 */
export async function* messagesInMbox(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = new Uint8Array()
  let isCut = false
  for await (const chunk of chunks) {
    const bytes = new Uint8Array(rest.length + chunk.length)
    bytes.set(rest)
    bytes.set(chunk, rest.length)
    let start = 0
    for (let next = nextMessage(bytes, start); next !== -1; next = nextMessage(bytes, start)) {
      const message = isCut ? NOTHING : withoutFromLine(bytes.subarray(start, next))
      if (message.length > 0) yield message
      isCut = false
      start = next
    }
    rest = bytes.slice(start)
    if (rest.length <= MAX_MESSAGE) continue
    if (!isCut) yield withoutFromLine(rest)
    isCut = true
    rest = rest.slice(-SEAM)
  }
  const last = isCut ? NOTHING : withoutFromLine(rest)
  if (last.length > 0) yield last
}

const NOTHING = new Uint8Array()

const FROM = new TextEncoder().encode('From ')

/** Where the message behind the one at `start` begins; -1 if its beginning is not there yet. */
function nextMessage(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0x46, start + 1); at !== -1 && at + FROM.length <= bytes.length; at = bytes.indexOf(0x46, at + 1)) {
    const isBehindEmptyLine = bytes[at - 1] === 0x0A && (bytes[at - 2] === 0x0A || (bytes[at - 2] === 0x0D && bytes[at - 3] === 0x0A))
    if (isBehindEmptyLine && FROM.every((byte, index) => bytes[at + index] === byte)) return at
  }
  return -1
}

function withoutFromLine(bytes: Uint8Array): Uint8Array {
  if (!FROM.every((byte, index) => bytes[index] === byte)) return bytes
  const end = bytes.indexOf(0x0A)
  return end === -1 ? NOTHING : bytes.subarray(end + 1)
}
