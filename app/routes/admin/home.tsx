import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { countWaiting } from '#search/outbox.ts'
import { version } from '../../../package.json'
import { requireRole } from '../../auth/guard.server.ts'
import { canAdminister } from '../../domain/account/policy.ts'
import { attention, databaseBytes } from '../../domain/portal/attention.server.ts'
import { openPage } from '../../http/page.server.ts'
import { formatMoment, formatNumber } from '../../i18n/format.ts'
import { useKnownText } from '../../ui/known-text.ts'
import { useLocale } from '../../ui/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { Details, Section } from '../../ui/page.tsx'
import { AdminFrame } from './frame/admin-frame.tsx'
import { lastBackup } from './home/backups.server.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  requireRole(args, canAdminister)
  const { t, db, query } = await openPage(args)
  const { env, jobs, now, search } = args.context
  const [counts, waiting, indexes, bytes, backup] = await Promise.all([
    attention(db, now()),
    countWaiting(db),
    search.report(),
    databaseBytes(db),
    lastBackup(env.dataDir),
  ])
  return {
    title: t('administration.home.title'),
    description: t('administration.home.intro'),
    counts,
    search: { documents: indexes?.reduce((sum, { documents }) => sum + documents, 0) ?? null, waiting },
    jobs: jobs.list(),
    facts: { version, mode: env.mode, megabytes: Math.ceil(bytes / 1e6), backup },
    ignored: query.ignored,
  }
}

/** Where each kind of work is done. */
const places = {
  failedMail: '/beheer/mail?status=failed',
  lateMail: '/beheer/mail',
  openClaims: '/werk/aanvragen',
  staleInvitations: '/beheer/gebruikers?status=invited',
  withoutTwoFactor: '/beheer/gebruikers?status=active&tweestaps=off',
} as const

export default function AdminHome() {
  const { title, description, counts, search, jobs, facts, ignored } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const locale = useLocale()
  const known = useKnownText()
  const jobName = (name: string) => known(`administration.home.job.${name}`, name)
  const waiting = (Object.keys(places) as (keyof typeof places)[]).filter((key) => counts[key] > 0)
  const broken = jobs.filter(({ error }) => error !== null)
  const calm = waiting.length === 0 && broken.length === 0 && search.documents !== null
  return (
    <AdminFrame title={title} intro={description} whole ignored={ignored}>
      <Section id="aandacht" title={t('administration.home.attention')}>
        {calm && <p>{t('administration.home.calm')}</p>}
        <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          {search.documents === null && (
            <li className="card">
              <a href="/beheer/zoeken" className="card-link font-semibold">
                {t('administration.search.away')}
              </a>
            </li>
          )}
          {broken.map(({ name, error }) => (
            <li key={name} className="card">
              <p className="font-semibold">{t('administration.home.jobFailed', { job: jobName(name) })}</p>
              <p className="text-sm text-muted [overflow-wrap:anywhere]">{error}</p>
            </li>
          ))}
          {waiting.map((key) => (
            <li key={key} className="card">
              <p className="text-2xl font-semibold tabular-nums">{formatNumber(counts[key], locale)}</p>
              <a href={places[key]} className="card-link">
                {t(`administration.home.${key}`, { count: counts[key] })}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <div className="max-w-[60ch]">
        <Section id="stand" title={t('administration.home.state')}>
          <Details
            items={[
              {
                label: t('administration.search.title'),
                value: (
                  <a href="/beheer/zoeken">
                    {search.documents === null
                      ? t('administration.home.searchAway')
                      : t('administration.home.searchState', {
                          documents: formatNumber(search.documents, locale),
                          waiting: formatNumber(search.waiting, locale),
                        })}
                  </a>
                ),
              },
              { label: t('inbox.team'), value: <a href="/werk/rom">{t('inbox.roms')}</a> },
              { label: t('administration.home.version'), value: facts.version },
              { label: t('administration.home.mode'), value: t(`administration.home.modeName.${facts.mode}`) },
              { label: t('administration.home.database'), value: `${formatNumber(facts.megabytes, locale)} MB` },
              {
                label: t('administration.home.backup'),
                value: facts.backup ? formatMoment(facts.backup, locale) : t('administration.home.noBackup'),
              },
              ...jobs.map(({ name, lastRun, error }) => ({
                label: jobName(name),
                value: lastRun
                  ? t(error === null ? 'administration.home.jobWell' : 'administration.home.jobBroken', {
                      moment: formatMoment(lastRun, locale),
                    })
                  : t('administration.home.jobNever'),
              })),
            ]}
          />
        </Section>
      </div>
    </AdminFrame>
  )
}
