import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { recorded } from '../../auth/record.server.ts'
import { listingOrder } from '../../domain/listing/forms.ts'
import { findListing, listListings, renewListing, withdrawListing } from '../../domain/listing/queries.server.ts'
import { parseForm, refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found } from '../../http/responses.ts'
import { dutchDay } from '../../i18n/format.ts'
import { FormNotes } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Done, ProfileFrame } from './profile/frame.tsx'
import { listingView } from './profile/listings.server.ts'
import { Listings } from './profile/listings.tsx'
import { frameOf, keptBy } from './profile/open.server.ts'
import { outcomeOf } from './profile/outcome.server.ts'
import { Outcome } from './profile/outcome.tsx'
import { profilePath } from './profile/paths.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const profile = await keptBy(actor, args)
  const opened = await openPage(args)
  const { query, db, t } = opened
  const done = query.choice('gedaan', ['verlengd', 'teruggetrokken'])
  const listings = await listListings(db, profile.id)
  const frame = frameOf(actor, profile, opened)
  return {
    title: frame.heading,
    intro: t(frame.member ? 'profile.intro' : 'profile.introRom'),
    frame,
    done,
    listings: await Promise.all(listings.map((one) => listingView(db, profile, one, opened))),
    outcome: await outcomeOf(args, profile, listings, opened, done !== null),
    ignored: query.ignored,
  }
}

/** Renews or withdraws one offer or need. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const owner = await keptBy(actor, args)
  const { db, now } = args.context
  const { data: sent, refusal } = await parseForm(args.request, listingOrder)
  if (!sent) return refusalAnswer(refusal)
  const { id } = found(await findListing(db, owner.id, sent.listing))
  const how = { owner, by: actor.id, now: now(), today: dutchDay(now()) }
  const renew = sent.doe === 'renew'
  await recorded(args.context, actor.id, (trx) => (renew ? renewListing : withdrawListing)(trx, how, id))
  return redirect(`${profilePath(owner.slug)}?gedaan=${renew ? 'verlengd' : 'teruggetrokken'}`, 303)
}

export default function ProfilePage() {
  const { title, intro, frame, done, listings, outcome, ignored } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  return (
    <ProfileFrame frame={frame} title={title} intro={intro} ignored={ignored}>
      {done && !faults && <Done>{t(done === 'verlengd' ? 'profile.renewed' : 'profile.withdrawn')}</Done>}
      <FormNotes faults={faults} labels={{}} />
      <p className="flex flex-wrap gap-x-3">
        <a href={profilePath(frame.slug, '', { edit: false })}>{t('profile.publicPage')}</a>
        {frame.member && <a href={`/mijn/organisaties/${frame.slug}`}>{t('profile.manage')}</a>}
      </p>
      <Listings listings={listings} slug={frame.slug} />
      <Outcome outcome={outcome} slug={frame.slug} />
    </ProfileFrame>
  )
}
