import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { recorded } from '../../auth/record.server.ts'
import { endForm } from '../../domain/organisation/forms.ts'
import {
  endMembership,
  findMember,
  findOwnOrganisation,
  listMembers,
} from '../../domain/organisation/members.server.ts'
import { canEndMembership, canSeeMemberAddresses, isLastOwner, isMemberOf } from '../../domain/organisation/policy.ts'
import { parseForm, refusalAnswer, refused } from '../../http/form.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found, notFound } from '../../http/responses.ts'
import { formatDate } from '../../i18n/format.ts'
import { FormNotes } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader, Section } from '../../ui/page.tsx'
import { Leave, Members } from './organisation/members.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const { t, db, locale } = await openPage(args)
  const own = found(await findOwnOrganisation(db, args.params.slug ?? '', actor.id))
  const name = locale === 'en' ? (own.name_en ?? own.name) : own.name
  const confirmed = isMemberOf(actor, own.id)
  // Who only asked to manage it learns nothing of those who do.
  const members = confirmed ? await listMembers(db, own.id) : []
  const addresses = canSeeMemberAddresses(actor, own.id)
  return {
    title: t('claims.members.title', { name }),
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
    })),
    kept: await keptForm(args),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const { db, now } = args.context
  const { data: sent, refusal } = await parseForm(args.request, endForm)
  if (!sent) return refusalAnswer(refusal)
  const member = found(await findMember(db, args.params.slug ?? '', sent.member))
  if (!canEndMembership(actor, member)) throw notFound()
  const last = isLastOwner(member, await listMembers(db, member.organisationId))
  if (last && sent.sure !== 'ja') return refusalAnswer(refused('sure', 'sure', sent))
  await recorded(args.context, actor.id, (trx) => endMembership(trx, member, actor.id, now()))
  return redirect(member.accountId === actor.id ? '/mijn' : `/mijn/organisaties/${member.slug}`, 303)
}

export default function MemberOrganisation() {
  const { title, crumbs, own, rom, lastOwner, members, kept } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} />
      <div className="flex flex-col gap-2">
        <FormNotes faults={faults} kept={kept} labels={{ sure: t('claims.members.sure') }} />
        <p>
          {own.confirmed
            ? t('claims.members.you', { role: t(`account.memberRole.${own.role}`) })
            : t('claims.members.youAsked', { date: own.asked, rom })}
        </p>
        <p>
          <a href={`/organisaties/${own.slug}`}>{t('claims.members.profile')}</a>
        </p>
        {own.confirmed && (
          <Section id="beheerders" title={t('claims.members.who')}>
            <Members members={members} slug={own.slug} />
          </Section>
        )}
        <Leave {...own} lastOwner={lastOwner} faults={faults ?? kept} />
      </div>
    </>
  )
}
