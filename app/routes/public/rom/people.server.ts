import type { Db } from '#db/client.ts'
import { placesOf } from '../../../domain/rom/contacts.server.ts'
import { type Locale, localized } from '../../../i18n/locale.ts'

interface Theme {
  id: string
  slug: string
  name_nl: string
  name_en: string
}

/** Who of a ROM is asked about what, by name only; places where nobody stands are left out. */
export async function peopleView(db: Db, rom: { id: string; slug: string }, themes: Theme[], locale: Locale) {
  const places = await placesOf(db, rom.id)
  return places.flatMap(({ themeId, contact, deputy }) => {
    const theme = themes.find(({ id }) => id === themeId)
    if (!contact) return []
    const about = new URLSearchParams({ rom: rom.slug, ...(theme ? { thema: theme.slug } : {}) })
    return [
      {
        theme: theme ? localized(theme, 'name', locale) : null,
        name: contact.name,
        isExample: contact.isExample,
        deputy: deputy?.name ?? null,
        ask: `/vraag?${about}`,
      },
    ]
  })
}

export type PersonView = Awaited<ReturnType<typeof peopleView>>[number]
