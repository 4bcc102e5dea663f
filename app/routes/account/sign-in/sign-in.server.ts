import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { ownAddress } from '../../../auth/guard.server.ts'
import { busyFor, checkPassword } from '../../../auth/passwords.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { agentOf, sessionsOf } from '../../../auth/session.server.ts'
import { signInForm } from '../../../domain/account/forms.ts'
import { homeOf } from '../../../domain/account/policy.ts'
import { accountByEmail, actorById, normalised } from '../../../domain/account/queries.server.ts'
import { parseForm, type Refusal, refused, refusedFor } from '../../../http/form.server.ts'
import { clientOf, tooOften } from '../../../http/rate.server.ts'
import { dutchDay } from '../../../i18n/format.ts'

/**
 * Signs in by address and password. Whatever is wrong, the answer is the same, and takes as long: it never tells who has an account.
 * @returns what is wrong
 * @throws the redirect that follows when all is right
 */
export async function signIn({ request, context }: ActionFunctionArgs): Promise<Refusal> {
  const { db, address, env } = context
  const { data, refusal } = await parseForm(request, signInForm)
  if (!data) return refusal
  const { email, naar } = data
  const typed = { email, naar }
  const wait =
    (await tooOften(db, 'signInFrom', clientOf(address), env.limitFactor)) ??
    (await tooOften(db, 'signInTo', normalised(email), env.limitFactor))
  if (wait !== null) return refusedFor(wait, 'tooOften', typed)
  const account = await accountByEmail(db, email)
  const right = await checkPassword(account?.password_hash, data.password)
  if (right === null) return refusedFor(busyFor, 'busy', typed, 503)
  if (!right || !account || account.blocked_at) return refused('', 'signIn', typed)
  throw await signedIn({ request, context }, account.id, { naar, code: account.totp_confirmed_at !== null })
}

/**
 * The redirect with which somebody is signed in: to where they were going, or to where the code is asked.
 * @param options.code whether a code is still to come
 * @param options.issuerFactor whether the issuer they came by asked a second factor
 * @param options.cookies more for the browser to keep
 */
export async function signedIn(
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
  accountId: string,
  options: { naar: string; code: boolean; issuerFactor?: boolean; cookies?: string[] },
): Promise<Response> {
  const { db, now } = context
  const cookies = request.headers.get('cookie') ?? undefined
  const { code, issuerFactor } = options
  const has = { agent: agentOf(request.headers.get('user-agent')), secondFactor: !code, issuerFactor }
  const cookie = await recorded(context, accountId, (trx) => sessionsOf(context, trx).begin(accountId, has, cookies))
  const actor = await actorById(db, accountId, dutchDay(now()))
  const to = ownAddress(options.naar, actor ? homeOf(actor) : '/')
  const next = code ? `/inloggen/code?${new URLSearchParams({ naar: to })}` : to
  const headers = new Headers()
  for (const line of [cookie, ...(options.cookies ?? [])]) headers.append('Set-Cookie', line)
  return redirect(next, { status: 303, headers })
}
