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
