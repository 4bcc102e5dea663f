import { expect } from 'vitest'
import { Browser } from './browser.ts'
import { addPerson } from './people.ts'
import { type Portal, testPortal } from './portal.ts'

/** Somebody of two ROMs, an administrator, and an organisation in the region of the first ROM. */
export async function claimScene() {
  const portal = await testPortal()
  const { db } = portal
  const organisation = await db
    .selectFrom('public_organisation')
    .select(['id', 'slug', 'name'])
    .where('seat_rom_id', '=', 'nom')
    .where('is_example', '=', 0)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const add = async (has: Parameters<typeof addPerson>[1]) => (await addPerson(portal, has)).id
  const ids = {
    asker: await add({ name: 'Ada Vrager' }),
    colleague: await add({ name: 'Cas Collega' }),
    developer: await add({ name: 'Dirk Noord', role: 'business_developer', romId: 'nom' }),
    coordinator: await add({ name: 'Cora Noord', role: 'coordinator', romId: 'nom' }),
    foreigner: await add({ name: 'Lies Limburg', role: 'business_developer', romId: 'liof' }),
    secretary: await add({ name: 'Sam Secretaris', role: 'secretary' }),
    administrator: await add({ name: 'Bo Beheer', role: 'administrator' }),
  }
  const as = (who: keyof typeof ids) => new Browser(portal).signInAs(ids[who])
  return { portal, db, ids, as, organisation, path: `/organisaties/${organisation.slug}/beheren` }
}

/** All that was ever asked, whatever came of it. */
export function claimsOf(portal: Portal) {
  return portal.db.selectFrom('organisation_member').selectAll().where('note', 'is not', null).execute()
}

/** The mail of one kind, with whom it is for. */
export async function mailsOf(portal: Portal, template: string) {
  const rows = await portal.db.selectFrom('mail').selectAll().where('template', '=', template).orderBy('id').execute()
  return rows.map(({ account_id, params }) => ({ to: account_id, params: JSON.parse(params) }))
}

/** Asks as somebody. @returns the id of the claim */
export async function askClaim(portal: Portal, path: string, accountId: string, note = 'Ik werk hier') {
  const asker = await new Browser(portal).signInAs(accountId)
  const answer = await asker.post(path, { note })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, path])
  const rows = await claimsOf(portal)
  return rows.find(({ account_id, ended_at }) => account_id === accountId && !ended_at)?.id ?? ''
}
