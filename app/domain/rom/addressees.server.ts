import { among } from '#db/among.ts'
import type { Db } from '#db/client.ts'
import type { NewMail } from '../../mail/queue.server.ts'
import { inboxInUse } from './inbox.server.ts'

/** Whom a mail goes to. */
export type Addressee = Pick<NewMail, 'to' | 'locale'>

/** Where mail about the work of a ROM goes: to the team inbox when there is one, and to those who decide unless that is enough. */
export async function addresseesOf(db: Db, romId: string | null, except: string): Promise<Addressee[]> {
  const [{ people, areStaff }, inbox] = await Promise.all([reviewersOf(db, romId, except), inboxInUse(db, romId)])
  // Where the ROM has nobody who may decide, what only its inbox knows would lie there.
  const persons = inbox && !inbox.persons_too && areStaff ? [] : people
  const team = inbox ? [{ to: { address: inbox.address }, locale: 'nl' as const }] : []
  return [...team, ...persons.map(({ id, locale }) => ({ to: { accountId: id }, locale }))]
}

/** Who decides on claims of organisations in the region of a ROM; where it has nobody, or there is none, the administrators. */
async function reviewersOf(db: Db, romId: string | null, except: string) {
  const people = db
    .selectFrom('account as a')
    .innerJoin('account_role as r', 'r.account_id', 'a.id')
    .select(['a.id', 'a.locale'])
    .distinct()
    .where('r.revoked_at', 'is', null)
    .where('a.blocked_at', 'is', null)
    .where('a.forgotten_at', 'is', null)
    .where('a.id', '<>', except)
    .orderBy('a.id')
  const staff = await people
    .where('r.role', 'in', ['business_developer', 'coordinator'])
    .where('r.rom_id', '=', romId)
    .execute()
  const areStaff = staff.length > 0
  return { areStaff, people: areStaff ? staff : await people.where('r.role', '=', 'administrator').execute() }
}

/**
 * The same of what is with some of them: the team inbox by its own rules, and these people. Whoever can not come in (any more) is left out;
 * where that leaves nobody, it is for all who work there.
 * @param ids of accounts; none stands for all who work there
 */
export async function addresseesAt(db: Db, romId: string | null, ids: string[]): Promise<Addressee[]> {
  const [people, inbox] = await Promise.all([
    db
      .selectFrom('account')
      .select(['id', 'locale'])
      .where('id', 'in', among(ids))
      .where('blocked_at', 'is', null)
      .where('forgotten_at', 'is', null)
      .orderBy('id')
      .execute(),
    inboxInUse(db, romId),
  ])
  if (people.length === 0) return addresseesOf(db, romId, '')
  const team = inbox ? [{ to: { address: inbox.address }, locale: 'nl' as const }] : []
  if (inbox && !inbox.persons_too) return team
  return [...team, ...people.map(({ id, locale }) => ({ to: { accountId: id }, locale }))]
}
