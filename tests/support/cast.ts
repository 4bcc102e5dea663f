import { hashPassword } from '#app/auth/passwords.server.ts'
import { Sessions } from '#app/auth/session.server.ts'
import { addExampleAccounts } from '#app/domain/account/demonstration.server.ts'
import { addAccount, grantRole } from '#app/domain/account/queries.server.ts'
import type { StaffRole } from '#db/tables/accounts.ts'
import { write } from '#db/write.ts'
import type { testPortal } from './portal.ts'

type Portal = Pick<Awaited<ReturnType<typeof testPortal>>, 'db' | 'now' | 'env'>

export const password = 'vier losse woorden uit een tuin'

/** Everybody who may come by. Those with a ROM are of NOM; the members are of a company in its region. */
export const people = [
  'stranger',
  /** Whose password was right, and whose code is still to come. */
  'half',
  /** With a session from before. */
  'blocked',
  'owner',
  'editor',
  'unconfirmed',
  'developer',
  'coordinator',
  'secretary',
  'commissioner',
  'administrator',
] as const

export type Person = (typeof people)[number]

const roles: Partial<Record<Person, StaffRole>> = {
  half: 'administrator',
  blocked: 'administrator',
  developer: 'business_developer',
  coordinator: 'coordinator',
  secretary: 'secretary',
  commissioner: 'commissioner',
  administrator: 'administrator',
}
const forRom: Person[] = ['developer', 'coordinator']

/** An address for somebody; the domain is reserved, so that no mail ever arrives. */
export const emailOf = (person: Person) => `${person}@test.example`

interface Options {
  /** Whether staff have set up two-factor. */
  twoFactor?: boolean
}

/** An account for everybody who has one, made as the portal makes them, and two companies: one of the members, one foreign. */
export async function testPeople({ db, now, env }: Portal, { twoFactor = false }: Options = {}) {
  const at = now().toISOString()
  const companyOf = (romId: string) =>
    db
      .selectFrom('public_organisation')
      .select(['id', 'slug'])
      .where('seat_rom_id', '=', romId)
      .where('is_example', '=', 1)
      .orderBy('id')
      .executeTakeFirstOrThrow()
  const [own, foreign] = [await companyOf('nom'), await companyOf('bom')]
  const hash = await hashPassword(password)
  const ids = await write(db, { id: 'system' }, now(), async (trx) => {
    const made = new Map<Person, string>()
    for (const person of people) {
      if (person === 'stranger') continue
      const id = await addAccount(trx, { email: emailOf(person), name: `Naam van ${person}`, locale: 'nl' }, at)
      made.set(person, id)
      const own = { verified_at: at, password_hash: hash, totp_confirmed_at: twoFactor ? at : null }
      await trx.updateTable('account').set(own).where('id', '=', id).execute()
      const role = roles[person]
      const romId = forRom.includes(person) ? 'nom' : null
      if (role) await grantRole(trx, { accountId: id, role, romId, by: 'system' }, at)
    }
    return made
  })
  const idOf = (person: Person) => ids.get(person) ?? ''
  for (const person of ['owner', 'editor', 'unconfirmed'] as const) {
    const confirmed = person !== 'unconfirmed'
    await db
      .insertInto('organisation_member')
      .values({
        id: `member-${person}`,
        account_id: idOf(person),
        organisation_id: own.id,
        role: person === 'editor' ? 'editor' : 'owner',
        asked_at: at,
        confirmed_at: confirmed ? at : null,
        confirmed_by: confirmed ? 'system' : null,
      })
      .execute()
  }
  await db
    .insertInto('organisation_member')
    .values({
      id: 'member-foreign',
      account_id: idOf('secretary'),
      organisation_id: foreign.id,
      role: 'owner',
      asked_at: at,
    })
    .execute()
  await db.updateTable('account').set({ blocked_at: at }).where('id', '=', idOf('blocked')).execute()
  await addExampleAccounts(db, now())
  const example = await db.selectFrom('account').select('id').where('is_example', '=', 1).executeTakeFirstOrThrow()
  const sessions = new Sessions(db, now, env.secure)
  return {
    idOf,
    own,
    foreign,
    /** One of the made-up people of a demonstration. */
    example: example.id,
    /** The cookie of a new session, as a browser sends it; '' for a stranger. */
    async cookieOf(person: Person): Promise<string> {
      if (person === 'stranger') return ''
      const has = { agent: 'a test', secondFactor: person !== 'half' }
      return (await sessions.begin(idOf(person), has, undefined)).split(';')[0] ?? ''
    },
  }
}

export type People = Awaited<ReturnType<typeof testPeople>>
