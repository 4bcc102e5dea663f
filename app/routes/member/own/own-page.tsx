import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../../ui/page.tsx'

const pages = [
  ['/mijn', 'home'],
  ['/mijn/account', 'account'],
  ['/mijn/account/wachtwoord', 'password'],
  ['/mijn/account/tweestaps', 'twoFactor'],
  ['/mijn/account/sessies', 'sessions'],
  ['/mijn/account/gegevens', 'data'],
] as const

/** Pages that belong to another than their address says. */
const belongsTo: Record<string, string> = { '/mijn/account/verwijderen': '/mijn/account/gegevens' }

/** The pages of one's own, each one click from the others. */
export function OwnNavigation() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  // A page without a place of its own here belongs to the longest address that it begins with.
  const under = belongsTo[pathname] ?? pages.filter(([href]) => `${pathname}/`.startsWith(`${href}/`)).at(-1)?.[0]
  return (
    <nav aria-label={t('own.navigation')} className="no-print border-b border-line">
      <ul className="flex flex-wrap gap-x-3">
        {pages.map(([href, key]) => (
          <li key={href}>
            <a
              href={href}
              aria-current={href === pathname ? 'page' : href === under ? 'true' : undefined}
              className="no-prefetch block border-b-3 border-transparent py-1 text-ink no-underline hover:underline aria-[current]:border-action aria-[current]:font-semibold aria-[current]:text-action"
            >
              {t(`own.pages.${key}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A page of one's own account. */
export function OwnPage({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <>
      <OwnNavigation />
      <div className="flex flex-col gap-2 pt-3">
        <PageHeader title={title} intro={intro} />
        {children}
      </div>
    </>
  )
}
