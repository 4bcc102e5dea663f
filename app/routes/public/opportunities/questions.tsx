import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { helpKinds } from '../../../domain/opportunity/types.ts'
import { organisationKinds } from '../../../domain/organisation/types.ts'

interface Props {
  values: Record<'q' | 'soort' | 'medewerkers' | 'postcode' | 'thema' | 'hulp', string>
  errors: Record<'medewerkers' | 'postcode', string | null>
  themes: { value: string; label: string }[]
}

/** The five questions. They are posted, so that a text of any length arrives; what comes back has the answers in its address. */
export function Questions({ values, errors, themes }: Props) {
  const { t } = useTranslation()
  return (
    <form action="/programmawijzer" method="post" className="no-print flex max-w-[720px] flex-col gap-3">
      <Question number={1} name="q" label={t('finder.question.text')} hint={t('finder.question.textHint')}>
        {(field) => <textarea {...field} rows={4} defaultValue={values.q} className="field" />}
      </Question>
      <div className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-2">
        <Question number={2} name="soort" label={t('finder.question.kind')} hint={t('finder.question.kindHint')}>
          {(field) => (
            <Select
              field={field}
              chosen={values.soort}
              none={t('finder.question.kindNone')}
              options={organisationKinds.map((value) => ({ value, label: t(`common.organisationKind.${value}`) }))}
            />
          )}
        </Question>
        <Question
          name="medewerkers"
          label={t('finder.question.employees')}
          hint={t('finder.question.employeesHint')}
          error={errors.medewerkers}
        >
          {(field) => (
            <input
              {...field}
              defaultValue={values.medewerkers}
              inputMode="numeric"
              maxLength={20}
              className="field w-[136px]"
            />
          )}
        </Question>
      </div>
      <div className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-2">
        <Question
          number={3}
          name="postcode"
          label={t('finder.question.postcode')}
          hint={t('finder.question.postcodeHint')}
          error={errors.postcode}
        >
          {(field) => (
            <input
              {...field}
              defaultValue={values.postcode}
              maxLength={20}
              autoComplete="postal-code"
              className="field w-[136px]"
            />
          )}
        </Question>
        <Question number={4} name="thema" label={t('finder.question.theme')} hint={t('finder.question.themeHint')}>
          {(field) => (
            <Select field={field} chosen={values.thema} none={t('finder.question.themeNone')} options={themes} />
          )}
        </Question>
      </div>
      <Question number={5} name="hulp" label={t('finder.question.help')} hint={t('finder.question.helpHint')}>
        {(field) => (
          <Select
            field={field}
            chosen={values.hulp}
            none={t('finder.question.helpNone')}
            options={helpKinds.map((value) => ({ value, label: t(`finder.help.${value}`) }))}
          />
        )}
      </Question>
      <button type="submit" className="button self-start">
        {t('finder.submit')}
      </button>
    </form>
  )
}

interface Field {
  id: string
  name: string
  'aria-describedby': string
  'aria-invalid'?: true
}

function Question(props: {
  number?: number
  name: string
  label: string
  hint: string
  error?: string | null
  children: (field: Field) => ReactNode
}) {
  const { name, error } = props
  const id = `vraag-${name}`
  const field: Field = {
    id,
    name,
    'aria-describedby': error ? `${id}-uitleg ${id}-fout` : `${id}-uitleg`,
    ...(error ? { 'aria-invalid': true } : {}),
  }
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <label htmlFor={id} className="font-semibold">
        {props.number ? `${props.number}. ${props.label}` : props.label}
      </label>
      <span id={`${id}-uitleg`} className="text-sm text-muted">
        {props.hint}
      </span>
      {error && (
        <p id={`${id}-fout`} className="border-l-4 border-warn bg-warn-tint p-1 font-semibold">
          {error}
        </p>
      )}
      {props.children(field)}
    </div>
  )
}

function Select(props: { field: Field; chosen: string; none: string; options: { value: string; label: string }[] }) {
  return (
    <select {...props.field} defaultValue={props.chosen} className="field min-w-0 sm:self-start">
      <option value="">{props.none}</option>
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
