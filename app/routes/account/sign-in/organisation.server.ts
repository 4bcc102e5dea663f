import { type ActionFunctionArgs, createCookie, redirect } from '@remix-run/node'
import { ownAddress } from '../../../auth/guard.server.ts'
import { type Attempt, beginAt, finishAt, type IssuerRefusal } from '../../../auth/issuer.server.ts'
import { seal, unseal } from '../../../auth/keys.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { organisationForm } from '../../../domain/account/forms.ts'
import { accountOf, linkIdentity } from '../../../domain/account/identities.server.ts'
import { parseForm, type Refusal, refusedFor } from '../../../http/form.server.ts'
import { clientOf, tooOften } from '../../../http/rate.server.ts'
import { found } from '../../../http/responses.ts'
import { signedIn } from './sign-in.server.ts'

type Args = Pick<ActionFunctionArgs, 'request' | 'context'>

const page = '/inloggen/organisatie'
const returnPath = `${page}/terug`
/** In seconds: so long somebody has to sign in elsewhere. */
const patience = 600
/** With a longer way back, the cookie would not fit. */
const longestWay = 1000

/** Why a sign-in was not taken, as it stands in the address of the page that says so. */
export const refusals = ['afgebroken', 'onbekend', 'weg', 'mislukt'] as const
type Refused = (typeof refusals)[number]
const refusalOf: Record<IssuerRefusal, Refused> = { denied: 'afgebroken', away: 'weg', failed: 'mislukt' }

/** What an attempt has beside what the issuer is asked by. */
interface Kept extends Attempt {
  /** Where the person was going. */
  to: string
  /** Until when it holds, in milliseconds. */
  until: number
}

/** Where people sign in. @throws a 404 for a portal that has no such thing */
export function issuerOf({ context }: Pick<Args, 'context'>) {
  return found(context.env.oidc)
}

function addressOfPage(fault: Refused, to: string): string {
  return `${page}?${new URLSearchParams({ fout: fault, ...(to && { naar: to }) })}`
}

/**
 * Begins a sign-in at the issuer.
 * @returns what is wrong, or where the browser goes with what it keeps meanwhile: not a redirect, since browsers hold that to the
 * addresses a form may go to, and an issuer may well send on to another one
 * @throws a redirect to the page that says so, when the issuer cannot be asked
 */
export async function begin({ request, context }: Args): Promise<Refusal | { address: string; cookie: string }> {
  const issuer = issuerOf({ context })
  const { data, refusal } = await parseForm(request, organisationForm)
  if (!data) return refusal
  const way = ownAddress(data.naar, '')
  const to = way.length > longestWay ? '' : way
  const { db, env, now, secret, address } = context
  const wait = await tooOften(db, 'signInFrom', clientOf(address), env.limitFactor)
  if (wait !== null) return refusedFor(wait, 'tooOften', { naar: to })
  const begun = await beginAt(context, issuer, addressOfReturn({ request, context }).href, {
    choose: data.kies !== '',
  })
  if (!begun) throw redirect(addressOfPage('weg', to), 303)
  const kept: Kept = { ...begun.attempt, to, until: now().getTime() + patience * 1000 }
  const cookie = await cookieOf(env.secure).serialize(seal(secret, JSON.stringify(kept)), { maxAge: patience })
  return { address: begun.address, cookie }
}

/**
 * Ends a sign-in at the issuer, once.
 * @returns a redirect: to where the person was going, signed in, or to the page that says why not
 */
export async function comeBack({ request, context }: Args): Promise<Response> {
  const issuer = issuerOf({ context })
  const { db, now } = context
  const kept = await keptOf({ request, context })
  const back = addressOfReturn({ request, context })
  back.search = new URL(request.url).search
  if (!kept || kept.until < now().getTime() || back.searchParams.get('state') !== kept.state) {
    return redirect(addressOfPage('mislukt', ''), 303)
  }
  const spent = await cookieOf(context.env.secure).serialize('', { maxAge: 0 })
  const refuse = (why: Refused) =>
    redirect(addressOfPage(why, kept.to), { status: 303, headers: { 'Set-Cookie': spent } })
  if ((await tooOften(db, 'comesBack', kept.state)) !== null) return refuse('mislukt')
  const who = await finishAt(context, issuer, back, kept)
  if (typeof who === 'string') return refuse(refusalOf[who])
  const entered = await accountOf(db, who)
  if (!entered) return refuse('onbekend')
  const { account } = entered
  if (!entered.linked) {
    const linked = await recorded(context, account.id, async (trx) => {
      // As it is now: somebody may press twice, or be blocked meanwhile.
      const still = await accountOf(trx, who)
      if (still?.account.id !== account.id) return false
      if (!still.linked) await linkIdentity(trx, still.account, { ...who, name: issuer.name }, now())
      return true
    })
    if (!linked) return refuse('onbekend')
  }
  // Who gave two factors there gives none here: one person, one telephone.
  const code = account.totp_confirmed_at !== null && !who.factor
  return signedIn({ request, context }, account.id, {
    naar: kept.to,
    code,
    issuerFactor: who.factor,
    cookies: [spent],
  })
}

/** The public address that the issuer sends browsers back to: it takes no other than those it was told. */
function addressOfReturn({ request, context }: Args): URL {
  return new URL(returnPath, context.env.origin ?? request.url)
}

/** What this browser began; null when it began nothing, or what it brings is not ours. */
async function keptOf({ request, context }: Args): Promise<Kept | null> {
  const sealed: unknown = await cookieOf(context.env.secure).parse(request.headers.get('cookie'))
  if (typeof sealed !== 'string' || sealed === '') return null
  try {
    return JSON.parse(unseal(context.secret, sealed))
  } catch {
    return null
  }
}

/** Lax: the issuer sends the browser back from another site. */
function cookieOf(secure: boolean) {
  return createCookie(secure ? '__Host-organisatie' : 'organisatie', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
  })
}
