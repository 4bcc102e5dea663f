import type { Db } from '#db/client.ts'
import { sourcesById } from '../source/queries.server.ts'

export type CallState = 'open' | 'upcoming' | 'closed'

/** Whether one can join on a day. The deadline is the last day. */
export function callState(call: { opens_on: string | null; deadline_on: string | null }, day: string): CallState {
  if (call.opens_on && call.opens_on > day) return 'upcoming'
  if (call.deadline_on && call.deadline_on < day) return 'closed'
  return 'open'
}

/** Every call with its state on a day: open ones first, by deadline. */
export async function listCalls(db: Db, day: string) {
  const rows = await db
    .selectFrom('public_call as c')
    .leftJoin('theme', 'theme.id', 'c.theme_id')
    .selectAll('c')
    .select([
      'theme.slug as theme_slug',
      'theme.kind as theme_kind',
      'theme.name_nl as theme_name_nl',
      'theme.name_en as theme_name_en',
    ])
    .orderBy('c.deadline_on')
    .execute()
  const order: CallState[] = ['open', 'upcoming', 'closed']
  return rows
    .map((row) => ({ ...row, state: callState(row, day) }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

/** One call by its address, or undefined. */
export async function findCall(db: Db, slug: string, day: string) {
  const call = (await listCalls(db, day)).find((row) => row.slug === slug)
  if (!call) return undefined
  const undertaking = await db
    .selectFrom('public_undertaking')
    .select(['kind', 'slug', 'name_nl', 'name_en'])
    .where('id', '=', call.undertaking_id)
    .executeTakeFirst()
  return { ...call, undertaking, sources: await sourcesById(db, [call.source_id]) }
}
