import { sql } from 'kysely'
import { among } from '#db/among.ts'
import type { Db } from '#db/client.ts'
import { contains } from '#db/like.ts'
import type { SearchEngine } from '#search/engine.ts'

/** An organisation that was meant, or may have been. */
export interface Picked {
  id: string
  slug: string
  name: string
  name_en: string | null
  kind: string
  place: string | null
  rom: string | null
  seat_rom_id: string | null
  is_example: 0 | 1
}

export type Pick = { one: Picked; candidates: null } | { one: null; candidates: Picked[] }

const most = 8

function organisations(db: Db) {
  return db
    .selectFrom('organisation as o')
    .leftJoin('rom', 'rom.id', 'o.seat_rom_id')
    .select([
      'o.id',
      'o.slug',
      'o.name',
      'o.name_en',
      'o.kind',
      'o.place',
      'o.is_example',
      'o.seat_rom_id',
      'rom.short_name as rom',
    ])
    .where('o.withdrawn_at', 'is', null)
    .orderBy(sql`o.name COLLATE NOCASE`)
    .orderBy('o.id')
}

/**
 * The organisation that staff mean by what they typed: its address, its KvK number, or its name when there is one such.
 * @returns when it could be more or none, the ones it may be: by part of the name, or else by the search server's tolerance of typing errors
 */
export async function pickOrganisation(
  { db, search }: { db: Db; search: SearchEngine },
  typed: string,
  language: 'nl' | 'en',
): Promise<Pick> {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (!text) return { one: null, candidates: [] }
  const kvk = text.replace(/[ .]/g, '')
  const exact = await organisations(db)
    .where((eb) =>
      eb.or([
        eb('o.slug', '=', text),
        eb('o.kvk_number', '=', kvk),
        eb(sql`lower(o.name)`, '=', text.toLowerCase()),
        eb(sql`lower(o.name_en)`, '=', text.toLowerCase()),
      ]),
    )
    .limit(most)
    .execute()
  const bySlug = exact.find(({ slug }) => slug === text)
  const [only] = bySlug ? [bySlug] : exact
  if (only && (bySlug || exact.length === 1)) return { one: only, candidates: null }
  if (exact.length > 1) return { one: null, candidates: exact }
  const pattern = contains(text)
  const alike = await organisations(db)
    .where(
      sql<boolean>`(o.name LIKE ${pattern} ESCAPE '\\' OR o.name_en LIKE ${pattern} ESCAPE '\\'
        OR o.id IN (SELECT organisation_id FROM organisation_alias a WHERE a.name LIKE ${pattern} ESCAPE '\\'))`,
    )
    .limit(most)
    .execute()
  if (alike.length > 0) return { one: null, candidates: alike }
  const answer = await search.find({
    ...{ text, typing: true, filter: {}, types: ['organisation'], sort: 'relevance', language },
    ...{ limit: most, offset: 0, facets: false },
  })
  const ids = (answer?.hits ?? []).map(({ id }) => id)
  const rows = await organisations(db).where('o.id', 'in', among(ids)).execute()
  return { one: null, candidates: ids.flatMap((id) => rows.find((row) => row.id === id) ?? []) }
}
