import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SubNavigation } from '../../../ui/navigation.tsx'
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

/** A page of one's own account; the others are one click away. */
export function OwnPage({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <>
      <SubNavigation
        label={t('own.navigation')}
        pages={pages.map(([href, key]) => ({ href, label: t(`own.pages.${key}`) }))}
        under={belongsTo[pathname]}
        className="no-prefetch"
      />
      <div className="flex flex-col gap-2 pt-3">
        <PageHeader title={title} intro={intro} />
        {children}
      </div>
    </>
  )
}
