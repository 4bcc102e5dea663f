import type { Db } from '#db/client.ts'
import type { CallTable, UndertakingTable } from '#db/tables/undertakings.ts'
import type { MatchQuestion, Need } from '#search/matching/question.ts'

/** What a programme, initiative or call asks of organisations. */
export interface Sought {
  /** What it is about, then each of the roles that are still open. */
  needs: Need[]
  /** The ids of its themes. */
  themes: string[]
  /** The organisations that are in it already, by name. */
  present: Present[]
}

export interface Present {
  id: string
  slug: string
  name: string
  name_en: string | null
  seat_rom_id: string | null
}

/** What a programme or initiative asks on a day: a role that is filled, or closed by then, asks for nobody. */
export async function soughtByUndertaking(db: Db, row: UndertakingTable, day: string): Promise<Sought> {
  const [roles, themes, present] = await Promise.all([
    db
      .selectFrom('open_role')
      .selectAll()
      .where('undertaking_id', '=', row.id)
      .where('filled_at', 'is', null)
      .where((eb) => eb.or([eb('closes_on', 'is', null), eb('closes_on', '>=', day)]))
      .orderBy('id')
      .execute(),
    db
      .selectFrom('undertaking_theme')
      .select('theme_id')
      .where('undertaking_id', '=', row.id)
      .orderBy('theme_id')
      .execute(),
    presentIn(db, row.id),
  ])
  const about = need([row.name_nl, row.summary_nl], [row.name_en, row.summary_en])
  const open = roles.map((role) => need([role.title_nl, role.description_nl], [role.title_en, role.description_en]))
  return { needs: [about, ...open], themes: themes.map(({ theme_id }) => theme_id), present }
}

/** What a call asks; who is in the programme or initiative that it is of need not join. */
export async function soughtByCall(db: Db, call: CallTable): Promise<Sought> {
  const asks = need(
    [call.title_nl, call.summary_nl, call.eligible_nl],
    [call.title_en, call.summary_en, call.eligible_en],
  )
  return {
    needs: [asks],
    themes: call.theme_id ? [call.theme_id] : [],
    present: call.undertaking_id ? await presentIn(db, call.undertaking_id) : [],
  }
}

/** It as a question to the matcher, of which is left to say where one looks, for what kinds and how many. */
export function questionOf({ needs, themes, present }: Sought) {
  return {
    organisation: null,
    text: null,
    needs,
    themes: [],
    about: themes,
    exclude: present.map(({ id }) => id),
    withPartners: true,
  } satisfies Partial<MatchQuestion>
}

type Said = [title: string, ...texts: (string | null)[]]

/** One need in both languages. */
function need(nl: Said, en: Said): Need {
  const passage = ([title, ...texts]: Said, language: 'nl' | 'en') => ({
    title,
    text: texts.filter(Boolean).join('\n'),
    language,
  })
  return { passages: [passage(nl, 'nl'), passage(en, 'en')], added: [], removed: [] }
}

/** Partners, and who took part in the projects that are shown as this undertaking; nobody when it is not public. */
function presentIn(db: Db, undertakingId: string): Promise<Present[]> {
  return db
    .selectFrom('public_organisation as o')
    .where('o.id', 'in', (eb) =>
      eb
        .selectFrom('undertaking_partner as p')
        .innerJoin('public_undertaking as u', 'u.id', 'p.undertaking_id')
        .where('u.id', '=', undertakingId)
        .where('p.organisation_id', 'is not', null)
        .select('p.organisation_id as id')
        .union(
          eb
            .selectFrom('evidence as e')
            .innerJoin('public_undertaking as u', 'u.id', 'e.undertaking_id')
            .innerJoin('evidence_organisation as eo', 'eo.evidence_id', 'e.id')
            .where('u.id', '=', undertakingId)
            .select('eo.organisation_id as id'),
        ),
    )
    .select(['o.id', 'o.slug', 'o.name', 'o.name_en', 'o.seat_rom_id'])
    .orderBy('o.name')
    .orderBy('o.id')
    .execute()
}
