import { Browser } from '../support/browser.ts'
import { linkIn, mailbox } from '../support/mailbox.ts'
import { addPerson, type Person } from '../support/people.ts'
import { portalInTime } from '../support/portal.ts'

export const day = 24 * 3_600_000

/** An organisation of NOM with an owner and an editor, one elsewhere with an owner, and a stranger to both. */
export async function colleagues() {
  const { portal, pass } = await portalInTime({ env: { limitFactor: 1 } })
  const { db } = portal
  const organisationOf = (rom: string) =>
    db
      .selectFrom('public_organisation')
      .select(['id', 'slug', 'name'])
      .where('seat_rom_id', '=', rom)
      .where('is_example', '=', 0)
      .orderBy('id')
      .executeTakeFirstOrThrow()
  const [own, foreign] = [await organisationOf('nom'), await organisationOf('liof')]
  const people = {
    owner: await addPerson(portal, { name: 'Olga Eigenaar' }),
    editor: await addPerson(portal, { name: 'Eddy Meewerker' }),
    elsewhere: await addPerson(portal, { name: 'Els Elders' }),
    stranger: await addPerson(portal, { name: 'Vera Vreemd' }),
  }
  const at = portal.now().toISOString()
  const member = async (who: Person, organisationId: string, role: 'owner' | 'editor') => {
    const id = crypto.randomUUID()
    const confirmation = { confirmed_at: at, confirmed_by: 'system' }
    await db
      .insertInto('organisation_member')
      .values({ id, account_id: who.id, organisation_id: organisationId, role, asked_at: at, ...confirmation })
      .execute()
    return id
  }
  const members = {
    owner: await member(people.owner, own.id, 'owner'),
    editor: await member(people.editor, own.id, 'editor'),
    elsewhere: await member(people.elsewhere, foreign.id, 'owner'),
  }
  const box = mailbox()
  return {
    portal,
    db,
    pass,
    people,
    members,
    member,
    own,
    foreign,
    box,
    path: `/mijn/organisaties/${own.slug}`,
    /** A browser in which somebody is signed in; without anybody, a visitor. */
    as: async (who?: Person) => {
      const browser = new Browser(portal)
      if (who) await browser.signIn(who.email)
      return browser
    },
    /** The address of the link in the one mail that goes out now. */
    linkMailed: async () => {
      const sent = await box.deliver(portal)
      if (sent.length !== 1 || !sent[0]) throw new Error(`${sent.length} mails`)
      return linkIn(sent[0])
    },
    invitations: () => db.selectFrom('member_invitation').selectAll().execute(),
    membersNow: (organisationId = own.id) =>
      db
        .selectFrom('organisation_member')
        .select(['account_id', 'role', 'confirmed_by'])
        .where('organisation_id', '=', organisationId)
        .where('confirmed_at', 'is not', null)
        .where('ended_at', 'is', null)
        .orderBy('asked_at')
        .orderBy('role', 'desc')
        .execute(),
  }
}

export const invited = { name: 'Nina Nieuw', email: 'nina@nieuw.example', role: 'editor' }
