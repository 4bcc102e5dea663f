/** What a person reads of a mail. */
export interface ReadMail {
  subject: string
  to: string
  text: string
}

interface Part {
  headers: Map<string, string>
  body: string
}

/** Reads a mail as it is sent (RFC 5322, MIME): its head, and its first plain text. Bytes stay bytes until their charset is known. */
export function readMail(source: Buffer): ReadMail {
  const mail = partOf(source.toString('latin1'))
  return {
    subject: headerText(mail.headers.get('subject') ?? ''),
    to: headerText(mail.headers.get('to') ?? ''),
    text: plainText(mail) ?? '',
  }
}

function partOf(source: string): Part {
  // A part may have no head at all: then it begins with the empty line.
  const gap = /^\r?\n|\r?\n\r?\n/.exec(source)
  const head = gap ? source.slice(0, gap.index) : source
  const body = gap ? source.slice(gap.index + gap[0].length) : ''
  const headers = new Map<string, string>()
  // A line that begins with a space goes on with the one before.
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body }
}

function plainText(part: Part, depth = 0): string | null {
  const type = part.headers.get('content-type') ?? 'text/plain'
  if (/^multipart\//i.test(type) && depth < 5) {
    const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
    if (!boundary) return null
    // Before the first boundary stands nothing that counts, nor after the last.
    const parts = `\n${part.body}`.split(new RegExp(`\\r?\\n--${escaped(boundary)}(?:--)?[ \\t]*(?:\\r?\\n|$)`))
    for (const one of parts.slice(1)) {
      const text = plainText(partOf(one), depth + 1)
      if (text !== null) return text
    }
    return null
  }
  if (!/^text\/plain/i.test(type)) return null
  const encoding = part.headers.get('content-transfer-encoding')?.toLowerCase()
  return decode(part.body, encoding, /charset="?([\w-]+)/i.exec(type)?.[1]).replace(/\r\n/g, '\n')
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function decode(text: string, encoding: string | undefined, charset = 'utf-8'): string {
  const bytes =
    encoding === 'base64'
      ? Buffer.from(text, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? unquoted(text) : text, 'latin1')
  return decoderOf(charset).decode(bytes)
}

function unquoted(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder('utf-8')
    throw error
  }
}

/** Of a head, "=?utf-8?Q?...?=" and its kin (RFC 2047). The space between two such words is none. */
function headerText(text: string): string {
  const words = text.replace(/(\?=)\s+(?==\?)/g, '$1')
  return words.replace(/=\?([\w-]+)\?([qb])\?([^?]*)\?=/gi, (_, charset: string, kind: string, word: string) =>
    kind.toLowerCase() === 'b'
      ? decode(word, 'base64', charset)
      : decode(word.replace(/_/g, ' '), 'quoted-printable', charset),
  )
}
