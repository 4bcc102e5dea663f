import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole } from '../../auth/guard.server.ts'
import { canAdminister } from '../../domain/account/policy.ts'
import { listChrome } from '../../http/list.server.ts'
import { openPage } from '../../http/page.server.ts'
import { notFound } from '../../http/responses.ts'
import { listKeptMail } from '../../mail/kept.server.ts'
import { ListToolbar } from '../../ui/list-toolbar.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Pagination } from '../../ui/pagination.tsx'
import { AdminFrame } from './frame/admin-frame.tsx'
import { showsKeptMail } from './mail/list.server.ts'

export const meta = pageMeta

const size = 50

/** The mail that a demonstration keeps instead of sending it. */
export async function loader(args: LoaderFunctionArgs) {
  requireRole(args, canAdminister)
  const { env } = args.context
  if (!showsKeptMail(env)) throw notFound()
  const { query, locale, t } = await openPage(args)
  const names = await listKeptMail(env.dataDir)
  const { page, pages, offset } = query.page(names.length, size)
  const list = { total: names.length, examples: 0, size, page, pages, downloads: false }
  return {
    title: t('administration.mail.keptTitle'),
    description: t('administration.mail.keptIntro'),
    names: names.slice(offset, offset + size),
    chrome: listChrome(query, t, locale, { q: null, facets: [], sorts: [], sort: '', columns: [], ...list }),
    ignored: query.ignored,
  }
}

export default function KeptMail() {
  const { title, description, names, chrome, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <AdminFrame title={title} intro={description} whole ignored={ignored}>
      <ListToolbar chrome={chrome} />
      {names.length === 0 && <p>{t('administration.mail.keptEmpty')}</p>}
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={`/beheer/mail/bewaard/${name}`} className="inline-block py-0.5 [overflow-wrap:anywhere]">
              {name}
            </a>
          </li>
        ))}
      </ul>
      <Pagination chrome={chrome} />
    </AdminFrame>
  )
}
