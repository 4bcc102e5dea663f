import type { Db } from '#db/client.ts'
import { type Passage, passagesIn } from './bag.ts'
import { itemKey } from './items.ts'
import type { Side } from './weights.ts'

/** What an organisation says of itself in public. */
export interface Profile {
  romId: string | null
  texts: OwnText[]
  /** How many themes it has. */
  themes: number
}

/** Its summary (field), or an offer or need. */
export interface OwnText {
  key: string
  side: Side
  passages: Passage[]
  /** Of an offer or need; null for a summary. */
  terms: { trl: boolean; kinds: boolean; agreement: boolean; expires: string } | null
}

/** The public profile of an organisation; null when there is none to see. */
export async function profileOf(db: Db, id: string): Promise<Profile | null> {
  const [organisation, listings, themes] = await Promise.all([
    db
      .selectFrom('public_organisation')
      .select(['seat_rom_id', 'summary_nl', 'summary_en'])
      .where('id', '=', id)
      .executeTakeFirst(),
    db.selectFrom('public_listing').selectAll().where('organisation_id', '=', id).orderBy('id').execute(),
    db.selectFrom('organisation_theme').select('theme_id').where('organisation_id', '=', id).execute(),
  ])
  if (!organisation) return null
  const summary = passagesIn(organisation.summary_nl, organisation.summary_en)
  const own: OwnText = {
    key: itemKey({ type: 'organisation', rowId: id }),
    side: 'field',
    passages: summary,
    terms: null,
  }
  return {
    romId: organisation.seat_rom_id,
    themes: themes.length,
    texts: [
      ...(summary.length > 0 ? [own] : []),
      ...listings.map((row): OwnText => {
        const terms = {
          trl: row.trl_min !== null || row.trl_max !== null,
          kinds: (JSON.parse(row.partner_kinds) as string[]).length > 0,
          agreement: row.agreement !== null,
          expires: row.expires_on,
        }
        const key = itemKey({ type: 'listing', rowId: row.id })
        return { key, side: row.side, passages: passagesIn(row.text_nl, row.text_en), terms }
      }),
    ],
  }
}
