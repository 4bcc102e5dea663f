import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { AccountTable } from '#db/tables/accounts.ts'
import { sessionsOf } from '../../../auth/guard.server.ts'
import { proofOf, type Refusal, refusedProof } from '../../../auth/proof.server.ts'
import { forgetPerson, LastAdministrator } from '../../../domain/account/forget.server.ts'
import { forgetForm } from '../../../domain/account/own-forms.ts'
import { faultOf, parseForm } from '../../../http/form.server.ts'
import { localeOf } from '../../../i18n/locale.server.ts'
import { translator } from '../../../i18n/translator.server.ts'

/**
 * Deletes the account of who asks.
 * @returns what is wrong
 * @throws the redirect that follows when it is gone, which signs out
 */
export async function forgetOneself(
  { request, context }: ActionFunctionArgs,
  account: AccountTable,
): Promise<Refusal> {
  const { data, faults } = await parseForm(request, forgetForm)
  if (!data) return { faults, status: 400 }
  const refused = await refusedProof(context, account, data)
  if (refused) return refused
  const word = translator(await localeOf(request))('own.forget.word')
  if (proofOf(account) === null && data.woord.trim().toLowerCase() !== word) {
    return { faults: faultOf('woord', 'word', { woord: data.woord }), status: 400 }
  }
  try {
    await forgetPerson(context.db, account.id, account.id, context.now())
  } catch (error) {
    if (!(error instanceof LastAdministrator)) throw error
    return { faults: faultOf('', 'lastAdministrator'), status: 409 }
  }
  const cookie = await sessionsOf(context).end(request.headers.get('cookie') ?? undefined)
  throw redirect('/uitloggen/verwijderd', { status: 303, headers: { 'Set-Cookie': cookie } })
}
