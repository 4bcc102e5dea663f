import { Menu, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from './locale.ts'
import { NavigationLinks } from './navigation.tsx'

interface Shell {
  path: string
  query: string
  alternates: { nl: string; en: string }
  demonstration: boolean
  searchReady: boolean
  /** The name of who is signed in; null for a visitor. */
  signedIn: string | null
}

export function SkipLink() {
  const { t } = useTranslation()
  return (
    <a
      href="#inhoud"
      className="absolute left-1 top-1 z-50 -translate-y-10 rounded-sm bg-paper p-1 underline focus:translate-y-0"
    >
      {t('common.skip')}
    </a>
  )
}

function Logo() {
  return (
    <svg viewBox="0 0 32 32" className="size-4" aria-hidden="true">
      <rect width="32" height="32" rx="7" className="fill-action" />
      <g fill="none" strokeWidth="3.4" strokeLinecap="round" className="stroke-on-action">
        <path d="M14 10.5h-3.5a5.5 5.5 0 0 0 0 11H14" />
        <path d="M18 21.5h3.5a5.5 5.5 0 0 0 0-11H18" />
        <path d="M12 16h8" />
      </g>
    </svg>
  )
}

const main = [
  ['/themas', 'themes'],
  ['/programmas', 'programmes'],
  ['/initiatieven', 'initiatives'],
  ['/organisaties', 'organisations'],
  ['/partners', 'partners'],
  ['/programmawijzer', 'finder'],
  ['/roms', 'roms'],
  ['/matrix', 'matrix'],
  ['/cijfers', 'figures'],
] as const

export function Header({ shell }: { shell?: Shell }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const other = locale === 'nl' ? 'en' : 'nl'
  const pages = main.map(([href, key]) => ({ href, label: t(`common.nav.${key}`) }))
  const links = <NavigationLinks pages={pages} path={shell?.path ?? ''} />
  return (
    <header className="no-print border-b border-line bg-paper">
      <div className="mx-auto flex max-w-[1240px] flex-wrap items-center gap-x-3 gap-y-1 px-2 py-1 sm:px-3">
        <a href="/" className="flex items-center gap-1 py-0.5 text-lg font-bold text-ink no-underline">
          <Logo />
          {t('common.product')}
        </a>
        <search className="order-3 w-full sm:order-none sm:ml-auto sm:w-auto">
          <form action="/zoeken" className="relative flex">
            <label className="grow">
              <span className="sr-only">{t('common.searchLabel')}</span>
              <input
                type="search"
                name="q"
                data-search=""
                data-suggest=""
                maxLength={200}
                defaultValue={shell?.query}
                placeholder={t('common.searchHint')}
                aria-keyshortcuts="Control+K /"
                autoComplete="off"
                className="field w-full rounded-r-none border-r-0 sm:w-[320px]"
              />
            </label>
            <button type="submit" className="button rounded-l-none px-2">
              <Search className="size-2.5" aria-hidden="true" />
              <span className="sr-only">{t('common.searchWord')}</span>
            </button>
          </form>
        </search>
        <a
          href={shell?.alternates[other] ?? `/?taal=${other}`}
          hrefLang={other}
          lang={other}
          title={t('common.otherLanguageLabel')}
          className="ml-auto py-1 text-sm font-semibold underline sm:ml-0"
        >
          {t('common.otherLanguage')}
        </a>
        <Account name={shell?.signedIn ?? null} />
      </div>
      <nav aria-label={t('common.mainNavigation')} className="mx-auto max-w-[1240px] px-2 sm:px-3">
        <ul className="hidden flex-wrap gap-x-3 md:flex">{links}</ul>
        <details className="pb-1 md:hidden">
          <summary className="flex min-h-5 list-none items-center gap-1 font-semibold text-action">
            <Menu className="size-2.5" aria-hidden="true" />
            {t('common.menu')}
          </summary>
          <ul className="grid grid-cols-2 gap-x-2">{links}</ul>
        </details>
      </nav>
      {shell?.demonstration && (
        <p className="max-w-none bg-sand px-2 py-0.5 text-center text-sm">{t('common.examplesNotice')}</p>
      )}
    </header>
  )
}

/** The way in, and for who is in the way to the own place and out. */
function Account({ name }: { name: string | null }) {
  const { t } = useTranslation()
  const link = 'py-1 text-sm font-semibold underline no-prefetch'
  if (name === null) {
    return (
      <a href="/inloggen" className={link}>
        {t('account.signInLink')}
      </a>
    )
  }
  return (
    <>
      <a href="/mijn" className={link} title={name}>
        {t('account.menu')}
      </a>
      <a href="/mijn/account" className={`${link} hidden sm:inline`}>
        {t('own.account.link')}
      </a>
      <form method="post" action="/uitloggen">
        <button type="submit" className="cursor-pointer py-1 text-sm font-semibold text-action underline">
          {t('account.signOut')}
        </button>
      </form>
    </>
  )
}

const groups = [
  [
    'discover',
    [...main.slice(0, 6), ['/regelingen', 'instruments'], ['/oproepen', 'calls'], ['/projecten', 'projects']],
  ],
  ['insight', [...main.slice(6), ['/agenda', 'agenda'], ['/kalender', 'calendar'], ['/mijn-rom', 'myRom']]],
  [
    'portal',
    [
      ['/over', 'about'],
      ['/bronnen', 'sources'],
      ['/api', 'api'],
      ['/toegankelijkheid', 'accessibility'],
      ['/privacy', 'privacy'],
    ],
  ],
] as const

export function Footer({ shell }: { shell?: Shell }) {
  const { t } = useTranslation()
  return (
    <footer className="no-print border-t border-line bg-sand">
      <div className="mx-auto grid max-w-[1240px] gap-4 px-2 py-5 sm:grid-cols-3 sm:px-3">
        {groups.map(([group, links]) => (
          <nav key={group} aria-labelledby={`voet-${group}`}>
            <h2 id={`voet-${group}`} className="pb-1 text-base">
              {t(`common.footer.${group}`)}
            </h2>
            <ul>
              {links.map(([href, key]) => (
                <li key={href}>
                  <a href={href} className="inline-block py-0.5">
                    {t(`common.nav.${key}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        <div className="text-sm text-muted sm:col-span-3">
          <p>{t('common.footer.content')}</p>
          <p>{t('common.footer.map')}</p>
          {shell && !shell.searchReady && <p role="status">{t('common.searchUnavailable')}</p>}
        </div>
      </div>
    </footer>
  )
}
