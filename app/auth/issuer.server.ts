import * as oidc from 'openid-client'
import type { App } from '../context.server.ts'
import type { Identity } from '../domain/account/identities.server.ts'
import type { OidcSettings } from '../env.server.ts'

/** The only file that knows OpenID Connect. An issuer is where people sign in with the account of their own organisation. */
type Portal = Pick<App, 'db' | 'env' | 'log' | 'now'>

/** Of each question to the issuer. A sign-in takes three at most, and somebody waits for it. */
const patienceSeconds = 5
const day = 24 * 3_600_000
/** How far the clocks of the issuer and the portal may be apart. */
const toleranceSeconds = 60

/** What a sign-in that has begun is recognised by when it comes back: only the browser it began in has it, sealed. */
export interface Attempt {
  state: string
  nonce: string
  verifier: string
}

/** Somebody the issuer signed in. */
export interface Vouched extends Identity {
  /** Whether it asked a second factor, too. */
  factor: boolean
}

/** Why somebody was not signed in: they or the issuer called it off; the issuer cannot be asked; what came back is not right. */
export type IssuerRefusal = 'denied' | 'away' | 'failed'

/** What the issuer says of itself, by portal. Nothing is asked of it before somebody wants to sign in. */
const known = new WeakMap<object, { at: number; configuration: Promise<oidc.Configuration> }>()

async function configurationOf(portal: Portal, settings: OidcSettings): Promise<oidc.Configuration> {
  const at = portal.now().getTime()
  const kept = known.get(portal.db)
  if (kept && at - kept.at < day) return kept.configuration
  const configuration = discover(portal, settings)
  known.set(portal.db, { at, configuration })
  // The next one asks again.
  configuration.catch(() => known.delete(portal.db))
  return configuration
}

async function discover(
  portal: Portal,
  { issuer, clientId, clientSecret }: OidcSettings,
): Promise<oidc.Configuration> {
  const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []
  // Its clock is the portal's own, as everywhere.
  const skew = Math.round((portal.now().getTime() - Date.now()) / 1000)
  const client = { client_secret: clientSecret, [oidc.clockSkew]: skew, [oidc.clockTolerance]: toleranceSeconds }
  const options = { timeout: patienceSeconds, execute: [...insecure, oidc.enableNonRepudiationChecks] }
  return oidc.discovery(new URL(issuer), clientId, client, authentication(clientSecret), options)
}

/** In the body where the issuer says that it reads it there: in a header, not all read the same signs the same. */
function authentication(clientSecret: string): oidc.ClientAuth {
  const [inBody, inHeader] = [oidc.ClientSecretPost(clientSecret), oidc.ClientSecretBasic(clientSecret)]
  return (server, ...rest) => {
    const reads = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false
    return (reads ? inBody : inHeader)(server, ...rest)
  }
}

/**
 * Begins a sign-in.
 * @param back the address that the issuer sends the browser back to
 * @param options.choose whether to ask which account, where the issuer would take the one it knows
 * @returns where the browser goes; null when the issuer cannot be asked
 */
export async function beginAt(
  portal: Portal,
  settings: OidcSettings,
  back: string,
  { choose }: { choose: boolean },
): Promise<{ address: string; attempt: Attempt } | null> {
  const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
  const { acr } = settings
  try {
    const url = oidc.buildAuthorizationUrl(await configurationOf(portal, settings), {
      redirect_uri: back,
      scope: 'openid email',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(choose && { prompt: 'select_account' }),
      // The second is how Entra ID is asked; each leaves out what it does not know.
      ...(acr && {
        acr_values: acr,
        claims: JSON.stringify({ id_token: { acrs: { essential: true, value: acr } } }),
      }),
    })
    return { address: url.href, attempt }
  } catch (error) {
    portal.log.warn(told(error), 'the issuer of single sign-on cannot be asked')
    return null
  }
}

/**
 * Ends a sign-in: fetches who it is, and checks that the answer is of this issuer, for this portal, for this attempt and of now.
 * @param back the address that the browser came back at, with what the issuer put in it
 */
export async function finishAt(
  portal: Portal,
  settings: OidcSettings,
  back: URL,
  { state, nonce, verifier }: Attempt,
): Promise<Vouched | IssuerRefusal> {
  try {
    const configuration = await configurationOf(portal, settings)
    const answer = await oidc.authorizationCodeGrant(configuration, back, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = answer.claims()
    // The library lets Microsoft's issuers for all organisations pass as any of them.
    if (!claims || claims.iss !== configuration.serverMetadata().issuer) return 'failed'
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: believedEmail(claims, settings.domains),
      factor: askedFactor(claims, settings.acr),
    }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal !== 'denied') portal.log.warn({ ...told(error), refusal }, 'a single sign-on was not taken')
    return refusal
  }
}

/**
 * The address in what an issuer says, when it may be believed that it is theirs: it says that it checked it, or says nothing of that (as
 * Entra ID) and the domain is the organisation's own.
 */
export function believedEmail(
  { email, email_verified: verified }: Record<string, unknown>,
  domains: string[],
): string | null {
  if (typeof email !== 'string' || email.length > 200) return null
  const [, domain] = /^[^@\s]+@([^@\s]+)$/.exec(email) ?? []
  if (!domain) return null
  const own = verified === undefined && domains.includes(domain.toLowerCase())
  return verified === true || own ? email : null
}

/** Whether two factors were asked, by "mfa" (RFC 8176) or by what the portal was told to look for. */
function askedFactor({ amr, acr, acrs }: oidc.IDToken, wanted: string | undefined): boolean {
  if (Array.isArray(amr) && amr.includes('mfa')) return true
  return wanted !== undefined && (acr === wanted || acrs === wanted || (Array.isArray(acrs) && acrs.includes(wanted)))
}

const awayCodes = ['OAUTH_TIMEOUT', 'OAUTH_ABORT']

function refusalOf(error: unknown): IssuerRefusal {
  if (error instanceof oidc.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'denied'
    return ['server_error', 'temporarily_unavailable'].includes(error.error) ? 'away' : 'failed'
  }
  const { code, message, status, cause } = error as Partial<oidc.ClientError> & { status?: number }
  if (message === 'fetch failed' || awayCodes.includes(code ?? '')) return 'away'
  const answered = status ?? (cause instanceof Response ? cause.status : 0)
  return answered >= 500 ? 'away' : 'failed'
}

/** What can be logged of an error: not its causes, which hold what the issuer says of somebody. */
function told(error: unknown) {
  const { code, message, error: said, error_description: more } = error as Partial<oidc.ResponseBodyError>
  // Entra ID begins with a number that tells what is wrong, such as a secret that has expired.
  return { code, message, said, number: typeof more === 'string' ? /^AADSTS\d+/.exec(more)?.[0] : undefined }
}
