import { Outlet } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SubNavigation } from '../../../ui/navigation.tsx'

const sections = [
  ['/werk', 'home'],
  ['/werk/vragen', 'questions'],
  ['/werk/introducties', 'introductions'],
  ['/werk/bedrijven', 'companies'],
  ['/werk/aanvragen', 'claims'],
  ['/werk/rom', 'rom'],
] as const

/** What is one click away from every page of the desk. It guards nothing: each page does. */
export default function DeskFrame() {
  const { t } = useTranslation()
  const pages = sections.map(([href, key]) => ({ href, label: t(`desk.nav.${key}`) }))
  return (
    <>
      <SubNavigation label={t('desk.title')} pages={pages} className="mb-2" />
      <Outlet />
    </>
  )
}
