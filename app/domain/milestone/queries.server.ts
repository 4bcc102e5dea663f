import { sql } from 'kysely'
import type { Db } from '#db/client.ts'

/** Everything with a date that everybody may see: milestones, and the opening and deadline of calls. */
export async function listCalendar(db: Db) {
  const [milestones, calls] = await Promise.all([
    db
      .selectFrom('milestone as m')
      .leftJoin('public_undertaking as u', 'u.id', 'm.undertaking_id')
      .leftJoin('source as s', 's.id', 'm.source_id')
      .where((eb) => eb.or([eb('m.undertaking_id', 'is', null), eb('u.id', 'is not', null)]))
      .select(['m.id', 'm.kind', 'm.title_nl', 'm.title_en', 'm.starts_on', 'm.ends_on', 'm.place'])
      .select(['u.kind as undertaking_kind', 'u.slug as undertaking_slug', 'u.name_nl', 'u.name_en'])
      .select(['s.title as source_title', 's.url as source_url', 's.retrieved_on'])
      .orderBy('m.starts_on')
      .execute(),
    db.selectFrom('public_call').selectAll().execute(),
  ])
  const dates = calls.flatMap((call) => {
    const { title_nl, title_en, slug, is_example, published_at } = call
    const base = { title_nl, title_en, slug, is_example, published_at }
    return [
      ...(call.opens_on
        ? [{ ...base, id: `${call.id}:opens`, kind: 'call_opens' as const, starts_on: call.opens_on }]
        : []),
      ...(call.deadline_on
        ? [{ ...base, id: `${call.id}:deadline`, kind: 'call_deadline' as const, starts_on: call.deadline_on }]
        : []),
    ]
  })
  return { milestones, calls: dates }
}

/** The newest dated events up to a day, newest first: what is new. */
export function listNews(db: Db, day: string, limit: number) {
  return db
    .selectFrom('milestone as m')
    .innerJoin('public_undertaking as u', 'u.id', 'm.undertaking_id')
    .where('m.starts_on', '<=', day)
    .select(['m.id', 'm.title_nl', 'm.title_en', 'm.starts_on'])
    .select(['u.kind as undertaking_kind', 'u.slug as undertaking_slug', 'u.name_nl', 'u.name_en'])
    .orderBy(sql`m.starts_on`, 'desc')
    .limit(limit)
    .execute()
}
