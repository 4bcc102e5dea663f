import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole } from '../../auth/guard.server.ts'
import { canReviewClaims, deskRoms, homeOf } from '../../domain/account/policy.ts'
import { listClaims } from '../../domain/organisation/claims.server.ts'
import { openPage } from '../../http/page.server.ts'
import { formatDate } from '../../i18n/format.ts'
import { nameIn } from '../../i18n/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canReviewClaims)
  const { t, db, locale, query } = await openPage(args)
  const claims = await listClaims(db, deskRoms(actor))
  return {
    title: t('desk.claim.title'),
    description: t('desk.claim.intro'),
    crumbs: [{ href: homeOf(actor), label: t('desk.title') }],
    claims: claims.map(({ asked_at, organisation, name_en, ...claim }) => ({
      ...claim,
      organisation: nameIn(locale, organisation, name_en),
      since: formatDate(asked_at, locale),
    })),
    ignored: query.ignored,
  }
}

export default function Claims() {
  const { title, description, crumbs, claims, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={crumbs} ignored={ignored} />
      {claims.length === 0 ? (
        <p>{t('desk.claim.none')}</p>
      ) : (
        <ul className="flex max-w-[80ch] flex-col gap-2">
          {claims.map(({ id, since, note, name, email, organisation, slug, rom }) => (
            <li key={id} className="card">
              <h2 className="text-lg">
                <a href={`/organisaties/${slug}`}>{organisation}</a>
              </h2>
              <p className="break-words">
                {name}
                <span className="text-muted">{`, ${email}`}</span>
              </p>
              {note && <p className="whitespace-pre-line break-words border-l-4 border-line pl-2">{note}</p>}
              <p className="text-sm text-muted">
                {[t('desk.claim.since', { date: since }), rom].filter(Boolean).join(' · ')}
              </p>
              <p>
                <a href={`/werk/aanvragen/${id}`} className="button button-quiet">
                  {t('desk.claim.handle')}
                  <span className="sr-only">{t('desk.claim.handleFor', { name, organisation })}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
