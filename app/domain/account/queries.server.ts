import { sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { AccountTable } from '#db/tables/accounts.ts'
import type { Locale } from '../../i18n/locale.ts'
import type { Actor, Membership, Role } from './types.ts'

/** As it is kept: addresses differ by case only on paper. */
export function normalised(email: string): string {
  return email.trim().toLowerCase()
}

/** The account of an address; undefined when there is none, or it was forgotten. */
export function accountByEmail(db: Db, email: string): Promise<AccountTable | undefined> {
  return db.selectFrom('account').selectAll().where('email', '=', normalised(email)).executeTakeFirst()
}

export function accountById(db: Db, id: string): Promise<AccountTable | undefined> {
  return db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
}

/**
 * Somebody with the rights of this day.
 * @param today YYYY-MM-DD
 * @returns null when there is no such account, or it is blocked or forgotten
 */
export async function actorById(db: Db, id: string, today: string): Promise<Actor | null> {
  const account = await accountById(db, id)
  return account ? actorOf(db, account, today) : null
}

/** As `actorById`, of an account that was read. */
export async function actorOf(db: Db, account: AccountTable, today: string): Promise<Actor | null> {
  const { id } = account
  if (!account.email || account.blocked_at || account.forgotten_at) return null
  const [roles, memberships] = await Promise.all([rolesOf(db, id, today), membershipsOf(db, id)])
  return {
    id,
    name: account.name ?? '',
    email: account.email,
    locale: account.locale,
    verified: account.verified_at !== null,
    roles,
    memberships,
    twoFactor: account.totp_confirmed_at !== null,
  }
}

/** One's own roles, and those of whom one stands in for on this day, save administration: that is not handed on by being away. */
async function rolesOf(db: Db, id: string, today: string): Promise<Role[]> {
  const { rows } = await sql<Role>`
    SELECT role, rom_id AS romId, NULL AS standsInFor FROM account_role
    WHERE account_id = ${id} AND revoked_at IS NULL
    UNION ALL
    SELECT r.role, r.rom_id, r.account_id FROM deputy d
    JOIN account a ON a.id = d.account_id AND a.blocked_at IS NULL AND a.forgotten_at IS NULL
    JOIN account_role r ON r.account_id = d.account_id AND r.revoked_at IS NULL AND r.role <> 'administrator'
    WHERE d.deputy_id = ${id} AND d.ended_at IS NULL AND ${today} BETWEEN d.from_on AND d.until_on
    ORDER BY 3, 1, 2`.execute(db)
  return rows
}

async function membershipsOf(db: Db, id: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom('organisation_member')
    .select(['organisation_id', 'role', 'confirmed_at'])
    .where('account_id', '=', id)
    .where('ended_at', 'is', null)
    .orderBy('organisation_id')
    .execute()
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    role: row.role,
    confirmed: row.confirmed_at !== null,
  }))
}

export interface NewAccount {
  email: string
  name: string | null
  locale: Locale
  isExample?: boolean
}

/**
 * Makes an account, without a password and without rights. It writes: call it within `write`.
 * @returns its id
 * @throws a unique violation when the address has one already
 */
export async function addAccount(trx: Db, account: NewAccount, now: string): Promise<string> {
  const id = `person-${crypto.randomUUID()}`
  await trx.insertInto('actor').values({ id, kind: 'person', name: 'person' }).execute()
  await trx
    .insertInto('account')
    .values({
      id,
      email: normalised(account.email),
      name: account.name,
      locale: account.locale,
      rights_changed_at: now,
      is_example: account.isExample ? 1 : 0,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return id
}

/** Says that somebody's rights are others now: each session gets another id at its next request. Call it within `write`. */
export async function rightsChanged(trx: Db, accountId: string, now: string): Promise<void> {
  await trx
    .updateTable('account')
    .set({ rights_changed_at: now, updated_at: now })
    .where('id', '=', accountId)
    .execute()
}

/** Gives a role; nothing happens when it is had already. Call it within `write`. */
export async function grantRole(
  trx: Db,
  granted: { accountId: string; role: Role['role']; romId: string | null; by: string },
  now: string,
): Promise<void> {
  const given = await trx
    .insertInto('account_role')
    .values({
      id: crypto.randomUUID(),
      account_id: granted.accountId,
      role: granted.role,
      rom_id: granted.romId,
      granted_at: now,
      granted_by: granted.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(given.numInsertedOrUpdatedRows) > 0) await rightsChanged(trx, granted.accountId, now)
}
