import { useTranslation } from 'react-i18next'

/** How many questions wait for an answer, and the way to all of them. */
export function WaitingQuestions({ waiting, overdue }: { waiting: number; overdue: number }) {
  const { t } = useTranslation()
  const late = overdue > 0 ? t('questions.late', { count: overdue }) : ''
  return (
    <p>
      <a href={waiting > 0 ? '/werk/vragen?status=wacht' : '/werk/vragen'}>
        {waiting > 0 ? t('questions.waiting', { count: waiting }) + late : t('questions.all')}
      </a>
    </p>
  )
}
