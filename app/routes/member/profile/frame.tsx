import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SubNavigation } from '../../../ui/navigation.tsx'
import { PageHeader } from '../../../ui/page.tsx'
import { profilePath } from './paths.ts'

interface Frame {
  slug: string
  name: string
  heading: string
  /** Whether the reader manages the organisation: others keep it for its ROM. */
  member: boolean
}

/** Every page of keeping a profile: whose it is, and its steps beside each other. */
export function ProfileFrame(props: {
  frame: Frame
  title: string
  intro?: string
  ignored?: string[]
  children: ReactNode
}) {
  const { frame, title, intro, ignored, children } = props
  const { slug, name, member } = frame
  const { t } = useTranslation()
  const crumbs = member
    ? [
        { href: '/mijn', label: t('account.menu') },
        { href: `/mijn/organisaties/${slug}`, label: name },
      ]
    : [{ href: profilePath(slug, '', { edit: false }), label: name }]
  const pages = [
    { href: profilePath(slug), label: t('profile.nav.overview') },
    { href: profilePath(slug, '/profiel'), label: t('profile.nav.basics') },
    { href: profilePath(slug, '/themas'), label: t('profile.nav.terms') },
    { href: profilePath(slug, '/aanbod/nieuw'), label: t('listing.add.offer') },
    { href: profilePath(slug, '/vraag/nieuw'), label: t('listing.add.need') },
  ]
  return (
    <>
      <PageHeader title={title} intro={intro} crumbs={crumbs} ignored={ignored} />
      <SubNavigation label={t('profile.nav.all')} pages={pages} className="mb-2" />
      <div className="flex flex-col gap-2">{children}</div>
    </>
  )
}

/** Says what was just done; a screen reader reads it first. */
export function Done({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: this is what the reader wants to know first
    <div tabIndex={-1} autoFocus className="max-w-[80ch]">
      <p role="status" className="rounded-sm border-l-4 border-action bg-action-tint p-2 font-semibold">
        {children}
      </p>
    </div>
  )
}
