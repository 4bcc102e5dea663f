import { useTranslation } from 'react-i18next'
import { Table } from '../../../ui/table.tsx'
import { ExampleTag, Tag } from '../../../ui/tags.tsx'
import type { ListedQuestion, PassedQuestion } from './list.server.ts'

/** What people ask: who, by when, and who has it. */
export function QuestionTable({ questions }: { questions: ListedQuestion[] }) {
  const { t } = useTranslation()
  const heads = [t('questions.question'), t('questions.due'), t('questions.responsible'), t('questions.theme')]
  return (
    <Table label={t('questions.title')} heads={heads}>
      {questions.map((one) => (
        <tr key={one.id}>
          <th scope="row" className="min-w-[28ch] font-normal">
            <a href={`/werk/vragen/${one.id}`} className="break-words font-semibold">
              {one.text}
            </a>
            <span className="block break-words text-sm text-muted">
              {[one.asker, one.organisation].filter(Boolean).join(', ')}
            </span>
            <span className="flex flex-wrap gap-1 text-sm text-muted">
              {one.isExample && <ExampleTag />}
              {one.kind === 'interest' && <Tag>{t('questions.interest')}</Tag>}
              {one.copy && <Tag>{t('questions.copy', { rom: one.rom })}</Tag>}
              {one.about}
            </span>
          </th>
          <td className="sm:whitespace-nowrap">
            {one.state === 'waiting' ? one.due : t(`questions.state_.${one.state}`)}
            {one.overdue && <span className="block font-semibold text-warn">{t('questions.overdue')}</span>}
            <span className="block text-sm text-muted">{t('questions.askedOn', { date: one.asked })}</span>
          </td>
          <td>{one.responsible ?? <span className="text-muted">{t('questions.nobody')}</span>}</td>
          <td>{one.theme}</td>
        </tr>
      ))}
    </Table>
  )
}

/** What went to another ROM: that it did, and no more. */
export function PassedList({ passed }: { passed: PassedQuestion[] }) {
  const { t } = useTranslation()
  if (passed.length === 0) return <p>{t('questions.passedNone')}</p>
  return (
    <ul className="flex flex-col gap-1">
      {passed.map(({ id, at, by, from, to }) => (
        <li key={`${id}${at}${to}`}>
          <a href={`/werk/vragen/${id}`}>{t('questions.passedLine', { date: at, from, to })}</a>
          {by && <span className="text-muted">{`, ${by}`}</span>}
        </li>
      ))}
    </ul>
  )
}
