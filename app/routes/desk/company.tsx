import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { canReviewClaims } from '../../domain/account/policy.ts'
import { refusalAnswer } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { Details, Notice, PageHeader, Website } from '../../ui/page.tsx'
import { ExampleTag } from '../../ui/tags.tsx'
import { changeCompany } from './company/action.server.ts'
import { Contacts } from './company/contacts.tsx'
import { loadCompany } from './company/load.server.ts'
import { CompanyIntroductions, KnownBy, VisibleListings } from './company/parts.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, canReviewClaims)
  return { ...(await loadCompany(args, actor)), kept: await keptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, canReviewClaims)
  return refusalAnswer(await changeCompany(args, actor))
}

/** Everything on one page for one company. */
export default function CompanyPage() {
  const data = useLoaderData<typeof loader>()
  const { title, crumbs, company, mine, introduces, keeps, listings, introductions, known, persons, done, kept } =
    data
  const faults = useActionData<typeof action>()?.faults
  const { t } = useTranslation()
  const labels = {
    name: t('introduction.person.name'),
    email: t('introduction.person.email'),
    phone: t('introduction.person.phone'),
    job: t('introduction.person.job'),
    sure: t('company.sureForget'),
  }
  const { slug } = company
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} ignored={data.ignored}>
        <p className="flex flex-wrap items-center gap-1 text-sm text-muted">
          {company.kind} {company.example && <ExampleTag />}
        </p>
      </PageHeader>
      <div className="flex flex-col gap-2">
        {done && !faults && (
          <div role="status">
            <Notice>{t(`company.done.${done}`)}</Notice>
          </div>
        )}
        <FormNotes faults={faults} kept={kept} labels={labels} />
        <ul className="flex flex-wrap gap-2">
          <li>
            <a href={`/organisaties/${slug}/partners`} className="button">
              {t('company.partners')}
            </a>
          </li>
          {introduces && (
            <>
              <li>
                <a href={`/werk/introducties/nieuw?van=${slug}`} className="button button-quiet">
                  {t('introduction.new')}
                </a>
              </li>
              <li>
                <a href={`/werk/introducties/vastleggen?van=${slug}`} className="button button-quiet">
                  {t('introduction.record')}
                </a>
              </li>
              <li>
                <form method="post">
                  <Submit name="doe" value={mine ? 'notMine' : 'mine'} quiet>
                    {t(mine ? 'company.notMine' : 'company.mine')}
                  </Submit>
                </form>
              </li>
            </>
          )}
        </ul>
        <Details
          items={[
            company.place && { label: t('company.place'), value: company.place },
            { label: t('company.rom'), value: company.rom },
            company.kvk && { label: t('company.kvk'), value: company.kvk },
            company.website && { label: t('company.website'), value: <Website href={company.website} /> },
            {
              label: t('company.profile'),
              value: (
                <>
                  <a href={`/organisaties/${slug}`}>{t('company.profilePublic')}</a>
                  {keeps && (
                    <>
                      {', '}
                      <a href={`/organisaties/${slug}/bewerken`}>{t('company.profileEdit')}</a>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
        <VisibleListings listings={listings} />
        <CompanyIntroductions introductions={introductions} />
        <Contacts persons={persons} keepers={company.rom} institution={company.institution} faults={faults ?? kept} />
        <KnownBy known={known} />
      </div>
    </>
  )
}
