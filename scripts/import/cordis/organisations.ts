import type { OrganisationKind } from '#db/tables/organisations.ts'
import type { Tally } from '../tally.ts'
import { readableName, readablePlace } from './names.ts'
import type { OrganisationRow } from './rows.ts'
import type { Seat } from './seat.ts'
import { postcode, tidy, vat, website } from './values.ts'

/** An organisation as the portal keeps it. */
export interface Organisation {
  pic: string
  vat: string | null
  /** The short name it goes by, when that is another. */
  alias: string | null
  facts: {
    name: string
    kind: OrganisationKind
    website: string | null
    postcode: string | null
    place: string | null
    province_id: string | null
    seat_rom_id: string | null
  }
}

const authority = /^(gemeente|municipality|provincie|ministerie|waterschap|hoogheemraadschap)\s|\sprovincie$/i
const company = /\b[bn]\.?\s?v\.?$/i

/**
 * The kind of an organisation. CORDIS knows five activity types and an SME flag, filled in by the organisations
 * themselves: a body whose name says that it is a public authority is one, and what calls itself a research body but is
 * a small limited company is a small company. A small foundation that does research stays a knowledge institution.
 */
export function kindOf(row: Pick<OrganisationRow, 'activityType' | 'SME' | 'name'>): OrganisationKind {
  if (row.activityType === 'PUB' || authority.test(row.name)) return 'government'
  if (row.activityType === 'HES' || row.activityType === 'REC') {
    return row.SME && company.test(row.name.trim()) ? 'sme' : 'knowledge_institution'
  }
  if (row.SME) return 'sme'
  return row.activityType === 'PRC' ? 'corporate' : 'network'
}

/** An organisation from its row. A value that cannot be right is left out, and counted. */
export function organisationOf(
  row: OrganisationRow,
  seatOf: (postcode: string | null, nuts: string) => Seat | null,
  tally: Tally,
): Organisation {
  const usable = <Value>(what: string, given: string, value: Value | null): Value | null => {
    if (value === null && given !== '') tally.leaveOut(`value: no usable ${what}`, `"${given}" of ${row.name}`)
    return value
  }
  const code = usable('postcode', row.postCode, postcode(row.postCode))
  const seat = seatOf(code, row.nutsCode)
  if (!seat) tally.leaveOut('value: no region, neither by postcode nor by NUTS code', row.name)
  return {
    pic: row.organisationID,
    vat: usable('VAT number', row.vatNumber, vat(row.vatNumber)),
    alias: aliasOf(row),
    facts: {
      name: readableName(row.name, row.shortName),
      kind: kindOf(row),
      website: usable('website', row.organizationURL, website(row.organizationURL)),
      postcode: code,
      place: readablePlace(row.city),
      province_id: seat?.province_id ?? null,
      seat_rom_id: seat?.seat_rom_id ?? null,
    },
  }
}

const longestAlias = 40

/** A name without what people write in different ways. */
export function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function aliasOf({ name, shortName }: Pick<OrganisationRow, 'name' | 'shortName'>): string | null {
  const alias = tidy(shortName)
  // CORDIS cuts long short names off: those say nothing that the name does not.
  if (letters(alias).length < 2 || alias.length > longestAlias || letters(name).startsWith(letters(alias)))
    return null
  return alias
}
