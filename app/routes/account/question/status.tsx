import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { CheckField, FormNotes, Submit, TextField } from '../../../ui/form.tsx'
import { Notice, Section } from '../../../ui/page.tsx'
import type { StatusView } from './view.server.ts'

/** Where a question stands, and what was said. */
export function Status({ view }: { view: StatusView }) {
  const { t } = useTranslation()
  return (
    <>
      <Notice title={view.promise}>
        {view.time && <p>{view.time}</p>}
        {view.copy && <p>{t('ask.copy', { rom: view.copy })}</p>}
        {view.theme && <p>{t('ask.status.theme', { theme: view.theme })}</p>}
        <p>{t('ask.status.keep')}</p>
      </Notice>
      <Section id="gesprek" title={t('ask.status.said')}>
        <ol className="flex max-w-[80ch] flex-col gap-2">
          {view.said.map(({ number, at, own, title, text }) => (
            <li key={number} className={`border-l-4 pl-2 ${own ? 'border-line-strong' : 'border-action'}`}>
              <p className="font-semibold">{title}</p>
              <p className="text-sm text-muted">{at}</p>
              {text && <p className="whitespace-pre-line break-words">{text}</p>}
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}

interface FormProps {
  sleutel: string
  state: StatusView['state']
  faults: FormFaults | null
}

/** To write on, and to be forgotten. */
export function StatusForms({ sleutel, state, faults }: FormProps) {
  const { t } = useTranslation()
  const here = `/vraag/status?${new URLSearchParams({ sleutel })}`
  const of = (doe: string) => (faults?.values.doe === doe ? faults : null)
  const labels = { text: t('ask.status.write'), sure: t('ask.status.sure') }
  return (
    <>
      <Section id="schrijven" title={t('ask.status.writeTitle')}>
        <FormNotes faults={of('write')} labels={labels} />
        {state === 'closed' && <p>{t('ask.status.reopens')}</p>}
        <form method="post" action={here} className="flex flex-col gap-2">
          <input type="hidden" name="doe" value="write" />
          <TextField name="text" label={labels.text} maxLength={2000} faults={of('write')} />
          <Submit>{t('ask.status.send')}</Submit>
        </form>
      </Section>
      <Section id="wissen" title={t('ask.status.forgetTitle')}>
        <FormNotes faults={of('forget')} labels={labels} />
        <p className="max-w-[80ch]">{t('ask.status.forgetHelp')}</p>
        <form method="post" action={here} className="flex flex-col gap-2">
          <input type="hidden" name="doe" value="forget" />
          <CheckField name="sure" label={labels.sure} faults={of('forget')} />
          <Submit quiet>{t('ask.status.forget')}</Submit>
        </form>
      </Section>
    </>
  )
}
