import type { Db } from '#db/client.ts'

/** The ROM of the region that an organisation is seated in, and its address; undefined when there is no such organisation. */
export function seatRomOf(db: Db, organisationId: string) {
  return db
    .selectFrom('organisation')
    .select(['slug', 'seat_rom_id as romId'])
    .where('id', '=', organisationId)
    .executeTakeFirst()
}
