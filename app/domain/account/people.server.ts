import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { among } from '#db/among.ts'
import type { Db } from '#db/client.ts'
import { contains } from '#db/like.ts'
import type { Database } from '#db/schema.ts'
import type { StaffRole } from '#db/tables/accounts.ts'
import { actorNames } from './names.server.ts'
import type { AccountStatus } from './types.ts'

/** Whose people: those of these ROMs, by id; null means everybody. */
export type Scope = string[] | null

export interface PeopleFilter {
  q: string | null
  role: StaffRole | 'member' | null
  rom: string | null
  status: AccountStatus | null
  twoFactor: 'on' | 'off' | null
}
type Dimension = Exclude<keyof PeopleFilter, 'q'>

type Query = SelectQueryBuilder<Database & { a: Database['account'] }, 'a', object>

const status = sql<AccountStatus>`CASE
  WHEN a.blocked_at IS NOT NULL THEN 'blocked'
  WHEN a.password_hash IS NULL AND a.is_example = 0 AND a.id NOT IN (SELECT account_id FROM account_identity) THEN 'invited'
  ELSE 'active' END`
const twoFactor = sql<'on' | 'off'>`iif(a.totp_confirmed_at IS NULL, 'off', 'on')`

/** The roles that are had now, as far as one may see them: those of the own ROMs, or all. As SQL over `r`. */
function seenRoles(
  scope: Scope,
  { role, rom }: Partial<Pick<PeopleFilter, 'role' | 'rom'>> = {},
): RawBuilder<boolean> {
  return sql<boolean>`r.revoked_at IS NULL
    ${scope ? sql`AND r.rom_id IN ${among(scope)}` : sql``}
    ${role && role !== 'member' ? sql`AND r.role = ${role}` : sql``}
    ${rom ? sql`AND r.rom_id = ${rom}` : sql``}`
}

const isMember = sql<boolean>`a.id IN (SELECT account_id FROM organisation_member WHERE ended_at IS NULL)`

function filtered(db: Db, scope: Scope, filter: PeopleFilter, except?: Dimension): Query {
  let query = db.selectFrom('account as a').where('a.forgotten_at', 'is', null) as Query
  if (filter.q) {
    const pattern = contains(filter.q)
    query = query.where(sql<boolean>`(a.name LIKE ${pattern} ESCAPE '\\' OR a.email LIKE ${pattern} ESCAPE '\\')`)
  }
  const role = except === 'role' ? null : filter.role
  const rom = except === 'rom' ? null : filter.rom
  if (scope || rom || (role && role !== 'member')) {
    query = query.where(
      sql<boolean>`a.id IN (SELECT r.account_id FROM account_role r WHERE ${seenRoles(scope, { role, rom })})`,
    )
  }
  if (role === 'member') query = query.where(isMember)
  if (filter.status && except !== 'status') query = query.where(status, '=', filter.status)
  if (filter.twoFactor && except !== 'twoFactor') query = query.where(twoFactor, '=', filter.twoFactor)
  return query
}

