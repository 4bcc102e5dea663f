import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireSender } from '../../../auth/guard.server.ts'
import { recordedForm } from '../../../auth/record.server.ts'
import { rightsOf } from '../../../domain/account/rights.server.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { isMemberOf } from '../../../domain/organisation/policy.ts'
import { findAbout } from '../../../domain/question/about.server.ts'
import { askQuestion } from '../../../domain/question/ask.server.ts'
import { interestForm } from '../../../domain/question/forms.ts'
import { seatRomOf } from '../../../domain/question/seat.server.ts'
import { parseForm, type Refusal, refused, refusedFor } from '../../../http/form.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { tooOften } from '../../../http/rate.server.ts'
import { localized } from '../../../i18n/locale.ts'

const paths = { programme: '/programmas', initiative: '/initiatieven', call: '/oproepen' } as const

/** What the address says it is about. @throws a redirect to the form for everybody when there is no such thing */
async function aboutOf(args: Pick<LoaderFunctionArgs, 'request' | 'context'>) {
  const { query, db, today } = await openPage(args)
  const value = (name: string) => query.text(name) ?? ''
  const asked = { programma: value('programma'), initiatief: value('initiatief'), oproep: value('oproep') }
  const about = await findAbout(db, { ...asked, rol: value('rol') }, today)
  if (!about) throw redirect('/vraag', 303)
  return about
}

/** The form in which a member says where the organisation would join; without one, it is sent on to the form for everybody. */
export async function loadInterest(args: LoaderFunctionArgs, actor: Actor) {
  const { t, db, locale, query } = await openPage(args)
  const about = await aboutOf(args)
  const ask = `/vraag${query.url.search}`
  const { organisations } = await rightsOf(db, actor)
  const own = organisations.filter(({ confirmed }) => confirmed)
  if (own.length === 0) throw redirect(ask, 303)
  return {
    title: t('interest.title'),
    description: t('interest.intro'),
    crumbs: [{ href: '/mijn', label: t('account.menu') }],
    about: { name: localized(about, 'name', locale), href: `${paths[about.kind]}/${about.slug}`, open: about.open },
    ask,
    organisations: own.map(({ id, name }) => ({ value: id, label: name })),
    roles: about.roles.map((role) => ({ value: role.id, label: localized(role, 'title', locale) })),
    chosen: about.role?.id ?? '',
    here: `/mijn/interesse${query.url.search}`,
    ignored: query.ignored,
  }
}

/**
 * Puts it to the ROM that leads what it is about, with the organisation's own in copy.
 * @returns what is wrong
 * @throws a redirect to the organisation when it was sent
 */
export async function sendInterest(args: ActionFunctionArgs): Promise<Refusal> {
  const actor = await requireSender(args)
  const { db, now, env } = args.context
  const { today } = await openPage(args)
  const { data: sent, refusal } = await parseForm(args.request, interestForm)
  if (!sent) return refusal
  const about = await aboutOf(args)
  const typed = { organisation: sent.organisation, rol: sent.rol, text: sent.text }
  if (!isMemberOf(actor, sent.organisation)) return refused('organisation', 'interestOrganisation', typed)
  if (!about.open) return refused('', 'interestClosed', typed, 409)
  const organisation = await seatRomOf(db, sent.organisation)
  const romId = about.leadRomId ?? organisation?.romId
  if (!organisation || !romId) return refused('', 'interestNoRom', typed)
  const wait = await tooOften(db, 'interest', actor.id, env.limitFactor)
  if (wait !== null) return refusedFor(wait, 'askTooOften', typed)
  const role = about.roles.find(({ id }) => id === sent.rol)
  const done = await recordedForm(args.context, actor.id, typed, (trx) =>
    askQuestion(
      trx,
      {
        kind: 'interest',
        asker: { accountId: actor.id },
        text: sent.text,
        organisationId: sent.organisation,
        romId,
        copyRomId: organisation.romId,
        themeId: about.themeId,
        undertakingId: about.undertakingId,
        callId: about.callId,
        openRoleId: role?.id ?? null,
        by: actor.id,
        day: today,
      },
      now(),
    ),
  )
  if (done.refusal) return done.refusal
  throw redirect(`/mijn/organisaties/${organisation.slug}#interesse`, 303)
}
