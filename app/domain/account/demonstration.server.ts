import type { Kysely } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import type { StaffRole } from '#db/tables/accounts.ts'
import { write } from '#db/write.ts'
import { emptyAccount } from './forget.server.ts'
import { addAccount, grantRole } from './queries.server.ts'

const rom = 'nom'

/** Somebody of each kind; the names are made up. */
const people: { key: string; name: string; role: StaffRole | null; romId: string | null }[] = [
  { key: 'ondernemer', name: 'Noor Elzinga', role: null, romId: null },
  { key: 'businessdeveloper', name: 'Bram Hoekstra', role: 'business_developer', romId: rom },
  { key: 'coordinator', name: 'Carla Dijkema', role: 'coordinator', romId: rom },
  { key: 'secretaris', name: 'Samira Vos', role: 'secretary', romId: null },
  { key: 'opdrachtgever', name: 'Otto van Rijn', role: 'commissioner', romId: null },
  { key: 'beheerder', name: 'Anna de Wit', role: 'administrator', romId: null },
]

/** Makes one made-up person per role, once, and only where made-up organisations are. */
export async function addExampleAccounts(db: Kysely<Database>, at: Date): Promise<void> {
  const now = at.toISOString()
  const company = await db
    .selectFrom('organisation')
    .select('id')
    .where('is_example', '=', 1)
    .where('seat_rom_id', '=', rom)
    .orderBy('id')
    .executeTakeFirst()
  const known = await db.selectFrom('account').select('id').where('is_example', '=', 1).executeTakeFirst()
  if (!company || known) return
  await write(db, { id: 'content' }, at, async (trx) => {
    for (const { key, name, role, romId } of people) {
      // The domain is reserved: no mail to it ever arrives (RFC 2606).
      const email = `${key}@voorbeeld.example`
      const accountId = await addAccount(trx, { email, name, locale: 'nl', isExample: true }, now)
      await trx.updateTable('account').set({ verified_at: now }).where('id', '=', accountId).execute()
      if (role) await grantRole(trx, { accountId, role, romId, by: 'content' }, now)
      else await addOwner(trx, accountId, company.id, now)
    }
  })
}

async function addOwner(trx: Db, accountId: string, organisationId: string, now: string): Promise<void> {
  await trx
    .insertInto('organisation_member')
    .values({
      id: crypto.randomUUID(),
      account_id: accountId,
      organisation_id: organisationId,
      role: 'owner',
      asked_at: now,
      confirmed_at: now,
      confirmed_by: 'content',
    })
    .execute()
}

export interface ExampleAccount {
  id: string
  name: string | null
  role: StaffRole | 'member'
  /** The name of the ROM or the organisation it is for. */
  rom: string | null
  organisation: string | null
}

/** The made-up people one can come in as, in the order of the roles. */
export async function listExampleAccounts(db: Db): Promise<ExampleAccount[]> {
  const rows = await db
    .selectFrom('account as a')
    .leftJoin('account_role as r', (join) => join.onRef('r.account_id', '=', 'a.id').on('r.revoked_at', 'is', null))
    .leftJoin('rom', 'rom.id', 'r.rom_id')
    .leftJoin('organisation_member as m', (join) =>
      join.onRef('m.account_id', '=', 'a.id').on('m.ended_at', 'is', null),
    )
    .leftJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select(['a.id', 'a.email', 'a.name', 'r.role', 'rom.name as rom', 'o.name as organisation'])
    .where('a.is_example', '=', 1)
    .where('a.blocked_at', 'is', null)
    .where('a.forgotten_at', 'is', null)
    .execute()
  return people.flatMap(({ key }) => {
    const row = rows.find(({ email }) => email?.startsWith(`${key}@`))
    return row ? [{ ...row, role: row.role ?? ('member' as const) }] : []
  })
}

/** Whether there are made-up accounts that can still come in: a production portal must have none. */
export async function hasExampleAccounts(db: Db): Promise<boolean> {
  const one = await db
    .selectFrom('account')
    .select('id')
    .where('is_example', '=', 1)
    .where('forgotten_at', 'is', null)
    .executeTakeFirst()
  return one !== undefined
}

/** Takes the made-up people away for good; what they did stays on record as done by somebody. @returns how many */
export async function removeExampleAccounts(db: Kysely<Database>, at: Date): Promise<number> {
  const examples = await db
    .selectFrom('account')
    .select('id')
    .where('is_example', '=', 1)
    .where('forgotten_at', 'is', null)
    .execute()
  await write(db, { id: 'system' }, at, async (trx) => {
    for (const { id } of examples) await emptyAccount(trx, id, 'system', at.toISOString())
  })
  return examples.length
}
