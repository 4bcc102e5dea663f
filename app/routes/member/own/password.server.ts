import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { AccountTable } from '#db/tables/accounts.ts'
import { hashChosen } from '../../../auth/new-password.server.ts'
import { refusedProof } from '../../../auth/proof.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { sessionsOf } from '../../../auth/session.server.ts'
import { setPassword } from '../../../domain/account/own.server.ts'
import { passwordForm } from '../../../domain/account/own-forms.ts'
import { parseForm, type Refusal } from '../../../http/form.server.ts'
import { queueMail } from '../../../mail/queue.server.ts'

const page = '/mijn/account/wachtwoord'

/**
 * Changes the password of who knows the one there is; their other sessions end.
 * @returns what is wrong
 * @throws a redirect to the page when it was changed
 */
export async function changePassword(
  { request, context }: ActionFunctionArgs,
  account: AccountTable,
): Promise<Refusal> {
  if (account.password_hash === null) throw redirect(page, 303)
  const { data, refusal } = await parseForm(request, passwordForm)
  if (!data) return refusal
  const unproven = await refusedProof(context, account, { current: data.current, code: '' })
  if (unproven) return unproven
  const chosen = await hashChosen(data.password, [account.name ?? '', account.email ?? ''])
  if (chosen.refusal) return chosen.refusal
  await recorded(context, account.id, async (trx) => {
    await setPassword(trx, account.id, chosen.hash, context.now().toISOString())
    await sessionsOf(context, trx).endOthers(account.id, { except: context.session?.id })
    const to = { accountId: account.id }
    const params = { link: '/inloggen/vergeten' }
    await queueMail(trx, { to, locale: account.locale, template: 'passwordChanged', params }, context.now())
  })
  throw redirect(`${page}?klaar=wachtwoord`, 303)
}
