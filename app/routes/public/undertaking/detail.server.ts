import type { LoaderFunctionArgs } from '@remix-run/node'
import type { UndertakingKind } from '#db/tables/undertakings.ts'
import { callState } from '../../../domain/call/queries.server.ts'
import {
  lastDay,
  participationHistory,
  participationsOf,
  phaseOn,
  unrecordedBefore,
} from '../../../domain/participation/queries.server.ts'
import { findUndertaking } from '../../../domain/undertaking/detail.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { found } from '../../../http/responses.ts'
import { localized } from '../../../i18n/locale.ts'

/** A programme's or initiative's page: who takes part on the day asked for, as known on the day asked for. */
export async function loadUndertaking(args: LoaderFunctionArgs, kind: UndertakingKind) {
  const { query, locale, t, db, today } = await openPage(args)
  const undertaking = found(await findUndertaking(db, kind, args.params.slug ?? ''))
  // What is over is shown as it was on its last day.
  const end = undertaking.ends_on ? lastDay(undertaking.ends_on) : today
  const on = query.day('datum') ?? [end, today].sort()[0] ?? today
  const known = query.dayUntil('stand', today) ?? today
  const [participations, history, unrecorded] = await Promise.all([
    participationsOf(db, undertaking.id, { on, known }),
    participationHistory(db, undertaking.id),
    unrecordedBefore(db, known),
  ])
  const list = kind === 'programme' ? ('programmes' as const) : ('initiatives' as const)
  return {
    title: localized(undertaking, 'name', locale),
    description: localized(undertaking, 'summary', locale),
    undertaking: {
      ...undertaking,
      calls: undertaking.calls.map((call) => ({ ...call, state: callState(call, today) })),
    },
    /** Where a member says that the organisation would join, and everybody else without an account. */
    interest: args.context.actor?.memberships.some(({ confirmed }) => confirmed) ? '/mijn/interesse' : '/vraag',
    today,
    participations,
    history,
    moment: {
      on,
      known,
      phase: phaseOn(undertaking, on),
      unrecorded,
      past: query.url.searchParams.has('datum') || known !== today,
    },
    crumbs: [
      { href: kind === 'programme' ? '/programmas' : '/initiatieven', label: t(`lists.${list}.title`) },
      ...(undertaking.parent
        ? [{ href: `/programmas/${undertaking.parent.slug}`, label: localized(undertaking.parent, 'name', locale) }]
        : []),
    ],
    ignored: query.ignored,
  }
}

export type UndertakingPage = Awaited<ReturnType<typeof loadUndertaking>>
