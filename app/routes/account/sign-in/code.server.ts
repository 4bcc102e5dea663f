import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { ownAddress } from '../../../auth/guard.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import type { Session } from '../../../auth/session.server.ts'
import { takeCode } from '../../../auth/two-factor.server.ts'
import { codeForm } from '../../../domain/account/own-forms.ts'
import { accountById } from '../../../domain/account/queries.server.ts'
import { parseForm, type Refusal, refused, refusedFor } from '../../../http/form.server.ts'
import { tooOften } from '../../../http/rate.server.ts'
import { signedIn } from './sign-in.server.ts'

/**
 * The session of somebody whose password was right, and whose code is still to come.
 * @throws a redirect: to sign in, for who has none; on, for who is in already
 */
export function halfSession({ request, context }: LoaderFunctionArgs): Session {
  const to = ownAddress(new URL(request.url).searchParams.get('naar'), '')
  if (context.actor) throw redirect(to || '/mijn', 303)
  if (!context.session) throw redirect(to ? `/inloggen?${new URLSearchParams({ naar: to })}` : '/inloggen', 303)
  return context.session
}

/**
 * The second step of signing in. A wrong code and one that was used before are refused alike.
 * @returns what is wrong
 * @throws the redirect that follows when it is right
 */
export async function giveCode({ request, context }: ActionFunctionArgs, half: Session): Promise<Refusal> {
  const { db, env } = context
  const { data, refusal } = await parseForm(request, codeForm)
  if (!data) return refusal
  const { code, naar } = data
  const wait = await tooOften(db, 'code', half.accountId, env.limitFactor)
  if (wait !== null) return refusedFor(wait, 'tooOften', { naar })
  const account = await accountById(db, half.accountId)
  if (!account?.email || account.blocked_at) throw redirect('/inloggen', 303)
  const right = await recorded(context, account.id, (trx) => takeCode(context, trx, account, code))
  if (!right) return refused('code', 'code', { naar })
  throw await signedIn({ request, context }, account.id, { naar, code: false })
}
