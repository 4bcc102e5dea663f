import type { Db } from '#db/client.ts'
import { interestsOf } from '../../../domain/question/queries.server.ts'
import { formatDate } from '../../../i18n/format.ts'
import { type Locale, localized } from '../../../i18n/locale.ts'

/** Where the organisation would join, and how that stands; what was said is for whoever asked. */
export async function interestsView(db: Db, organisationId: string, locale: Locale) {
  return (await interestsOf(db, organisationId)).map((one) => ({
    id: one.id,
    name:
      localized({ call_nl: one.call_nl, call_en: one.call_en }, 'call', locale) ||
      localized({ name_nl: one.name_nl, name_en: one.name_en }, 'name', locale),
    href: one.callSlug
      ? `/oproepen/${one.callSlug}`
      : `/${one.undertakingKind === 'programme' ? 'programmas' : 'initiatieven'}/${one.undertakingSlug ?? ''}`,
    role: localized({ role_nl: one.role_nl, role_en: one.role_en }, 'role', locale),
    by: one.asker,
    at: formatDate(one.asked_at, locale),
    due: formatDate(one.due_on, locale),
    rom: one.rom,
    state: one.state,
  }))
}

export type InterestView = Awaited<ReturnType<typeof interestsView>>[number]
