import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { listCalls } from '../../domain/call/queries.server.ts'
import { listIndicators } from '../../domain/indicator/queries.server.ts'
import { listNews } from '../../domain/milestone/queries.server.ts'
import { listRoms } from '../../domain/rom/queries.server.ts'
import { listThemes } from '../../domain/theme/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { formatDate } from '../../i18n/format.ts'
import { localized } from '../../i18n/locale.ts'
import { CardGrid } from '../../ui/card-grid.tsx'
import { CallCard, undertakingHref } from '../../ui/cards.tsx'
import { FeedLinks } from '../../ui/feed-links.tsx'
import { Figure, type FigureData } from '../../ui/figure.tsx'
import { useLocale } from '../../ui/locale.ts'
import { mapRegions } from '../../ui/map-regions.ts'
import { type FeedAlternate, feedAlternates, feedMeta } from '../../ui/meta.ts'
import { Notice, Section } from '../../ui/page.tsx'
import { PostcodeForm } from '../../ui/postcode-form.tsx'
import { RomMap } from '../../ui/rom-map.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { ThemeCard } from '../../ui/theme-card.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { query, locale, t, db, today } = await openPage(args)
  const [roms, themes, calls, news, indicators] = await Promise.all([
    listRoms(db),
    listThemes(db),
    listCalls(db, today),
    listNews(db, today, 5),
    listIndicators(db),
  ])
  const figures = indicators.flatMap((indicator): FigureData[] => {
    const value = indicator.series.flat().findLast(({ period_from }) => period_from.startsWith('2023'))
    return value ? [{ ...value, indicator }] : []
  })
  return {
    description: t('home.intro'),
    feeds: feedAlternates(t, locale, ['news', 'calls', 'calendar']),
    map: mapRegions(roms, (rom) => ({ count: rom.undertakings, href: `/roms/${rom.slug}` })),
    themes,
    calls: calls.filter((call) => call.state === 'open').slice(0, 3),
    news,
    figures: figures.slice(0, 4),
    ignored: query.ignored,
  }
}

export const meta = ({ data }: { data?: { description: string; feeds: FeedAlternate[] } }) =>
  data ? [{ title: 'Schakel' }, { name: 'description', content: data.description }, ...feedMeta(data.feeds)] : []

export default function Home() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  const transitions = data.themes.filter((theme) => theme.kind === 'transition')
  const challenges = data.themes.filter((theme) => theme.kind === 'challenge')
  return (
    <>
      {data.ignored.length > 0 && (
        <Notice title={t('common.ignoredTitle')}>{t('common.ignored', { values: data.ignored.join(', ') })}</Notice>
      )}
      <div className="grid grid-cols-1 items-start gap-x-6 gap-y-4 pt-2 lg:grid-cols-[minmax(0,1fr)_400px]">
        <div className="flex flex-col gap-3">
          <h1 className="max-w-[20ch] text-2xl">{t('home.title')}</h1>
          <p className="text-lg text-muted">{t('home.intro')}</p>
          <SearchForm label={t('home.searchLabel')} />
          <section aria-labelledby="transities" className="pt-1">
            <h2 id="transities" className="pb-1 text-xl">
              {t('home.themesTitle')}
            </h2>
            <CardGrid wide={2} rows={transitions} card={(theme) => <ThemeCard theme={theme} />} />
          </section>
        </div>
        <section aria-labelledby="kaart" className="rounded-md bg-sand p-2">
          <h2 id="kaart" className="text-xl">
            {t('home.mapTitle')}
          </h2>
          <p className="pb-1 text-sm text-muted">{t('home.mapHelp')}</p>
          <RomMap regions={data.map} label={t('home.mapTitle')} unit="undertakings" />
          <div className="mt-2 border-t border-line pt-2">
            <h3 className="text-lg">{t('home.postcodeTitle')}</h3>
            <PostcodeForm />
          </div>
          <div className="mt-2 flex flex-col gap-1 border-t border-line pt-2">
            <h3 className="text-lg">{t('ask.title')}</h3>
            <p className="text-sm text-muted">{t('ask.homeHelp')}</p>
            <a href="/vraag" className="button self-start">
              {t('ask.link')}
              <ArrowRight className="size-2.5" aria-hidden="true" />
            </a>
          </div>
          <div className="mt-2 flex flex-col gap-1 border-t border-line pt-2">
            <h3 className="text-lg">{t('finder.home')}</h3>
            <p className="text-sm text-muted">{t('finder.homeHelp')}</p>
            <a href="/programmawijzer" className="button self-start">
              {t('finder.title')}
              <ArrowRight className="size-2.5" aria-hidden="true" />
            </a>
          </div>
        </section>
      </div>

      <div className="grid gap-x-6 lg:grid-cols-2">
        <Section id="nieuw" title={t('home.newsTitle')} aside={<a href="/kalender">{t('home.allNews')}</a>}>
          <ol className="flex flex-col">
            {data.news.map((item) => (
              <li key={item.id} className="border-b border-line py-1">
                <p className="text-sm text-muted">{formatDate(item.starts_on, locale)}</p>
                <a
                  href={undertakingHref({ kind: item.undertaking_kind, slug: item.undertaking_slug })}
                  className="text-ink"
                >
                  {localized(item, 'title', locale)}
                </a>
              </li>
            ))}
          </ol>
          <FeedLinks feed="news" />
        </Section>
        <Section id="cijfers" title={t('home.figuresTitle')} aside={<a href="/cijfers">{t('home.figuresHelp')}</a>}>
          <ul className="grid gap-2 sm:grid-cols-2">
            {data.figures.map((figure) => (
              <li key={figure.id} className="border-l-4 border-action pl-2">
                <Figure figure={figure} />
              </li>
            ))}
          </ul>
        </Section>
      </div>

      {data.calls.length > 0 && (
        <Section id="oproepen" title={t('home.callsTitle')} aside={<a href="/oproepen">{t('home.allCalls')}</a>}>
          <CardGrid wide={3} rows={data.calls} card={(call) => <CallCard call={call} level="h3" />} />
        </Section>
      )}

      <div className="grid gap-x-6 lg:grid-cols-2">
        <Section id="uitdagingen" title={t('home.challengesTitle')}>
          <ul className="flex flex-wrap gap-2">
            {challenges.map((theme) => (
              <li key={theme.id}>
                <a href={`/themas/${theme.slug}`} className="button button-quiet">
                  {localized(theme, 'name', locale)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
        <Section id="matrix" title={t('home.programmesTitle')}>
          <p>{t('home.programmesHelp')}</p>
          <p>
            <a href="/matrix" className="button">
              {t('home.toMatrix')}
              <ArrowRight className="size-2.5" aria-hidden="true" />
            </a>
          </p>
        </Section>
      </div>
    </>
  )
}
