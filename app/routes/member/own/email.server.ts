import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { AccountTable } from '#db/tables/accounts.ts'
import { proofOf, refusedProof } from '../../../auth/proof.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { askNewEmail } from '../../../domain/account/new-email.server.ts'
import { newEmailForm } from '../../../domain/account/own-forms.ts'
import { normalised } from '../../../domain/account/queries.server.ts'
import { parseForm, type Refusal, refused, refusedFor } from '../../../http/form.server.ts'
import { tooOften } from '../../../http/rate.server.ts'

/**
 * Mails a link to the new address of who asks, with which it changes.
 * @returns what is wrong
 * @throws the redirect that follows when it was sent, whoever the address belongs to
 */
export async function changeEmail({ request, context }: ActionFunctionArgs, account: AccountTable): Promise<Refusal> {
  if (proofOf(account) === null) throw redirect('/mijn/account/e-mail', 303)
  const { data, refusal } = await parseForm(request, newEmailForm)
  if (!data) return refusal
  const { email } = data
  if (normalised(email) === account.email) return refused('email', 'sameEmail', { email })
  const unproven = await refusedProof(context, account, data)
  if (unproven) return { ...unproven, faults: { ...unproven.faults, values: { email } } }
  const { db, env } = context
  const wait =
    (await tooOften(db, 'mailTo', normalised(email), env.limitFactor)) ??
    (await tooOften(db, 'mailFrom', account.id, env.limitFactor))
  if (wait !== null) return refusedFor(wait, 'mailOften', { email })
  await recorded(context, account.id, (trx) => askNewEmail(trx, account.id, email, context.now()))
  throw redirect('/mijn/account?klaar=e-mail', 303)
}