export async function countPeople(db: Db, scope: Scope, filter: PeopleFilter): Promise<number> {
  const { n } = await filtered(db, scope, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** For each value of each filter, how many people there would be with the other filters as they are. */
export async function peopleFacets(db: Db, scope: Scope, filter: PeopleFilter) {
  const count = sql<number>`count(DISTINCT a.id)`.as('n')
  const staffRole = filter.role === 'member' ? null : filter.role
  const [role, members, rom, byStatus, byTwoFactor] = await Promise.all([
    filtered(db, scope, filter, 'role')
      .innerJoin('account_role as r', 'r.account_id', 'a.id')
      .where(seenRoles(scope, { rom: filter.rom }))
      .groupBy('r.role')
      .select(['r.role as value', count])
      .execute(),
    filtered(db, scope, filter, 'role').where(isMember).select(count).executeTakeFirstOrThrow(),
    filtered(db, scope, filter, 'rom')
      .innerJoin('account_role as r', 'r.account_id', 'a.id')
      .where(seenRoles(scope, { role: staffRole }))
      .groupBy('r.rom_id')
      .select(['r.rom_id as value', count])
      .execute(),
    filtered(db, scope, filter, 'status')
      .groupBy(status)
      .select([status.as('value'), count])
      .execute(),
    filtered(db, scope, filter, 'twoFactor')
      .groupBy(twoFactor)
      .select([twoFactor.as('value'), count])
      .execute(),
  ])
  return {
    role: [...role, { value: 'member' as const, n: members.n }],
    rom,
    status: byStatus,
    twoFactor: byTwoFactor,
  }
}

export const peopleSorts = ['naam', 'nieuw'] as const
export type PeopleSort = (typeof peopleSorts)[number]

/** One page of people, each with the roles that may be seen. */
export async function listPeople(
  db: Db,
  scope: Scope,
  filter: PeopleFilter,
  { sort, limit, offset }: { sort: PeopleSort; limit: number; offset: number },
) {
  let query = filtered(db, scope, filter)
    .select(['a.id', 'a.name', 'a.email', 'a.created_at', 'a.is_example'])
    .select([status.as('status'), twoFactor.as('two_factor')])
    .limit(limit)
    .offset(offset)
  if (sort === 'nieuw') query = query.orderBy('a.created_at', 'desc')
  const rows = await query.orderBy(sql`coalesce(a.name, a.email) COLLATE NOCASE`).orderBy('a.id').execute()
  const roles = await db
    .selectFrom('account_role as r')
    .leftJoin('rom', 'rom.id', 'r.rom_id')
    .select(['r.id', 'r.account_id', 'r.role', 'rom.short_name as rom'])
    .where('r.account_id', 'in', among(rows.map(({ id }) => id)))
    .where(seenRoles(scope))
    .orderBy('r.role')
    .orderBy('rom.position')
    .execute()
  const byPerson = Map.groupBy(roles, ({ account_id }) => account_id)
  return rows.map((row) => ({ ...row, roles: byPerson.get(row.id) ?? [] }))
}

/** One person, when there is one in sight. */
export function personById(db: Db, scope: Scope, id: string) {
  let query = db.selectFrom('account as a').where('a.id', '=', id).where('a.forgotten_at', 'is', null)
  if (scope) {
    query = query.where(sql<boolean>`a.id IN (SELECT r.account_id FROM account_role r WHERE ${seenRoles(scope)})`)
  }
  return query
    .select([
      'a.id',
      'a.name',
      'a.email',
      'a.locale',
      'a.created_at',
      'a.verified_at',
      'a.blocked_at',
      'a.is_example',
    ])
    .select(['a.totp_confirmed_at', status.as('status'), twoFactor.as('two_factor')])
    .executeTakeFirst()
}

export type Person = NonNullable<Awaited<ReturnType<typeof personById>>>

/** Every role somebody has or had, the latest first, with who gave it and took it back. */
export async function roleHistory(db: Db, accountId: string) {
  const rows = await db
    .selectFrom('account_role as r')
    .leftJoin('rom', 'rom.id', 'r.rom_id')
    .select(['r.id', 'r.role', 'r.rom_id', 'rom.short_name as rom'])
    .select(['r.granted_at', 'r.granted_by', 'r.revoked_at', 'r.revoked_by'])
    .where('r.account_id', '=', accountId)
    .orderBy(sql`r.revoked_at IS NOT NULL`)
    .orderBy('r.granted_at', 'desc')
    .orderBy('r.id')
    .execute()
  const names = await actorNames(
    db,
    rows.flatMap((row) => [row.granted_by, row.revoked_by]),
  )
  return rows.map(({ granted_by, revoked_by, ...row }) => ({
    ...row,
    grantedBy: names.get(granted_by) ?? null,
    revokedBy: revoked_by ? (names.get(revoked_by) ?? null) : null,
  }))
}

/** Who stands, stood or will stand in for somebody, and for whom that person does, the latest first. */
export async function deputiesOf(db: Db, accountId: string) {
  const rows = await db
    .selectFrom('deputy')
    .selectAll()
    .where((eb) => eb.or([eb('account_id', '=', accountId), eb('deputy_id', '=', accountId)]))
    .orderBy('from_on', 'desc')
    .orderBy('id')
    .execute()
  const names = await actorNames(
    db,
    rows.flatMap((row) => [row.account_id, row.deputy_id]),
  )
  return rows.map((row) => ({
    ...row,
    absent: names.get(row.account_id) ?? null,
    deputy: names.get(row.deputy_id) ?? null,
  }))
}

/** Who can be asked to stand in: people in sight who work here and can come in. */
export function listDeputyCandidates(db: Db, scope: Scope, but: string[]) {
  return db
    .selectFrom('account as a')
    .select(['a.id', 'a.name', 'a.email'])
    .where('a.forgotten_at', 'is', null)
    .where('a.blocked_at', 'is', null)
    .where(sql<boolean>`a.id IN (SELECT r.account_id FROM account_role r WHERE ${seenRoles(scope)})`)
    .where('a.id', 'not in', but)
    .orderBy(sql`coalesce(a.name, a.email) COLLATE NOCASE`)
    .orderBy('a.id')
    .execute()
}
