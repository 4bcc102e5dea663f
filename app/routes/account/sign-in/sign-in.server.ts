import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { ownAddress, sessionsOf } from '../../../auth/guard.server.ts'
import { Busy, checkPassword } from '../../../auth/passwords.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { agentOf } from '../../../auth/session.server.ts'
import { signInForm } from '../../../domain/account/forms.ts'
import { homeOf } from '../../../domain/account/policy.ts'
import { accountByEmail, actorById, normalised } from '../../../domain/account/queries.server.ts'
import { type FormFaults, faultOf, parseForm } from '../../../http/form.server.ts'
import { clientOf, tooOften } from '../../../http/rate.server.ts'
import { dutchDay } from '../../../i18n/format.ts'

interface Refusal {
  faults: FormFaults
  status: number
  headers?: Record<string, string>
}

/**
 * Signs in by address and password. Whatever is wrong, the answer is the same, and takes as long: it never tells who has an account.
 * @returns what is wrong
 * @throws the redirect that follows when all is right
 */
export async function signIn({ request, context }: ActionFunctionArgs): Promise<Refusal> {
  const { db, address, env } = context
  const { data, faults } = await parseForm(request, signInForm)
  if (!data) return { faults, status: 400 }
  const { email, naar } = data
  const refuse = (code: string, status: number, headers?: Refusal['headers']) => ({
    faults: faultOf('', code, { email, naar }),
    status,
    headers,
  })
  const wait =
    (await tooOften(db, 'signInFrom', clientOf(address), env.limitFactor)) ??
    (await tooOften(db, 'signInTo', normalised(email), env.limitFactor))
  if (wait !== null) return refuse('tooOften', 429, { 'Retry-After': String(wait) })
  const account = await accountByEmail(db, email)
  try {
    const right = await checkPassword(account?.password_hash, data.password)
    if (!right || !account || account.blocked_at) return refuse('signIn', 400)
  } catch (error) {
    if (!(error instanceof Busy)) throw error
    return refuse('busy', 503, { 'Retry-After': '10' })
  }
  throw await signedIn({ request, context }, account.id, { naar, code: account.totp_confirmed_at !== null })
}

/**
 * The redirect with which somebody is signed in: to where they were going, or to where the code is asked.
 * @param options.code whether a code is still to come
 */
export async function signedIn(
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
  accountId: string,
  options: { naar: string; code: boolean },
): Promise<Response> {
  const { db, now } = context
  const cookies = request.headers.get('cookie') ?? undefined
  const has = { agent: agentOf(request.headers.get('user-agent')), secondFactor: !options.code }
  const cookie = await recorded(context, accountId, (trx) => sessionsOf(context, trx).begin(accountId, has, cookies))
  const actor = await actorById(db, accountId, dutchDay(now()))
  const to = ownAddress(options.naar, actor ? homeOf(actor) : '/')
  const next = options.code ? `/inloggen/code?${new URLSearchParams({ naar: to })}` : to
  return redirect(next, { status: 303, headers: { 'Set-Cookie': cookie } })
}
