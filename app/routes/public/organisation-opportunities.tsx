import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findOrganisation } from '../../domain/organisation/queries.server.ts'
import { listChoices } from '../../domain/reference/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { limitFrom } from '../../http/rate.server.ts'
import { found } from '../../http/responses.ts'
import { nameIn } from '../../i18n/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { Opportunities } from './opportunities/list.tsx'
import { findOpportunities } from './opportunities/load.server.ts'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  await limitFrom(args.context, 'matches')
  const opened = await openPage(args)
  const { query, locale, t, db } = opened
  const organisation = found(await findOrganisation(db, args.params.slug ?? ''))
  const page = { ...opened, choices: await listChoices(db) }
  const { id, slug, kind, employees, seat_rom_id, rom_slug, rom_name } = organisation
  const name = nameIn(locale, organisation.name, organisation.name_en)
  const themes = organisation.themes.map((theme) => theme.id)
  return {
    title: t('finder.forTitle', { name }),
    description: t('finder.forIntro'),
    crumbs: [
      { href: '/organisaties', label: t('lists.organisations.title') },
      { href: `/organisaties/${slug}`, label: name },
    ],
    slug,
    found: await findOpportunities(page, args.context.matcher.opportunities, {
      organisation: { id, name },
      text: null,
      asker: { kind, employees, rom: seat_rom_id, themes, insists: false },
      help: null,
    }),
    rom: rom_slug && rom_name ? { slug: rom_slug, name: rom_name } : null,
    ignored: query.ignored,
  }
}

export default function OrganisationOpportunities() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={data.title} intro={data.description} crumbs={data.crumbs} ignored={data.ignored}>
        <p className="no-print text-sm">
          <a href={`/organisaties/${data.slug}/partners`}>{t('matching.find')}</a>
        </p>
      </PageHeader>
      <Opportunities found={data.found} rom={data.rom} />
    </>
  )
}
