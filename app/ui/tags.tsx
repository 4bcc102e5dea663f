import { Cpu, HeartPulse, Leaf, Recycle, ShieldCheck, Waves, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { localized } from '../i18n/locale.ts'
import { useLocale } from './locale.ts'

export interface ThemeTagData {
  id: string
  slug: string
  name_nl: string
  name_en: string
}

const icons: Record<string, typeof Zap> = {
  energy: Zap,
  food: Leaf,
  circularity: Recycle,
  key_technologies: Cpu,
  health: HeartPulse,
  security: ShieldCheck,
  water: Waves,
}

/** Colours of a theme: each transition has its own hue, challenges share one. */
export function themeColours(id: string): string {
  switch (id) {
    case 'energy':
      return 'text-energy bg-energy-tint'
    case 'food':
      return 'text-food bg-food-tint'
    case 'circularity':
      return 'text-circularity bg-circularity-tint'
    case 'key_technologies':
      return 'text-key_technologies bg-key_technologies-tint'
    default:
      return 'text-challenge bg-challenge-tint'
  }
}

export function ThemeIcon({ id, className }: { id: string; className?: string }) {
  const Icon = icons[id] ?? Cpu
  return <Icon className={className ?? 'size-2'} aria-hidden="true" />
}

export function ThemeTags({ themes }: { themes: ThemeTagData[] }) {
  const locale = useLocale()
  if (themes.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1 pb-0.5">
      {themes.map((theme) => (
        <li key={theme.id}>
          <a
            href={`/themas/${theme.slug}`}
            className={`inline-flex items-center gap-0.5 rounded-full px-1 py-0.5 text-sm font-semibold no-underline hover:underline ${themeColours(theme.id)}`}
          >
            <ThemeIcon id={theme.id} className="size-2 shrink-0" />
            {localized(theme, 'name', locale)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A short word in a box, such as a status. */
export function Tag({ children }: { children: string }) {
  return <span className="rounded-sm border border-line-strong px-1 text-sm text-muted">{children}</span>
}

/** Says that something was made up for trying the portal out. */
export function ExampleTag() {
  const { t } = useTranslation()
  return (
    <span title={t('common.exampleHelp')} className="rounded-sm bg-warn-tint px-1 text-sm font-semibold text-warn">
      {t('common.example')}
    </span>
  )
}
