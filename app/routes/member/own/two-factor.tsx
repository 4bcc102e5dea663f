import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { formatDate } from '../../../i18n/format.ts'
import type { Locale } from '../../../i18n/locale.ts'
import { Field, FormNotes, Submit } from '../../../ui/form.tsx'
import { Notice, Section } from '../../../ui/page.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'

const address = '/mijn/account/tweestaps'

/** Nothing is set up yet. */
export function TwoFactorOff() {
  const { t } = useTranslation()
  return (
    <form method="post" action={address} className="flex flex-col gap-2">
      <p>{t('own.twoFactor.needed')}</p>
      <input type="hidden" name="doe" value="start" />
      <Submit>{t('own.twoFactor.start')}</Submit>
    </form>
  )
}

/** The app gets the key, and shows by a code that it has. */
export function TwoFactorSetUp(props: { address: string; typed: string; faults?: FormFaults | null }) {
  const { t } = useTranslation()
  const label = t('own.twoFactor.code')
  return (
    <>
      <FormNotes faults={props.faults} labels={{ code: label }} />
      <Section id="scan" title={t('own.twoFactor.scanTitle')}>
        <p>{t('own.twoFactor.scan')}</p>
        <QrCode text={props.address} label={t('own.twoFactor.qr')} />
        <p>{t('own.twoFactor.byHand')}</p>
        <p className="font-mono text-lg break-words" translate="no">
          {props.typed}
        </p>
      </Section>
      <Section id="bevestig" title={t('own.twoFactor.confirmTitle')}>
        <form method="post" action={address} className="flex flex-col gap-2">
          <input type="hidden" name="doe" value="confirm" />
          <Field
            name="code"
            label={label}
            help={t('own.twoFactor.codeHelp')}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={20}
            faults={props.faults}
          />
          <Submit>{t('own.twoFactor.confirm')}</Submit>
        </form>
        <form method="post" action={address}>
          <input type="hidden" name="doe" value="cancel" />
          <Submit quiet>{t('own.twoFactor.cancel')}</Submit>
        </form>
      </Section>
    </>
  )
}

/** Since when it is on, and what can be done. */
export function TwoFactorOn(props: { since: string; codesLeft: number; locale: Locale }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="font-semibold">{t('own.twoFactor.on', { date: formatDate(props.since, props.locale) })}</p>
      {props.codesLeft < 3 && <Notice tone="warn">{t('own.twoFactor.fewCodes', { count: props.codesLeft })}</Notice>}
      <p>{t('own.twoFactor.codesLeft', { count: props.codesLeft })}</p>
      <ul className="flex flex-wrap gap-2">
        <li>
          <a href={`${address}/codes`} className="button button-quiet no-prefetch">
            {t('own.codes.title')}
          </a>
        </li>
        <li>
          <a href={`${address}/uit`} className="button button-quiet no-prefetch">
            {t('own.twoFactorOff.title')}
          </a>
        </li>
      </ul>
    </>
  )
}
