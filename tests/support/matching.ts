import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { OrganisationKind } from '#db/tables/organisations.ts'
import type { MatchQuestion } from '#search/matching/question.ts'

const at = '2026-11-20T09:00:00.000Z'

/** A text in one language or in both. */
export interface Said {
  nl?: string
  en?: string
}

export interface MadeUp {
  id: string
  rom?: string | null
  kind?: OrganisationKind
  themes?: string[]
  summary?: Said
  offers?: Said[]
  needs?: Said[]
}

/** Made-up organisations that everybody may see, with what they offer and need; its n-th offer is `${id}-offer-n`. */
export async function addOrganisations(db: Kysely<Database>, organisations: MadeUp[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { id, rom = 'nom', kind = 'sme', themes = [], summary, offers = [], needs = [] } of organisations) {
      await trx
        .insertInto('organisation')
        .values({
          id,
          slug: id,
          name: id,
          kind,
          seat_rom_id: rom,
          summary_nl: summary?.nl ?? null,
          summary_en: summary?.en ?? null,
          is_example: 1,
          published_at: at,
          created_at: at,
          updated_at: at,
        })
        .execute()
      for (const theme_id of themes) {
        await trx.insertInto('organisation_theme').values({ organisation_id: id, theme_id }).execute()
      }
      const sides = { offer: offers, need: needs }
      for (const side of ['offer', 'need'] as const) {
        for (const [n, said] of sides[side].entries()) await addListing(trx, id, side, `${id}-${side}-${n}`, said)
      }
    }
  })
}

export async function addListing(
  db: Kysely<Database>,
  organisation_id: string,
  side: 'offer' | 'need',
  id: string,
  said: Said,
): Promise<void> {
  await db
    .insertInto('listing')
    .values({
      id,
      organisation_id,
      side,
      text_nl: said.nl ?? null,
      text_en: said.en ?? null,
      partner_kinds: '[]',
      visibility: 'public',
      expires_on: '2099-01-01',
      created_at: at,
      updated_at: at,
    })
    .execute()
}

/** A question with everything that is not said left open. */
export function asking(question: Partial<MatchQuestion>): MatchQuestion {
  return {
    organisation: null,
    text: null,
    roms: null,
    leaveOut: [],
    kinds: [],
    themes: [],
    exclude: [],
    withPartners: false,
    withFeedback: true,
    language: 'nl',
    limit: 50,
    offset: 0,
    ...question,
  }
}

/** A need as it is typed. */
export function typed(text: string, language: 'nl' | 'en' = 'nl'): MatchQuestion {
  return asking({ text: { passages: [{ text, language }], added: [], removed: [] }, language })
}
