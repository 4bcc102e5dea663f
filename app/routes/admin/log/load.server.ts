import type { LoaderFunctionArgs } from '@remix-run/node'
import { actorNames } from '../../../domain/account/names.server.ts'
import { deskRoms } from '../../../domain/account/policy.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { auditedNouns, listEntries } from '../../../domain/audit/queries.server.ts'
import { listRomNames } from '../../../domain/rom/queries.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { startOfDutchDay } from '../../../i18n/format.ts'

const limit = 50
const dayMs = 86_400_000

/** One page of the audit log, as far as an actor may read it, with its filters. */
export async function loadLog(args: LoaderFunctionArgs, actor: Actor) {
  const { query, t, db } = await openPage(args)
  const scope = deskRoms(actor)
  const [everyRom, nouns] = await Promise.all([listRomNames(db), auditedNouns(db)])
  const roms = everyRom.filter(({ id }) => scope === null || scope.includes(id))
  const from = query.day('van')
  const until = query.day('tot')
  const filter = {
    q: query.text('q'),
    person: scope === null ? query.text('persoon', 100) : null,
    noun: query.choice('soort', nouns),
    rom: query.bySlug('rom', roms)?.id ?? null,
  }
  const place = { before: query.number('voor'), after: query.number('na'), limit }
  const { entries, older, newer } = await listEntries(
    db,
    {
      ...filter,
      scope,
      from: from && startOfDutchDay(from).toISOString(),
      until: until && startOfDutchDay(dayAfter(until)).toISOString(),
    },
    place,
  )
  const person = filter.person ? (await actorNames(db, [filter.person])).get(filter.person) : null
  return {
    title: t('audit.title'),
    description: t(scope === null ? 'audit.intro' : 'audit.introRom'),
    path: query.url.pathname,
    entries,
    filter: {
      q: filter.q,
      noun: filter.noun,
      rom: roms.find(({ id }) => id === filter.rom)?.slug ?? '',
      from,
      until,
    },
    person: filter.person ? { id: filter.person, who: person ?? null, without: query.href({ persoon: null }) } : null,
    roms: roms.map(({ slug, short_name }) => ({ slug, name: short_name })),
    nouns,
    older: older && query.href({ voor: String(older) }),
    newer: newer && query.href({ na: String(newer) }),
    latest: place.before || place.after ? query.href({}) : null,
    ignored: query.ignored,
  }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + dayMs).toISOString().slice(0, 10)
}

export type LogView = Awaited<ReturnType<typeof loadLog>>
