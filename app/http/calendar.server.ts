import { createEvents } from 'ics'
import { feedHref } from './feed.server.ts'
import { type FeedRequest, machineResponse, printable } from './machine.server.ts'

export interface CalendarEntry {
  /** What it is known by for good, within the portal. */
  id: string
  title: string
  description: string
  place: string | null
  /** The address on this site. */
  path: string
  category: string
  /** Its first and last day, as YYYY-MM-DD. */
  from: string
  until: string
  /** When this became known, as an ISO date or instant. */
  known: string
}

const maxAge = 3600

type Day = [number, number, number]

function day(date: string, later = 0): Day {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + later)
  return [moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate()]
}

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** At most 75 bytes a line, never within a character: RFC 5545 counts bytes, the library characters. */
function folded(line: string): string {
  let text = ''
  let size = 0
  for (const character of line) {
    const bytes = Buffer.byteLength(character)
    if (size + bytes > 75) {
      text += '\r\n '
      size = 1
    }
    text += character
    size += bytes
  }
  return text
}

/**
 * The entries as an iCalendar of whole days, which block no time. Nothing in it tells when it was asked for, so the
 * same data gives the same bytes.
 */
export function calendarResponse(
  request: Request,
  asked: FeedRequest,
  calendar: { title: string; description: string; entries: CalendarEntry[] },
): Response {
  const { error, value } = createEvents(
    calendar.entries.map((entry) => ({
      uid: `${entry.id}@schakel`,
      timestamp: Date.parse(entry.known),
      start: day(entry.from),
      // iCalendar's end is the day after.
      end: day(entry.until, 1),
      title: printable(entry.title),
      description: printable(entry.description),
      location: entry.place === null ? undefined : printable(entry.place),
      categories: [escaped(printable(entry.category))],
      transp: 'TRANSPARENT',
      busyStatus: 'FREE',
    })),
    { productId: '-//Schakel//Kalender//NL', calName: calendar.title },
  )
  if (error || value === null) throw error ?? new Error('The calendar could not be made')
  // What the library cannot say: about the calendar, and addresses whose host it does not take (such as [::1]).
  const addresses = new Map(calendar.entries.map(({ id, path }) => [`UID:${id}@schakel`, feedHref(asked, path)]))
  const lines = value
    .replaceAll('\r\n\t', '')
    .split('\r\n')
    .flatMap((line) => {
      if (line.startsWith('X-WR-CALNAME:')) {
        const description = escaped(calendar.description)
        return [
          line,
          `NAME:${escaped(calendar.title)}`,
          `X-WR-CALDESC:${description}`,
          `DESCRIPTION:${description}`,
          'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
        ]
      }
      const address = addresses.get(line)
      return address ? [line, `URL:${address}`] : [line]
    })
  return machineResponse(request, lines.map(folded).join('\r\n'), 'text/calendar', maxAge)
}
