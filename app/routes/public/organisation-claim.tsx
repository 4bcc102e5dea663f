import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireSender } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { recorded } from '../../auth/record.server.ts'
import { claimOrganisation, findClaimable, standingOf } from '../../domain/organisation/claims.server.ts'
import { claimForm } from '../../domain/organisation/forms.ts'
import { parseForm, refusalAnswer, refusedFor } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { tooOften } from '../../http/rate.server.ts'
import { found } from '../../http/responses.ts'
import { formatDate } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { Ask, Standing } from './organisation/claim.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { t, db, locale, query } = await openPage(args)
  const { actor } = args.context
  const organisation = found(await findClaimable(db, args.params.slug ?? ''))
  const name = nameIn(locale, organisation.name, organisation.name_en)
  const { slug } = organisation
  const standing = actor && (await standingOf(db, organisation.id, actor.id))
  return {
    title: t('claims.ask.title', { name }),
    description: t('claims.ask.intro', { name }),
    crumbs: [
      { href: '/organisaties', label: t('lists.organisations.title') },
      { href: `/organisaties/${slug}`, label: name },
    ],
    name,
    slug,
    rom: organisation.rom ?? t('claims.admins'),
    signedIn: actor !== null,
    standing,
    since: standing?.since ? formatDate(standing.since, locale) : '',
    kept: await keptForm(args),
    ignored: query.ignored,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const { db, now, env } = args.context
  const organisation = found(await findClaimable(db, args.params.slug ?? ''))
  const { data: sent, refusal } = await parseForm(args.request, claimForm)
  if (!sent) return refusalAnswer(refusal)
  const wait = await tooOften(db, 'claim', actor.id, env.limitFactor)
  if (wait !== null) return refusalAnswer(refusedFor(wait, 'claims', sent))
  await recorded(args.context, actor.id, (trx) =>
    claimOrganisation(trx, { accountId: actor.id, organisation, note: sent.note }, now()),
  )
  return redirect(`/organisaties/${organisation.slug}/beheren`, 303)
}

export default function OrganisationClaim() {
  const page = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { standing } = page
  return (
    <div className="flex flex-col gap-2">
      <PageHeader title={page.title} intro={page.description} crumbs={page.crumbs} ignored={page.ignored} />
      {standing?.kind === 'asked' || standing?.kind === 'member' ? (
        <Standing {...page} kind={standing.kind} />
      ) : (
        <Ask {...page} refusal={standing?.kind === 'refused' ? standing : null} faults={faults} />
      )}
    </div>
  )
}
