import type { Db } from '#db/client.ts'
import { callState } from '../call/queries.server.ts'
import { participationsOf } from '../participation/queries.server.ts'

/** The programme, initiative or call that somebody asks about, and the role that they would have in it. */
export interface About {
  kind: 'programme' | 'initiative' | 'call'
  slug: string
  name_nl: string
  name_en: string
  undertakingId: string | null
  callId: string | null
  themeId: string | null
  /** The ROM that leads it, by id; null when no source says so. */
  leadRomId: string | null
  /** The roles that are open on this day. */
  roles: { id: string; title_nl: string; title_en: string }[]
  /** The one that was chosen. */
  role: { id: string; title_nl: string; title_en: string } | null
  /** Whether one can still join. */
  open: boolean
}

/** Where it stands in an address, by what it is. */
export interface AboutQuery {
  programma: string
  initiatief: string
  oproep: string
  rol: string
}

/** What an address says that is asked about; null when it says nothing that there is. @param day YYYY-MM-DD */
export async function findAbout(db: Db, query: AboutQuery, day: string): Promise<About | null> {
  const { programma, initiatief, oproep } = query
  if (oproep) return aboutCall(db, oproep, day)
  if (!programma && !initiatief) return null
  const row = await db
    .selectFrom('public_undertaking')
    .select(['id', 'kind', 'slug', 'name_nl', 'name_en', 'status'])
    .where('kind', '=', programma ? 'programme' : 'initiative')
    .where('slug', '=', programma || initiatief)
    .executeTakeFirst()
  if (!row) return null
  const [roles, themes, leadRomId] = await Promise.all([
    openRoles(db, row.id, day),
    db.selectFrom('undertaking_theme').select('theme_id').where('undertaking_id', '=', row.id).limit(2).execute(),
    leadOf(db, row.id, day),
  ])
  return {
    ...row,
    undertakingId: row.id,
    callId: null,
    // Of several themes it cannot be told which one this is about.
    themeId: themes.length === 1 ? (themes[0]?.theme_id ?? null) : null,
    leadRomId,
    roles,
    role: roles.find(({ id }) => id === query.rol) ?? null,
    open: roles.length > 0,
  }
}

async function aboutCall(db: Db, slug: string, day: string): Promise<About | null> {
  const call = await db.selectFrom('public_call').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!call) return null
  return {
    kind: 'call',
    slug,
    name_nl: call.title_nl,
    name_en: call.title_en,
    undertakingId: null,
    callId: call.id,
    themeId: call.theme_id,
    leadRomId: call.undertaking_id ? await leadOf(db, call.undertaking_id, day) : null,
    roles: [],
    role: null,
    open: callState(call, day) !== 'closed',
  }
}

/** The roles of a programme or initiative that are neither filled nor closed by a day. */
function openRoles(db: Db, undertakingId: string, day: string) {
  return db
    .selectFrom('open_role')
    .select(['id', 'title_nl', 'title_en'])
    .where('undertaking_id', '=', undertakingId)
    .where('filled_at', 'is', null)
    .where((eb) => eb.or([eb('closes_on', 'is', null), eb('closes_on', '>=', day)]))
    .orderBy('id')
    .execute()
}

async function leadOf(db: Db, undertakingId: string, day: string): Promise<string | null> {
  const parts = await participationsOf(db, undertakingId, { on: day, known: day })
  return parts.find(({ role, status }) => role === 'lead' && status === 'confirmed')?.rom_id ?? null
}
