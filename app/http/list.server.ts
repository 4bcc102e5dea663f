import type { TFunction } from 'i18next'
import { formatNumber } from '../i18n/format.ts'
import { type Locale, localized } from '../i18n/locale.ts'
import { type PageQuery, shorten } from './query.ts'

export interface FacetOption {
  label: string
  count: number
  href: string
  selected: boolean
}

export interface Facet {
  key: string
  title: string
  options: FacetOption[]
}

interface Choice {
  id: string
  slug: string
  label: string
}

/** Turns rows of a table into choices of a filter, named in the reader's language. */
export function choicesNamed(locale: Locale) {
  return (rows: { id: string; slug: string; name_nl: string; name_en: string }[]): Choice[] =>
    rows.map((row) => ({ id: row.id, slug: row.slug, label: localized(row, 'name', locale) }))
}

/**
 * One filter with how many each choice would give. Choices that would give nothing are left out, unless chosen.
 * @param counts by the choice's id
 */
export function facet(
  query: PageQuery,
  key: string,
  title: string,
  choices: Choice[],
  counts: { value: string | null; n: number }[],
  selected: string | null,
): Facet {
  const options = choices.map(({ id, slug, label }) => ({
    label,
    count: counts.find(({ value }) => value === id)?.n ?? 0,
    href: query.href({ [key]: selected === id ? null : slug }),
    selected: selected === id,
  }))
  return { key, title, options: options.filter((option) => option.count > 0 || option.selected) }
}

export interface ListChrome {
  path: string
  q: string | null
  /** The rest of the state, carried along by the search form. */
  hidden: [string, string][]
  facets: Facet[]
  active: { label: string; href: string }[]
  clear: string
  sorts: { value: string; label: string; href: string; selected: boolean }[]
  view: 'kaarten' | 'tabel'
  views: { value: 'kaarten' | 'tabel'; href: string }[]
  columns: { key: string; label: string; selected: boolean }[]
  exports: { format: string; href: string }[]
  range: string
  total: number
  previous: string | null
  next: string | null
  pages: { label: string; href: string | null }[]
}

/** Everything around a list but the list itself: filters, sorting, paging and downloads, as ready addresses. */
export function listChrome(
  query: PageQuery,
  t: TFunction,
  locale: Locale,
  list: {
    q: string | null
    facets: Facet[]
    sorts: readonly { value: string; label: string }[]
    sort: string
    columns: readonly { key: string; label: string; standard: boolean }[]
    /** Whether it can be seen as a table and downloaded; it can, unless this is false. */
    downloads?: boolean
    total: number
    /** How many of those were made up, to be said beside the total. */
    examples: number
    size: number
    page: number
    pages: number
  },
): ListChrome {
  const path = query.url.pathname
  const view = query.choice('weergave', ['kaarten', 'tabel']) ?? 'kaarten'
  const keys = list.columns.map(({ key }) => key)
  const chosen = query.choices('kolommen', keys)
  // The first column names the row and leads to its page: it is always there.
  const columns = list.columns.map(({ key, label, standard }, index) => ({
    key,
    label,
    selected: index === 0 || (chosen.length > 0 ? chosen.includes(key) : standard),
  }))
  const current = new URL(query.href({ q: null }), query.url)
  const exportQuery = new URL(query.href({ weergave: null, kolommen: null }), query.url).search
  const active = list.facets.flatMap(({ title, options }) =>
    options.filter(({ selected }) => selected).map(({ label, href }) => ({ label: `${title}: ${label}`, href })),
  )
  if (list.q) active.unshift({ label: `“${shorten(list.q)}”`, href: query.href({ q: null }) })
  const from = list.total === 0 ? 0 : (list.page - 1) * list.size + 1
  const until = Math.min(list.page * list.size, list.total)
  const toPage = (page: number) => query.href({ pagina: page === 1 ? null : String(page) })
  return {
    path,
    q: list.q,
    hidden: [...current.searchParams],
    facets: list.facets.filter(({ options }) => options.length > 0),
    active,
    clear: view === 'tabel' ? `${path}?weergave=tabel` : path,
    sorts: list.sorts.map(({ value, label }) => ({
      value,
      label,
      href: query.href({ sorteer: value }),
      selected: value === list.sort,
    })),
    view,
    views: (list.downloads === false ? [] : (['kaarten', 'tabel'] as const)).map((value) => ({
      value,
      href: query.href({ weergave: value === 'tabel' ? value : null, kolommen: null }),
    })),
    columns,
    exports: (list.downloads === false ? [] : ['csv', 'xlsx']).map((format) => ({
      format,
      href: `${path}.${format}${exportQuery}`,
    })),
    range:
      t('lists.range', {
        from: formatNumber(from, locale),
        until: formatNumber(until, locale),
        total: formatNumber(list.total, locale),
      }) + (list.examples > 0 ? `, ${t('lists.examples', { n: formatNumber(list.examples, locale) })}` : ''),
    total: list.total,
    previous: list.page > 1 ? toPage(list.page - 1) : null,
    next: list.page < list.pages ? toPage(list.page + 1) : null,
    pages: pageNumbers(list.page, list.pages).map((page) =>
      page === null
        ? { label: '…', href: null }
        : { label: String(page), href: page === list.page ? null : toPage(page) },
    ),
  }
}

/** The first and last page, the current one and its neighbours; null stands for those left out. */
function pageNumbers(page: number, pages: number): (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages)
  return shown.flatMap((n, index) => (index > 0 && n - (shown[index - 1] ?? 0) > 1 ? [null, n] : [n]))
}
