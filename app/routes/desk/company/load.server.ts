import type { LoaderFunctionArgs } from '@remix-run/node'
import { deskRoms, hasDesk } from '../../../domain/account/policy.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { companyIntents } from '../../../domain/company/forms.ts'
import { findCompany, isOwnCompany, whoKnows } from '../../../domain/company/queries.server.ts'
import { listIntroductions } from '../../../domain/introduction/queries.server.ts'
import { namesOf } from '../../../domain/introduction/view.ts'
import { stateOf } from '../../../domain/listing/policy.ts'
import { listListings } from '../../../domain/listing/queries.server.ts'
import { contactPersonsOf } from '../../../domain/organisation/contact-persons.server.ts'
import { canEditProfile } from '../../../domain/organisation/policy.ts'
import { keepersOf } from '../../../domain/organisation/profile.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { found } from '../../../http/responses.ts'
import { formatDate } from '../../../i18n/format.ts'
import { localizedWithLanguage, nameIn } from '../../../i18n/locale.ts'

/** Everything that a member of staff may know of one company, and no more: what only its own ROM sees stays there. */
export async function loadCompany(args: LoaderFunctionArgs, actor: Actor) {
  const { t, db, locale, query, today } = await openPage(args)
  const company = found(await findCompany(db, args.params.slug ?? ''))
  const keepers = await keepersOf(db, company)
  const keeps = canEditProfile(actor, { organisationId: company.id, romIds: keepers.map(({ id }) => id) })
  const [mine, listings, introductions, known, persons] = await Promise.all([
    isOwnCompany(db, company.id, actor.id),
    listListings(db, company.id),
    listIntroductions(db, deskRoms(actor), { mine: null, organisation: company.id, states: null }),
    whoKnows(db, company.id),
    keeps ? contactPersonsOf(db, company.id) : null,
  ])
  return {
    title: nameIn(locale, company.name, company.name_en),
    crumbs: [
      { href: '/werk', label: t('desk.title') },
      { href: '/werk/bedrijven', label: t('company.title') },
    ],
    company: {
      slug: company.slug,
      kind: t(`common.organisationKind.${company.kind}`),
      institution: company.kind === 'knowledge_institution',
      example: company.is_example === 1,
      place: company.place,
      rom: keepers.map(({ name }) => name).join(', ') || t('introduction.elsewhere'),
      kvk: company.kvk_number,
      website: company.website,
    },
    mine,
    introduces: hasDesk(actor),
    keeps,
    listings: listings
      // Of another ROM's company: what the nine may see, with its name.
      .filter((one) => keeps || (one.visibility !== 'own_rom' && one.anonymous === 0))
      .filter((one) => ['shown', 'ending'].includes(stateOf(one, today)))
      .map((one) => ({
        id: one.id,
        side: one.side,
        ...localizedWithLanguage(one, 'text', locale),
        audience: one.audience,
        until: formatDate(one.expires_on, locale),
        ending: stateOf(one, today) === 'ending',
      })),
    introductions: introductions.map(({ id, state, parties, due_on }) => ({
      id,
      names: namesOf(parties, locale).join(' – '),
      state,
      late: due_on !== null && due_on < today,
    })),
    known,
    /** null for who may not know them. */
    persons: persons?.map(({ is_transfer_office, ...one }) => ({ ...one, office: is_transfer_office === 1 })) ?? null,
    done: query.choice('gedaan', companyIntents),
    ignored: query.ignored,
  }
}
