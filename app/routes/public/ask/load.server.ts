import type { LoaderFunctionArgs } from '@remix-run/node'
import { type About, type AboutQuery, findAbout } from '../../../domain/question/about.server.ts'
import { longestQuestion } from '../../../domain/question/forms.ts'
import { listChoices } from '../../../domain/reference/queries.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { type Locale, localized } from '../../../i18n/locale.ts'

const paths = { programme: '/programmas', initiative: '/initiatieven', call: '/oproepen' } as const

/** What is asked about, in the reader's language; `fields` bring it along in a form. */
export function aboutView(about: About, locale: Locale) {
  const field = { programme: 'programma', initiative: 'initiatief', call: 'oproep' } as const
  return {
    name: localized(about, 'name', locale),
    href: `${paths[about.kind]}/${about.slug}`,
    role: about.role && localized(about.role, 'title', locale),
    roles: about.roles.map((role) => ({ value: role.id, label: localized(role, 'title', locale) })),
    open: about.open,
    fields: { [field[about.kind]]: about.slug, ...(about.role ? { rol: about.role.id } : {}) },
  }
}

export type AboutView = ReturnType<typeof aboutView>

/** What the query of an address says that is asked about. */
export function aboutQuery(search: URLSearchParams): AboutQuery {
  const value = (name: string) => search.get(name)?.slice(0, 200) ?? ''
  return {
    programma: value('programma'),
    initiatief: value('initiatief'),
    oproep: value('oproep'),
    rol: value('rol'),
  }
}

/** The form to ask something, with what its address fills in. */
export async function loadAsk(args: LoaderFunctionArgs) {
  const { query, locale, t, db, today } = await openPage(args)
  const { actor } = args.context
  const { themes, roms } = await listChoices(db)
  const about = await findAbout(db, aboutQuery(query.url.searchParams), today)
  const interest = about?.open === true
  const member = actor?.memberships.some(({ confirmed }) => confirmed) ?? false
  return {
    title: t(interest ? 'ask.interestTitle' : 'ask.title'),
    description: t(interest ? 'ask.interestIntro' : 'ask.intro'),
    about: about && aboutView(about, locale),
    /** Where a member says so for an organisation. */
    asMember: interest && member ? `/mijn/interesse${query.url.search}` : null,
    prefilled: {
      text: query.text('tekst', longestQuestion) ?? '',
      postcode: query.text('postcode', 20) ?? '',
      thema: query.bySlug('thema', themes)?.slug ?? '',
      rom: query.bySlug('rom', roms)?.slug ?? '',
      name: actor?.name ?? '',
      email: actor?.email ?? '',
    },
    themes: themes.map((theme) => ({ value: theme.slug, label: localized(theme, 'name', locale) })),
    ignored: query.ignored,
  }
}
