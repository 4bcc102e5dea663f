import type { Db } from '#db/client.ts'

export type Choices = Awaited<ReturnType<typeof listChoices>>

/** The themes, ROMs and technologies one can filter by, in their own order. */
export async function listChoices(db: Db) {
  const [themes, roms, technologies] = await Promise.all([
    db.selectFrom('theme').select(['id', 'slug', 'kind', 'name_nl', 'name_en']).orderBy('position').execute(),
    db
      .selectFrom('rom')
      .select(['id', 'slug', 'short_name', 'name as name_nl', 'name as name_en'])
      .orderBy('position')
      .execute(),
    db
      .selectFrom('technology')
      .select(['id', 'id as slug', 'kind', 'name_nl', 'name_en'])
      .where('kind', '=', 'priority')
      .orderBy('position')
      .execute(),
  ])
  return { themes, roms, technologies }
}

/** Every technology in its own order: the national priorities and the clusters. */
export function listTechnologies(db: Db) {
  return db
    .selectFrom('technology')
    .select(['id', 'parent_id', 'kind', 'name_nl', 'name_en'])
    .orderBy('kind', 'desc')
    .orderBy('position')
    .execute()
}
