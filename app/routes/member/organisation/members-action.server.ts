import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireSender } from '../../../auth/guard.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { withdrawInvitation } from '../../../domain/organisation/colleagues.server.ts'
import { membersForm } from '../../../domain/organisation/forms.ts'
import {
  changeRole,
  endMembership,
  findMember,
  findOwnOrganisation,
  listMembers,
} from '../../../domain/organisation/members.server.ts'
import { canEndMembership, canManageColleagues, isLastOwner } from '../../../domain/organisation/policy.ts'
import { parseForm, type Refusal, refused } from '../../../http/form.server.ts'
import { found, notFound } from '../../../http/responses.ts'

type Sent = ReturnType<typeof membersForm.parse>

/**
 * Ends what somebody may, changes their role, or takes an invitation back.
 * @returns what is wrong
 * @throws a redirect when it was done; a 404 for whom it is not to decide on
 */
export async function changeMembers(args: ActionFunctionArgs): Promise<Refusal> {
  const actor = await requireSender(args)
  const { data: sent, refusal } = await parseForm(args.request, membersForm)
  if (!sent) return refusal
  if (sent.doe === 'withdraw') return withdraw(args, actor, sent)
  return sent.doe === 'role' ? giveRole(args, actor, sent) : end(args, actor, sent)
}

async function withdraw({ params, context }: ActionFunctionArgs, actor: Actor, sent: Sent): Promise<never> {
  const own = found(await findOwnOrganisation(context.db, params.slug ?? '', actor.id))
  if (!canManageColleagues(actor, own.id)) throw notFound()
  await recorded(context, actor.id, (trx) => withdrawInvitation(trx, own.id, sent.invitation))
  throw redirect(`/mijn/organisaties/${own.slug}`, 303)
}

async function giveRole({ params, context }: ActionFunctionArgs, actor: Actor, sent: Sent): Promise<Refusal> {
  const { db, now } = context
  const member = found(await findMember(db, params.slug ?? '', sent.member))
  if (!canManageColleagues(actor, member.organisationId)) throw notFound()
  const given = { role: sent.role, by: actor.id, sure: sent.noOwner === 'ja' }
  const wrong = await recorded(context, actor.id, (trx) => changeRole(trx, member, given, now()))
  if (wrong) return refused('noOwner', 'noOwner', sent)
  throw redirect(`/mijn/organisaties/${member.slug}`, 303)
}

async function end({ params, context }: ActionFunctionArgs, actor: Actor, sent: Sent): Promise<Refusal> {
  const { db, now } = context
  const member = found(await findMember(db, params.slug ?? '', sent.member))
  if (!canEndMembership(actor, member)) throw notFound()
  const last = isLastOwner(member, await listMembers(db, member.organisationId))
  if (last && sent.sure !== 'ja') return refused('sure', 'sure', sent)
  await recorded(context, actor.id, (trx) => endMembership(trx, member, actor.id, now()))
  throw redirect(member.accountId === actor.id ? '/mijn' : `/mijn/organisaties/${member.slug}`, 303)
}
