import { useTranslation } from 'react-i18next'
import { formatDate, lowerFirst } from '../i18n/format.ts'
import { localizedWithLanguage } from '../i18n/locale.ts'
import { useLocale } from './locale.ts'

export interface SourceData {
  id: string
  title: string
  publisher: string
  url: string | null
  published_on: string | null
  retrieved_on: string
}

/** Statements, each with the number of its source in the list below. */
export function Facts(props: {
  facts: { id: string; text_nl: string | null; text_en: string | null; source_id: string }[]
  sources: SourceData[]
}) {
  const locale = useLocale()
  return (
    <ul className="flex list-disc flex-col gap-1 pl-3">
      {props.facts.map((fact) => {
        const { text, language } = localizedWithLanguage(fact, 'text', locale)
        return (
          <li key={fact.id}>
            <span lang={language}>{text}</span> <SourceMark id={fact.source_id} sources={props.sources} />
          </li>
        )
      })}
    </ul>
  )
}

/** A small number that leads to the source in the list. */
export function SourceMark({ id, sources }: { id: string | null; sources: SourceData[] }) {
  const { t } = useTranslation()
  const index = sources.findIndex((source) => source.id === id)
  if (index < 0) return null
  return (
    <a href={`#bron-${index + 1}`} className="no-prefetch text-sm whitespace-nowrap">
      [<span className="sr-only">{t('common.source')} </span>
      {index + 1}]
    </a>
  )
}

export function SourceList({ sources }: { sources: SourceData[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (sources.length === 0) return null
  return (
    <section aria-labelledby="bronnen" className="mt-5 border-t border-line pt-2 text-sm text-muted">
      <h2 id="bronnen" className="pb-1 text-base text-ink">
        {t('common.sources')}
      </h2>
      <ol className="flex list-decimal flex-col gap-0.5 pl-3">
        {sources.map((source, index) => (
          <li key={source.id} id={`bron-${index + 1}`} className="target:bg-mark target:text-ink">
            {source.url ? (
              <a href={source.url} rel="external noopener">
                {source.title}
              </a>
            ) : (
              source.title
            )}
            {`, ${source.publisher}`}
            {source.published_on && `, ${formatDate(source.published_on, locale)}`}
            {` (${lowerFirst(t('statements.sources.retrieved'))} ${formatDate(source.retrieved_on, locale)})`}
          </li>
        ))}
      </ol>
    </section>
  )
}
