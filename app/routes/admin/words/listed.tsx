import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../i18n/format.ts'
import { useLocale } from '../../../ui/locale.ts'
import { Details, Section } from '../../../ui/page.tsx'
import type { ConceptView } from './concept.server.ts'

type View = SerializeFrom<ConceptView>

/** The words that the files give a concept, by language. */
export function Listed({ view }: { view: View }) {
  const { t } = useTranslation()
  return (
    <Section id="lijst" title={t('administration.words.listed')}>
      <Details
        items={view.labels.map(({ language, labels }) => ({
          label: t(`administration.locale.${language}`),
          value: (
            <ul className="flex flex-wrap gap-x-2">
              {labels.map(({ label, capitals }) => (
                <li key={label}>
                  <span lang={language}>{label}</span>
                  {capitals && <span className="text-sm text-muted"> {t('administration.words.capitals')}</span>}
                </li>
              ))}
            </ul>
          ),
        }))}
      />
    </Section>
  )
}

/** In plain words, when a text or a question counts as being about a concept. */
export function Matched() {
  const { t } = useTranslation()
  const ways = ['forms', 'compounds', 'capitals', 'languages', 'broader'] as const
  return (
    <Section id="hoe" title={t('administration.words.matched')}>
      <ul className="max-w-[70ch] list-disc pl-3">
        {ways.map((way) => (
          <li key={way}>{t(`administration.words.how.${way}`)}</li>
        ))}
      </ul>
    </Section>
  )
}

/** What is around a concept, and how many organisations one finds by it. */
export function Place({ view }: { view: View }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { organisations: n, title: name } = view
  const links = (concepts: View['broader']) =>
    concepts.length > 0 && (
      <ul>
        {concepts.map((one) => (
          <li key={one.id}>
            <a href={`/beheer/woorden/${one.id}`} className="inline-block py-0.5">
              {one.name}
            </a>
          </li>
        ))}
      </ul>
    )
  const item = (label: string, value: ReturnType<typeof links> | string) => value && { label, value }
  return (
    <Section id="plaats" title={t('administration.words.place')}>
      <Details
        items={[
          {
            label: t('administration.words.organisations'),
            value:
              n === null ? (
                t('administration.words.notCounted')
              ) : (
                <a href={`/zoeken?${new URLSearchParams({ q: name, soort: 'organisatie', sorteer: 'naam' })}`}>
                  {t('administration.words.found', { count: n, n: formatNumber(n, locale), name })}
                </a>
              ),
          },
          { label: t('administration.words.file'), value: view.file },
          item(t('lists.facet.theme'), view.themes.join(', ')),
          item(t('lists.facet.technology'), view.technologies.join(', ')),
          item(t('administration.words.broader'), links(view.broader)),
          item(t('administration.words.narrower'), links(view.narrower)),
        ]}
      />
    </Section>
  )
}
