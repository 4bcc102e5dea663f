import type { LoaderFunctionArgs } from '@remix-run/node'
import { sessionsOf } from '../../../auth/session.server.ts'
import { deputiesOf, listDeputyCandidates, personById, roleHistory } from '../../../domain/account/people.server.ts'
import { personIntents } from '../../../domain/account/people-forms.ts'
import {
  canAdminister,
  canAppointDeputy,
  canControlAccount,
  canGrant,
  inScope,
  managedRoms,
} from '../../../domain/account/policy.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { listRomNames } from '../../../domain/rom/queries.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { found } from '../../../http/responses.ts'

function stateOf(
  one: { from_on: string; until_on: string; ended_at: string | null },
  today: string,
): 'now' | 'coming' | 'over' {
  if (one.ended_at || one.until_on < today) return 'over'
  return one.from_on > today ? 'coming' : 'now'
}

/** One person with what the actor may see of them, and may do. @throws a 404 for somebody out of sight */
export async function loadPerson(args: LoaderFunctionArgs, actor: Actor) {
  const { query, db, today } = await openPage(args)
  const scope = managedRoms(actor)
  const person = found(await personById(db, scope, args.params.id ?? ''))
  const [roles, deputies, candidates, roms, sessions] = await Promise.all([
    roleHistory(db, person.id),
    deputiesOf(db, person.id),
    listDeputyCandidates(db, scope, [person.id, actor.id]),
    listRomNames(db),
    sessionsOf(args.context).list(person.id),
  ])
  const held = roles.filter(({ revoked_at }) => revoked_at === null)
  const current = held.map(({ role, rom_id }) => ({ role, romId: rom_id }))
  const mayGrant = (role: (typeof current)[number]) => canGrant(actor, { ...role, accountId: person.id })
  const mayAppoint = canAppointDeputy(actor, { roles: current, deputyId: '' })
  return {
    title: person.name ?? person.email ?? '',
    whole: canAdminister(actor),
    person,
    own: actor.id === person.id,
    sessions: { open: sessions.length, lastUsed: sessions[0]?.used_at ?? null },
    // What somebody is at another ROM is that ROM's.
    roles: roles
      .filter(({ rom_id }) => inScope(scope, rom_id))
      .map(({ role, rom_id, ...rest }) => ({
        ...rest,
        role,
        mayRevoke: rest.revoked_at === null && mayGrant({ role, romId: rom_id }),
      })),
    deputies: deputies.map((one) => ({
      ...one,
      state: stateOf(one, today),
      mayEnd: one.account_id === person.id && canAppointDeputy(actor, { roles: current, deputyId: one.deputy_id }),
    })),
    candidates,
    roms: roms.filter(({ id }) => inScope(scope, id)),
    today,
    may: {
      grant: actor.id !== person.id && person.status !== 'blocked',
      appoint: mayAppoint && candidates.length > 0,
      control: canControlAccount(actor, person.id),
      inviteAgain: person.status === 'invited' && current.some(mayGrant),
    },
    done: query.choice('gedaan', [...personIntents, 'invite'] as const),
    ignored: query.ignored,
  }
}

export type PersonView = Awaited<ReturnType<typeof loadPerson>>
