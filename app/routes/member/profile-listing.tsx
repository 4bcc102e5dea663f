import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { versionOf } from '../../domain/forms/version.server.ts'
import { listingForm } from '../../domain/listing/forms.ts'
import { addListing, fieldsOf, listListings, saveListing } from '../../domain/listing/queries.server.ts'
import { longestListing } from '../../domain/listing/types.ts'
import { editAnswer } from '../../http/edit.server.ts'
import { parseForm } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found } from '../../http/responses.ts'
import { dutchDay } from '../../i18n/format.ts'
import { FormNotes } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { NewerNote } from '../../ui/newer.tsx'
import { Section } from '../../ui/page.tsx'
import { Done, ProfileFrame } from './profile/frame.tsx'
import { ListingForm, useListingFields } from './profile/listing-form.tsx'
import { listingView } from './profile/listings.server.ts'
import { frameOf, keptBy, saveForm } from './profile/open.server.ts'
import { outcomeOf } from './profile/outcome.server.ts'
import { Outcome } from './profile/outcome.tsx'
import { listingPath, profilePath, sides } from './profile/paths.ts'
import { knownTerms, termChoices } from './profile/terms.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

/** What an address is of: an offer or a need, and which; null for one that is to be added. @throws a 404 */
async function asked(db: LoaderFunctionArgs['context']['db'], params: LoaderFunctionArgs['params'], ownerId: string) {
  const side = found(sides[params.kant as keyof typeof sides])
  const listings = await listListings(db, ownerId)
  const one = params.listing === 'nieuw' ? null : found(listings.find(({ id }) => id === params.listing))
  if (one) found(one.side === side ? one : null)
  return { side, listings, one }
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const profile = await keptBy(actor, args)
  const opened = await openPage(args)
  const { query, db, t } = opened
  const { side, listings, one } = await asked(db, args.params, profile.id)
  const done = query.choice('gedaan', ['opgeslagen'])
  const fields = one && fieldsOf(one)
  return {
    title: t(`listing.${one ? 'edit' : 'add'}.${side}`),
    intro: one ? undefined : t(`listing.addIntro.${side}`),
    frame: frameOf(actor, profile, opened),
    side,
    path: listingPath(profile.slug, side, one?.id),
    // A sentence that somebody asked their ROM may begin a need.
    fields: fields ?? { text_nl: query.text('tekst', longestListing) ?? '' },
    version: fields ? versionOf(fields) : '',
    now: one && (await listingView(db, profile, one, opened)),
    choices: await termChoices(db, opened),
    done,
    outcome: done && (await outcomeOf(args, profile, listings, opened, true)),
    kept: await keptForm(args),
    ignored: query.ignored,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const owner = await keptBy(actor, args)
  const { db, now } = args.context
  const { side, one } = await asked(db, args.params, owner.id)
  const { data, refusal } = await parseForm(args.request, listingForm(await knownTerms(db)))
  if (!data) return editAnswer(refusal)
  const { versie, ...texts } = data
  const how = { owner, by: actor.id, now: now(), today: dutchDay(now()) }
  let id = one?.id
  return saveForm(
    args,
    actor,
    { ...fieldsOf(texts), versie },
    async (trx) => {
      if (one) return saveListing(trx, how, { id: one.id, opened: versie }, texts)
      const added = await addListing(trx, how, side, texts)
      if ('fault' in added) return added
      id = added.id
      return { saved: true }
    },
    async () => `${listingPath(owner.slug, side, id)}?gedaan=opgeslagen`,
  )
}

export default function ListingPage() {
  const data = useLoaderData<typeof loader>()
  const { title, intro, frame, side, path, now, done, outcome, kept, ignored } = data
  const { faults, newer } = useActionData<typeof action>() ?? {}
  const { t } = useTranslation()
  const { labels, show } = useListingFields(data.choices)
  const saved = done && !faults
  return (
    <ProfileFrame frame={frame} title={title} intro={intro} ignored={ignored}>
      {saved && <Done>{t('profile.saved')}</Done>}
      <FormNotes faults={faults} kept={kept} labels={labels} />
      <NewerNote newer={newer} faults={faults} labels={labels} show={show} href={path} />
      {now && (
        <Section id="wie-ziet-dit" title={t('listing.whoSees')}>
          <p>{`${now.seen} · ${now.day}`}</p>
        </Section>
      )}
      {saved && outcome && <Outcome outcome={outcome} slug={frame.slug} />}
      <ListingForm
        {...data}
        side={side}
        newer={newer}
        shown={faults ?? kept}
        wasPublic={data.fields.audience === 'public'}
      />
      <p>
        <a href={profilePath(frame.slug, '#aanbod-en-vraag')}>{t('listing.back')}</a>
      </p>
    </ProfileFrame>
  )
}
