import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { Field, FormNotes, SelectField, Submit } from '../../../ui/form.tsx'
import { Notice, Section } from '../../../ui/page.tsx'

interface Inbox {
  address: string
  persons: 'only' | 'too'
  since: string
}

interface Props {
  slug: string
  current: Inbox | null
  waiting: Inbox | null
  canSet: boolean
}

/** Where mail arrives now, and what waits to be confirmed. */
export function InboxState({ slug, current, waiting, canSet }: Props) {
  const { t } = useTranslation()
  return (
    <Section id="teammailbox" title={t('inbox.team')}>
      {waiting && (
        <Notice title={t('inbox.waiting', { date: waiting.since })}>
          <p className="break-words">{t('inbox.waitingHelp', { address: waiting.address })}</p>
        </Notice>
      )}
      {waiting && canSet && <OneButton slug={slug} doe="cancel" label={t('inbox.cancel')} />}
      {current ? (
        <>
          <p className="break-words font-semibold">{t('inbox.inUse', { address: current.address })}</p>
          <p>{t(`inbox.persons.${current.persons}`)}</p>
          <p className="text-sm text-muted">{t('inbox.since', { date: current.since })}</p>
        </>
      ) : (
        <p>{t('inbox.none')}</p>
      )}
      {current && canSet && <OneButton slug={slug} doe="off" label={t('inbox.off')} />}
      {!canSet && <p>{t('inbox.coordinator')}</p>}
    </Section>
  )
}

function OneButton({ slug, doe, label }: { slug: string; doe: 'cancel' | 'off'; label: string }) {
  return (
    <form method="post" action={`/werk/rom/${slug}`}>
      <input type="hidden" name="doe" value={doe} />
      <Submit quiet>{label}</Submit>
    </form>
  )
}

/** The form that sets it. */
export function SetInbox(props: Props & { faults: FormFaults | undefined; kept: FormFaults | null }) {
  const { slug, current, faults, kept } = props
  const { t } = useTranslation()
  const labels = { address: t('inbox.address'), persons: t('inbox.who') }
  const shown = faults ?? kept
  return (
    <Section id="wijzigen" title={t(current ? 'inbox.change' : 'inbox.set')}>
      <FormNotes faults={faults} kept={kept} labels={labels} />
      <form method="post" action={`/werk/rom/${slug}`} className="flex flex-col gap-2">
        <input type="hidden" name="doe" value="set" />
        <Field
          name="address"
          type="email"
          label={labels.address}
          help={t('inbox.addressHelp')}
          value={current?.address}
          autoComplete="off"
          faults={shown}
        />
        <SelectField
          name="persons"
          label={labels.persons}
          help={t('inbox.whoHelp')}
          value={current?.persons ?? 'too'}
          options={(['too', 'only'] as const).map((value) => ({ value, label: t(`inbox.choice.${value}`) }))}
          faults={shown}
        />
        <Submit>{t('inbox.submit')}</Submit>
      </form>
    </Section>
  )
}
