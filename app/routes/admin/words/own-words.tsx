import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { formatDate } from '../../../i18n/format.ts'
import { ActorName } from '../../../ui/actor-name.tsx'
import { Field, Submit } from '../../../ui/form.tsx'
import { useLocale } from '../../../ui/locale.ts'
import { Section } from '../../../ui/page.tsx'
import { Table } from '../../../ui/table.tsx'
import { LanguageField } from '../frame/language-field.tsx'
import type { ConceptView } from './concept.server.ts'

/** The words that administrators added to a concept, with adding one and taking one off. */
export function OwnWords(props: {
  view: SerializeFrom<ConceptView>
  labels: { label: string; language: string }
  faults?: FormFaults | null
}) {
  const { view, labels, faults } = props
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <Section id="eigen" title={t('administration.words.own')}>
      {view.words.length === 0 ? (
        <p>{t('administration.words.noOwn')}</p>
      ) : (
        <Table
          label={t('administration.words.own')}
          heads={[labels.label, labels.language, t('administration.words.added'), t('administration.words.end')]}
        >
          {view.words.map((word) => (
            <tr key={word.id}>
              <th scope="row" lang={word.language} className="font-semibold">
                {word.label}
              </th>
              <td>{t(`administration.locale.${word.language}`)}</td>
              <td>
                {formatDate(word.added_at, locale)}, <ActorName who={word.who} />
              </td>
              <td>
                <form method="post">
                  <input type="hidden" name="intent" value="end" />
                  <input type="hidden" name="word" value={word.id} />
                  <Submit quiet>
                    {t('administration.words.end')} <span className="sr-only">{word.label}</span>
                  </Submit>
                </form>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <form method="post" className="flex flex-col gap-2">
        <input type="hidden" name="intent" value="add" />
        <Field
          name="label"
          label={labels.label}
          help={t('administration.words.wordHelp')}
          maxLength={80}
          autoComplete="off"
          faults={faults}
        />
        <LanguageField name="language" label={labels.language} faults={faults} />
        <Submit>{t('administration.words.add')}</Submit>
      </form>
    </Section>
  )
}
