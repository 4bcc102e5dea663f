import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireSender } from '../../../auth/guard.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { canReviewClaims } from '../../../domain/account/policy.ts'
import { normalised } from '../../../domain/account/queries.server.ts'
import { inboxForm } from '../../../domain/rom/forms.ts'
import { cancelInbox, findRom, inboxInUse, setInbox, takeOffInbox } from '../../../domain/rom/inbox.server.ts'
import { canSeeInbox, canSetInbox } from '../../../domain/rom/policy.ts'
import { parseForm, type Refusal, refusedFor } from '../../../http/form.server.ts'
import { tooOften } from '../../../http/rate.server.ts'
import { forbidden, found, notFound } from '../../../http/responses.ts'

/**
 * Sets where mail of a ROM arrives, or takes that off.
 * @returns what is wrong
 * @throws a redirect when it was done; a 403 for who only works there, a 404 for who works elsewhere
 */
export async function changeInbox(args: ActionFunctionArgs): Promise<Refusal> {
  const actor = await requireSender(args, canReviewClaims)
  const { db, now, env } = args.context
  const rom = found(await findRom(db, args.params.slug ?? ''))
  if (!canSeeInbox(actor, rom.id)) throw notFound()
  if (!canSetInbox(actor, rom.id)) throw forbidden()
  const { data: sent, refusal } = await parseForm(args.request, inboxForm)
  if (!sent) return refusal
  if (sent.doe === 'set') {
    const { address, persons } = sent
    const current = await inboxInUse(db, rom.id)
    // Only what is mailed is counted: to have the people get it too is no mail.
    const mails = current?.address !== normalised(address)
    const wait = mails ? await tooOften(db, 'inbox', actor.id, env.limitFactor) : null
    if (wait !== null) return refusedFor(wait, 'inboxes', { address, persons })
    const inbox = { rom, address, personsToo: persons === 'too', by: actor.id }
    await recorded(args.context, actor.id, (trx) => setInbox(trx, inbox, now()))
  } else {
    const end = sent.doe === 'off' ? takeOffInbox : cancelInbox
    await recorded(args.context, actor.id, (trx) => end(trx, rom.id))
  }
  throw redirect(`/werk/rom/${rom.slug}`, 303)
}
