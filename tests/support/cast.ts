import { addExampleAccounts } from '#app/domain/account/demonstration.server.ts'
import { draftIntroduction } from '#app/domain/introduction/write.server.ts'
import type { StaffRole } from '#db/tables/accounts.ts'
import { Browser } from './browser.ts'
import { addPerson } from './people.ts'
import type { Portal } from './portal.ts'
import { addQuestion } from './questions.ts'

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

/**
 * An account for everybody who has one, made as the portal makes them, and two companies: one of the members, one foreign.
 * @param options.twoFactor whether they have set up two-factor
 */
export async function testPeople(portal: Portal, { twoFactor = false } = {}) {
  const { db, now } = portal
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
  const ids = new Map<Person, string>()
  for (const person of people) {
    if (person === 'stranger') continue
    const romId = forRom.includes(person) ? 'nom' : undefined
    const has = { name: `Naam van ${person}`, email: emailOf(person), role: roles[person], romId }
    ids.set(person, (await addPerson(portal, has)).id)
  }
  if (twoFactor) await db.updateTable('account').set({ totp_confirmed_at: at }).execute()
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
  const introductions = { own: 'nom', foreign: 'bom' } as const
  const drafts = { own: '', foreign: '' }
  for (const [name, romId] of Object.entries(introductions) as ['own' | 'foreign', string][]) {
    const organisations = [own.id, foreign.id]
    const draft = { romId, adviserId: idOf('developer'), requestedBy: null, organisations, message: 'Zij passen.' }
    drafts[name] = await draftIntroduction(db, draft, 'system', now())
  }
  await db.updateTable('account').set({ blocked_at: at }).where('id', '=', idOf('blocked')).execute()
  await addExampleAccounts(db, now())
  const question = {
    own: await addQuestion(portal, { romId: 'nom' }),
    foreign: await addQuestion(portal, { romId: 'bom' }),
  }
  const example = await db.selectFrom('account').select('id').where('is_example', '=', 1).executeTakeFirstOrThrow()
  return {
    idOf,
    own,
    foreign,
    /** Introductions that only the ROM that thinks of them knows of, by their ids. */
    drafts,
    /** Of NOM, and of BOM. */
    question,
    /** One of the made-up people of a demonstration. */
    example: example.id,
    /** A browser of somebody; a stranger's has been nowhere. */
    async browserOf(person: Person): Promise<Browser> {
      const browser = new Browser(portal)
      return person === 'stranger' ? browser : browser.signInAs(idOf(person), { secondFactor: person !== 'half' })
    },
  }
}

export type People = Awaited<ReturnType<typeof testPeople>>
