import { hashPassword } from '#app/auth/passwords.server.ts'
import type { App } from '#app/context.server.ts'
import { addAccount, grantRole } from '#app/domain/account/queries.server.ts'
import type { StaffRole } from '#db/tables/accounts.ts'
import { write } from '#db/write.ts'

/** One that no list of common ones has. */
export const password = 'zeven groene fietsen bij het kanaal'
let hash: Promise<string | null> | undefined

export interface Person {
  id: string
  email: string
  name: string
}

let number = 0

/**
 * Somebody with a verified account, made by the functions the portal itself uses.
 * @param has.password null for none; absent for `password`
 */
export async function addPerson(
  app: Pick<App, 'db' | 'now'>,
  has: { name?: string; email?: string; role?: StaffRole; romId?: string; password?: null } = {},
): Promise<Person> {
  number += 1
  const { name = `Pieta Proefpersoon ${number}`, email = `pieta${number}@proef.example` } = has
  hash ??= hashPassword(password)
  const own = { verified_at: app.now().toISOString(), password_hash: has.password === null ? null : await hash }
  return write(app.db, { id: 'system' }, app.now(), async (trx) => {
    const id = await addAccount(trx, { email, name, locale: 'nl' }, own.verified_at)
    await trx.updateTable('account').set(own).where('id', '=', id).execute()
    const { role, romId = null } = has
    if (role) await grantRole(trx, { accountId: id, role, romId, by: 'system' }, own.verified_at)
    return { id, email, name }
  })
}
