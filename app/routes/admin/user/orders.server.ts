import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { Transaction } from 'kysely'
import type { Database } from '#db/schema.ts'
import { recordedForm } from '../../../auth/record.server.ts'
import {
  appointDeputy,
  block,
  endDeputy,
  endSessions,
  giveRole,
  revokeRole,
  takeOffTwoFactor,
  unblock,
  type When,
} from '../../../domain/account/administer.server.ts'
import { invite } from '../../../domain/account/invitations.server.ts'
import {
  deputiesOf,
  listDeputyCandidates,
  type Person,
  personById,
  roleHistory,
} from '../../../domain/account/people.server.ts'
import { type PersonOrder, personForm } from '../../../domain/account/people-forms.ts'
import { canAppointDeputy, canControlAccount, canGrant, managedRoms } from '../../../domain/account/policy.ts'
import { type Actor, allRoms } from '../../../domain/account/types.ts'
import { listRomNames } from '../../../domain/rom/queries.server.ts'
import { parseForm, type Refusal, refused } from '../../../http/form.server.ts'
import { forbidden, found } from '../../../http/responses.ts'
import { dutchDay } from '../../../i18n/format.ts'
import { queueMail } from '../../../mail/queue.server.ts'

/**
 * Does to a person what a form of their page asks.
 * @returns what is wrong with the form
 * @throws the redirect that follows when it is done; a 403 for what is not the actor's to do; a 404 for somebody out of sight
 */
export async function carryOut({ request, params, context }: ActionFunctionArgs, actor: Actor): Promise<Refusal> {
  const scope = managedRoms(actor)
  const person = found(await personById(context.db, scope, params.id ?? ''))
  const { data: order, refusal } = await parseForm(request, personForm)
  if (!order) return refusal
  const now = context.now()
  const when = { at: now.toISOString(), today: dutchDay(now) }
  const typed = typedIn(order)
  const { result: fault, refusal: refusedNow } = await recordedForm(context, actor.id, typed, (trx) =>
    carry({ trx, actor, person, now, when }, order),
  )
  if (refusedNow) return refusedNow
  if (fault) return refused(...fault, typed)
  const still = await personById(context.db, scope, person.id)
  // Who has lost the last role here is out of a coordinator's sight.
  throw redirect(`/beheer/gebruikers${still ? `/${person.id}` : ''}?gedaan=${order.intent}`, 303)
}

function typedIn(order: PersonOrder): Record<string, string> {
  return Object.fromEntries(Object.entries(order).map(([name, value]) => [name, value ?? allRoms]))
}

interface Desk {
  trx: Transaction<Database>
  actor: Actor
  person: Person
  now: Date
  when: When
}

/** A field and the code of what is wrong with it; null when all went well. */
type Fault = [field: string, code: string] | null

async function carry(desk: Desk, order: PersonOrder): Promise<Fault> {
  switch (order.intent) {
    case 'grant':
      return grant(desk, order)
    case 'revoke':
      return revoke(desk, order.held)
    case 'inviteAgain':
      return inviteAgain(desk)
    case 'appoint':
      return appoint(desk, order)
    case 'dismiss':
      return dismiss(desk, order.agreed)
    default:
      return control(desk, order.intent)
  }
}

async function grant(
  { trx, actor, person, when }: Desk,
  order: Extract<PersonOrder, { intent: 'grant' }>,
): Promise<Fault> {
  const { role, rom } = order
  if (!canGrant(actor, { role, romId: rom, accountId: person.id })) throw forbidden()
  if (rom !== null && !(await listRomNames(trx)).some(({ id }) => id === rom)) return ['rom', 'romOfRole']
  if (person.status === 'blocked') return ['', 'blocked']
  await giveRole(trx, { accountId: person.id, role, romId: rom, by: actor.id }, when)
  return null
}

async function revoke({ trx, actor, person, when }: Desk, held: string): Promise<Fault> {
  const role = found((await roleHistory(trx, person.id)).find(({ id }) => id === held))
  if (!canGrant(actor, { role: role.role, romId: role.rom_id, accountId: person.id })) throw forbidden()
  const given = { id: role.id, role: role.role, accountId: person.id, by: actor.id }
  return (await revokeRole(trx, given, when)) ? null : ['', 'lastAdministrator']
}

/** The key of the earlier invitation is of no use any more. */
async function inviteAgain({ trx, actor, person, now }: Desk): Promise<Fault> {
  const roles = (await roleHistory(trx, person.id)).filter(({ revoked_at }) => revoked_at === null)
  const own = roles.find(({ role, rom_id }) => canGrant(actor, { role, romId: rom_id, accountId: person.id }))
  if (!own) throw forbidden()
  // Chosen a password meanwhile, or forgotten: nothing to invite to.
  if (person.status !== 'invited' || !person.email) return null
  const { email, name, locale } = person
  await invite(trx, { email, name: name ?? '', locale, role: own.role, romId: own.rom_id, by: actor.id }, now)
  return null
}

async function appoint(
  { trx, actor, person, when }: Desk,
  order: Extract<PersonOrder, { intent: 'appoint' }>,
): Promise<Fault> {
  const { deputy, from, until } = order
  if (!canAppointDeputy(actor, { roles: await rolesHeld(trx, person.id), deputyId: deputy })) throw forbidden()
  const candidates = await listDeputyCandidates(trx, managedRoms(actor), [person.id, actor.id])
  if (!candidates.some(({ id }) => id === deputy)) return ['deputy', 'deputy']
  if (from < when.today) return ['from', 'dayPast']
  await appointDeputy(trx, { accountId: person.id, deputyId: deputy, from, until }, when.at)
  return null
}

async function dismiss({ trx, actor, person, when }: Desk, agreed: string): Promise<Fault> {
  const own = (await deputiesOf(trx, person.id)).filter(({ account_id }) => account_id === person.id)
  const deputy = found(own.find(({ id }) => id === agreed))
  const roles = await rolesHeld(trx, person.id)
  if (!canAppointDeputy(actor, { roles, deputyId: deputy.deputy_id })) throw forbidden()
  await endDeputy(trx, { id: deputy.id, accountId: person.id }, when.at)
  return null
}

async function rolesHeld(trx: Desk['trx'], accountId: string) {
  const roles = await roleHistory(trx, accountId)
  return roles.filter(({ revoked_at }) => revoked_at === null).map(({ role, rom_id }) => ({ role, romId: rom_id }))
}

type Control = Extract<PersonOrder['intent'], 'block' | 'unblock' | 'endSessions' | 'takeOffTwoFactor'>

async function control({ trx, actor, person, now, when }: Desk, intent: Control): Promise<Fault> {
  if (!canControlAccount(actor, person.id)) throw forbidden()
  if (intent === 'block') return (await block(trx, person.id, when)) ? null : ['', 'lastAdministrator']
  if (intent === 'unblock') await unblock(trx, person.id, when)
  if (intent === 'endSessions') await endSessions(trx, person.id)
  if (intent === 'takeOffTwoFactor' && person.totp_confirmed_at) {
    await takeOffTwoFactor(trx, person.id, when.at)
    const to = { accountId: person.id }
    const params = { link: '/inloggen' }
    await queueMail(trx, { to, locale: person.locale, template: 'twoFactorTakenOff', params }, now)
  }
  return null
}
