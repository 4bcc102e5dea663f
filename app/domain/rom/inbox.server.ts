import { type Kysely, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import { write } from '#db/write.ts'
import { hashOf, newKey } from '../../auth/keys.server.ts'
import { queueMail } from '../../mail/queue.server.ts'
import { normalised } from '../account/queries.server.ts'

/** A mailbox of a team is not read every day by the one who knows of this. */
const lifetime = 7 * 24 * 3_600_000

const asked = (now: Date) => new Date(now.getTime() - lifetime).toISOString()

/** A ROM by its address; undefined when there is none. */
export function findRom(db: Db, slug: string) {
  return db.selectFrom('rom').select(['id', 'slug', 'name']).where('slug', '=', slug).executeTakeFirst()
}

/** Where mail about the work of a ROM arrives; undefined when to nobody but its people. */
export function inboxInUse(db: Db, romId: string | null) {
  return db
    .selectFrom('team_inbox')
    .select(['id', 'address', 'persons_too', 'confirmed_at'])
    .where('rom_id', '=', romId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
}

/** The address that waits until the link that was mailed to it is used; undefined when none does. */
export function inboxWaiting(db: Db, romId: string, now: Date) {
  return waiting(db, now)
    .select(['i.id', 'i.address', 'i.persons_too', 'i.asked_at'])
    .where('i.rom_id', '=', romId)
    .executeTakeFirst()
}

function waiting(db: Db, now: Date) {
  return db.selectFrom('team_inbox as i').where('i.confirmed_at', 'is', null).where('i.asked_at', '>', asked(now))
}

/** What a mailed key confirms, which is not used up by looking; undefined when it opens nothing (any more). */
export function inboxByKey(db: Db, key: string, now: Date) {
  return waiting(db, now)
    .innerJoin('rom', 'rom.id', 'i.rom_id')
    .select(['i.id', 'i.rom_id', 'i.address', 'rom.name as rom'])
    .where('i.key_hash', '=', hashOf(key))
    .executeTakeFirst()
}

export interface NewInbox {
  rom: { id: string; name: string }
  address: string
  /** Whether the people of the ROM get the mail too. */
  personsToo: boolean
  /** Who sets it, by account. */
  by: string
}

/**
 * Sets where mail of a ROM arrives. An address that is not in use yet is asked first, by a link; until then all stays as it is. Call it
 * within `write`.
 */
export async function setInbox(trx: Db, { rom, personsToo, by, ...given }: NewInbox, now: Date): Promise<void> {
  const address = normalised(given.address)
  const persons_too = personsToo ? 1 : 0
  await cancelInbox(trx, rom.id)
  const current = await inboxInUse(trx, rom.id)
  if (current?.address === address) {
    await trx.updateTable('team_inbox').set({ persons_too }).where('id', '=', current.id).execute()
    return
  }
  const key = newKey()
  await trx
    .insertInto('team_inbox')
    .values({
      id: crypto.randomUUID(),
      rom_id: rom.id,
      address,
      persons_too,
      key_hash: hashOf(key),
      asked_at: now.toISOString(),
      asked_by: by,
    })
    .execute()
  const params = { rom: rom.name, link: `/teammailbox?${new URLSearchParams({ sleutel: key })}` }
  await queueMail(trx, { to: { address }, locale: 'nl', template: 'inboxConfirm', params }, now)
}

/** Takes back what was asked last: the address was never shown to be the team's. Call it within `write`. */
export async function cancelInbox(trx: Db, romId: string): Promise<void> {
  const gone = trx.deleteFrom('team_inbox').where('rom_id', '=', romId).where('confirmed_at', 'is', null)
  for (const { address } of await gone.returning('address').execute()) {
    // That of another ROM with the same address has yet to arrive.
    await trx
      .deleteFrom('mail')
      .where('address', '=', address)
      .where('template', '=', 'inboxConfirm')
      .where((eb) =>
        eb.or([
          eb('params', '=', '{}'),
          eb(sql`params ->> 'rom'`, '=', eb.selectFrom('rom').select('name').where('id', '=', romId)),
        ]),
      )
      .execute()
  }
}

/** Lets mail go to the people of the ROM only, as before there was a team inbox. Call it within `write`. */
export async function takeOffInbox(trx: Db, romId: string): Promise<void> {
  await trx.deleteFrom('team_inbox').where('rom_id', '=', romId).where('confirmed_at', 'is not', null).execute()
}

/** Takes the address into use that the key was mailed to, in the place of the one before; once. Call it within `write`. */
export async function confirmInbox(trx: Db, key: string, now: Date): Promise<boolean> {
  const inbox = await inboxByKey(trx, key, now)
  if (!inbox) return false
  await takeOffInbox(trx, inbox.rom_id)
  const set = { confirmed_at: now.toISOString(), key_hash: null }
  await trx.updateTable('team_inbox').set(set).where('id', '=', inbox.id).execute()
  return true
}

/** Takes away the addresses that were not confirmed in a week. @returns how many */
export function removeUnconfirmedInboxes(db: Kysely<Database>, now: Date): Promise<number> {
  return write(db, { id: 'system' }, now, async (trx) => {
    const lapsed = await trx
      .selectFrom('team_inbox')
      .select('rom_id')
      .where('confirmed_at', 'is', null)
      .where('asked_at', '<=', asked(now))
      .execute()
    for (const { rom_id } of lapsed) await cancelInbox(trx, rom_id)
    return lapsed.length
  })
}
