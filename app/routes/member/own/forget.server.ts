import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { AccountTable } from '#db/tables/accounts.ts'
import { proofOf, refusedProof } from '../../../auth/proof.server.ts'
import { sessionsOf } from '../../../auth/session.server.ts'
import { forgetPerson, LastAdministrator } from '../../../domain/account/forget.server.ts'
import { forgetForm } from '../../../domain/account/own-forms.ts'
import { parseForm, type Refusal, refused } from '../../../http/form.server.ts'
import { localeOf } from '../../../i18n/locale.server.ts'
import { translator } from '../../../i18n/translator.server.ts'
import { removeForgottenMail } from '../../../mail/kept.server.ts'

/**
 * Deletes the account of who asks.
 * @returns what is wrong
 * @throws the redirect that follows when it is gone, which signs out
 */
export async function forgetOneself(
  { request, context }: ActionFunctionArgs,
  account: AccountTable,
): Promise<Refusal> {
  const { data, refusal } = await parseForm(request, forgetForm)
  if (!data) return refusal
  const unproven = await refusedProof(context, account, data)
  if (unproven) return unproven
  const word = translator(await localeOf(request))('own.forget.word')
  if (proofOf(account) === null && data.woord.trim().toLowerCase() !== word) {
    return refused('woord', 'word', { woord: data.woord })
  }
  try {
    await forgetPerson(context.db, account.id, account.id, context.now())
  } catch (error) {
    if (!(error instanceof LastAdministrator)) throw error
    return refused('', 'lastAdministrator', {}, 409)
  }
  // The account is gone by now. What cannot be removed at this moment is by the job that tidies.
  await removeForgottenMail(context.db, context.env.dataDir).catch((error) =>
    context.log.error({ err: error }, 'kept mail could not be removed'),
  )
  const cookie = await sessionsOf(context).end(request.headers.get('cookie') ?? undefined)
  throw redirect('/uitloggen/verwijderd', { status: 303, headers: { 'Set-Cookie': cookie } })
}
