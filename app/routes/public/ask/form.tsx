import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { Field, FormNotes, SelectField, Submit, TextField } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/page.tsx'
import type { AboutView } from './load.server.ts'

/** What a form brings along that nobody types. */
export function Hidden({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

/** What it is about, with the way to it. */
export function AboutNotice({ about }: { about: AboutView }) {
  const { t } = useTranslation()
  return (
    <Notice>
      <p className="prose-links">
        {t('ask.about')} <a href={about.href}>{about.name}</a>
        {about.role && `, ${t('ask.role', { role: about.role })}`}
      </p>
    </Notice>
  )
}

interface AskFormProps {
  about: AboutView | null
  prefilled: Record<string, string>
  themes: { value: string; label: string }[]
  faults: FormFaults | null
  /** What was typed before, to go on from. */
  values: Record<string, string> | null
}

/** Name, mail, postcode and one sentence; the rest need not be. */
export function AskForm({ about, prefilled, themes, faults, values }: AskFormProps) {
  const { t } = useTranslation()
  const labels = {
    text: t(about?.open ? 'ask.interestText' : 'ask.text'),
    name: t('ask.name'),
    email: t('ask.email'),
    postcode: t('ask.postcode'),
    organisation: t('ask.organisation'),
    thema: t('ask.theme'),
  }
  const shown = faults ?? (values && { errors: {}, values })
  const given = shown?.values ?? prefilled
  return (
    <>
      <FormNotes faults={faults} labels={labels} />
      <form method="post" action="/vraag" className="flex flex-col gap-2">
        <Hidden values={{ ...(about?.fields ?? {}), rom: given.rom ?? '' }} />
        <TextField
          name="text"
          label={labels.text}
          help={t(about?.open ? 'ask.interestTextHelp' : 'ask.textHelp')}
          value={prefilled.text}
          maxLength={2000}
          faults={shown}
        />
        <Field name="name" label={labels.name} autoComplete="name" value={prefilled.name} faults={shown} />
        <Field
          name="email"
          type="email"
          label={labels.email}
          help={t('ask.emailHelp')}
          autoComplete="email"
          value={prefilled.email}
          faults={shown}
        />
        <Field
          name="postcode"
          label={labels.postcode}
          help={t('ask.postcodeHelp')}
          autoComplete="postal-code"
          maxLength={20}
          value={prefilled.postcode}
          faults={shown}
        />
        <Field
          name="organisation"
          label={labels.organisation}
          autoComplete="organization"
          required={false}
          faults={shown}
        />
        {!about?.open && (
          <SelectField
            name="thema"
            label={labels.thema}
            help={t('ask.themeHelp')}
            none={t('ask.themeNone')}
            options={themes}
            value={prefilled.thema}
            required={false}
            faults={shown}
          />
        )}
        <div hidden>
          <label>
            {t('ask.trap')}
            <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        <p className="max-w-[60ch] text-sm text-muted">
          {t('ask.privacy')} <a href="/privacy">{t('common.nav.privacy')}</a>
        </p>
        <Submit name="doe" value="check">
          {t('ask.next')}
        </Submit>
      </form>
    </>
  )
}
