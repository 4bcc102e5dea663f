import type { TFunction } from 'i18next'
import type { OrganisationKind } from '#db/tables/organisations.ts'
import type { Condition } from './conditions.ts'
import type { Asker } from './types.ts'

interface Reader {
  t: TFunction
  /** The name of a ROM or a theme, by its id. */
  romName(id: string): string
  themeName(id: string): string
  kindName(kind: OrganisationKind): string
  date(day: string): string
}

/** A hard condition and how it turned out, as a sentence for the reader. */
export function conditionText(
  condition: Condition,
  asker: Asker,
  { t, romName, themeName, kindName, date }: Reader,
): string {
  return t(`finder.condition.${condition.code}`, {
    own: asker.rom ? romName(asker.rom) : '',
    roms: condition.roms?.map(romName).join(', '),
    kind: asker.kind ? kindName(asker.kind) : '',
    kinds: condition.kinds?.map(kindName).join(', '),
    most: condition.most,
    employees: asker.employees,
    themes: condition.themes?.map(themeName).join(', '),
    wanted: asker.themes.map(themeName).join(', '),
    date: condition.date && date(condition.date),
  })
}
