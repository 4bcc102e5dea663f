import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ListPage } from '../../ui/list-page.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Notice, PageHeader } from '../../ui/page.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { SearchHit } from './search/hit.tsx'
import { loadSearch } from './search/load.server.ts'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  return loadSearch(args)
}

export default function Search() {
  const { title, q, hits, plain, relaxed, exact, chrome, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={q ? undefined : t('search.intro')} crumbs={[]} ignored={ignored} />
      <div className="flex flex-col gap-2 pb-3">
        <SearchForm q={q ?? ''} hidden={chrome.hidden} />
        {plain && (
          <Notice tone="warn" title={t('search.plain')}>
            {t('search.plainHelp')}
          </Notice>
        )}
        {relaxed && <Notice>{exact === '0' ? t('search.relaxed') : t('search.partly', { n: exact })}</Notice>}
      </div>
      <ListPage
        chrome={chrome}
        ownSearch
        empty={q ? `${t('search.none', { q })} ${t('search.noneHelp')}` : t('search.noneHelp')}
      >
        <div className="flex flex-col">
          {hits.map((hit) => (
            <SearchHit key={`${hit.type} ${hit.id}`} hit={hit} />
          ))}
        </div>
      </ListPage>
    </>
  )
}
