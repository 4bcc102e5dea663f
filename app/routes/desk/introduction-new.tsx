import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { canIntroduce } from '../../domain/introduction/policy.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { FormNotes, SelectField, Submit, TextField } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { EarlierNotice } from './introduction/earlier.tsx'
import { PickOrganisations } from './introduction/pick.tsx'
import { loadNew, startIntroduction } from './introduction/start.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canIntroduce)
  return { ...(await loadNew(args, actor)), kept: await keptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, canIntroduce)
  return refusalAnswer(await startIntroduction(args, actor))
}

export default function NewIntroduction() {
  const { title, crumbs, asked, chosen, roms, message, earlier, kept, ignored } = useLoaderData<typeof loader>()
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = { message: t('introduction.message'), rom: t('introduction.byRom') }
  return (
    <>
      <PageHeader title={title} intro={t('introduction.newIntro')} crumbs={crumbs} ignored={ignored} />
      <div className="flex max-w-[80ch] flex-col gap-2">
        {chosen === null ? (
          <PickOrganisations asked={asked} />
        ) : (
          <>
            <EarlierNotice earlier={earlier} />
            <ul className="flex flex-col gap-0.5">
              {chosen.map(({ slug, name, rom, place }, at) => (
                <li key={slug}>
                  <a href={`/organisaties/${slug}`}>{name}</a>{' '}
                  <span className="text-muted">
                    {[at === 0 && t('introduction.isFor'), place, rom].filter(Boolean).join(', ')}
                  </span>
                </li>
              ))}
            </ul>
            <p>
              <a href="/werk/introducties/nieuw">{t('introduction.pickOthers')}</a>
            </p>
            <FormNotes faults={faults} kept={kept} labels={labels} />
            <form method="post" className="flex flex-col gap-2">
              {chosen.map(({ slug }) => (
                <input key={slug} type="hidden" name="organisaties[]" value={slug} />
              ))}
              {roms.length > 1 ? (
                <SelectField
                  name="rom"
                  label={labels.rom}
                  value={roms[0]?.value}
                  options={roms}
                  faults={faults ?? kept}
                />
              ) : (
                <input type="hidden" name="rom" value={roms[0]?.value ?? ''} />
              )}
              <TextField
                name="message"
                label={labels.message}
                help={t('introduction.messageHelp')}
                rows={12}
                maxLength={4000}
                value={message}
                faults={faults ?? kept}
              />
              <Submit>{t('introduction.saveDraft')}</Submit>
            </form>
          </>
        )}
      </div>
    </>
  )
}
