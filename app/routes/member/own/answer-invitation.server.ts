import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireSender } from '../../../auth/guard.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { acceptInvitation, declineInvitation, invitationsOf } from '../../../domain/organisation/colleagues.server.ts'
import { answerForm } from '../../../domain/organisation/forms.ts'
import { canAnswerInvitation } from '../../../domain/organisation/policy.ts'
import { parseForm, type Refusal, refused } from '../../../http/form.server.ts'

/**
 * Says yes or no to an invitation for the address of who is signed in.
 * @returns what is wrong; an invitation of somebody else is as one that is gone
 * @throws the redirect that follows: to what one manages now, or back
 */
export async function answerInvitation(args: ActionFunctionArgs): Promise<Refusal> {
  const actor = await requireSender(args)
  const { db, now } = args.context
  const { data: sent, refusal } = await parseForm(args.request, answerForm)
  if (!sent) return refusal
  const own = await invitationsOf(db, actor.email, now())
  const invitation = own.find((one) => one.id === sent.invitation && canAnswerInvitation(actor, one))
  if (!invitation) return refused('', 'invitationGone')
  if (sent.answer === 'decline') {
    await recorded(args.context, actor.id, (trx) => declineInvitation(trx, invitation))
    throw redirect('/mijn', 303)
  }
  const accepted = await recorded(args.context, actor.id, (trx) =>
    acceptInvitation(trx, invitation.id, actor.id, now()),
  )
  if (!accepted) return refused('', 'invitationGone')
  throw redirect(`/mijn/organisaties/${invitation.slug}`, 303)
}
