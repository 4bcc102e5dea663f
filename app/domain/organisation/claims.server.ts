import { sql } from 'kysely'
import { among } from '#db/among.ts'
import type { Db } from '#db/client.ts'
import { type NewMail, queueMail } from '../../mail/queue.server.ts'
import { rightsChanged } from '../account/queries.server.ts'
import { addresseesOf } from '../rom/addressees.server.ts'
import type { Decision } from './forms.ts'

/** An organisation that somebody may ask to manage, by its address, with the ROM that decides; undefined when there is none. */
export function findClaimable(db: Db, slug: string) {
  return db
    .selectFrom('public_organisation as o')
    .leftJoin('rom', 'rom.id', 'o.seat_rom_id')
    .select(['o.id', 'o.slug', 'o.name', 'o.name_en', 'o.seat_rom_id', 'rom.name as rom'])
    .where('o.slug', '=', slug)
    .executeTakeFirst()
}

/** What somebody has to do with an organisation: nothing, asked to manage it, or manages it since then; or was refused, and why. */
export interface Standing {
  kind: 'none' | 'asked' | 'member' | 'refused'
  since: string | null
  reason: string | null
}

export async function standingOf(db: Db, organisationId: string, accountId: string): Promise<Standing> {
  const last = await db
    .selectFrom('organisation_member')
    .select(['asked_at', 'confirmed_at', 'ended_at', 'ended_by', 'reason'])
    .where('organisation_id', '=', organisationId)
    .where('account_id', '=', accountId)
    .orderBy(sql`ended_at IS NULL`, 'desc')
    .orderBy('ended_at', 'desc')
    .executeTakeFirst()
  const nothing = { since: null, reason: null }
  if (!last) return { kind: 'none', ...nothing }
  const { asked_at, confirmed_at, ended_at, ended_by, reason } = last
  if (ended_at === null) {
    return { kind: confirmed_at === null ? 'asked' : 'member', since: confirmed_at ?? asked_at, reason: null }
  }
  const refused = confirmed_at === null && ended_by !== accountId
  return refused ? { kind: 'refused', since: ended_at, reason } : { kind: 'none', ...nothing }
}

export interface NewClaim {
  accountId: string
  organisation: { id: string; name: string; seat_rom_id: string | null }
  note: string
}

/** Asks to manage an organisation, and tells those who decide; nothing happens when it was asked already. Call it within `write`. */
export async function claimOrganisation(trx: Db, { accountId, organisation, note }: NewClaim, now: Date) {
  const id = crypto.randomUUID()
  const asked = await trx
    .insertInto('organisation_member')
    .values({
      id,
      account_id: accountId,
      organisation_id: organisation.id,
      role: await openRole(trx, organisation.id),
      asked_at: now.toISOString(),
      note,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(asked.numInsertedOrUpdatedRows) === 0) return
  // By the organisation only: who it was stands behind the link, and is not left in a mailbox.
  const params = { organisation: organisation.name, link: `/werk/aanvragen/${id}` }
  for (const addressee of await addresseesOf(trx, organisation.seat_rom_id, accountId)) {
    await queueMail(trx, { ...addressee, template: 'claimAsked', params }, now)
  }
}

/** The first owns the profile; whoever comes next works on it. */
async function openRole(db: Db, organisationId: string): Promise<'owner' | 'editor'> {
  const owner = await db
    .selectFrom('organisation_member')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'owner')
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return owner ? 'editor' : 'owner'
}

/** Claims of the organisations in the regions of these ROMs; null stands for all. */
function claimsOf(db: Db, roms: string[] | null) {
  const all = db
    .selectFrom('organisation_member as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .innerJoin('account as a', 'a.id', 'm.account_id')
  return roms === null ? all : all.where('o.seat_rom_id', 'in', among(roms))
}

function openClaimsOf(db: Db, roms: string[] | null) {
  return claimsOf(db, roms).where('m.confirmed_at', 'is', null).where('m.ended_at', 'is', null)
}

/** How many claims wait for an answer. @param roms by id; null stands for all */
export async function countClaims(db: Db, roms: string[] | null): Promise<number> {
  const { n } = await openClaimsOf(db, roms)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** The claims that wait for an answer, the longest waiting first. @param roms by id; null stands for all */
export function listClaims(db: Db, roms: string[] | null) {
  return openClaimsOf(db, roms)
    .leftJoin('rom', 'rom.id', 'o.seat_rom_id')
    .select(['m.id', 'm.asked_at', 'm.note', 'a.name', 'a.email', 'o.name as organisation', 'o.name_en', 'o.slug'])
    .select('rom.name as rom')
    .orderBy('m.asked_at')
    .orderBy('m.id')
    .execute()
}

/** One claim with what became of it; undefined when there is none of these ROMs. */
export async function findClaim(db: Db, id: string, roms: string[] | null) {
  const row = await claimsOf(db, roms)
    .leftJoin('account as by', (join) => join.on('by.id', '=', sql`coalesce(m.confirmed_by, m.ended_by)`))
    .select(['m.id', 'm.role', 'm.note', 'm.asked_at', 'm.confirmed_at', 'm.ended_at', 'm.ended_by', 'm.reason'])
    .select(['a.id as accountId', 'a.name', 'a.email', 'a.locale', 'a.verified_at', 'by.name as decidedBy'])
    .select(['o.id as organisationId', 'o.name as organisation', 'o.name_en', 'o.slug', 'o.website', 'o.place'])
    .select('o.seat_rom_id as seatRomId')
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { confirmed_at, ended_at, ended_by, ...claim } = row
  const withdrawn = ended_by === claim.accountId
  const state = confirmed_at ? 'confirmed' : ended_at === null ? 'open' : withdrawn ? 'withdrawn' : 'refused'
  return {
    ...claim,
    state: state as 'open' | 'confirmed' | 'refused' | 'withdrawn',
    decided_at: confirmed_at ?? ended_at,
  }
}

export type Claim = NonNullable<Awaited<ReturnType<typeof findClaim>>>

/** Answers a claim and tells the person; nothing happens when it was answered already. Call it within `write`. */
export async function decideClaim(
  trx: Db,
  claim: Claim,
  { decision, reason, by, roms }: Decision & { by: string; roms: string[] | null },
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  const confirmed = decision === 'confirm'
  const decided = await trx
    .updateTable('organisation_member')
    .set(
      confirmed
        ? { confirmed_at: at, confirmed_by: by, role: await openRole(trx, claim.organisationId) }
        : { ended_at: at, ended_by: by, reason },
    )
    .where('id', 'in', openClaimsOf(trx, roms).select('m.id').where('m.id', '=', claim.id))
    .executeTakeFirst()
  if (Number(decided.numUpdatedRows) === 0) return
  if (confirmed) await rightsChanged(trx, claim.accountId, at)
  const { accountId, locale, organisation, slug } = claim
  const told: Pick<NewMail, 'template' | 'params'> = confirmed
    ? { template: 'claimConfirmed', params: { organisation, link: `/mijn/organisaties/${slug}` } }
    : { template: 'claimRefused', params: { organisation, reason, link: `/organisaties/${slug}/beheren` } }
  await queueMail(trx, { to: { accountId }, locale, ...told }, now)
}
