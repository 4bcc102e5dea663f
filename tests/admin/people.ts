import type { Portal } from '../support/portal.ts'

export const users = '/beheer/gebruikers'
export const script = '<script>alert(1)</script>'

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
