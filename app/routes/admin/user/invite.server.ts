import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { recordedForm } from '../../../auth/record.server.ts'
import { invite } from '../../../domain/account/invitations.server.ts'
import { inviteForm } from '../../../domain/account/people-forms.ts'
import { canGrant } from '../../../domain/account/policy.ts'
import { accountByEmail } from '../../../domain/account/queries.server.ts'
import { type Actor, allRoms } from '../../../domain/account/types.ts'
import { listRomNames } from '../../../domain/rom/queries.server.ts'
import { parseForm, type Refusal, refused } from '../../../http/form.server.ts'
import { forbidden } from '../../../http/responses.ts'

/**
 * Invites somebody to a role.
 * @returns what is wrong with the form
 * @throws the redirect to the person; a 403 for a role that is not the actor's to give
 */
export async function invitePerson({ request, context }: ActionFunctionArgs, actor: Actor): Promise<Refusal> {
  const { db, now } = context
  const { data, refusal } = await parseForm(request, inviteForm)
  if (!data) return refusal
  const { email, name, locale, role, rom } = data
  const typed = { email, name, locale, role, rom: rom ?? allRoms }
  const known = await accountByEmail(db, email)
  if (!canGrant(actor, { role, romId: rom, accountId: known?.id ?? '' })) throw forbidden()
  if (rom !== null && !(await listRomNames(db)).some(({ id }) => id === rom))
    return refused('rom', 'romOfRole', typed)
  if (known?.blocked_at) return refused('email', 'blocked', typed)
  const { result, refusal: refusedNow } = await recordedForm(context, actor.id, typed, (trx) =>
    invite(trx, { email, name, locale, role, romId: rom, by: actor.id }, now()),
  )
  if (refusedNow) return refusedNow
  throw redirect(`/beheer/gebruikers/${result.accountId}?gedaan=invite`, 303)
}
