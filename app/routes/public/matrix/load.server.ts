import type { LoaderFunctionArgs } from '@remix-run/node'
import { listMatrix, unrecordedBefore } from '../../../domain/participation/queries.server.ts'
import { markOf } from '../../../domain/participation/types.ts'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import { undertakingStatuses } from '../../../domain/undertaking/types.ts'
import { openPage } from '../../../http/page.server.ts'
import type { PageQuery } from '../../../http/query.ts'
import { localized } from '../../../i18n/locale.ts'

const coreTasks = ['innovate', 'internationalise', 'invest'] as const
const kinds = ['programme', 'initiative'] as const

/** What the matrix is asked to show. Used by the page and by its downloads, so that they agree. */
export function matrixQuery(query: PageQuery, themes: { id: string; slug: string }[], today: string) {
  const theme = query.bySlug('thema', themes)
  const pillar = query.choice('pijler', ['1', '2', '3'])
  return {
    theme: theme?.id ?? null,
    themeSlug: theme?.slug ?? null,
    coreTask: query.choice('kerntaak', coreTasks),
    pillar: pillar ? Number(pillar) : null,
    status: query.choice('status', [...undertakingStatuses, 'unknown']),
    kind: query.choice('soort', kinds),
    on: query.day('datum') ?? today,
    known: query.dayUntil('stand', today) ?? today,
  }
}

/** The matrix by theme: an undertaking stands under each of its one or two themes, and is counted once in the totals. */
export async function loadMatrix(args: LoaderFunctionArgs) {
  const { query, locale, t, db, today } = await openPage(args)
  const { themes, roms } = await listChoices(db)
  const asked = matrixQuery(query, themes, today)
  const { on, known } = asked
  const unrecorded = await unrecordedBefore(db, known)
  const { rows: listed, over } = await listMatrix(db, asked, { on, known })
  const rows = listed.map(({ cell, ...row }) => ({
    ...row,
    cells: roms.map((rom) => {
      const participation = cell(rom.id)
      return { rom: rom.id, mark: markOf(participation), ...participation }
    }),
  }))
  const takesPart = (mark: string) => mark !== 'unknown' && mark !== 'absent' && mark !== 'invited'
  // What belongs to more than two themes would stand there again and again: it has a place of its own.
  const several = (row: { themes: string[] }) => !asked.theme && row.themes.length > 2
  const groups = [
    ...themes.map((theme) => ({
      theme,
      name: localized(theme, 'name', locale),
      rows: rows.filter((row) => row.themes.includes(theme.id) && !several(row)),
    })),
    { theme: null, name: t('matrix.several'), rows: rows.filter(several) },
    { theme: null, name: t('matrix.noTheme'), rows: rows.filter((row) => row.themes.length === 0) },
  ]
  const option = (value: string, label: string) => ({ value, label })
  return {
    title: t('matrix.title'),
    description: t('matrix.intro'),
    roms,
    groups: groups.filter((group) => group.rows.length > 0 && (!asked.theme || group.theme?.id === asked.theme)),
    totals: roms.map((_rom, index) => rows.filter((row) => takesPart(row.cells[index]?.mark ?? 'unknown')).length),
    count: rows.length,
    over,
    moment: { on, known, today, unrecorded },
    search: new URL(query.href({}), query.url).search,
    filters: [
      {
        name: 'thema',
        label: t('lists.facet.theme'),
        value: asked.themeSlug ?? '',
        options: themes.map((theme) => option(theme.slug, localized(theme, 'name', locale))),
      },
      {
        name: 'soort',
        label: t('matrix.kind'),
        value: asked.kind ?? '',
        options: kinds.map((kind) => option(kind, t(`common.kind.${kind}`))),
      },
      {
        name: 'kerntaak',
        label: t('matrix.coreTask'),
        value: asked.coreTask ?? '',
        options: coreTasks.map((task) => option(task, t(`common.coreTask.${task}`))),
      },
      {
        name: 'pijler',
        label: t('matrix.pillar'),
        value: asked.pillar ? String(asked.pillar) : '',
        options: ['1', '2', '3'].map((pillar) => option(pillar, pillar)),
      },
      {
        name: 'status',
        label: t('lists.facet.status'),
        value: asked.status ?? '',
        options: [...undertakingStatuses, 'unknown' as const].map((status) =>
          option(status, t(`common.status.${status}`)),
        ),
      },
    ],
    ignored: query.ignored,
  }
}

export type MatrixData = Awaited<ReturnType<typeof loadMatrix>>
