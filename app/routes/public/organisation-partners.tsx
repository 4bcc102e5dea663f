import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskRoms, inScope, type Visitor } from '../../domain/account/policy.ts'
import { canIntroduce } from '../../domain/introduction/policy.ts'
import { isMemberOf } from '../../domain/organisation/policy.ts'
import { findOrganisation } from '../../domain/organisation/queries.server.ts'
import { listChoices } from '../../domain/reference/queries.server.ts'
import { openPage } from '../../http/page.server.ts'
import { limitFrom } from '../../http/rate.server.ts'
import { found } from '../../http/responses.ts'
import { nameIn } from '../../i18n/locale.ts'
import { pageMeta } from '../../ui/meta.ts'
import { PageHeader } from '../../ui/page.tsx'
import { adviceView } from './matching/advice.server.ts'
import { BetterFound } from './matching/advice.tsx'
import { Choice } from './matching/filters.tsx'
import { findMatches, narrowing } from './matching/load.server.ts'
import { Matches } from './matching/matches.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  await limitFrom(args.context, 'matches')
  const opened = await openPage(args)
  const { query, locale, t, db, today } = opened
  const { matcher, actor } = args.context
  const organisation = found(await findOrganisation(db, args.params.slug ?? ''))
  const page = { ...opened, choices: await listChoices(db) }
  const name = nameIn(locale, organisation.name, organisation.name_en)
  const { filters, ...wanted } = narrowing(page, t('matching.regionOther'))
  const withPartners = query.choice('bekend', ['ja']) === 'ja'
  const ownRegion = organisation.seat_rom_id ? [organisation.seat_rom_id] : []
  const question = {
    ...wanted,
    organisation: organisation.id,
    text: null,
    // Whoever asks for the own region gets it.
    leaveOut: wanted.roms ? [] : ownRegion,
    exclude: [],
    withPartners,
    // What was made of earlier matches is known to the organisation's own ROM only.
    withFeedback: canIntroduce(actor) && inScope(deskRoms(actor), organisation.seat_rom_id),
  }
  const matches = await findMatches(page, matcher, question, name)
  // By all of its matches, whatever the page is narrowed to.
  const all = { ...question, roms: null, leaveOut: ownRegion, kinds: [], themes: [], withPartners: false }
  const advice = matches && (await matcher.advice({ ...all, withFeedback: false, language: locale }, today))
  return {
    title: t('matching.forTitle', { name }),
    description: t('matching.forIntro'),
    crumbs: [
      { href: '/organisaties', label: t('lists.organisations.title') },
      { href: `/organisaties/${organisation.slug}`, label: name },
    ],
    slug: organisation.slug,
    filters,
    withPartners,
    found: matches,
    name,
    introduce: introduceFrom(actor, organisation),
    advice: advice?.map((one) => adviceView(one, t, locale)) ?? [],
    filtered: filters.some(({ chosen }) => chosen !== ''),
    ignored: query.ignored,
  }
}

/** Where somebody goes on from a match: staff to a proposal, who manages the organisation to a request; null for everybody else. */
function introduceFrom(actor: Visitor, { id, slug }: { id: string; slug: string }) {
  if (canIntroduce(actor)) return { href: `/werk/introducties/nieuw?van=${slug}&naar=`, asks: false }
  return isMemberOf(actor, id) ? { href: `/mijn/organisaties/${slug}/introductie/`, asks: true } : null
}

export default function OrganisationPartners() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={data.title} intro={data.description} crumbs={data.crumbs} ignored={data.ignored}>
        <p className="no-print text-sm">
          <a href={`/organisaties/${data.slug}/programmas`}>{t('finder.find')}</a>
        </p>
      </PageHeader>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[272px_minmax(0,1fr)]">
        <form action={`/organisaties/${data.slug}/partners`} className="no-print flex flex-col gap-2">
          {data.filters.map((options) => (
            <Choice key={options.name} options={options} />
          ))}
          <label className="flex items-start gap-1">
            <input type="checkbox" name="bekend" value="ja" defaultChecked={data.withPartners} className="mt-0.5" />
            {t('matching.partners')}
          </label>
          <button type="submit" className="button self-start">
            {t('matching.submit')}
          </button>
        </form>
        <Matches
          found={data.found}
          introduce={data.introduce}
          none={data.filtered ? t('matching.none') : t('matching.noProfile')}
        />
      </div>
      <BetterFound name={data.name} advice={data.advice} />
    </>
  )
}
