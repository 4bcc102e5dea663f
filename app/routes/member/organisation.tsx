import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireUser } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { introductionsOfOwn } from '../../domain/introduction/request.server.ts'
import { listListings } from '../../domain/listing/queries.server.ts'
import { listInvited } from '../../domain/organisation/colleagues.server.ts'
import { findOwnOrganisation, listMembers } from '../../domain/organisation/members.server.ts'
import {
  canEndMembership,
  canManageColleagues,
  canSeeMemberAddresses,
  isLastOwner,
  isMemberOf,
} from '../../domain/organisation/policy.ts'
import { findProfile } from '../../domain/organisation/profile.server.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found } from '../../http/responses.ts'
import { formatDate } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/locale.ts'
import { FormNotes } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader, Section } from '../../ui/page.tsx'
import { interestsView } from './organisation/interests.server.ts'
import { Interests } from './organisation/interests.tsx'
import { OwnIntroductions } from './organisation/introductions.tsx'
import { Invited } from './organisation/invited.tsx'
import { Leave, Members } from './organisation/members.tsx'
import { changeMembers } from './organisation/members-action.server.ts'
import { listingView } from './profile/listings.server.ts'
import { Listings } from './profile/listings.tsx'
import { outcomeOf } from './profile/outcome.server.ts'
import { Outcome } from './profile/outcome.tsx'
import { profilePath } from './profile/paths.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const opened = await openPage(args)
  const { t, db, locale } = opened
  const own = found(await findOwnOrganisation(db, args.params.slug ?? '', actor.id))
  const name = nameIn(locale, own.name, own.name_en)
  const confirmed = isMemberOf(actor, own.id)
  // Who only asked to manage it learns nothing of those who do.
  const members = confirmed ? await listMembers(db, own.id) : []
  const addresses = canSeeMemberAddresses(actor, own.id)
  const manages = canManageColleagues(actor, own.id)
  const invited = manages ? await listInvited(db, own.id, args.context.now()) : null
  const profile = confirmed ? await findProfile(db, own.slug) : undefined
  const listings = profile ? await listListings(db, profile.id) : []
  return {
    title: t('claims.members.title', { name }),
    /** How its profile is doing; null for who only asked to manage it, and when it is not public. */
    state: profile
      ? {
          listings: await Promise.all(listings.map((one) => listingView(db, profile, one, opened))),
          outcome: await outcomeOf(args, profile, listings, opened, false),
        }
      : null,
    crumbs: [{ href: '/mijn', label: t('account.menu') }],
    own: {
      slug: own.slug,
      memberId: own.memberId,
      role: own.role,
      confirmed,
      asked: formatDate(own.asked_at, locale),
    },
    rom: own.rom ?? t('claims.admins'),
    lastOwner: isLastOwner({ accountId: actor.id, role: own.role }, members),
    members: members.map((member) => ({
      id: member.id,
      name: member.name,
      email: addresses ? member.email : null,
      role: member.role,
      since: formatDate(member.confirmed_at ?? '', locale),
      self: member.accountId === actor.id,
      canEnd: canEndMembership(actor, { accountId: member.accountId, organisationId: own.id }),
      canChange: manages,
    })),
    introductions: confirmed
      ? (await introductionsOfOwn(db, own.id)).map(({ others, ...one }) => ({
          ...one,
          others: others.map(({ name: other, name_en, ...rest }) => ({
            ...rest,
            name: nameIn(locale, other, name_en),
          })),
        }))
      : null,
    /** Null for who does not invite. */
    invited: invited?.map(({ expires_at, ...one }) => ({ ...one, until: formatDate(expires_at, locale) })) ?? null,
    interests: confirmed ? await interestsView(db, own.id, locale) : [],
    kept: await keptForm(args),
  }
}

export async function action(args: ActionFunctionArgs) {
  return refusalAnswer(await changeMembers(args))
}

export default function MemberOrganisation() {
  const { title, crumbs, own, state, rom, lastOwner, members, introductions, invited, interests, kept } =
    useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { sure: t('claims.members.sure'), noOwner: t('claims.members.noOwner') }
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} />
      <div className="flex flex-col gap-2">
        <FormNotes faults={faults} kept={kept} labels={labels} />
        <p>
          {own.confirmed
            ? t('claims.members.you', { role: t(`account.memberRole.${own.role}`) })
            : t('claims.members.youAsked', { date: own.asked, rom })}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {state && (
            <a href={profilePath(own.slug)} className="button no-prefetch">
              {t('profile.edit')}
            </a>
          )}
          <a href={`/organisaties/${own.slug}`}>{t('claims.members.profile')}</a>
        </p>
        {state && (
          <>
            <Outcome outcome={state.outcome} slug={own.slug} />
            <Listings listings={state.listings} slug={own.slug} />
          </>
        )}
        {introductions && <OwnIntroductions introductions={introductions} slug={own.slug} />}
        {own.confirmed && (
          <Section id="beheerders" title={t('claims.members.who')}>
            <Members members={members} slug={own.slug} lastOwner={lastOwner} faults={faults ?? kept} />
          </Section>
        )}
        <Interests interests={interests} />
        {invited && <Invited invited={invited} slug={own.slug} />}
        <Leave {...own} lastOwner={lastOwner} faults={faults ?? kept} />
      </div>
    </>
  )
}
