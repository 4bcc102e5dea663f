import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { AccountTable } from '#db/tables/accounts.ts'
import { proofOf, type Refusal, refusedProof } from '../../../auth/proof.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { askNewEmail } from '../../../domain/account/new-email.server.ts'
import { newEmailForm } from '../../../domain/account/own-forms.ts'
import { normalised } from '../../../domain/account/queries.server.ts'
import { faultOf, parseForm } from '../../../http/form.server.ts'
import { tooOften } from '../../../http/rate.server.ts'

/**
 * Mails a link to the new address of who asks, with which it changes.
 * @returns what is wrong
 * @throws the redirect that follows when it was sent, whoever the address belongs to
 */
export async function changeEmail({ request, context }: ActionFunctionArgs, account: AccountTable): Promise<Refusal> {
  if (proofOf(account) === null) throw redirect('/mijn/account/e-mail', 303)
  const { data, faults } = await parseForm(request, newEmailForm)
  if (!data) return { faults, status: 400 }
  const { email } = data
  if (normalised(email) === account.email) return { faults: faultOf('email', 'sameEmail', { email }), status: 400 }
  const refused = await refusedProof(context, account, data)
  if (refused) return { ...refused, faults: { ...refused.faults, values: { email } } }
  const { db, env } = context
  const wait =
    (await tooOften(db, 'mailTo', normalised(email), env.limitFactor)) ??
    (await tooOften(db, 'mailFrom', account.id, env.limitFactor))
  if (wait !== null) {
    return { faults: faultOf('', 'mailOften', { email }), status: 429, headers: { 'Retry-After': String(wait) } }
  }
  await recorded(context, account.id, (trx) => askNewEmail(trx, account.id, email, context.now()))
  throw redirect('/mijn/account?klaar=e-mail', 303)
}
