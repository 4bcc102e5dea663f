import type { Db } from '#db/client.ts'
import type { KeptFormTable } from '#db/tables/accounts.ts'

/** Keeps a form, and lets go of those whose time is over. */
export async function addKeptForm(db: Db, form: KeptFormTable, now: string): Promise<void> {
  await db.deleteFrom('kept_form').where('expires_at', '<=', now).execute()
  await db.insertInto('kept_form').values(form).execute()
}

/** What identifies a kept form to the person it is for. */
type Wanted = Pick<KeptFormTable, 'id' | 'path'> & { accountId: string }

function keptFor(db: Db, { id, path, accountId }: Wanted, now: string) {
  return db
    .selectFrom('kept_form')
    .select(['id', 'sealed'])
    .where('id', '=', id)
    .where('path', '=', path)
    .where('expires_at', '>', now)
    .where((eb) => eb.or([eb('account_id', 'is', null), eb('account_id', '=', accountId)]))
}

/** The sealed fields of a kept form, which stays; undefined when there is none for this person. */
export async function seeKeptForm(db: Db, wanted: Wanted, now: string): Promise<string | undefined> {
  return (await keptFor(db, wanted, now).executeTakeFirst())?.sealed
}

/** The sealed fields of a kept form, which is gone then: two who ask at once do not both get it. */
export async function takeKeptForm(db: Db, wanted: Wanted, now: string): Promise<string | undefined> {
  const taken = await db
    .deleteFrom('kept_form')
    .where('id', 'in', keptFor(db, wanted, now).clearSelect().select('id'))
    .returning('sealed')
    .executeTakeFirst()
  return taken?.sealed
}
