import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { recorded } from '../../auth/record.server.ts'
import { normalised } from '../../domain/account/queries.server.ts'
import type { Actor } from '../../domain/account/types.ts'
import { inviteColleague } from '../../domain/organisation/colleagues.server.ts'
import { inviteForm } from '../../domain/organisation/forms.ts'
import { findOwnOrganisation } from '../../domain/organisation/members.server.ts'
import { canManageColleagues } from '../../domain/organisation/policy.ts'
import { parseForm, refusalAnswer, refused, refusedFor } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { tooOften } from '../../http/rate.server.ts'
import { forbidden, found } from '../../http/responses.ts'
import { localeOf } from '../../i18n/locale.server.ts'
import { nameIn } from '../../i18n/locale.ts'
import { Field, FormNotes, SelectField, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'

export const meta = pageMeta
export const headers = answerHeaders

/** @throws a 404 for who has nothing to do with it, a 403 for who works on it only */
async function ownedBy(actor: Actor, { params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const own = found(await findOwnOrganisation(context.db, params.slug ?? '', actor.id))
  if (!canManageColleagues(actor, own.id)) throw forbidden()
  return own
}

export async function loader(args: LoaderFunctionArgs) {
  const own = await ownedBy(requireUser(args), args)
  const { t, locale } = await openPage(args)
  const name = nameIn(locale, own.name, own.name_en)
  return {
    title: t('colleagues.invite'),
    description: t('colleagues.intro', { name }),
    crumbs: [
      { href: '/mijn', label: t('account.menu') },
      { href: `/mijn/organisaties/${own.slug}`, label: name },
    ],
    slug: own.slug,
    kept: await keptForm(args),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const { db, now, env } = args.context
  const own = await ownedBy(actor, args)
  const { data: sent, refusal } = await parseForm(args.request, inviteForm)
  if (!sent) return refusalAnswer(refusal)
  const wait =
    (await tooOften(db, 'invite', actor.id, env.limitFactor)) ??
    (await tooOften(db, 'inviteTo', normalised(sent.email), env.limitFactor))
  if (wait !== null) return refusalAnswer(refusedFor(wait, 'invites', sent))
  const invitation = { ...sent, organisation: own, by: actor.id, locale: await localeOf(args.request) }
  const wrong = await recorded(args.context, actor.id, (trx) => inviteColleague(trx, invitation, now()))
  if (wrong) return refusalAnswer(refused('email', wrong, sent))
  return redirect(`/mijn/organisaties/${own.slug}#uitgenodigd`, 303)
}

export default function InviteColleague() {
  const { title, description, crumbs, slug, kept } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { name: t('colleagues.name'), email: t('account.email'), role: t('colleagues.role') }
  const shown = faults ?? kept
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={crumbs} />
      <div className="flex flex-col gap-2">
        <FormNotes faults={faults} kept={kept} labels={labels} />
        <form method="post" action={`/mijn/organisaties/${slug}/uitnodigen`} className="flex flex-col gap-2">
          <Field name="name" label={labels.name} autoComplete="off" maxLength={100} faults={shown} />
          <Field
            name="email"
            type="email"
            label={labels.email}
            help={t('colleagues.emailHelp')}
            autoComplete="off"
            faults={shown}
          />
          <SelectField
            name="role"
            label={labels.role}
            help={t('colleagues.roleHelp')}
            value="editor"
            options={(['editor', 'owner'] as const).map((role) => ({
              value: role,
              label: t(`account.memberRole.${role}`),
            }))}
            faults={shown}
          />
          <Submit>{t('colleagues.submit')}</Submit>
        </form>
      </div>
    </>
  )
}
