import { hashPassword } from '#app/auth/passwords.server.ts'
import { recorded } from '#app/auth/record.server.ts'
import type { App } from '#app/context.server.ts'
import { setPassword } from '#app/domain/account/own.server.ts'
import { addAccount, grantRole } from '#app/domain/account/queries.server.ts'
import type { Role } from '#app/domain/account/types.ts'

/** One that no list of common ones has. */
export const password = 'zeven groene fietsen bij het kanaal'

export interface Person {
  id: string
  email: string
  name: string
}

let number = 0

/** Somebody with an account and a password, made by the functions the portal itself uses. */
export async function addPerson(
  app: Pick<App, 'db' | 'now' | 'env'>,
  has: { name?: string; email?: string; role?: Role['role']; romId?: string; password?: string | null } = {},
): Promise<Person> {
  number += 1
  const { name = `Pieta Proefpersoon ${number}`, email = `pieta${number}@proef.example` } = has
  const hash = has.password === null ? null : await hashPassword(has.password ?? password)
  const now = app.now().toISOString()
  const id = await recorded(app, 'system', async (trx) => {
    const account = await addAccount(trx, { email, name, locale: 'nl' }, now)
    await trx.updateTable('account').set({ verified_at: now }).where('id', '=', account).execute()
    if (hash) await setPassword(trx, account, hash, now)
    const { role, romId = null } = has
    if (role) await grantRole(trx, { accountId: account, role, romId, by: 'system' }, now)
    return account
  })
  return { id, email, name }
}
