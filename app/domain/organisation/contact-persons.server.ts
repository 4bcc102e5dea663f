import { sql } from 'kysely'
import type { Db } from '#db/client.ts'

export interface NewContactPerson {
  organisationId: string
  name: string
  email: string
  phone: string
  job: string
  locale: 'nl' | 'en'
  isTransferOffice: boolean
}

/** Puts on record whom to write to at an organisation; somebody who is known by that address already is kept up to date. Call it within `write`. @returns the id */
export async function addContactPerson(trx: Db, person: NewContactPerson, by: string, at: string): Promise<string> {
  const email = person.email.trim().toLowerCase()
  const own = {
    name: person.name,
    phone: person.phone || null,
    job: person.job || null,
    locale: person.locale,
    is_transfer_office: person.isTransferOffice ? (1 as const) : (0 as const),
    updated_at: at,
  }
  const known = await trx
    .selectFrom('contact_person')
    .select('id')
    .where('organisation_id', '=', person.organisationId)
    .where('email', '=', email)
    .executeTakeFirst()
  if (known) {
    await trx.updateTable('contact_person').set(own).where('id', '=', known.id).execute()
    return known.id
  }
  const id = crypto.randomUUID()
  await trx
    .insertInto('contact_person')
    .values({
      ...{ id, organisation_id: person.organisationId, email, ...own },
      ...{ is_example: 0, created_at: at, created_by: by },
    })
    .execute()
  return id
}

/** Whom the ROMs know at an organisation, the first first. */
export function contactPersonsOf(db: Db, organisationId: string) {
  return db
    .selectFrom('contact_person')
    .select(['id', 'name', 'email', 'phone', 'job', 'is_transfer_office'])
    .where('organisation_id', '=', organisationId)
    .where('forgotten_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/**
 * Forgets somebody: every personal value goes, and mail that holds one. What was done with them stays on record as done with somebody.
 * Call it within `write`. @returns false when there is no such person at the organisation
 */
export async function forgetContactPerson(trx: Db, organisationId: string, id: string, at: string): Promise<boolean> {
  const person = await trx
    .selectFrom('contact_person')
    .select('email')
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('forgotten_at', 'is', null)
    .executeTakeFirst()
  if (!person) return false
  const gone = { name: null, email: null, phone: null, job: null, forgotten_at: at, updated_at: at }
  await trx.updateTable('contact_person').set(gone).where('id', '=', id).execute()
  if (person.email) {
    const { email } = person
    await trx
      .deleteFrom('mail')
      .where((eb) => eb.or([eb('address', '=', email), eb(sql`instr(params, ${email})`, '>', 0)]))
      .execute()
  }
  return true
}
