import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { CheckField, FormNotes, SelectField, Submit, TextField } from '../../../ui/form.tsx'
import { Section } from '../../../ui/page.tsx'
import { LinkOrganisation } from './link.tsx'
import type { QuestionView } from './load.server.ts'

interface Props {
  view: QuestionView
  faults: FormFaults | null
  kept: FormFaults | null
}

const outcomes = ['helped', 'partner', 'joined', 'referred', 'nothing', 'withdrawn'] as const
const bodies = ['rvo', 'invest_nl', 'fund', 'rom', 'other'] as const

/** A form that does one thing; `stand` says what its sender had seen. */
function Order({ view, doe, children }: { view: QuestionView; doe: string; children: ReactNode }) {
  return (
    <form method="post" action={`/werk/vragen/${view.id}`} className="flex flex-col gap-2">
      <input type="hidden" name="doe" value={doe} />
      <input type="hidden" name="stand" value={view.stand} />
      {children}
    </form>
  )
}

/** Closed until it is wanted, open when something is wrong in it. */
function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="border-b border-line py-1">
      <summary className="py-0.5 font-semibold text-action">{title}</summary>
      <div className="flex flex-col gap-2 py-2">{children}</div>
    </details>
  )
}

/** Everything that can be done with a question. */
export function Orders(props: Props) {
  const { view, faults, kept } = props
  const { t } = useTranslation()
  const shown = faults ?? kept
  const of = (doe: string) => (shown?.values.doe === doe ? shown : null)
  const labels = {
    reply: t('questions.reply'),
    colleague: t('questions.colleague'),
    rom: t('questions.toRom'),
    why: t('questions.why'),
    to: t('questions.referTo'),
    explanation: t('questions.explanation'),
    outcome: t('questions.came'),
    remark: t('questions.remark'),
    note: t('questions.note'),
    report: t('questions.report'),
  }
  const referrals = view.timeline.filter(({ canReport }) => canReport)
  return (
    <Section id="doen" title={t('questions.do')}>
      <FormNotes faults={faults} kept={kept} labels={labels} />
      <Order view={view} doe="reply">
        <TextField
          name="reply"
          label={labels.reply}
          help={t('questions.replyHelp')}
          rows={6}
          maxLength={5000}
          faults={of('reply')}
        />
        <CheckField name="elsewhere" label={t('questions.elsewhere')} required={false} faults={of('reply')} />
        <Submit>{t('questions.send')}</Submit>
      </Order>
      {!view.own && (
        <Order view={view} doe="take">
          <Submit quiet>{t('questions.take')}</Submit>
        </Order>
      )}
      <div className="flex max-w-[80ch] flex-col">
        {view.colleagues.length > 0 && (
          <Fold title={t('questions.hand')} open={of('hand') !== null}>
            <Order view={view} doe="hand">
              <SelectField
                name="colleague"
                label={labels.colleague}
                none={t('questions.choose')}
                options={view.colleagues}
                faults={of('hand')}
              />
              <Submit quiet>{t('questions.handSubmit')}</Submit>
            </Order>
          </Fold>
        )}
        <Fold title={t('questions.pass')} open={of('pass') !== null}>
          <p>{t('questions.passHelp')}</p>
          <Order view={view} doe="pass">
            <SelectField
              name="rom"
              label={labels.rom}
              none={t('questions.choose')}
              options={view.roms}
              faults={of('pass')}
            />
            <TextField
              name="why"
              label={labels.why}
              help={t('questions.whyHelp')}
              rows={3}
              maxLength={2000}
              faults={of('pass')}
            />
            <Submit quiet>{t('questions.passSubmit')}</Submit>
          </Order>
        </Fold>
        <Fold title={t('questions.refer')} open={of('refer') !== null}>
          <Order view={view} doe="refer">
            <SelectField
              name="to"
              label={labels.to}
              none={t('questions.choose')}
              options={bodies.map((value) => ({ value, label: t(`questions.referredTo.${value}`) }))}
              faults={of('refer')}
            />
            <TextField
              name="explanation"
              label={labels.explanation}
              help={t('questions.explanationHelp')}
              rows={3}
              maxLength={2000}
              faults={of('refer')}
            />
            <Submit quiet>{t('questions.referSubmit')}</Submit>
          </Order>
        </Fold>
        {referrals.map(({ number, title, at }) => (
          <Fold key={number} title={t('questions.reportOf', { title, at })} open={of('report') !== null}>
            <Order view={view} doe="report">
              <input type="hidden" name="about" value={number} />
              <TextField name="report" label={labels.report} rows={3} maxLength={2000} faults={of('report')} />
              <Submit quiet>{t('questions.save')}</Submit>
            </Order>
          </Fold>
        ))}
        <Fold title={t('questions.link')} open={view.search.found !== null || of('link') !== null}>
          <LinkOrganisation view={view} />
        </Fold>
        <Fold title={t('questions.note')} open={of('note') !== null}>
          <NoteForm view={view} faults={of('note')} />
        </Fold>
        <Fold title={t('questions.close')} open={of('close') !== null}>
          <Order view={view} doe="close">
            <SelectField
              name="outcome"
              label={labels.outcome}
              none={t('questions.choose')}
              options={outcomes.map((value) => ({ value, label: t(`questions.outcome.${value}`) }))}
              faults={of('close')}
            />
            <TextField
              name="remark"
              label={labels.remark}
              help={t('questions.remarkHelp')}
              required={false}
              rows={3}
              maxLength={2000}
              faults={of('close')}
            />
            <Submit quiet>{t('questions.closeSubmit')}</Submit>
          </Order>
        </Fold>
      </div>
    </Section>
  )
}

function NoteForm({ view, faults }: { view: QuestionView; faults: FormFaults | null }) {
  const { t } = useTranslation()
  return (
    <Order view={view} doe="note">
      <TextField
        name="note"
        label={t('questions.note')}
        help={t('questions.noteHelp')}
        rows={3}
        maxLength={2000}
        faults={faults}
      />
      <Submit quiet>{t('questions.save')}</Submit>
    </Order>
  )
}

/** For who only reads along. */
export function Note({ view, faults, kept }: Props) {
  const { t } = useTranslation()
  return (
    <Section id="notitie" title={t('questions.note')}>
      <FormNotes faults={faults} kept={kept} labels={{ note: t('questions.note') }} />
      <NoteForm view={view} faults={faults ?? kept} />
    </Section>
  )
}
