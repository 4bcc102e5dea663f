import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireUser } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { FormNotes, SelectField, Submit, TextField } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice, PageHeader } from '../../ui/page.tsx'
import { loadInterest, sendInterest } from './interest/interest.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  return { ...(await loadInterest(args, actor)), kept: await keptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  return refusalAnswer(await sendInterest(args))
}

export default function Interest() {
  const { title, description, crumbs, about, ask, organisations, roles, chosen, here, kept, ignored } =
    useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { organisation: t('interest.organisation'), rol: t('interest.rol'), text: t('interest.text') }
  const shown = faults ?? kept
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={crumbs} ignored={ignored} />
      <div className="flex flex-col gap-2">
        <FormNotes faults={faults} kept={kept} labels={labels} />
        <p className="prose-links text-lg">
          {t('ask.about')} <a href={about.href}>{about.name}</a>
        </p>
        {about.open ? (
          <form method="post" action={here} className="flex flex-col gap-2">
            <SelectField
              name="organisation"
              label={labels.organisation}
              options={organisations}
              value={organisations[0]?.value}
              faults={shown}
            />
            {roles.length > 0 && (
              <SelectField
                name="rol"
                label={labels.rol}
                none={t('interest.rolNone')}
                options={roles}
                value={chosen}
                required={false}
                faults={shown}
              />
            )}
            <TextField
              name="text"
              label={labels.text}
              help={t('ask.interestTextHelp')}
              maxLength={2000}
              faults={shown}
            />
            <Submit>{t('interest.send')}</Submit>
          </form>
        ) : (
          <Notice>
            {t('interest.closed')} <a href={ask}>{t('ask.link')}</a>
          </Notice>
        )}
      </div>
    </>
  )
}
