import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { FormNotes, Submit, TextField } from '../../../ui/form.tsx'
import { Details, Notice, Section, Website } from '../../../ui/page.tsx'

interface Facts {
  name: string | null
  email: string | null
  verified: boolean
  organisation: string
  slug: string
  place: string | null
  website: string | null
  asked: string
  note: string | null
}

/** Who asks to manage what, and why. */
export function ClaimFacts({ name, email, verified, organisation, slug, place, website, asked, note }: Facts) {
  const { t } = useTranslation()
  return (
    <Details
      items={[
        { label: t('desk.claim.person'), value: name ?? t('common.unknown') },
        email !== null && {
          label: t('desk.claim.email'),
          value: (
            <span className="break-all">
              <a href={`mailto:${email}`}>{email}</a>
              {!verified && ` (${t('desk.claim.unverified')})`}
            </span>
          ),
        },
        {
          label: t('desk.claim.organisation'),
          value: (
            <>
              <a href={`/organisaties/${slug}`}>{organisation}</a>
              {place && `, ${place}`}
            </>
          ),
        },
        website && { label: t('desk.claim.website'), value: <Website href={website} /> },
        { label: t('desk.claim.asked'), value: asked },
        note && {
          label: t('desk.claim.note'),
          value: <span className="whitespace-pre-line break-words">{note}</span>,
        },
      ]}
    />
  )
}

/** What was decided, by whom and when, and the way to what still waits. */
export function Outcome(props: {
  state: 'confirmed' | 'refused' | 'withdrawn'
  decided: string | null
  decidedBy: string | null
  reason: string | null
  waiting: number
}) {
  const { state, decided, decidedBy, reason, waiting } = props
  const { t } = useTranslation()
  return (
    <Notice title={t(`desk.claim.outcome.${state}`)}>
      <p>{t('desk.claim.decided', { name: decidedBy ?? t('desk.claim.somebody'), date: decided })}</p>
      {reason && <p className="whitespace-pre-line break-words">{reason}</p>}
      {waiting > 0 && (
        <p>
          <a href="/werk/aanvragen">{t('desk.claim.more', { count: waiting })}</a>
        </p>
      )}
    </Notice>
  )
}

/** The answer: yes, or no with a reason. */
export function Decide({ faults, kept }: { faults: FormFaults | undefined; kept: FormFaults | null }) {
  const { t } = useTranslation()
  const labels = { reason: t('desk.claim.reason') }
  return (
    <Section id="antwoord" title={t('desk.claim.answer')}>
      <FormNotes faults={faults} kept={kept} labels={labels} />
      <p>{t('desk.claim.answerHelp')}</p>
      <form method="post" className="flex flex-col gap-2">
        <TextField
          name="reason"
          label={labels.reason}
          help={t('desk.claim.reasonHelp')}
          required="sometimes"
          rows={3}
          maxLength={1000}
          faults={faults ?? kept}
        />
        <div className="flex flex-wrap gap-2">
          <Submit name="decision" value="confirm">
            {t('desk.claim.confirm')}
          </Submit>
          <Submit name="decision" value="refuse" quiet>
            {t('desk.claim.refuse')}
          </Submit>
        </div>
      </form>
    </Section>
  )
}
