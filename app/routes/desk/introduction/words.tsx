import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { FormScope, Submit, TextField } from '../../../ui/form.tsx'
import { Notice, Section } from '../../../ui/page.tsx'
import type { rightsIn } from './view.server.ts'

type Rights = ReturnType<typeof rightsIn>

/** Why these belong together; while it is a draft, to be edited and put forward. */
export function Words(props: {
  message: string
  version: number
  rights: Rights
  faults: FormFaults | null | undefined
}) {
  const { message, version, rights, faults } = props
  const { t } = useTranslation()
  const changed = faults?.errors[''] === 'introductionChanged'
  return (
    <Section id="waarom" title={t('introduction.message')}>
      {(!rights.edits || changed) && message && (
        <>
          {changed && <Notice tone="warn">{t('introduction.nowThere')}</Notice>}
          <p className="whitespace-pre-line break-words">{message}</p>
        </>
      )}
      {rights.edits && (
        <form method="post" className="flex flex-col gap-2">
          <input type="hidden" name="version" value={version} />
          <TextField
            name="message"
            label={t('introduction.messageLabel')}
            help={t('introduction.messageHelp')}
            rows={10}
            maxLength={4000}
            value={message}
            faults={faults}
          />
          <p className="text-sm text-muted">{t('introduction.proposeHelp')}</p>
          <div className="flex flex-wrap gap-2">
            <Submit name="doe" value="propose">
              {t('introduction.propose')}
            </Submit>
            <Submit name="doe" value="save" quiet>
              {t('introduction.save')}
            </Submit>
          </div>
        </form>
      )}
    </Section>
  )
}

/** What ends it, or begins it anew. */
export function Ending(props: { rights: Rights; version: number; faults: FormFaults | null | undefined }) {
  const { rights, version, faults } = props
  const { t } = useTranslation()
  if (!rights.withdraws && !rights.reopens && !rights.talks) return null
  return (
    <Section id="verder" title={t('introduction.further')}>
      {rights.talks && (
        <form method="post">
          <input type="hidden" name="version" value={version} />
          <Submit name="doe" value="talk" quiet>
            {t('introduction.move.talking')}
          </Submit>
        </form>
      )}
      {rights.reopens && (
        <form method="post">
          <input type="hidden" name="version" value={version} />
          <Submit name="doe" value="reopen" quiet>
            {t('introduction.move.draft')}
          </Submit>
        </form>
      )}
      {rights.withdraws && (
        <details open={faults != null}>
          <summary className="py-0.5">{t('introduction.withdraw')}</summary>
          <form method="post" className="flex flex-col gap-2 pt-1">
            <input type="hidden" name="version" value={version} />
            <FormScope value="withdraw">
              <TextField
                name="note"
                label={t('introduction.note')}
                required={false}
                rows={2}
                maxLength={2000}
                faults={faults}
              />
            </FormScope>
            <Submit name="doe" value="withdraw" quiet>
              {t('introduction.withdrawNow')}
            </Submit>
          </form>
        </details>
      )}
    </Section>
  )
}
