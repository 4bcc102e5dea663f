import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { keyIn } from '../../../auth/keys.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { clearLog } from '../../../domain/account/forget.server.ts'
import { forgetQuestion } from '../../../domain/question/forget.server.ts'
import { statusForm } from '../../../domain/question/forms.ts'
import { questionByKey, writeOn } from '../../../domain/question/status.server.ts'
import { parseForm, type Refusal, refused, refusedFor } from '../../../http/form.server.ts'
import { openPage } from '../../../http/page.server.ts'
import { tooOften } from '../../../http/rate.server.ts'

/**
 * Adds what the asker writes, or forgets the asker.
 * @returns what is wrong; null when all was forgotten
 * @throws a redirect back to the page when it was added
 */
export async function statusAction(args: ActionFunctionArgs): Promise<Refusal | null> {
  const { context, request } = args
  const { db, now, env } = context
  const { today } = await openPage(args)
  const { data: sent, refusal } = await parseForm(request, statusForm)
  if (!sent) return refusal
  const key = keyIn(request)
  const values: Record<string, string> = sent.doe === 'write' ? { doe: sent.doe, text: sent.text } : { doe: sent.doe }
  const question = await questionByKey(db, key, now())
  if (!question) return refused('', 'askGone', values, 404)
  const by = question.account_id ?? 'system'
  if (sent.doe === 'forget') {
    await recorded(context, by, (trx) => forgetQuestion(trx, question.id, by, now()))
    await clearLog(db)
    return null
  }
  const wait = await tooOften(db, 'askWrite', question.id, env.limitFactor)
  if (wait !== null) return refusedFor(wait, 'askTooOften', values)
  await recorded(context, by, (trx) => writeOn(trx, question, { text: sent.text, by, day: today }, now()))
  throw redirect(`/vraag/status?${new URLSearchParams({ sleutel: key })}`, 303)
}
