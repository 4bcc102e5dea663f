import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { FormScope, Submit, TextField } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'
import type { eventView } from './view.server.ts'

/** What was done and said, the newest last, with a place to add to it. */
export function EventLog(props: { events: ReturnType<typeof eventView>[]; faults: FormFaults | null | undefined }) {
  const { t } = useTranslation()
  return (
    <Section id="verloop" title={t('introduction.log')}>
      <ol className="flex flex-col gap-1">
        {props.events.map(({ id, on, what, who, reason, text }) => (
          <li key={id} className="border-l-4 border-line pl-2">
            <p>
              {what}
              <span className="text-sm text-muted"> {[who, on].filter(Boolean).join(', ')}</span>
            </p>
            {reason && <p className="text-sm">{reason}</p>}
            {text && <p className="whitespace-pre-line break-words text-sm">{text}</p>}
          </li>
        ))}
      </ol>
      <form method="post" className="flex flex-col gap-2">
        <FormScope value="note">
          <TextField
            name="note"
            label={t('introduction.addNote')}
            help={t('introduction.addNoteHelp')}
            rows={3}
            maxLength={2000}
            faults={props.faults}
          />
        </FormScope>
        <Submit name="doe" value="note" quiet>
          {t('introduction.addNoteSubmit')}
        </Submit>
      </form>
    </Section>
  )
}
