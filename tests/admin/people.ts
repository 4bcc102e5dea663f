import { addAccount, grantRole } from '#app/domain/account/queries.server.ts'
import type { StaffRole } from '#db/tables/accounts.ts'
import { write } from '#db/write.ts'
import type { testPortal } from '../support/portal.ts'

type Portal = Awaited<ReturnType<typeof testPortal>>
export const users = '/beheer/gebruikers'
export const script = '<script>alert(1)</script>'

/** Somebody with a role, as if they had chosen a password. */
export function person(portal: Portal, name: string, role?: StaffRole, romId: string | null = null): Promise<string> {
  const at = portal.now().toISOString()
  return write(portal.db, { id: 'system' }, portal.now(), async (trx) => {
    const email = `${crypto.randomUUID()}@rom.example`
    const accountId = await addAccount(trx, { email, name, locale: 'nl' }, at)
    await trx
      .updateTable('account')
      .set({ password_hash: 'x', verified_at: at })
      .where('id', '=', accountId)
      .execute()
    if (role) await grantRole(trx, { accountId, role, romId, by: 'system' }, at)
    return accountId
  })
}

export function rolesOf(portal: Portal, accountId: string) {
  return portal.db
    .selectFrom('account_role')
    .select(['id', 'role', 'rom_id', 'revoked_at', 'revoked_by', 'granted_by'])
    .where('account_id', '=', accountId)
    .orderBy('granted_at')
    .execute()
}

export async function statusOf(answer: Promise<Response>): Promise<number> {
  const { status, body } = await answer
  await body?.cancel()
  return status
}
