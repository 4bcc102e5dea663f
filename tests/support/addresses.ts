import type { RouteConfigEntry } from '@remix-run/route-config'
import type { Kysely } from 'kysely'
import routes from '#app/routes.ts'
import type { Database } from '#db/schema.ts'
import { fullProject, sampleEvidence } from './evidence.ts'

/** Settings of a portal on which every page of the route map is there: single sign-on is only where it was set up. */
export const withEveryPage = {
  oidc: { issuer: 'https://issuer.example', clientId: 'schakel', clientSecret: 'x', name: 'Microsoft', domains: [] },
}

/** Every address of the route map that is a page for everybody, with one real slug where it takes one. Adds some projects: there are none. */
export async function pageAddresses(db: Kysely<Database>): Promise<string[]> {
  await sampleEvidence(db)
  const slug = async (table: 'theme' | 'organisation' | 'rom' | 'instrument' | 'call') =>
    (await db.selectFrom(table).select('slug').orderBy('slug').executeTakeFirstOrThrow()).slug
  const undertaking = async (kind: 'programme' | 'initiative') =>
    (
      await db
        .selectFrom('undertaking as u')
        .innerJoin('contribution as c', 'c.undertaking_id', 'u.id')
        .select('slug')
        .where('kind', '=', kind)
        .orderBy('slug')
        .executeTakeFirst()
    )?.slug ?? ''
  const slugs: Record<string, string> = {
    themas: await slug('theme'),
    programmas: await undertaking('programme'),
    initiatieven: await undertaking('initiative'),
    organisaties: (
      await db
        .selectFrom('organisation as o')
        .innerJoin('listing as l', 'l.organisation_id', 'o.id')
        .select('o.slug')
        .where('l.visibility', '=', 'public')
        .orderBy('o.slug')
        .executeTakeFirstOrThrow()
    ).slug,
    roms: await slug('rom'),
    regelingen: await slug('instrument'),
    oproepen: await slug('call'),
    projecten: fullProject,
  }
  const pages = (routes as RouteConfigEntry[]).filter(
    ({ file }) => /^routes\/(public|account)\/.*\.tsx$/.test(file) && !/not-found|account\/code/.test(file),
  )
  return pages.map(({ path = '' }) => {
    const [base = ''] = path.split('/')
    if (!path.includes(':slug')) return `/${path}`
    const value = slugs[base]
    if (!value) throw new Error(`No slug to try for ${path}: add one in tests/support/addresses.ts`)
    return `/${path.replace(':slug', value)}`
  })
}
