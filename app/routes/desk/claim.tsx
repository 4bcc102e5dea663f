import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { recorded } from '../../auth/record.server.ts'
import { canReviewClaims, deskRoms, homeOf } from '../../domain/account/policy.ts'
import { countClaims, decideClaim, findClaim } from '../../domain/organisation/claims.server.ts'
import { decisionForm } from '../../domain/organisation/forms.ts'
import { canDecideClaim } from '../../domain/organisation/policy.ts'
import { parseForm, refusalAnswer } from '../../http/form.server.ts'
import { openPage } from '../../http/page.server.ts'
import { forbidden, found } from '../../http/responses.ts'
import { formatDate } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { ClaimFacts, Decide, Outcome } from './claim/claim.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canReviewClaims)
  const { t, db, locale } = await openPage(args)
  const roms = deskRoms(actor)
  const claim = found(await findClaim(db, args.params.id ?? '', roms))
  const organisation = nameIn(locale, claim.organisation, claim.name_en)
  return {
    title: t('desk.claim.oneTitle', { organisation }),
    crumbs: [
      { href: homeOf(actor), label: t('desk.title') },
      { href: '/werk/aanvragen', label: t('desk.claim.title') },
    ],
    claim: {
      ...claim,
      organisation,
      verified: claim.verified_at !== null,
      asked: formatDate(claim.asked_at, locale),
      decided: claim.decided_at && formatDate(claim.decided_at, locale),
    },
    own: !canDecideClaim(actor, claim),
    waiting: await countClaims(db, roms),
    kept: await keptForm(args),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, canReviewClaims)
  const { db, now } = args.context
  const roms = deskRoms(actor)
  const claim = found(await findClaim(db, args.params.id ?? '', roms))
  if (!canDecideClaim(actor, claim)) throw forbidden()
  const { data: sent, refusal } = await parseForm(args.request, decisionForm)
  if (!sent) return refusalAnswer(refusal)
  await recorded(args.context, actor.id, (trx) => decideClaim(trx, claim, { ...sent, by: actor.id, roms }, now()))
  // Whoever comes second, or presses twice, sees what was decided.
  return redirect(`/werk/aanvragen/${claim.id}`, 303)
}

export default function ClaimPage() {
  const { title, crumbs, claim, own, waiting, kept } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} />
      <div className="flex max-w-[80ch] flex-col gap-2">
        {claim.state !== 'open' && <Outcome {...claim} state={claim.state} waiting={waiting} />}
        <ClaimFacts {...claim} />
        {claim.state === 'open' && (own ? <p>{t('desk.claim.own')}</p> : <Decide faults={faults} kept={kept} />)}
      </div>
    </>
  )
}
