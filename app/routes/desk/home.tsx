import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole } from '../../auth/guard.server.ts'
import { deskRoms, hasDesk } from '../../domain/account/policy.ts'
import { rightsOf } from '../../domain/account/rights.server.ts'
import { listCompanies } from '../../domain/company/queries.server.ts'
import { ownStates } from '../../domain/introduction/policy.ts'
import { listIntroductions } from '../../domain/introduction/queries.server.ts'
import { waitingStates } from '../../domain/introduction/types.ts'
import { asksOf } from '../../domain/introduction/view.ts'
import { countClaims } from '../../domain/organisation/claims.server.ts'
import { waitingQuestions } from '../../domain/question/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { nameIn } from '../../i18n/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader, Section } from '../../ui/page.tsx'
import { ExpiringCompanies, WaitingIntroductions } from './home/waiting.tsx'
import { WaitingQuestions } from './question/waiting.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, hasDesk)
  const { t, db, query, locale, today } = await openPage(args)
  const scope = deskRoms(actor)
  const states = [...ownStates, ...waitingStates]
  const introductions = await listIntroductions(db, scope, { mine: null, states })
  const companies = await listCompanies(db, actor.id, today)
  const { roles } = await rightsOf(db, actor)
  return {
    title: t('desk.title'),
    description: t('desk.intro'),
    roles: roles.filter(({ rom }) => rom !== null),
    claims: await countClaims(db, scope),
    questions: await waitingQuestions(db, scope, today),
    introductions: introductions.flatMap((one) => asksOf(one, { scope, locale, today }) ?? []),
    expiring: companies
      .filter(({ ending }) => ending > 0)
      .map(({ slug, name, name_en, ending }) => ({ slug, name: nameIn(locale, name, name_en), ending })),
    ignored: query.ignored,
  }
}

export default function DeskHome() {
  const { title, description, roles, claims, questions, introductions, expiring, ignored } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation()
  // Somebody who coordinates and accompanies, or stands in for a colleague, has one ROM by more than one role.
  const roms = roles.flatMap(({ rom }, index) =>
    rom && roles.findIndex((other) => other.rom?.id === rom.id) === index ? [rom] : [],
  )
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={[]} ignored={ignored} />
      <Section id="wacht" title={t('desk.waiting')}>
        <WaitingQuestions {...questions} />
        <WaitingIntroductions introductions={introductions} />
        <ExpiringCompanies companies={expiring} />
        {claims > 0 && (
          <p>
            <a href="/werk/aanvragen">{t('desk.claims', { count: claims })}</a>
          </p>
        )}
        {claims + questions.waiting + introductions.length + expiring.length === 0 && <p>{t('desk.nothing')}</p>}
      </Section>
      <Section id="regio" title={t('desk.region')}>
        {roms.map(({ id, slug, name }) => (
          <div key={id}>
            <h3 className="text-lg">
              <a href={`/roms/${slug}`}>{name}</a>
            </h3>
            <p className="text-sm text-muted">
              {roles
                .filter(({ rom }) => rom?.id === id)
                .map(({ role, standsInFor }) =>
                  [t(`account.role.${role}`), standsInFor && `(${t('account.home.standsIn', { name: standsInFor })})`]
                    .filter(Boolean)
                    .join(' '),
                )
                .join(', ')}
            </p>
            <ul className="flex flex-wrap gap-x-3">
              <li>
                <a href={`/werk/rom/${slug}`} className="inline-block py-0.5">
                  {t('inbox.link')}
                </a>
              </li>
              <li>
                <a href={`/organisaties?rom=${slug}`} className="inline-block py-0.5">
                  {t('desk.organisations')}
                </a>
              </li>
              <li>
                <a href={`/partners?eigen=${slug}`} className="inline-block py-0.5">
                  {t('desk.partners')}
                </a>
              </li>
            </ul>
          </div>
        ))}
      </Section>
    </>
  )
}
