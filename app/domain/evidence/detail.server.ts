import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import { sourcesById } from '../source/queries.server.ts'
import { participantsOf, stateOn, technologiesOf, themesOf } from './queries.server.ts'

/**
 * Everything a project's page shows, with its state on a day. When a ROM takes part in it, `undertaking` is the
 * initiative as which it is shown instead.
 * @returns undefined when there is none to see
 */
export async function findEvidence(db: Db, slug: string, day: string) {
  const row = await db
    .selectFrom('evidence as e')
    .leftJoin('public_undertaking as u', 'u.id', 'e.undertaking_id')
    .selectAll('e')
    .select([stateOn(day).as('state'), 'u.kind as undertaking_kind', 'u.slug as undertaking_slug'])
    .where('e.slug', '=', slug)
    .where((eb) => eb.or([eb('e.undertaking_id', 'is', null), eb('u.id', 'is not', null)]))
    .executeTakeFirst()
  if (!row) return undefined
  const { undertaking_kind, undertaking_slug, ...evidence } = row
  const [themes, technologies, participants, sources] = await Promise.all([
    themesOf(db, [row.id]),
    technologiesOf(db, [row.id]),
    participantsOf(db, [row.id]),
    sourcesById(db, [row.source_id]),
  ])
  return {
    ...evidence,
    keywords: JSON.parse(row.keywords) as string[],
    undertaking: undertaking_kind && undertaking_slug ? { kind: undertaking_kind, slug: undertaking_slug } : null,
    themes,
    technologies,
    participants,
    sources,
  }
}

/**
 * What an organisation did before: how many projects, how many of those are in the list of projects (the others are
 * shown as initiatives), and the latest ones.
 */
export async function evidenceOfOrganisation(db: Db, organisationId: string, limit: number) {
  const shown = db
    .selectFrom('evidence_organisation as eo')
    .innerJoin('evidence as e', 'e.id', 'eo.evidence_id')
    .leftJoin('public_undertaking as u', 'u.id', 'e.undertaking_id')
    .where('eo.organisation_id', '=', organisationId)
    .where((eb) => eb.or([eb('e.undertaking_id', 'is', null), eb('u.id', 'is not', null)]))
  const [counts, latest] = await Promise.all([
    shown
      .select((eb) => [
        eb.fn.countAll<number>().as('total'),
        sql<number>`coalesce(sum(e.undertaking_id IS NULL), 0)`.as('listed'),
      ])
      .executeTakeFirstOrThrow(),
    shown
      .select(['e.id', 'e.slug', 'e.kind', 'e.acronym', 'e.title', 'e.starts_on', 'e.ends_on', 'eo.role'])
      .select(['u.kind as undertaking_kind', 'u.slug as undertaking_slug'])
      .orderBy(sql`e.starts_on DESC NULLS LAST`)
      .orderBy('e.id')
      .limit(limit)
      .execute(),
  ])
  return { ...counts, latest }
}

/** What CORDIS says of a programme or initiative: title, objective and where it is from. */
export function evidenceOfUndertaking(db: Db, undertakingId: string) {
  return db
    .selectFrom('evidence as e')
    .innerJoin('source as s', 's.id', 'e.source_id')
    .where('e.undertaking_id', '=', undertakingId)
    .where('e.kind', '=', 'cordis')
    .where('e.summary', 'is not', null)
    .select(['e.id', 'e.kind', 'e.acronym', 'e.title', 'e.summary', 'e.url', 'e.source_id'])
    .select(['s.publisher', 's.licence'])
    .orderBy('e.id')
    .execute()
}
