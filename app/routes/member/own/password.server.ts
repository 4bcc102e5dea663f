import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { AccountTable } from '#db/tables/accounts.ts'
import { sessionsOf } from '../../../auth/guard.server.ts'
import { Busy, hashPassword, weakness } from '../../../auth/passwords.server.ts'
import { type Refusal, refusedProof } from '../../../auth/proof.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { setPassword } from '../../../domain/account/own.server.ts'
import { passwordForm } from '../../../domain/account/own-forms.ts'
import { faultOf, parseForm } from '../../../http/form.server.ts'
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
  const { data, faults } = await parseForm(request, passwordForm)
  if (!data) return { faults, status: 400 }
  const refused = await refusedProof(context, account, { current: data.current, code: '' })
  if (refused) return refused
  const weak = weakness(data.password, [account.name ?? '', account.email ?? ''])
  if (weak) return { faults: faultOf('password', weak), status: 400 }
  const hash = await hashPassword(data.password).catch((error) => {
    if (!(error instanceof Busy)) throw error
    return null
  })
  if (hash === null) return { faults: faultOf('', 'busy'), status: 503, headers: { 'Retry-After': '10' } }
  await recorded(context, account.id, async (trx) => {
    await setPassword(trx, account.id, hash, context.now().toISOString())
    await sessionsOf(context, trx).endOthers(account.id, { except: context.session?.id })
    const to = { accountId: account.id }
    const params = { link: '/inloggen/vergeten' }
    await queueMail(trx, { to, locale: account.locale, template: 'passwordChanged', params }, context.now())
  })
  throw redirect(`${page}?klaar=wachtwoord`, 303)
}
