import type { LoaderFunctionArgs } from '@remix-run/node'
import type { UndertakingKind } from '#db/tables/undertakings.ts'
import { matchByRegion } from '#search/matching/by-region.ts'
import { findCall } from '../../../domain/call/queries.server.ts'
import { lastDay, participationsOf, phaseOn } from '../../../domain/participation/queries.server.ts'
import { type Mark, markOf } from '../../../domain/participation/types.ts'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import { listRoms } from '../../../domain/rom/queries.server.ts'
import { findUndertakingRow } from '../../../domain/undertaking/detail.server.ts'
import {
  questionOf,
  type Sought,
  soughtByCall,
  soughtByUndertaking,
} from '../../../domain/undertaking/sought.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { limitFrom } from '../../../http/rate.server.ts'
import { found } from '../../../http/responses.ts'
import { localized } from '../../../i18n/locale.ts'
import type { Crumb } from '../../../ui/page.tsx'
import { findMatches, narrowing } from './load.server.ts'
import { matchView } from './view.server.ts'

type Opened = Awaited<ReturnType<typeof openPage>>
type UndertakingRow = NonNullable<Awaited<ReturnType<typeof findUndertakingRow>>>

const perRegion = 3
/** Of the organisations that are in it already; a European project has dozens. */
const mostNamed = 6

/** What organisations are looked for. */
interface Subject {
  name: string
  /** Its own page, with the list that is in. */
  href: string
  list: Crumb
  sought: Sought
  /** What is known of a ROM's part in it, or null when nothing is said of any. */
  roles: { mark(romId: string): Mark } | null
  /** The programme or initiative that those roles are in, when it is not this itself. */
  rolesOf: string | null
  over: boolean
}

/** The organisations of each region that fit a programme or initiative. */
export async function loadUndertakingPartners(args: LoaderFunctionArgs, kind: UndertakingKind) {
  const opened = await openPage(args)
  const { db, locale, t, today } = opened
  const row = found(await findUndertakingRow(db, kind, args.params.slug ?? ''))
  const list = kind === 'programme' ? ('programmes' as const) : ('initiatives' as const)
  const path = kind === 'programme' ? '/programmas' : '/initiatieven'
  return loadRegions(args, opened, {
    name: localized(row, 'name', locale),
    href: `${path}/${row.slug}`,
    list: { href: path, label: t(`lists.${list}.title`) },
    sought: await soughtByUndertaking(db, row, today),
    roles: await rolesIn(opened, row),
    rolesOf: null,
    over: isOver(row, today),
  })
}

/** The organisations of each region that fit a call. */
export async function loadCallPartners(args: LoaderFunctionArgs) {
  const opened = await openPage(args)
  const { db, locale, t, today } = opened
  const call = found(await findCall(db, args.params.slug ?? '', today))
  const { undertaking } = call
  const row = undertaking && (await findUndertakingRow(db, undertaking.kind, undertaking.slug))
  return loadRegions(args, opened, {
    name: localized(call, 'title', locale),
    href: `/oproepen/${call.slug}`,
    list: { href: '/oproepen', label: t('lists.calls.title') },
    sought: await soughtByCall(db, call),
    roles: row ? await rolesIn(opened, row) : null,
    rolesOf: row ? localized(row, 'name', locale) : null,
    over: call.state === 'closed',
  })
}

function isOver(row: UndertakingRow, today: string): boolean {
  return row.status === 'completed' || row.status === 'stopped' || phaseOn(row, today) === 'after'
}

/** Which part each ROM has now, or had on the last day. */
async function rolesIn({ db, today }: Opened, row: UndertakingRow): Promise<Subject['roles']> {
  const on = [row.ends_on ? lastDay(row.ends_on) : today, today].sort()[0] ?? today
  const participations = await participationsOf(db, row.id, { on, known: today })
  // Where the sources name no ROM, nine times "unknown" would say nothing.
  if (participations.length === 0) return null
  return {
    mark: (romId) => markOf(participations.find(({ rom_id }) => rom_id === romId)),
  }
}

/** The best of each region, or one region in full when the address names it. */
async function loadRegions({ context }: LoaderFunctionArgs, opened: Opened, subject: Subject) {
  const { query, locale, t, db } = opened
  const { matcher } = context
  await limitFrom(context, 'matches')
  const { name, sought } = subject
  const page = { ...opened, choices: await listChoices(db) }
  const { filters, roms: wanted, kinds } = narrowing(page, t('regional.all'))
  const question = { ...questionOf(sought), kinds }
  const roms = await listRoms(db)
  const regions = roms.map((rom) => {
    const present = sought.present.filter((one) => one.seat_rom_id === rom.id)
    return {
      id: rom.id,
      slug: rom.slug,
      name: rom.name,
      areas: rom.areas.map((area) => area.name).join(', '),
      role: subject.roles?.mark(rom.id) ?? null,
      roleOf: subject.rolesOf,
      present: present.slice(0, mostNamed).map((one) => ({
        href: `/organisaties/${one.slug}`,
        name: (locale === 'en' && one.name_en) || one.name,
      })),
      presentMore: Math.max(0, present.length - mostNamed),
      href: query.href({ rom: rom.slug }),
    }
  })
  const chosen = wanted && regions.find(({ id }) => wanted.includes(id))
  const answers = chosen
    ? null
    : await matchByRegion(
        matcher,
        { ...question, withFeedback: false, language: locale, limit: perRegion },
        regions.map(({ id }) => id),
      )
  const shown = answers && regions.map((region) => ({ ...region, ...answerOf(region.id) }))
  function answerOf(romId: string) {
    const { total = 0, matches = [] } = answers?.get(romId) ?? {}
    return { total, matches: matches.map((match) => matchView(match, { ...page, asker: name })) }
  }
  return {
    title: chosen ? t('regional.titleOf', { name, rom: chosen.name }) : t('regional.title', { name }),
    description: t('regional.intro'),
    crumbs: [
      subject.list,
      { href: subject.href, label: name },
      ...(chosen ? [{ href: query.href({ rom: null }), label: t('regional.find') }] : []),
    ],
    action: query.url.pathname,
    // A theme would keep out who has none on record; those of what asks count already.
    filters: filters.filter((filter) => filter.name !== 'thema'),
    over: subject.over,
    regions: shown,
    one: chosen && {
      region: chosen,
      found: await findMatches(page, matcher, { ...question, roms: wanted, leaveOut: [] }, name),
    },
    ignored: query.ignored,
  }
}

export type RegionsPage = Awaited<ReturnType<typeof loadRegions>>
