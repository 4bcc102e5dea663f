import { evidenceSorts, listEvidence } from '../../../domain/evidence/queries.server.ts'
import { localized } from '../../../i18n/locale.ts'
import { projectFilter } from '../project/list.server.ts'
import type { Table } from './tables.server.ts'

/** Without the objectives, which are pages long: each row has the address of its source. */
export const projects: Table = async (asked) => {
  const { query, locale, t, db } = asked
  const { filter } = await projectFilter(asked)
  const sort = query.choice('sorteer', evidenceSorts) ?? 'nieuw'
  const rows = await listEvidence(db, filter, { sort, limit: -1, offset: 0 })
  const columns = [
    'acronym',
    'title',
    'starts',
    'ends',
    'state',
    'status',
    'topic',
    'keywords',
    'themes',
    'technologies',
    'participants',
    'regions',
    'source',
  ] as const
  const joined = (values: Iterable<string | null>) => [...new Set(values)].filter(Boolean).join('; ')
  return {
    columns: ['slug', ...columns.map((key) => t(`projects.column.${key}`)), `${t('projects.column.grant')} (€)`],
    rows: rows.map((row) => [
      row.slug,
      row.acronym,
      row.title,
      row.starts_on,
      row.ends_on,
      t(`projects.state.${row.state}`),
      row.status && t(`projects.status.${row.status}`),
      row.topic,
      joined(row.keywords),
      joined(row.themes.map((theme) => localized(theme, 'name', locale))),
      joined(row.technologies.map((technology) => localized(technology, 'name', locale))),
      joined(row.participants.map(({ name, role }) => `${name} (${t(`projects.role.${role}`)})`)),
      joined(row.participants.map((participant) => participant.rom_name)),
      row.url,
      row.grant_cents === null ? null : row.grant_cents / 100,
    ]),
  }
}
