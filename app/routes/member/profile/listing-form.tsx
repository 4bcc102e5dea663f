import { useTranslation } from 'react-i18next'
import { audiences } from '../../../domain/listing/policy.ts'
import { agreements, longestListing } from '../../../domain/listing/types.ts'
import { organisationKinds } from '../../../domain/organisation/types.ts'
import type { Newer } from '../../../http/edit.server.ts'
import type { FormFaults } from '../../../http/form.server.ts'
import { ChoicesField, RadioField } from '../../../ui/choices.tsx'
import { SelectField, Submit, TextField } from '../../../ui/form.tsx'
import { VersionField } from '../../../ui/newer.tsx'
import { Notice } from '../../../ui/page.tsx'
import { namesOf, type TermChoices } from './terms.ts'

/** What the fields of an offer or need are called, and their values as people know them. */
export function useListingFields(choices: TermChoices) {
  const { t } = useTranslation()
  const labels = {
    text_nl: t('listing.text_nl'),
    text_en: t('listing.text_en'),
    audience: t('listing.audience'),
    themes: t('profile.terms.themes'),
    technologies: t('profile.terms.technologies'),
    trl_min: t('listing.trl_min'),
    trl_max: t('listing.trl_max'),
    partner_kinds: t('listing.partner_kinds'),
    agreement: t('listing.agreement'),
  }
  const kinds = organisationKinds.map((value) => ({ value, label: t(`common.organisationKind.${value}`) }))
  const forms = agreements.map((value) => ({ value, label: t(`common.agreement.${value}`) }))
  const circles = audiences.map((value) => ({
    value,
    label: t(`listing.audiences.${value}`),
    help: t(`listing.audienceHelp.${value}`),
  }))
  const show = (field: string, value: string): string => {
    if (field === 'themes' || field === 'technologies') return namesOf(choices, value)
    const coded = { partner_kinds: kinds, agreement: forms, audience: circles }[field]
    return coded
      ? value
          .split(',')
          .map((one) => coded.find((known) => known.value === one)?.label ?? one)
          .join(', ')
      : value
  }
  return { labels, kinds, forms, circles, show }
}

/** What needs not be said: it is out of sight until somebody says something of it. */
const further = ['themes', 'technologies', 'trl_min', 'trl_max', 'partner_kinds', 'agreement']

/** An offer or need: its text first, since that alone is enough. */
export function ListingForm(props: {
  side: 'offer' | 'need'
  path: string
  fields: Record<string, string>
  version: string
  newer?: Newer | null
  shown: FormFaults | null
  choices: TermChoices
  /** Whether everybody could read it with the name until now. */
  wasPublic: boolean
}) {
  const { side, path, fields, version, newer, shown, choices, wasPublic } = props
  const { t } = useTranslation()
  const { labels, kinds, forms, circles } = useListingFields(choices)
  const of = (name: keyof typeof labels, help?: string) => ({
    name,
    label: labels[name],
    help,
    value: fields[name] ?? fields[`${name}[]`] ?? '',
    faults: shown,
  })
  const said = shown?.values ?? fields
  const faults = shown?.errors ?? {}
  const levels = Array.from({ length: 9 }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))
  return (
    <form method="post" action={path} className="flex flex-col gap-2">
      <VersionField version={version} newer={newer} shown={shown} />
      <TextField {...of('text_nl', t(`listing.textHelp.${side}`))} required="sometimes" maxLength={longestListing} />
      <TextField {...of('text_en', t('listing.textEnHelp'))} required="sometimes" maxLength={longestListing} />
      {wasPublic && <Notice>{t('listing.anonymousWarning')}</Notice>}
      <RadioField {...of('audience')} value={fields.audience ?? 'public'} choices={circles} />
      <details open={further.some((name) => said[name] || said[`${name}[]`]) || Object.keys(faults).length > 0}>
        <summary className="w-fit cursor-pointer py-1 font-semibold text-action">{t('listing.more')}</summary>
        <div className="flex flex-col gap-2 pt-1">
          <p className="text-sm text-muted">{t('listing.moreHelp')}</p>
          <ChoicesField {...of('themes')} groups={choices.themes} />
          <ChoicesField {...of('technologies')} groups={choices.technologies} />
          <SelectField
            {...of('trl_min', t('listing.trlHelp'))}
            required={false}
            options={levels}
            none={t('listing.trlNone')}
          />
          <SelectField {...of('trl_max')} required={false} options={levels} none={t('listing.trlNone')} />
          <ChoicesField {...of('partner_kinds', t('listing.partnerKindsHelp'))} groups={[{ choices: kinds }]} />
          <SelectField {...of('agreement')} required={false} options={forms} none={t('listing.agreementNone')} />
        </div>
      </details>
      <Submit>{t(`listing.submit.${side}`)}</Submit>
    </form>
  )
}
