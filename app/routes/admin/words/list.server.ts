import type { LoaderFunctionArgs } from '@remix-run/node'
import { fold } from '#search/language/words.ts'
import type { Concept, OwnWord } from '#search/lexicon/lexicon.ts'
import { ownWords } from '#search/lexicon/live.ts'
import { listThemes } from '../../../domain/theme/queries.server.ts'
import { choicesNamed, facet, listChrome } from '../../../http/list.server.ts'
import { openPage } from '../../../http/page.server.ts'
import type { Locale } from '../../../i18n/locale.ts'

const size = 50

interface Filter {
  q: string | null
  theme: string | null
  file: string | null
  own: boolean
}

type Row = Concept & { own: OwnWord[] }

/** One page of the lexicon's concepts, with the filters. */
export async function loadConcepts(args: LoaderFunctionArgs) {
  const { query, locale, t, db } = await openPage(args)
  const { concepts } = args.context.lexicon.files
  const [words, themes] = await Promise.all([ownWords(db), listThemes(db)])
  const own = Map.groupBy(words, ({ concept }) => concept)
  const all: Row[] = concepts.map((concept) => ({ ...concept, own: own.get(concept.id) ?? [] }))
  const files = [...new Set(concepts.map(({ file }) => file))]
  const filter: Filter = {
    q: query.text('q'),
    theme: query.bySlug('thema', themes)?.id ?? null,
    file: query.choice('lijst', files),
    own: query.choice('eigen', ['ja']) !== null,
  }
  const found = sorted(matching(all, filter), filter.q, locale)
  const { page, pages, offset } = query.page(found.length, size)
  const count = (rows: Row[], valuesOf: (row: Row) => string[]) => {
    const values = rows.flatMap(valuesOf)
    return [...Map.groupBy(values, (value) => value)].map(([value, { length }]) => ({ value, n: length }))
  }
  const nameOf = new Map(concepts.map((concept) => [concept.id, concept[locale][0]]))
  const chrome = listChrome(query, t, locale, {
    q: filter.q,
    facets: [
      facet(
        query,
        'eigen',
        t('administration.words.own'),
        [{ id: 'ja', slug: 'ja', label: t('administration.words.withOwn') }],
        count(matching(all, { ...filter, own: true }), () => ['ja']),
        filter.own ? 'ja' : null,
      ),
      facet(
        query,
        'thema',
        t('lists.facet.theme'),
        choicesNamed(locale)(themes),
        count(matching(all, { ...filter, theme: null }), (row) => row.themes),
        filter.theme,
      ),
      facet(
        query,
        'lijst',
        t('administration.words.file'),
        files.map((id) => ({ id, slug: id, label: t(`administration.words.files.${id}` as 'common.all') })),
        count(matching(all, { ...filter, file: null }), (row) => [row.file]),
        filter.file,
      ),
    ],
    sorts: [],
    sort: '',
    columns: [],
    downloads: false,
    total: found.length,
    examples: 0,
    size,
    page,
    pages,
  })
  return {
    title: t('administration.words.title'),
    description: t('administration.words.intro'),
    rows: found.slice(offset, offset + size).map(({ id, nl, en, broader, own }) => ({
      id,
      labels: { nl, en },
      own: own.map(({ language, label }) => ({ language, label })),
      broader: broader.map((one) => ({ id: one, name: nameOf.get(one) ?? one })),
    })),
    chrome,
    ignored: query.ignored,
  }
}

const labelsOf = (row: Row) => [...row.nl, ...row.en, ...row.own.map(({ label }) => label)].map(fold)

/** What has all of the filter. */
function matching(rows: Row[], { q, theme, file, own }: Filter): Row[] {
  const sought = q && fold(q)
  return rows.filter(
    (row) =>
      (!theme || row.themes.includes(theme)) &&
      (!file || row.file === file) &&
      (!own || row.own.length > 0) &&
      (!sought || labelsOf(row).some((label) => label.includes(sought))),
  )
}

/** By the alphabet; what is sought goes first when it is the whole of a label. */
function sorted(rows: Row[], q: string | null, locale: Locale): Row[] {
  const sought = q && fold(q)
  const { compare } = new Intl.Collator(locale)
  return rows
    .map((row) => ({ row, whole: sought !== null && labelsOf(row).includes(sought) }))
    .sort((a, b) => Number(b.whole) - Number(a.whole) || compare(a.row[locale][0] ?? '', b.row[locale][0] ?? ''))
    .map(({ row }) => row)
}

export type ConceptsView = Awaited<ReturnType<typeof loadConcepts>>
