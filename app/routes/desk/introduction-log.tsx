import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { canIntroduce } from '../../domain/introduction/policy.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { Field, FormNotes, Submit, TextField } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { recordByPhone } from './introduction/phone.server.ts'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  requireRole(args, canIntroduce)
  const { t, query, today } = await openPage(args)
  return {
    title: t('introduction.record'),
    crumbs: [
      { href: '/werk', label: t('desk.title') },
      { href: '/werk/introducties', label: t('introduction.title') },
    ],
    first: query.text('van') ?? '',
    second: query.text('naar') ?? '',
    today,
    kept: await keptForm(args),
    ignored: query.ignored,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, canIntroduce)
  return recordByPhone(args, actor)
}

/** One screen, four fields: what was done by phone must not take longer to write down than it took to do. */
export default function RecordIntroduction() {
  const { title, crumbs, first, second, today, kept, ignored } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const faults = result?.faults ?? kept
  const { t } = useTranslation()
  const labels = {
    first: t('introduction.pickFirst'),
    second: t('introduction.pickOther'),
    on: t('introduction.on'),
    note: t('introduction.phoneNote'),
  }
  const field = (name: 'first' | 'second', value: string) => {
    const candidates = result?.candidates?.[name] ?? []
    return (
      <>
        <Field
          name={name}
          label={labels[name]}
          help={t('introduction.pickHelp')}
          value={value}
          autoComplete="off"
          list={`keuze-${name}`}
          pick
          faults={faults}
        />
        <datalist id={`keuze-${name}`}>
          {candidates.map(({ slug, label }) => (
            <option key={slug} value={slug}>
              {label}
            </option>
          ))}
        </datalist>
        {candidates.length > 0 && (
          <p className="max-w-[60ch] text-sm">
            {t('introduction.meant')} {candidates.map(({ label, slug }) => `${label} (${slug})`).join('; ')}
          </p>
        )}
      </>
    )
  }
  return (
    <>
      <PageHeader title={title} intro={t('introduction.recordIntro')} crumbs={crumbs} ignored={ignored} />
      <div className="flex max-w-[80ch] flex-col gap-2">
        <FormNotes faults={result?.faults} kept={kept} labels={labels} />
        <form method="post" className="flex flex-col gap-2">
          {field('first', first)}
          {field('second', second)}
          <Field name="on" type="date" label={labels.on} value={today} faults={faults} />
          <TextField name="note" label={labels.note} required={false} rows={3} maxLength={2000} faults={faults} />
          <Submit>{t('introduction.recordNow')}</Submit>
        </form>
      </div>
    </>
  )
}
