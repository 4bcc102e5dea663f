import type { App } from '../context.server.ts'
import { accountById, actorOf } from '../domain/account/queries.server.ts'
import type { Actor } from '../domain/account/types.ts'
import { dutchDay } from '../i18n/format.ts'
import { type Session, sessionsOf } from './session.server.ts'

/** Who makes a request. */
export interface Visitor {
  /** null for a visitor without an account, and while a code is still to be given. */
  actor: Actor | null
  session: Session | null
  /** A header for the answer; null when there is none to send. */
  cookie: string | null
}

/**
 * Who makes a request, by its cookies. A session from before the person's rights changed goes on under another id.
 * @param options.ahead whether a browser only fetches ahead: what it gets may never be seen, so that nothing may change
 */
export async function whoAsks(
  app: Pick<App, 'db' | 'now' | 'env'>,
  cookies: string | undefined,
  options: { ahead: boolean },
): Promise<Visitor> {
  const sessions = sessionsOf(app)
  const nobody = { actor: null, session: null, cookie: null }
  // Most visitors have no session: nothing is asked of the database for them.
  if (!sessions.brought(cookies)) return nobody
  const session = await sessions.read(cookies)
  if (!session) return nobody
  if (!session.secondFactor) return { actor: null, session, cookie: session.cookie }
  const account = await accountById(app.db, session.accountId)
  const known = account && (await actorOf(app.db, account, dutchDay(app.now())))
  if (!known) return nobody
  const actor = { ...known, twoFactor: known.twoFactor || session.issuerFactor }
  const stale = account.rights_changed_at > session.createdAt.toISOString()
  if (!stale || options.ahead) return { actor, session, cookie: session.cookie }
  const cookie = await sessions.rotate(session)
  const renewed = await sessions.read(cookie)
  return renewed ? { actor, session: renewed, cookie } : nobody
}
