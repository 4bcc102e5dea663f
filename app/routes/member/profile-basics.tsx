import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { versionOf } from '../../domain/forms/version.server.ts'
import { listListings } from '../../domain/listing/queries.server.ts'
import { basicsOf, saveBasics } from '../../domain/organisation/profile.server.ts'
import { basicsForm } from '../../domain/organisation/profile-forms.ts'
import { longestSummary, organisationKinds } from '../../domain/organisation/types.ts'
import { editAnswer } from '../../http/edit.server.ts'
import { parseForm } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { Field, FormNotes, SelectField, Submit, TextField } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { NewerNote, VersionField } from '../../ui/newer.tsx'
import { Done, ProfileFrame } from './profile/frame.tsx'
import { afterSaving, frameOf, keptBy, saveForm } from './profile/open.server.ts'
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
  const done = query.choice('gedaan', ['opgeslagen', 'verhuisd'])
  const fields = basicsOf(profile)
  return {
    title: t('profile.nav.basics'),
    frame: frameOf(actor, profile, opened),
    fields,
    version: versionOf(fields),
    rom: profile.seat_rom,
    done,
    outcome: done && (await outcomeOf(args, profile, await listListings(db, profile.id), opened, true)),
    kept: await keptForm(args),
    ignored: query.ignored,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const profile = await keptBy(actor, args)
  const { data, refusal } = await parseForm(args.request, basicsForm)
  if (!data) return editAnswer(refusal)
  const { versie, ...basics } = data
  const save = { slug: profile.slug, opened: versie, by: actor.id }
  return saveForm(
    args,
    actor,
    { ...basicsOf(basics), versie },
    (trx) => saveBasics(trx, save, basics, args.context.now()),
    () => afterSaving(args, actor, profile, profilePath(profile.slug, '/profiel')),
  )
}

export default function BasicsPage() {
  const { title, frame, fields, version, rom, done, outcome, kept, ignored } = useLoaderData<typeof loader>()
  const { faults, newer } = useActionData<typeof action>() ?? {}
  const { t } = useTranslation()
  const shown = faults ?? kept
  const labels = {
    summary_nl: t('profile.basics.summary_nl'),
    summary_en: t('profile.basics.summary_en'),
    kind: t('profile.basics.kind'),
    website: t('profile.basics.website'),
    employees: t('profile.basics.employees'),
    founded_year: t('profile.basics.founded_year'),
    kvk_number: t('profile.basics.kvk_number'),
    postcode: t('profile.basics.postcode'),
    place: t('profile.basics.place'),
  }
  const of = (name: keyof typeof labels, help?: string) => ({
    name,
    label: labels[name],
    help,
    value: fields[name] ?? '',
    faults: shown,
    required: false,
  })
  const kinds = organisationKinds.map((value) => ({ value, label: t(`common.organisationKind.${value}`) }))
  const show = (field: string, value: string) =>
    field === 'kind' ? (kinds.find((kind) => kind.value === value)?.label ?? value) : value
  const path = profilePath(frame.slug, '/profiel')
  const saved = done && !faults
  return (
    <ProfileFrame frame={frame} title={title} intro={frame.name} ignored={ignored}>
      {saved && <Done>{done === 'verhuisd' && rom ? t('profile.moved', { rom }) : t('profile.saved')}</Done>}
      <FormNotes faults={faults} kept={kept} labels={labels} />
      <NewerNote newer={newer} faults={faults} labels={labels} show={show} href={path} />
      {saved && outcome && (
        <>
          <Outcome outcome={outcome} slug={frame.slug} />
          <p>
            <a className="button" href={profilePath(frame.slug, '/themas')}>
              {t('profile.basics.next')}
            </a>
          </p>
        </>
      )}
      <form method="post" action={path} className="flex flex-col gap-2">
        <VersionField version={version} newer={newer} shown={shown} />
        <TextField {...of('summary_nl', t('profile.basics.summaryHelp'))} maxLength={longestSummary} />
        <TextField {...of('summary_en', t('profile.basics.summaryEnHelp'))} maxLength={longestSummary} />
        <SelectField {...of('kind')} required options={kinds} />
        <Field {...of('website', t('profile.basics.websiteHelp'))} autoComplete="off" />
        <Field {...of('employees')} inputMode="numeric" autoComplete="off" maxLength={20} />
        <Field
          {...of('founded_year', t('profile.basics.foundedHelp'))}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
        />
        <Field
          {...of('kvk_number', t('profile.basics.kvkHelp'))}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
        />
        <Field
          {...of('postcode', rom ? t('profile.basics.postcodeHelp', { rom }) : t('profile.basics.postcodeNone'))}
          autoComplete="off"
          maxLength={20}
        />
        <Field {...of('place')} autoComplete="off" maxLength={100} />
        <Submit>{t('profile.save')}</Submit>
      </form>
    </ProfileFrame>
  )
}
