import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireSender, requireUser } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { versionOf } from '../../domain/forms/version.server.ts'
import { listListings } from '../../domain/listing/queries.server.ts'
import { saveTerms, termsOf } from '../../domain/organisation/profile.server.ts'
import { termsForm } from '../../domain/organisation/profile-forms.ts'
import { editAnswer } from '../../http/edit.server.ts'
import { parseForm } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { ChoicesField } from '../../ui/choices.tsx'
import { FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { NewerNote, VersionField } from '../../ui/newer.tsx'
import { Done, ProfileFrame } from './profile/frame.tsx'
import { afterSaving, frameOf, keptBy, saveForm } from './profile/open.server.ts'
import { outcomeOf } from './profile/outcome.server.ts'
import { Outcome } from './profile/outcome.tsx'
import { profilePath } from './profile/paths.ts'
import { knownTerms, termChoices } from './profile/terms.server.ts'
import { namesOf } from './profile/terms.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const profile = await keptBy(actor, args)
  const opened = await openPage(args)
  const { query, db, t } = opened
  const done = query.choice('gedaan', ['opgeslagen'])
  const fields = termsOf(profile)
  return {
    title: t('profile.nav.terms'),
    frame: frameOf(actor, profile, opened),
    fields,
    version: versionOf(fields),
    choices: await termChoices(db, opened),
    done,
    outcome: done && (await outcomeOf(args, profile, await listListings(db, profile.id), opened, true)),
    kept: await keptForm(args),
    ignored: query.ignored,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args)
  const profile = await keptBy(actor, args)
  const { data, refusal } = await parseForm(args.request, termsForm(await knownTerms(args.context.db)))
  if (!data) return editAnswer(refusal)
  const { versie, ...terms } = data
  const save = { slug: profile.slug, opened: versie, by: actor.id }
  return saveForm(
    args,
    actor,
    { ...termsOf(terms), versie },
    (trx) => saveTerms(trx, save, terms, args.context.now()),
    () => afterSaving(args, actor, profile, profilePath(profile.slug, '/themas')),
  )
}

export default function TermsPage() {
  const { title, frame, fields, version, choices, done, outcome, kept, ignored } = useLoaderData<typeof loader>()
  const { faults, newer } = useActionData<typeof action>() ?? {}
  const { t } = useTranslation()
  const shown = faults ?? kept
  const labels = { themes: t('profile.terms.themes'), technologies: t('profile.terms.technologies') }
  const path = profilePath(frame.slug, '/themas')
  const saved = done && !faults
  return (
    <ProfileFrame frame={frame} title={title} intro={frame.name} ignored={ignored}>
      {saved && <Done>{t('profile.saved')}</Done>}
      <FormNotes faults={faults} kept={kept} labels={labels} />
      <NewerNote
        newer={newer}
        faults={faults}
        labels={labels}
        show={(_, value) => namesOf(choices, value)}
        href={path}
      />
      {saved && outcome && (
        <>
          <Outcome outcome={outcome} slug={frame.slug} />
          <p>
            <a className="button" href={profilePath(frame.slug, '#aanbod-en-vraag')}>
              {t('profile.terms.next')}
            </a>
          </p>
        </>
      )}
      <form method="post" action={path} className="flex flex-col gap-2">
        <VersionField version={version} newer={newer} shown={shown} />
        <ChoicesField
          name="themes"
          label={labels.themes}
          help={t('profile.terms.themesHelp')}
          groups={choices.themes}
          value={fields['themes[]'] ?? ''}
          faults={shown}
        />
        <ChoicesField
          name="technologies"
          label={labels.technologies}
          help={t('profile.terms.technologiesHelp')}
          groups={choices.technologies}
          value={fields['technologies[]'] ?? ''}
          faults={shown}
        />
        <Submit>{t('profile.save')}</Submit>
      </form>
    </ProfileFrame>
  )
}
