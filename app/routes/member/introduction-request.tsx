import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { recordedForm } from '../../auth/record.server.ts'
import type { Actor } from '../../domain/account/types.ts'
import { requestForm } from '../../domain/introduction/forms.ts'
import { requestIntroduction } from '../../domain/introduction/request.server.ts'
import { isMemberOf } from '../../domain/organisation/policy.ts'
import { findProfile } from '../../domain/organisation/profile.server.ts'
import { parseForm, refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { forbidden, found } from '../../http/responses.ts'
import { nameIn } from '../../i18n/locale.ts'
import { FormNotes, Submit, TextField } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'

export const meta = pageMeta
export const headers = answerHeaders

/**
 * The organisation of somebody who asks to be introduced for it, and with whom.
 * @throws a 404 for organisations that are not public; a 403 for who does not manage the first, or where no ROM is there to ask
 */
async function pairOf(actor: Actor, { params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const own = found(await findProfile(context.db, params.slug ?? ''))
  if (!isMemberOf(actor, own.id)) throw forbidden()
  const other = found(await findProfile(context.db, params.met ?? ''))
  const romId = own.romIds[0]
  if (romId === undefined || other.id === own.id) throw forbidden()
  return { own, other, romId }
}

export async function loader(args: LoaderFunctionArgs) {
  const { own, other } = await pairOf(requireUser(args), args)
  const { t, locale } = await openPage(args)
  const name = nameIn(locale, other.name, other.name_en)
  return {
    title: t('introduction.request.title', { name }),
    description: t('introduction.request.intro', { rom: own.roms[0] }),
    crumbs: [
      { href: '/mijn', label: t('account.menu') },
      { href: `/mijn/organisaties/${own.slug}`, label: nameIn(locale, own.name, own.name_en) },
    ],
    other: { slug: other.slug, name },
    kept: await keptForm(args),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const { own, other, romId } = await pairOf(actor, args)
  const { data, refusal } = await parseForm(args.request, requestForm)
  if (!data) return refusalAnswer(refusal)
  const asked = { romId, accountId: actor.id, organisations: [own.id, other.id], message: data.message }
  const { refusal: refusedNow } = await recordedForm(args.context, actor.id, { ...data }, (trx) =>
    requestIntroduction(trx, asked, args.context.now()),
  )
  if (refusedNow) return refusalAnswer(refusedNow)
  return redirect(`/mijn/organisaties/${own.slug}#introducties`, 303)
}

export default function RequestIntroduction() {
  const { title, description, crumbs, other, kept } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { message: t('introduction.request.why') }
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={crumbs} />
      <div className="flex flex-col gap-2">
        <p>
          <a href={`/organisaties/${other.slug}`}>{other.name}</a>
        </p>
        <FormNotes faults={faults} kept={kept} labels={labels} />
        <form method="post" className="flex flex-col gap-2">
          <TextField
            name="message"
            label={labels.message}
            help={t('introduction.request.whyHelp')}
            rows={5}
            maxLength={2000}
            faults={faults ?? kept}
          />
          <Submit>{t('introduction.request.send')}</Submit>
        </form>
      </div>
    </>
  )
}
