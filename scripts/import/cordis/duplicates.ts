import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import type { OrganisationDuplicateTable } from '#db/tables/organisations.ts'
import { writing } from '../batches.ts'
import { nameKey } from './names.ts'
import type { Organisation } from './organisations.ts'

type Reason = OrganisationDuplicateTable['reason']

/** Two organisations that may be one, with what they share. */
export interface Pair {
  first: string
  second: string
  reason: Reason
  value: string
}

/** All pairs within each group, each pair once; the first id sorts before the second. */
function pairsOf(groups: Map<string, Set<string>>, reason: Reason): Pair[] {
  const pairs: Pair[] = []
  for (const [value, ids] of groups) {
    const sorted = [...ids].sort()
    for (const [index, first] of sorted.entries()) {
      for (const second of sorted.slice(index + 1)) pairs.push({ first, second, reason, value })
    }
  }
  return pairs
}

function join(groups: Map<string, Set<string>>, key: string, id: string) {
  const group = groups.get(key)
  if (group) group.add(id)
  else groups.set(key, new Set([id]))
}

interface Candidate {
  id: string
  name: string
  name_en: string | null
  place: string | null
}

/** Organisations in one place whose names differ in capitals, marks and legal form at most. */
export function samePlaceAndName(organisations: Candidate[]): Pair[] {
  const groups = new Map<string, Set<string>>()
  for (const { id, name, name_en, place } of organisations) {
    if (!place) continue
    for (const key of new Set([nameKey(name), nameKey(name_en ?? name)])) {
      if (key !== '') join(groups, `${key}, ${place.toLowerCase()}`, id)
    }
  }
  return pairsOf(groups, 'name_place')
}

/**
 * Proposes pairs of organisations that may be one: the same VAT number under two PICs, or the same name and place
 * among all organisations there are. Nothing is merged, and a pair that was proposed before is left as it is.
 * @returns the pairs that are new, with the names of both
 */
export async function proposeDuplicates(db: Kysely<Database>, imported: Organisation[], now: string) {
  return writing(db, async (trx) => {
    const all = await trx
      .selectFrom('organisation')
      .select(['id', 'name', 'name_en', 'place'])
      .where('is_example', '=', 0)
      .where('withdrawn_at', 'is', null)
      .execute()
    const identifiers = await trx
      .selectFrom('organisation_identifier')
      .selectAll()
      .where('scheme', 'in', ['pic', 'vat'])
      .execute()
    const byPic = new Map(
      identifiers
        .filter(({ scheme }) => scheme === 'pic')
        .map(({ value, organisation_id }) => [value, organisation_id]),
    )
    const names = new Map(all.map(({ id, name }) => [id, name]))
    const numbers = new Map<string, Set<string>>()
    for (const { scheme, value, organisation_id } of identifiers) {
      if (scheme === 'vat') join(numbers, value, organisation_id)
    }
    for (const { pic, vat } of imported) {
      const id = byPic.get(pic)
      if (vat && id) join(numbers, vat, id)
    }
    const known = new Set(
      (await trx.selectFrom('organisation_duplicate').select(['first_id', 'second_id']).execute()).map(
        ({ first_id, second_id }) => `${first_id} ${second_id}`,
      ),
    )
    const proposed: (Pair & { names: [string, string] })[] = []
    for (const pair of [...pairsOf(numbers, 'vat'), ...samePlaceAndName(all)]) {
      const key = `${pair.first} ${pair.second}`
      const [one, other] = [names.get(pair.first), names.get(pair.second)]
      if (known.has(key) || one === undefined || other === undefined) continue
      known.add(key)
      await trx
        .insertInto('organisation_duplicate')
        .values({
          first_id: pair.first,
          second_id: pair.second,
          reason: pair.reason,
          value: pair.value,
          proposed_at: now,
        })
        .execute()
      proposed.push({ ...pair, names: [one, other] })
    }
    return proposed
  })
}
