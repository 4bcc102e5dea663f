import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { canReviewClaims, homeOf } from '../../domain/account/policy.ts'
import { placesOf, staffOf } from '../../domain/rom/contacts.server.ts'
import { findRom } from '../../domain/rom/inbox.server.ts'
import { canSeeInbox, canSetInbox } from '../../domain/rom/policy.ts'
import { listThemes } from '../../domain/theme/queries.server.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { found, notFound } from '../../http/responses.ts'
import { localized } from '../../i18n/locale.ts'
import { FormNotes, SelectField, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice, PageHeader } from '../../ui/page.tsx'
import { changePlaces } from './rom-people/action.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canReviewClaims)
  const { t, db, locale, query } = await openPage(args)
  const rom = found(await findRom(db, args.params.slug ?? ''))
  if (!canSeeInbox(actor, rom.id)) throw notFound()
  const [places, staff, themes] = await Promise.all([placesOf(db, rom.id), staffOf(db, rom.id), listThemes(db)])
  const row = (id: string | null, name: string) => {
    const place = places.find(({ themeId }) => themeId === id)
    const [contact, deputy] = [place?.contact ?? null, place?.deputy ?? null]
    return { key: id ?? 'rest', name, contact, deputy, lapsed: place?.lapsed ?? false }
  }
  return {
    title: t('contacts.title', { rom: rom.name }),
    description: t('contacts.intro'),
    crumbs: [
      { href: homeOf(actor), label: t('desk.title') },
      { href: `/werk/rom/${rom.slug}`, label: t('inbox.title', { rom: rom.name }) },
    ],
    slug: rom.slug,
    rows: [...themes.map((theme) => row(theme.id, localized(theme, 'name', locale))), row(null, t('people.other'))],
    staff: staff.map(({ id, name }) => ({ value: id, label: name })),
    canSet: canSetInbox(actor, rom.id),
    kept: await keptForm(args),
    ignored: query.ignored,
  }
}

export async function action(args: ActionFunctionArgs) {
  return refusalAnswer(await changePlaces(args))
}

export default function RomPeople() {
  const { title, description, crumbs, slug, rows, staff, canSet, kept, ignored } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = Object.fromEntries(
    rows.flatMap(({ key, name }) => [
      [`contact-${key}`, t('contacts.contactFor', { theme: name })],
      [`deputy-${key}`, t('contacts.deputyFor', { theme: name })],
    ]),
  )
  const shown = faults ?? kept
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={crumbs} ignored={ignored} />
      <FormNotes faults={faults} kept={kept} labels={labels} />
      {!canSet && <p>{t('inbox.coordinator')}</p>}
      {staff.length === 0 && <Notice>{t('contacts.noStaff')}</Notice>}
      <form method="post" action={`/werk/rom/${slug}/mensen`} className="flex max-w-[80ch] flex-col gap-3">
        {rows.map(({ key, name, contact, deputy, lapsed }) => (
          <fieldset key={key} disabled={!canSet} className="flex flex-col gap-1 border-b border-line pb-2">
            <legend className="text-lg font-semibold">{name}</legend>
            {lapsed && <p className="font-semibold text-warn">{t('contacts.lapsed')}</p>}
            <input type="hidden" name={`was-${key}`} value={`${contact?.id ?? ''} ${deputy?.id ?? ''}`} />
            <div className="grid gap-2 sm:grid-cols-2">
              <SelectField
                name={`contact-${key}`}
                label={t('contacts.contact')}
                none={t('contacts.nobody')}
                options={staff}
                value={contact?.id}
                required="sometimes"
                faults={shown}
              />
              <SelectField
                name={`deputy-${key}`}
                label={t('contacts.deputy')}
                none={t('contacts.nobody')}
                options={staff}
                value={deputy?.id}
                required="sometimes"
                faults={shown}
              />
            </div>
          </fieldset>
        ))}
        {canSet && <Submit>{t('inbox.submit')}</Submit>}
      </form>
    </>
  )
}
