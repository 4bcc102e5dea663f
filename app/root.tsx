import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { localeOf } from './i18n/locale.server.ts'
import type { Locale } from './i18n/locale.ts'
import { translator } from './i18n/translator.server.ts'
import { ErrorPage, errorName } from './ui/error-page.tsx'
import { Footer, Header, SkipLink } from './ui/shell.tsx'
import styles from './ui/styles.css?url'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = await localeOf(request)
  const url = new URL(request.url)
  const origin = context.env.origin ?? url.origin
  const address = (language: Locale | null) => {
    const params = new URLSearchParams(url.search)
    if (language) params.set('taal', language)
    else params.delete('taal')
    return params.size > 0 ? `${url.pathname}?${params}` : url.pathname
  }
  const t = translator(locale)
  return {
    locale,
    origin,
    path: url.pathname,
    query: url.pathname === '/zoeken' ? (url.searchParams.get('q') ?? '').slice(0, 200) : '',
    alternates: { nl: address('nl'), en: address('en'), any: address(null) },
    demonstration: context.env.mode === 'demonstration',
    searchReady: await context.search.ready(),
    signedIn: context.actor?.name ?? null,
    nonce: context.nonce,
    entryModule: context.entryModule,
    tagline: t('common.tagline'),
    errorTitles: {
      notFound: t('statements.errors.notFoundTitle'),
      method: t('statements.errors.methodTitle'),
      bad: t('statements.errors.badTitle'),
      forbidden: t('statements.errors.forbiddenTitle'),
      tooOften: t('statements.errors.tooOftenTitle'),
      server: t('statements.errors.serverTitle'),
    },
  }
}

export type Shell = Awaited<ReturnType<typeof loader>>

export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  if (error) return [{ title: data ? `${data.errorTitles[errorName(error)]} - Schakel` : 'Schakel' }]
  return [{ title: data ? `Schakel - ${data.tagline}` : 'Schakel' }]
}

// Fetching a page when a link is pointed at makes the next view instant. A language link is left alone: it sets a cookie.
const leftAlone = '[hreflang], [download], .no-prefetch, .no-prefetch a'
const speculation = JSON.stringify({
  prefetch: [
    { where: { and: [{ href_matches: '/*' }, { not: { selector_matches: leftAlone } }] }, eagerness: 'moderate' },
  ],
})

export function Layout({ children }: { children: ReactNode }) {
  // Absent when the root loader itself failed: the page must still stand.
  const shell = useRouteLoaderData<typeof loader>('root')
  const { i18n } = useTranslation()
  return (
    <html lang={shell?.locale ?? i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#16191f" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
        <Links />
        {shell && (
          <>
            <link rel="alternate" hrefLang="nl" href={shell.origin + shell.alternates.nl} />
            <link rel="alternate" hrefLang="en" href={shell.origin + shell.alternates.en} />
            <link rel="alternate" hrefLang="x-default" href={shell.origin + shell.alternates.any} />
            <script type="module" nonce={shell.nonce} src={shell.entryModule} />
            <script
              type="speculationrules"
              nonce={shell.nonce}
              // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own
              dangerouslySetInnerHTML={{ __html: speculation }}
            />
          </>
        )}
      </head>
      <body>
        <SkipLink />
        <Header shell={shell} />
        <main id="inhoud" tabIndex={-1} className="mx-auto w-full max-w-[1240px] px-2 pb-8 pt-3 outline-none sm:px-3">
          {children}
        </main>
        <Footer shell={shell} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />
}
