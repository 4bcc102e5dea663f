/** Characters that never belong in what a person typed into an address. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/g

const textLimit = 200
/** No page asks for more: with two bytes a letter it still fits the head of a request. */
export const longestText = 3000

/** The text as it can be repeated in a page or an answer: cut off with "…" when it is longer than `most` characters. */
export function shorten(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most).trimEnd()}…` : text
}

/**
 * Reads the query string of a page. Values that mean nothing are left out and remembered in `ignored`, so that the
 * page can say so instead of failing.
 */
export class PageQuery {
  readonly ignored: string[] = []
  readonly url: URL

  constructor(request: Request) {
    this.url = new URL(request.url)
  }

  #raw(name: string): string | null {
    const value = this.url.searchParams.get(name)?.replace(control, '').trim()
    return value ? value : null
  }

  #ignore(name: string, value: string): null {
    this.ignored.push(`${name}=${shorten(value, 40)}`)
    return null
  }

  /** Free text, of so many characters at most. */
  text(name: string, most = textLimit): string | null {
    const value = this.#raw(name)
    if (value && value.length > most) {
      this.#ignore(name, value)
      return value.slice(0, most)
    }
    return value
  }

  choice<T extends string>(name: string, allowed: readonly T[]): T | null {
    const value = this.#raw(name)
    if (value === null) return null
    return allowed.find((option) => option === value) ?? this.#ignore(name, value)
  }

  /** The row whose slug is given. */
  bySlug<Row extends { slug: string }>(name: string, rows: readonly Row[]): Row | null {
    const slug = this.choice(
      name,
      rows.map((row) => row.slug),
    )
    return rows.find((row) => row.slug === slug) ?? null
  }

  /** Several choices: `kolommen=rom&kolommen=status`. */
  choices<T extends string>(name: string, allowed: readonly T[]): T[] {
    const values = this.url.searchParams.getAll(name).slice(0, 50)
    return values.flatMap((value) => allowed.find((option) => option === value) ?? this.#ignore(name, value) ?? [])
  }

  /** A day that exists, as YYYY-MM-DD. */
  day(name: string): string | null {
    const value = this.#raw(name)
    if (value === null) return null
    const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
    const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
    return real ? value : this.#ignore(name, value)
  }

  /** A day that is not after today: nothing can be known later than now. */
  dayUntil(name: string, today: string): string | null {
    const day = this.day(name)
    return day !== null && day > today ? this.#ignore(name, day) : day
  }

  /** A whole number of one or more, such as where a list goes on. */
  number(name: string): number | null {
    const value = this.#raw(name)
    if (value === null) return null
    return /^[1-9]\d{0,14}$/.test(value) ? Number(value) : this.#ignore(name, value)
  }

  /** The first page when none is asked for; null when what is asked for is no page. */
  #page(): number | null {
    const value = this.#raw('pagina') ?? '1'
    return /^[1-9]\d{0,6}$/.test(value) ? Number(value) : null
  }

  /** The page asked for, kept within the pages there are. */
  page(total: number, size: number): { page: number; pages: number; offset: number } {
    const pages = Math.max(1, Math.ceil(total / size))
    const asked = this.#page()
    const page = Math.min(asked ?? 1, pages)
    if (page !== asked) this.#ignore('pagina', this.#raw('pagina') ?? '')
    return { page, pages, offset: (page - 1) * size }
  }

  /** Where the page asked for begins, before it is known how many pages there are. */
  offset(size: number): number {
    return ((this.#page() ?? 1) - 1) * size
  }

  /** The address of this page with other values; a null takes one out. Paging starts again unless it is changed. */
  href(changes: Record<string, string | string[] | null>): string {
    const params = new URLSearchParams()
    for (const [name, value] of this.url.searchParams) {
      if (name === 'taal' || name === 'pagina' || name in changes || !known.has(name)) continue
      const clean = value.replace(control, '').trim().slice(0, longestText)
      if (clean) params.append(name, clean)
    }
    for (const [name, value] of Object.entries(changes)) {
      for (const one of value === null ? [] : [value].flat()) params.append(name, one)
    }
    const query = params.toString()
    return query ? `${this.url.pathname}?${query}` : this.url.pathname
  }
}

const known = new Set([
  'q',
  'thema',
  'rom',
  'soort',
  'aard',
  'status',
  'technologie',
  'kerntaak',
  'pijler',
  'rol',
  'sorteer',
  'weergave',
  'eigen',
  'lijst',
  'bekend',
  'zonder',
  'kolommen',
  'datum',
  'stand',
  'postcode',
  'medewerkers',
  'hulp',
  'jaar',
  'organisatie',
  'persoon',
  'tweestaps',
  'van',
  'tot',
  'wie',
])
