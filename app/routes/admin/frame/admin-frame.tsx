import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { pageAt, SubNavigation } from '../../../ui/navigation.tsx'
import { PageHeader } from '../../../ui/page.tsx'

const sections = [
  ['/beheer', 'home'],
  ['/beheer/gebruikers', 'users'],
  ['/beheer/logboek', 'log'],
  ['/beheer/mail', 'mail'],
  ['/beheer/zoeken', 'search'],
  ['/beheer/taxonomie', 'taxonomy'],
  ['/beheer/woorden', 'words'],
] as const

/** A coordinator has the people and the log of the own ROM. */
const sectionsOfRom = [sections[1], ['/werk/logboek', 'log']] as const

/** Every page of administration: where one is in it, and what else there is for this person. */
export function AdminFrame(props: {
  title: string
  intro?: string
  /** Whether the reader administers all, and not the people of one ROM only. */
  whole: boolean
  ignored?: string[]
  children: ReactNode
}) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const all = t('administration.nav.all')
  const pages = (props.whole ? sections : sectionsOfRom).map(([href, key]) => ({
    href,
    label: t(`administration.nav.${key}`),
  }))
  const above = [props.whole && { href: '/beheer', label: all }, pageAt(pages, pathname)]
  const crumbs = above.filter((page) => !!page).filter(({ href }) => href !== pathname)
  return (
    <>
      <PageHeader title={props.title} intro={props.intro} crumbs={crumbs} ignored={props.ignored} />
      <SubNavigation label={all} pages={pages} className="mb-2" />
      {props.children}
    </>
  )
}

/** Says what was just done; a screen reader reads it first. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="max-w-[80ch] rounded-sm border-l-4 border-action bg-action-tint p-2 font-semibold">
      {children}
    </p>
  )
}
