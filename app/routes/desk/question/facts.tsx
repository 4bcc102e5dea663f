import { useTranslation } from 'react-i18next'
import { Details, Glance, Notice, Section } from '../../../ui/page.tsx'
import { Tag } from '../../../ui/tags.tsx'
import type { QuestionView } from './load.server.ts'

/** Who asked, by when they have an answer, and who gives it. */
export function Facts({ view }: { view: QuestionView }) {
  const { t } = useTranslation()
  const { about, organisation } = view
  return (
    <Glance>
      <p className="flex flex-wrap gap-1 pb-1">
        <Tag>{t(`questions.state_.${view.state}`)}</Tag>
        {view.overdue && <span className="font-semibold text-warn">{t('questions.overdue')}</span>}
      </p>
      <Details
        items={[
          view.state === 'waiting' && { label: t('questions.due'), value: view.due },
          view.outcome && { label: t('questions.came'), value: view.outcome },
          {
            label: t('questions.responsible'),
            value:
              view.responsible === null
                ? t('questions.nobody')
                : view.standIn
                  ? t('questions.away', { name: view.responsible, standIn: view.standIn })
                  : view.responsible,
          },
          {
            label: t('questions.asker'),
            value: <span className="break-words">{view.asker ?? t('questions.erasedName')}</span>,
          },
          view.email && {
            label: t('questions.email'),
            value: (
              <a href={`mailto:${view.email}`} className="break-all">
                {view.email}
              </a>
            ),
          },
          view.postcode && { label: t('questions.postcode'), value: view.postcode },
          view.organisationName && {
            label: t('questions.organisationTyped'),
            value: <span className="break-words">{view.organisationName}</span>,
          },
          {
            label: t('questions.organisation'),
            value: organisation ? (
              <a href={`/organisaties/${organisation.slug}`}>{organisation.name}</a>
            ) : (
              t('questions.organisationNone')
            ),
          },
          about && {
            label: t('questions.about'),
            value: (
              <>
                <a href={about.href}>{about.name}</a>
                {about.role && `, ${about.role}`}
              </>
            ),
          },
          view.theme && { label: t('questions.theme'), value: view.theme },
          view.concepts.length > 0 && { label: t('questions.understood'), value: view.concepts.join(', ') },
          view.copyRom && { label: t('questions.readsToo'), value: view.copyRom },
          { label: t('questions.asked'), value: view.asked },
        ]}
      />
      {!view.erased && (
        <ul className="prose-links flex flex-col gap-1 pt-2">
          <li>
            <a href={view.partners}>{t('questions.partners')}</a>
          </li>
          {view.need && view.canHandle && (
            <li>
              <a href={view.need}>{t('questions.need')}</a>
            </li>
          )}
        </ul>
      )}
    </Glance>
  )
}

const tones = {
  asker: 'border-line-strong',
  reply: 'border-action',
  note: 'border-warn bg-warn-tint py-1',
  done: 'border-line text-muted',
}

/** What was said and done, in order. */
export function Timeline({ view }: { view: QuestionView }) {
  const { t } = useTranslation()
  return (
    <Section id="gesprek" title={t('questions.timeline')}>
      {view.erased && <Notice>{t('questions.erasedHelp')}</Notice>}
      <ol className="flex max-w-[80ch] flex-col gap-2">
        {view.timeline.map(({ number, at, title, text, tone }) => (
          <li key={number} className={`border-l-4 pl-2 ${tones[tone]}`}>
            <p>
              <span className="font-semibold">{title}</span> <span className="text-sm text-muted">{at}</span>
            </p>
            {text && <p className="whitespace-pre-line break-words text-ink">{text}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
