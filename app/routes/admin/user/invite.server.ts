import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { recorded } from '../../../auth/record.server.ts'
import { invite } from '../../../domain/account/invitations.server.ts'
import { inviteForm } from '../../../domain/account/people-forms.ts'
import { canGrant } from '../../../domain/account/policy.ts'
import { accountByEmail } from '../../../domain/account/queries.server.ts'
import { type Actor, allRoms } from '../../../domain/account/types.ts'
import { listRomNames } from '../../../domain/rom/queries.server.ts'
import { faultOf, parseForm } from '../../../http/form.server.ts'
import { secondsToWait } from '../../../http/rate.server.ts'
import { forbidden } from '../../../http/responses.ts'
import type { Refusal } from './orders.server.ts'

/**
 * Invites somebody to a role.
 * @returns what is wrong with the form
 * @throws the redirect to the person; a 403 for a role that is not the actor's to give
 */
export async function invitePerson({ request, context }: ActionFunctionArgs, actor: Actor): Promise<Refusal> {
  const { db, now } = context
  const { data, faults } = await parseForm(request, inviteForm)
  if (!data) return { faults, status: 400 }
  const { email, name, locale, role, rom } = data
  const refuse = (field: string, code: string): Refusal => ({
    faults: faultOf(field, code, { email, name, locale, role, rom: rom ?? allRoms }),
    status: 400,
  })
  const known = await accountByEmail(db, email)
  if (!canGrant(actor, { role, romId: rom, accountId: known?.id ?? '' })) throw forbidden()
  if (rom !== null && !(await listRomNames(db)).some(({ id }) => id === rom)) return refuse('rom', 'romOfRole')
  if (known?.blocked_at) return refuse('email', 'blocked')
  const invited = await recorded(context, actor.id, (trx) =>
    invite(trx, { email, name, locale, role, romId: rom, by: actor.id }, now()),
  ).catch(secondsToWait)
  if (typeof invited === 'string') {
    return { ...refuse('', 'tooOften'), status: 429, headers: { 'Retry-After': invited } }
  }
  throw redirect(`/beheer/gebruikers/${invited.accountId}?gedaan=invite`, 303)
}
