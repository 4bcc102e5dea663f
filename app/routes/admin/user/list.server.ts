import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  countPeople,
  listPeople,
  type PeopleFilter,
  peopleFacets,
  peopleSorts,
} from '../../../domain/account/people.server.ts'
import { canAdminister, managedRoms } from '../../../domain/account/policy.ts'
import { type Actor, accountStatuses, staffRoles } from '../../../domain/account/types.ts'
import { listRomNames } from '../../../domain/rom/queries.server.ts'
import { facet, listChrome } from '../../../http/list.server.ts'
import { openPage } from '../../../http/page.server.ts'

const columns = ['name', 'roles', 'status', 'twoFactor', 'since'] as const
const size = 50

/** One page of the people in an actor's sight, with the filters. */
export async function loadPeople(args: LoaderFunctionArgs, actor: Actor) {
  const { query, locale, t, db } = await openPage(args)
  const scope = managedRoms(actor)
  const roms = (await listRomNames(db)).filter(({ id }) => scope === null || scope.includes(id))
  const roles = [...staffRoles, 'member'] as const
  const twoFactors = ['on', 'off'] as const
  const filter: PeopleFilter = {
    q: query.text('q'),
    role: query.choice('rol', roles),
    rom: query.bySlug('rom', roms)?.id ?? null,
    status: query.choice('status', accountStatuses),
    twoFactor: query.choice('tweestaps', twoFactors),
  }
  const sort = query.choice('sorteer', peopleSorts) ?? 'naam'
  const [total, counts] = await Promise.all([countPeople(db, scope, filter), peopleFacets(db, scope, filter)])
  const { page, pages, offset } = query.page(total, size)
  const rows = await listPeople(db, scope, filter, { sort, limit: size, offset })
  const choices = <Id extends string>(ids: readonly Id[], label: (id: Id) => string) =>
    ids.map((id) => ({ id, slug: id, label: label(id) }))
  const chrome = listChrome(query, t, locale, {
    q: filter.q,
    facets: [
      facet(
        query,
        'status',
        t('lists.facet.status'),
        choices(accountStatuses, (id) => t(`administration.status.${id}`)),
        counts.status,
        filter.status,
      ),
      facet(
        query,
        'rol',
        t('administration.users.role'),
        choices(roles, (id) => t(`account.role.${id}`)),
        counts.role,
        filter.role,
      ),
      facet(
        query,
        'rom',
        t('lists.facet.rom'),
        roms.map(({ id, slug, short_name }) => ({ id, slug, label: short_name })),
        counts.rom,
        filter.rom,
      ),
      facet(
        query,
        'tweestaps',
        t('administration.users.twoFactor'),
        choices(twoFactors, (id) => t(`administration.twoFactor.${id}`)),
        counts.twoFactor,
        filter.twoFactor,
      ),
    ],
    sorts: peopleSorts.map((value) => ({ value, label: t(`administration.users.sortBy.${value}`) })),
    sort,
    columns: columns.map((key) => ({ key, label: key, standard: true })),
    downloads: false,
    total,
    examples: 0,
    size,
    page,
    pages,
  })
  return {
    title: t('administration.users.title'),
    description: t(scope ? 'administration.users.introRom' : 'administration.users.intro'),
    whole: canAdminister(actor),
    // Of somebody who has gone out of sight with the last role, there is no page to say so on.
    done: query.choice('gedaan', ['revoke']),
    rows,
    chrome,
    ignored: query.ignored,
  }
}
