import type { Kysely } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import { write } from '#db/write.ts'
import { hashOf, newKey } from '../../auth/keys.server.ts'
import type { Locale } from '../../i18n/locale.ts'
import { type NewMail, queueMail } from '../../mail/queue.server.ts'
import { keepersOf } from '../organisation/profile.server.ts'
import { inboxInUse } from '../rom/inbox.server.ts'
import { expiryFrom, monthAfter } from './policy.ts'

/** What is said of one that is about to expire. */
export interface Ending {
  id: string
  side: 'offer' | 'need'
  text_nl: string | null
  text_en: string | null
  expires_on: string
}

/** Of what everybody or the ROMs may see, what ends within a month and of which that was not told yet. */
function untold(db: Db, today: string) {
  return db
    .selectFrom('listing as l')
    .innerJoin('public_organisation as o', 'o.id', 'l.organisation_id')
    .where('l.withdrawn_at', 'is', null)
    .where('l.expires_on', '>', today)
    .where('l.expires_on', '<=', monthAfter(today))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('listing_reminded as r')
            .select('r.listing_id')
            .whereRef('r.listing_id', '=', 'l.id')
            .whereRef('r.expires_on', '=', 'l.expires_on'),
        ),
      ),
    )
}

/**
 * Mails who keeps a profile what of it is about to expire, with the link that renews it: an organisation at a time, each in a transaction
 * of its own, so that this may be ended at any moment and done as often as one likes.
 * @param today YYYY-MM-DD
 * @param told the texts and days, as one line in the language of the mail
 * @returns how many organisations were mailed
 */
export async function remindOfExpiry(
  db: Kysely<Database>,
  { now, today, told }: { now: Date; today: string; told(endings: Ending[], locale: Locale): string },
  signal?: AbortSignal,
): Promise<number> {
  const organisations = await untold(db, today)
    .select(['o.id', 'o.name', 'o.seat_rom_id'])
    .distinct()
    .orderBy('o.id')
    .execute()
  let mailed = 0
  for (const organisation of organisations) {
    if (signal?.aborted) break
    const done = await write(db, { id: 'system' }, now, async (trx) => {
      const endings = await untold(trx, today)
        .select(['l.id', 'l.side', 'l.text_nl', 'l.text_en', 'l.expires_on'])
        .where('o.id', '=', organisation.id)
        .orderBy('l.expires_on')
        .orderBy('l.id')
        .execute()
      const readers = await readersOf(trx, organisation)
      // Whoever comes to keep it this month is still in time.
      if (endings.length === 0 || readers.length === 0) return false
      const key = newKey()
      await keep(trx, organisation.id, hashOf(key), endings, now)
      const link = `/verlengen?${new URLSearchParams({ sleutel: key })}`
      for (const reader of readers) {
        const params = { organisation: organisation.name, listings: told(endings, reader.locale), link }
        await queueMail(trx, { ...reader, template: 'listingsEnd', params }, now)
      }
      return true
    })
    if (done) mailed++
  }
  return mailed
}

async function keep(trx: Db, organisationId: string, key_hash: string, endings: Ending[], now: Date): Promise<void> {
  const id = crypto.randomUUID()
  await trx
    .insertInto('listing_reminder')
    .values({ id, organisation_id: organisationId, key_hash, sent_at: now.toISOString() })
    .execute()
  const rows = endings.map((one) => ({ listing_id: one.id, expires_on: one.expires_on, reminder_id: id }))
  await trx.insertInto('listing_reminded').values(rows).execute()
}

type Reader = Pick<NewMail, 'to' | 'locale'>

/** Who manages the organisation; where nobody does, the team inbox and the business developers of its ROM. */
async function readersOf(trx: Db, organisation: { id: string; seat_rom_id: string | null }): Promise<Reader[]> {
  const accounts = trx
    .selectFrom('account as a')
    .select(['a.id', 'a.locale'])
    .distinct()
    .where('a.blocked_at', 'is', null)
    .where('a.forgotten_at', 'is', null)
    .orderBy('a.id')
  const members = await accounts
    .innerJoin('organisation_member as m', 'm.account_id', 'a.id')
    .where('m.organisation_id', '=', organisation.id)
    .where('m.confirmed_at', 'is not', null)
    .where('m.ended_at', 'is', null)
    .execute()
  if (members.length > 0) return members.map(personal)
  const readers: Reader[] = []
  for (const rom of await keepersOf(trx, organisation)) {
    const inbox = await inboxInUse(trx, rom.id)
    if (inbox) readers.push({ to: { address: inbox.address }, locale: 'nl' })
    if (inbox && !inbox.persons_too) continue
    const developers = await accounts
      .innerJoin('account_role as r', 'r.account_id', 'a.id')
      .where('r.role', '=', 'business_developer')
      .where('r.rom_id', '=', rom.id)
      .where('r.revoked_at', 'is', null)
      .execute()
    readers.push(...developers.map(personal))
  }
  return readers
}

const personal = ({ id, locale }: { id: string; locale: Locale }): Reader => ({ to: { accountId: id }, locale })

/**
 * What a mailed key renews, which is not used up by looking: what was told of in that mail, and was not renewed, withdrawn or changed in
 * its day since.
 * @returns undefined when it opens nothing (any more)
 */
export async function renewalByKey(db: Db, key: string, today: string) {
  const reminder = await db
    .selectFrom('listing_reminder as m')
    .innerJoin('public_organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.id', 'o.id as organisationId', 'o.slug', 'o.name', 'o.name_en'])
    .where('m.key_hash', '=', hashOf(key))
    .executeTakeFirst()
  if (!reminder) return undefined
  const endings: Ending[] = await db
    .selectFrom('listing_reminded as r')
    .innerJoin('listing as l', (join) =>
      join.onRef('l.id', '=', 'r.listing_id').onRef('l.expires_on', '=', 'r.expires_on'),
    )
    .select(['l.id', 'l.side', 'l.text_nl', 'l.text_en', 'l.expires_on'])
    .where('r.reminder_id', '=', reminder.id)
    .where('l.withdrawn_at', 'is', null)
    .where('l.expires_on', '>', today)
    .orderBy('l.expires_on')
    .orderBy('l.id')
    .execute()
  return endings.length > 0 ? { ...reminder, endings } : undefined
}

/**
 * Renews what a mailed key is of for a year from today; once. Call it within `write`.
 * @param by the actor: whoever is signed in, or the portal itself
 * @returns until which day, and how many; null when the key opens nothing (any more)
 */
export async function renewByKey(
  trx: Db,
  key: string,
  { by, now, today }: { by: string; now: Date; today: string },
): Promise<{ until: string; count: number } | null> {
  const renewal = await renewalByKey(trx, key, today)
  if (!renewal) return null
  const until = expiryFrom(today)
  for (const { id } of renewal.endings) {
    await trx
      .updateTable('listing')
      .set({ expires_on: until, edited_by: by, updated_at: now.toISOString() })
      .where('id', '=', id)
      .execute()
  }
  await trx.updateTable('listing_reminder').set({ key_hash: null }).where('id', '=', renewal.id).execute()
  return { until, count: renewal.endings.length }
}
