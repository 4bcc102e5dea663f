import { z } from 'zod'
import { findCall, listCalls as listRows } from '../../../../domain/call/queries.server.ts'
import { operation } from '../../../../http/api.server.ts'
import {
  both,
  bothOrNull,
  chosenIds,
  Day,
  filters,
  isExample,
  listOf,
  named,
  orNothing,
  PartialText,
  paging,
  Source,
  slice,
  slug,
  Text,
  ThemeRef,
  UndertakingRef,
} from './common.server.ts'

export const callStates = ['open', 'upcoming', 'closed'] as const

const refShape = {
  slug: slug('netcongestie-bedrijventerreinen-voorbeeld'),
  title: Text,
  state: z.enum(callStates).meta({ description: 'Today. The deadline is the last day.' }),
  opens_on: Day.nullable(),
  deadline_on: Day.nullable(),
  is_example: isExample,
}
export const CallRef = z
  .object(refShape)
  .meta({ id: 'CallRef', description: 'A call; more of it is at /calls/{slug}.' })

const itemShape = {
  ...refShape,
  summary: Text,
  eligible: PartialText.nullable().meta({ description: 'Who may join.' }),
  offered: PartialText.nullable(),
  theme: ThemeRef.nullable(),
  apply_url: z.string().nullable().meta({ description: 'Where to apply.' }),
  url: z.url().meta({ description: 'Its page on the portal.' }),
}
const CallItem = z.object(itemShape).meta({ id: 'CallItem' })
const Call = z
  .object({ ...itemShape, undertaking: UndertakingRef.nullable(), sources: z.array(Source) })
  .meta({ id: 'Call' })

type Row = Awaited<ReturnType<typeof listRows>>[number]

function asItem(row: Row, origin: string) {
  const { theme_slug, theme_name_nl, theme_name_en } = row
  const themed = theme_slug !== null && theme_name_nl !== null && theme_name_en !== null
  return {
    ...row,
    title: both(row, 'title'),
    summary: both(row, 'summary'),
    eligible: bothOrNull(row, 'eligible'),
    offered: bothOrNull(row, 'offered'),
    theme: themed ? { slug: theme_slug, name: { nl: theme_name_nl, en: theme_name_en } } : null,
    apply_url: row.url,
    is_example: row.is_example === 1,
    url: `${origin}/oproepen/${row.slug}`,
  }
}

export const listCalls = operation({
  id: 'listCalls',
  tag: 'joining',
  path: '/calls',
  query: z.object({
    theme: filters.theme,
    status: z.enum(callStates).optional().meta({ example: 'open' }),
    ...paging,
  }),
  answer: listOf('CallList', CallItem),
  example: '/calls?status=open&limit=1',
  async read(asked) {
    const { db, query, origin, today } = asked
    const { theme } = await chosenIds(db, { theme: query.theme })
    const rows = (await listRows(db, today)).filter(
      (row) => (theme === null || row.theme_id === theme) && (!query.status || row.state === query.status),
    )
    return slice(
      asked,
      rows.map((row) => asItem(row, origin)),
    )
  },
})

export const getCall = operation({
  id: 'getCall',
  tag: 'joining',
  path: '/calls/{slug}',
  query: z.object({}),
  answer: Call,
  example: '/calls/netcongestie-bedrijventerreinen-voorbeeld',
  async read({ db, slug: asked, origin, today }) {
    const row = orNothing(await findCall(db, asked, today))
    const undertaking = row.undertaking ? { type: row.undertaking.kind, ...named(row.undertaking) } : null
    return { ...asItem(row, origin), undertaking, sources: row.sources }
  },
})
