import { type ActionFunctionArgs, data as answer, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireRole, requireSender } from '../../auth/guard.server.ts'
import { keptForm } from '../../auth/kept-form.server.ts'
import { recordedForm } from '../../auth/record.server.ts'
import { hasDesk, romsOf } from '../../domain/account/policy.ts'
import { addForm } from '../../domain/company/forms.ts'
import { addCompany, listCompanies } from '../../domain/company/queries.server.ts'
import { pickOrganisation } from '../../domain/organisation/pick.server.ts'
import { parseForm } from '../../http/form.server.ts'
import { answerHeaders } from '../../http/headers.server.ts'
import { openPage } from '../../http/page.server.ts'
import { localeOf } from '../../i18n/locale.server.ts'
import { nameIn } from '../../i18n/locale.ts'
import { Field, FormNotes, Submit } from '../../ui/form.tsx'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader, Section } from '../../ui/page.tsx'
import { CompanyTable } from './company/table.tsx'

export const meta = pageMeta
export const headers = answerHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, hasDesk)
  const { t, db, locale, query, today } = await openPage(args)
  const companies = await listCompanies(db, actor.id, today)
  return {
    title: t('company.title'),
    description: t('company.intro'),
    crumbs: [{ href: '/werk', label: t('desk.title') }],
    companies: companies.map(({ name, name_en, ...one }) => ({ ...one, name: nameIn(locale, name, name_en) })),
    kept: await keptForm(args),
    ignored: query.ignored,
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireSender(args, hasDesk)
  const { context, request } = args
  const { data, refusal } = await parseForm(request, addForm)
  if (!data) return answer({ faults: refusal.faults, candidates: [] }, { status: refusal.status })
  const locale = await localeOf(request)
  const { one, candidates } = await pickOrganisation(context, data.company, locale)
  if (!one) {
    const code = candidates.length > 0 ? 'organisationWhich' : 'organisationPick'
    const named = candidates.map(({ slug, name, name_en, place, rom }) => ({
      slug,
      label: [nameIn(locale, name, name_en), place, rom].filter(Boolean).join(', '),
    }))
    return answer({ faults: { errors: { company: code }, values: data }, candidates: named }, { status: 400 })
  }
  const own = romsOf(actor, 'business_developer', 'coordinator')
  const romId = own.find((id) => id === one.seat_rom_id) ?? (own[0] as string)
  const at = context.now().toISOString()
  const { refusal: refusedNow } = await recordedForm(context, actor.id, data, (trx) =>
    addCompany(trx, { organisationId: one.id, accountId: actor.id, romId }, at),
  )
  if (refusedNow) return answer({ faults: refusedNow.faults, candidates: [] }, refusedNow)
  return redirect(`/werk/bedrijven/${one.slug}`, 303)
}

export default function Companies() {
  const { title, description, crumbs, companies, kept, ignored } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation()
  const labels = { company: t('company.which') }
  return (
    <>
      <PageHeader title={title} intro={description} crumbs={crumbs} ignored={ignored} />
      {companies.length > 0 ? <CompanyTable companies={companies} /> : <p>{t('company.none')}</p>}
      <Section id="toevoegen" title={t('company.add')}>
        <FormNotes faults={result?.faults} kept={kept} labels={labels} />
        <form method="post" className="flex flex-col gap-2">
          <Field
            name="company"
            label={labels.company}
            help={t('introduction.pickHelp')}
            autoComplete="off"
            pick
            faults={result?.faults ?? kept}
          />
          <Submit>{t('company.add')}</Submit>
        </form>
        {result && result.candidates.length > 0 && (
          <ul className="flex flex-col gap-1">
            {result.candidates.map(({ slug, label }) => (
              <li key={slug}>
                <form method="post">
                  <Submit name="company" value={slug} quiet>
                    {label}
                  </Submit>
                </form>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
