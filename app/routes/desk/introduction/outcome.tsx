import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { FormScope, Submit } from '../../../ui/form.tsx'
import { OutcomeFields } from '../../../ui/outcome-fields.tsx'
import type { outcomeView } from './view.server.ts'

/** What came of it so far. */
export function Outcomes({ outcomes }: { outcomes: ReturnType<typeof outcomeView>[] }) {
  const { t } = useTranslation()
  if (outcomes.length === 0) return <p>{t('introduction.noOutcome')}</p>
  return (
    <ul className="flex flex-col gap-1">
      {outcomes.map(({ id, what, without, after, on, by, note }) => (
        <li key={id} className="border-l-4 border-line pl-2">
          <p>
            <strong>{what}</strong>{' '}
            <span className="text-sm text-muted">{[after, by, on].filter(Boolean).join(', ')}</span>
          </p>
          <p className="text-sm">{t('introduction.withoutTold', { answer: without })}</p>
          {note && <p className="whitespace-pre-line break-words text-sm">{note}</p>}
        </li>
      ))}
    </ul>
  )
}

export function OutcomeForm(props: { version: number; closes: boolean; faults: FormFaults | null | undefined }) {
  const { version, closes, faults } = props
  const { t } = useTranslation()
  return (
    <form method="post" className="flex flex-col gap-2">
      <input type="hidden" name="version" value={version} />
      <FormScope value="close">
        <OutcomeFields faults={faults} />
      </FormScope>
      <div className="flex flex-wrap gap-2">
        {closes && (
          <Submit name="doe" value="close">
            {t('introduction.close')}
          </Submit>
        )}
        <Submit name="doe" value="outcome" quiet={closes}>
          {t('introduction.recordOutcome')}
        </Submit>
      </div>
    </form>
  )
}
