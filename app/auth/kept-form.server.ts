import { type ActionFunctionArgs, createCookie, type LoaderFunctionArgs } from '@remix-run/node'
import { addKeptForm, seeKeptForm, takeKeptForm } from '../domain/account/kept-forms.server.ts'
import { type FormFaults, typedIn } from '../http/form.server.ts'
import { clientOf, tooOften } from '../http/rate.server.ts'
import { hashOf, newKey, seal, unseal } from './keys.server.ts'
import { sessionsOf } from './session.server.ts'

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>

/** In seconds: so long for the person whose session it was. */
const day = 86_400
/** When nothing tells whose it was, it is for who signs in right after, in the same browser. */
const hour = 3600

/** Longer forms than anybody types are not kept. */
const mostBytes = 100_000

/**
 * Keeps what was typed, for whoever sent it without being signed in (any more). Passwords, codes and keys are never kept.
 * @returns the header that lets the browser ask for it; null when nothing was kept
 */
export async function keepForm({ request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>) {
  const { db, env, now, secret, address } = context
  if (!(Number(request.headers.get('content-length')) <= mostBytes)) return null
  if ((await tooOften(db, 'keep', clientOf(address), env.limitFactor)) !== null) return null
  const values = await typedIn(request)
  if (!values || Object.keys(values).length === 0) return null
  const path = pathOf(request)
  const key = newKey()
  const accountId = await senderOf({ request, context })
  const seconds = accountId === null ? hour : day
  await addKeptForm(
    db,
    {
      id: hashOf(key),
      path,
      sealed: seal(secret, JSON.stringify(values)),
      account_id: accountId,
      expires_at: new Date(now().getTime() + seconds * 1000).toISOString(),
    },
    now().toISOString(),
  )
  return cookieFor(path, env.secure).serialize(key, { maxAge: seconds })
}

/**
 * What the person who is signed in now typed into a form on this page before the session had ended; once, then it is gone.
 * @returns what was typed, as fields read it; null when nothing was kept for this person
 */
export async function keptForm({ request, context }: Args): Promise<FormFaults | null> {
  const { db, env, now, secret, actor } = context
  if (!actor) return null
  const path = pathOf(request)
  const key: unknown = await cookieFor(path, env.secure).parse(request.headers.get('cookie'))
  if (typeof key !== 'string') return null
  const wanted = { id: hashOf(key), path, accountId: actor.id }
  // What a browser fetches ahead may never be seen: it must not be the one time.
  const read = request.headers.has('sec-purpose') ? seeKeptForm : takeKeptForm
  const sealed = await read(db, wanted, now().toISOString())
  const values = sealed === undefined ? null : valuesIn(secret, sealed)
  return values && { errors: {}, values }
}

function valuesIn(secret: string, sealed: string): FormFaults['values'] | null {
  try {
    return JSON.parse(unseal(secret, sealed))
  } catch {
    // The portal has another secret now: what was sealed with the old one is lost to everybody.
    return null
  }
}

/** Whose form it is, by the session that goes with it, be it one that has ended. */
async function senderOf({ request, context }: Args): Promise<string | null> {
  const { actor, session } = context
  const known = actor?.id ?? session?.accountId
  if (known) return known
  return sessionsOf(context).ownerOf(request.headers.get('cookie') ?? undefined)
}

/** The path of the page a request is for; a form goes to the page it stands on. Remix asks for the data of a page beside it. */
export function pathOf(request: Request): string {
  return new URL(request.url).pathname.replace(/\.data$/, '')
}

/** One for each page, so that two forms in two windows are both kept, and no key serves twice. */
function cookieFor(path: string, secure: boolean) {
  const name = `formulier-${hashOf(path).slice(0, 8)}`
  return createCookie(secure ? `__Host-${name}` : name, { path: '/', httpOnly: true, sameSite: 'lax', secure })
}
