import { isRouteErrorResponse } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SearchForm } from './search-form.tsx'

/** Which of the written error pages fits. */
export function errorName(error: unknown): 'notFound' | 'method' | 'forbidden' | 'tooOften' | 'bad' | 'server' {
  if (!isRouteErrorResponse(error)) return 'server'
  if (error.status === 404) return 'notFound'
  if (error.status === 405) return 'method'
  if (error.status === 403) return 'forbidden'
  if (error.status === 429) return 'tooOften'
  return error.status < 500 ? 'bad' : 'server'
}

/** What went wrong, what was kept and where to go: never a stack trace. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const name = errorName(error)
  const title = t(`statements.errors.${name}Title`)
  return (
    <div className="flex flex-col items-start gap-2 py-4">
      <h1 className="text-2xl">{title}</h1>
      <p className="text-lg">{t(`statements.errors.${name}`)}</p>
      {name === 'notFound' && <SearchForm />}
      <a href="/" className="button button-quiet">
        {t('statements.errors.home')}
      </a>
    </div>
  )
}
