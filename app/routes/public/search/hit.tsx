import { useTranslation } from 'react-i18next'
import type { MarkedHit, MarkedText } from '../../../domain/search/types.ts'
import { localized } from '../../../i18n/locale.ts'
import { useLocale } from '../../../ui/locale.ts'
import { ExampleTag, Tag, ThemeTags } from '../../../ui/tags.tsx'

/** One thing found: what it is, where, and the words that answer the question marked. */
export function SearchHit({ hit }: { hit: MarkedHit }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { name, summary, text } = hit.marked
  const kind =
    hit.kind === null
      ? null
      : hit.type === 'organisation'
        ? t(`common.organisationKind.${hit.kind}` as 'common.organisationKind.sme')
        : t(`common.initiativeKind.${hit.kind}` as 'common.initiativeKind.hub')
  return (
    <article className="flex flex-col gap-0.5 border-b border-line py-2">
      <p className="flex flex-wrap items-center gap-1 text-sm text-muted">
        <span>{t(`search.type.${hit.type}`)}</span>
        {kind && <Tag>{kind}</Tag>}
        {hit.status && hit.status !== 'unknown' && (
          <Tag>{t(`common.status.${hit.status}` as 'common.status.running')}</Tag>
        )}
        {hit.roms.length > 0 && hit.type !== 'rom' && (
          <span>{hit.roms.map((rom) => localized(rom, 'name', locale)).join(', ')}</span>
        )}
        {hit.is_example === 1 && <ExampleTag />}
      </p>
      <h2 className="text-lg">
        <a href={hit.path} lang={name.language === locale ? undefined : (name.language ?? undefined)}>
          <Marked text={name} />
        </a>
      </h2>
      {summary && (
        <p className="text-sm" lang={summary.language ?? undefined}>
          <Marked text={summary} />
        </p>
      )}
      {text && (
        <p className="text-sm text-muted">
          {t('search.alsoFound')}
          <span lang={text.language ?? undefined}>
            <Marked text={text} />
          </span>
        </p>
      )}
      {hit.type !== 'theme' && <ThemeTags themes={hit.themes} />}
    </article>
  )
}

function Marked({ text }: { text: MarkedText }) {
  let at = 0
  return text.segments.map((segment) => {
    const key = at
    at += segment.text.length
    return segment.match ? <mark key={key}>{segment.text}</mark> : segment.text
  })
}
