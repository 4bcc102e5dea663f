import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { Db } from '#db/client.ts'
import { ownAddress } from '../../../auth/guard.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { sealWay, withWay } from '../../../auth/way-back.server.ts'
import { normalised } from '../../../domain/account/queries.server.ts'
import { parseForm, refusalAnswer, refusedFor } from '../../../http/form.server.ts'
import { clientOf, tooOften } from '../../../http/rate.server.ts'
import { localeOf } from '../../../i18n/locale.server.ts'
import type { Locale } from '../../../i18n/locale.ts'

/**
 * Answers a form of a stranger that asks for mail. Only the mail tells whether there is an account: the answer is the same for every
 * address, and takes as long.
 * @param queue puts the mail in the queue
 * @returns what is wrong with the form
 * @throws the redirect that follows when it was queued
 */
export async function mailOnce<Form extends { email: string; naar: string }>(
  { request, context }: ActionFunctionArgs,
  schema: z.ZodType<Form>,
  queue: (trx: Db, form: Form & { locale: Locale; way: string }, now: Date) => Promise<void>,
) {
  const { db, address, env, now } = context
  const { data: form, refusal } = await parseForm(request, schema)
  if (refusal) return refusalAnswer(refusal)
  const wait =
    (await tooOften(db, 'mailFrom', clientOf(address), env.limitFactor)) ??
    (await tooOften(db, 'mailTo', normalised(form.email), env.limitFactor))
  if (wait !== null) {
    const values = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]))
    return refusalAnswer(refusedFor(wait, 'mailOften', values))
  }
  const locale = await localeOf(request)
  const way = sealWay(context, form.naar)
  await recorded(context, 'system', (trx) => queue(trx, { ...form, locale, way }, now()))
  throw redirect(withWay('/inloggen/mail', ownAddress(form.naar, '')), 303)
}
