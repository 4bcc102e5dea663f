import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireSender } from '../../../auth/guard.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { canReviewClaims, deskRoms } from '../../../domain/account/policy.ts'
import { deskForm } from '../../../domain/question/forms.ts'
import { handleQuestion, type NotDone } from '../../../domain/question/handle.server.ts'
import { parseForm, type Refusal, refused } from '../../../http/form.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { forbidden } from '../../../http/responses.ts'
import { dutchDay } from '../../../i18n/format.ts'
import { questionFor } from './load.server.ts'

const fields: Partial<Record<NotDone, string>> = {
  questionColleague: 'colleague',
  questionRom: 'rom',
  questionOrganisation: 'organisation',
}

/**
 * Does what somebody at the desk asks of a question.
 * @returns why it was not done, with what was typed
 * @throws a redirect to the page when it was; a 403 for who only reads along, a 404 for who has nothing to do with it
 */
export async function questionAction(args: ActionFunctionArgs): Promise<Refusal> {
  const actor = await requireSender(args, canReviewClaims)
  const { question, canHandle, passed } = await questionFor(args, actor)
  const { data: order, refusal } = await parseForm(args.request, deskForm)
  if (!order) return refusal
  const values = Object.fromEntries(Object.entries(order).map(([name, value]) => [name, String(value)]))
  if (passed || !question) return refused('', 'questionGone', values, 409)
  if (!canHandle && order.doe !== 'note') throw forbidden()
  const { today } = await openPage(args)
  const clock = { now: args.context.now(), today, dayOf: (at: string) => dutchDay(new Date(at)) }
  const by = { id: actor.id, name: actor.name, email: actor.email, scope: deskRoms(actor) }
  const why = await recorded(args.context, actor.id, (trx) => handleQuestion(trx, question.id, order, by, clock))
  if (why)
    return refused(fields[why] ?? '', why, values, why === 'questionStale' || why === 'questionGone' ? 409 : 400)
  throw redirect(`/werk/vragen/${question.id}`, 303)
}
