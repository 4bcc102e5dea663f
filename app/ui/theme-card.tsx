import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/format.ts'
import { localized } from '../i18n/locale.ts'
import { useLocale } from './locale.ts'
import { ThemeIcon, themeColours } from './tags.tsx'

export interface ThemeCardData {
  id: string
  slug: string
  name_nl: string
  name_en: string
  summary_nl: string
  summary_en: string
  programmes: number
  initiatives: number
  organisations: number
}

/** A theme with how much there is under it. */
export function ThemeCard({ theme }: { theme: ThemeCardData }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const counts = (['programmes', 'initiatives', 'organisations'] as const).map((key) =>
    t(`common.count.${key}`, { count: theme[key], n: formatNumber(theme[key], locale) }),
  )
  return (
    <article className="card flex-row gap-2 pl-2">
      <span className={`grid size-5 shrink-0 place-items-center self-start rounded-md ${themeColours(theme.id)}`}>
        <ThemeIcon id={theme.id} className="size-3" />
      </span>
      <div className="flex flex-col gap-0.5">
        <h3 className="text-lg">
          <a href={`/themas/${theme.slug}`} className="card-link">
            {localized(theme, 'name', locale)}
          </a>
        </h3>
        <p className="grow text-sm">{localized(theme, 'summary', locale)}</p>
        <p className="text-sm text-muted">{counts.join(' · ')}</p>
      </div>
    </article>
  )
}
