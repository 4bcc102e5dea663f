import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../../ui/page.tsx'

const sections = [
  { key: 'home', href: '/beheer' },
  { key: 'users', href: '/beheer/gebruikers' },
  { key: 'log', href: '/beheer/logboek' },
  { key: 'mail', href: '/beheer/mail' },
  { key: 'search', href: '/beheer/zoeken' },
] as const

/** A coordinator has the people and the log of the own ROM. */
const sectionsOfRom = [sections[1], { key: 'log', href: '/werk/logboek' }] as const

export type AdminSection = (typeof sections)[number]['key']

/** Every page of administration: where one is in it, and what else there is for this person. */
export function AdminFrame(props: {
  section: AdminSection
  title: string
  intro?: string
  /** Whether the reader administers all, and not the people of one ROM only. */
  whole: boolean
  /** The page is one of the section, and not its first. */
  deeper?: boolean
  ignored?: string[]
  children: ReactNode
}) {
  const { t } = useTranslation()
  const open = props.whole ? sections : sectionsOfRom
  const section = open.find(({ key }) => key === props.section)
  const root = props.whole ? [{ href: '/beheer', label: t('administration.nav.all') }] : []
  const above = section && props.deeper ? [{ href: section.href, label: t(`administration.nav.${section.key}`) }] : []
  return (
    <>
      <PageHeader
        title={props.title}
        intro={props.intro}
        crumbs={props.section === 'home' ? [] : [...root, ...above]}
        ignored={props.ignored}
      />
      <nav aria-label={t('administration.nav.all')} className="no-print mb-2 border-b border-line">
        <ul className="flex flex-wrap gap-x-3">
          {open.map(({ key, href }) => (
            <li key={key}>
              <a
                href={href}
                aria-current={key === props.section ? (props.deeper ? 'true' : 'page') : undefined}
                className="block border-b-3 border-transparent py-1 text-ink no-underline hover:text-action hover:underline aria-[current]:border-action aria-[current]:font-semibold aria-[current]:text-action"
              >
                {t(`administration.nav.${key}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
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
