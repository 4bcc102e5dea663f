import type { Selectable } from 'kysely'
import { type Adapter, type DatabaseSession, generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia'
import type { Db } from '#db/client.ts'
import type { SessionTable } from '#db/tables/accounts.ts'
import type { App } from '../context.server.ts'
import { hashOf } from './keys.server.ts'

/** The only file that knows Lucia. Its upkeep has ended: what it does here (ids, sliding expiry, cookies) can be taken over in an hour. */
declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Attributes>
    DatabaseSessionAttributes: Attributes
  }
}

interface Attributes {
  agent: string
  secondFactor: boolean
  /** Whether the issuer they came by asked a second factor itself. */
  issuerFactor: boolean
  createdAt: Date
  usedAt: Date
  endsAt: Date
}

type NewSession = Pick<Attributes, 'agent' | 'secondFactor'> & Partial<Pick<Attributes, 'issuerFactor'>>
type Row = Selectable<SessionTable>

/** Without use a session ends after two days; with use it moves on, to two weeks at most. */
const idle = new TimeSpan(2, 'd')
const lifetime = new TimeSpan(14, 'd')
/** How long somebody whose password was right has to give the code. */
const forTheCode = new TimeSpan(10, 'm')
/** How precisely it is kept when a session was last used: not every page is worth a write. */
const useMs = 10 * 60_000

/** As Lucia makes them of 25 random bytes. */
const keyShape = /^[a-z2-7]{40}$/

export interface Session extends Attributes {
  /** What the browser has. */
  key: string
  /** What it is known by on the portal: a hash, that nobody can come in by. */
  id: string
  accountId: string
  /** The header that lets the browser keep it longer; null when there is no need. */
  cookie: string | null
}

export interface SessionView {
  id: string
  agent: string
  /** When the person signed in; the id may be of later. */
  since: string
  used_at: string
}

/** The sessions of a portal. @param on a transaction, when other writes go with it */
export function sessionsOf({ db, now, env }: Pick<App, 'db' | 'now' | 'env'>, on: Db = db): Sessions {
  return new Sessions(on, now, env.secure)
}

/** Sessions on a database or a transaction. */
export class Sessions {
  readonly #db: Db
  readonly #now: () => Date
  readonly #lucia: Lucia<Attributes>

  /** @param secure whether the portal is reached by https only */
  constructor(db: Db, now: () => Date, secure: boolean) {
    this.#db = db
    this.#now = now
    this.#lucia = new Lucia<Attributes>(this.#adapter(), {
      sessionExpiresIn: idle,
      // The browser keeps it for longer than it opens anything, so that an unfinished form can be given back to whose it is.
      sessionCookie: { name: secure ? '__Host-sessie' : 'sessie', expires: false, attributes: { secure } },
      getSessionAttributes: (attributes) => attributes,
    })
  }

  /** The session of a request; null when it has none that holds. */
  async read(cookies: string | undefined): Promise<Session | null> {
    const key = this.#keyIn(cookies)
    if (!key) return null
    const { session } = await this.#lucia.validateSession(key)
    if (!session) return null
    const { userId, fresh, expiresAt: _expiresAt, ...rest } = session
    const id = hashOf(key)
    const now = this.#now()
    if (now.getTime() - rest.usedAt.getTime() > useMs) {
      await this.#db.updateTable('session').set({ used_at: now.toISOString() }).where('id', '=', id).execute()
    }
    const cookie = fresh ? this.#lucia.createSessionCookie(key).serialize() : null
    return { ...rest, key, id, accountId: userId, cookie }
  }

  /** Whether a request brought the key of a session, be it one that has ended. */
  brought(cookies: string | undefined): boolean {
    return this.#keyIn(cookies) !== null
  }

  /** The account whose session a request brought, be it one that has ended and not been tidied away; it opens nothing. */
  async ownerOf(cookies: string | undefined): Promise<string | null> {
    const key = this.#keyIn(cookies)
    if (!key) return null
    const row = await this.#db
      .selectFrom('session')
      .select('account_id')
      .where('id', '=', hashOf(key))
      .executeTakeFirst()
    return row?.account_id ?? null
  }

  /**
   * Begins a session under a new id, in the place of the one the browser had.
   * @param secondFactor false while a code is still to come: such a session opens nothing and lasts ten minutes
   * @returns the header that gives it to the browser
   */
  async begin(accountId: string, has: NewSession, before: string | undefined) {
    const now = this.#now()
    const length = has.secondFactor ? lifetime : forTheCode
    const endsAt = new Date(now.getTime() + length.milliseconds())
    return this.#replace(
      accountId,
      { ...has, issuerFactor: has.issuerFactor ?? false, createdAt: now, usedAt: now, endsAt },
      this.#keyIn(before),
    )
  }

  /** The same session under another id: the old one is of no use any more. */
  async rotate(session: Session): Promise<string> {
    const { agent, secondFactor, issuerFactor, endsAt } = session
    const now = this.#now()
    const same = { agent, secondFactor, issuerFactor, endsAt }
    return this.#replace(session.accountId, { ...same, createdAt: now, usedAt: now }, session.key)
  }

  /** Ends the session of a request. @returns the header that takes it from the browser */
  async end(cookies: string | undefined): Promise<string> {
    const key = this.#keyIn(cookies)
    if (key) await this.#lucia.invalidateSession(key)
    return this.#lucia.createBlankSessionCookie().serialize()
  }

  /** Ends one session of an account, or all of them but one. */
  async endOthers(accountId: string, { only, except }: { only?: string; except?: string } = {}): Promise<void> {
    let gone = this.#db.deleteFrom('session').where('account_id', '=', accountId)
    if (only !== undefined) gone = gone.where('id', '=', only)
    if (except !== undefined) gone = gone.where('id', '<>', except)
    await gone.execute()
  }

  /** What is open of an account, the last used first. */
  async list(accountId: string): Promise<SessionView[]> {
    const now = this.#now().toISOString()
    const rows = await this.#db
      .selectFrom('session')
      .select(['id', 'agent', 'used_at', 'ends_at'])
      .where('account_id', '=', accountId)
      .where('second_factor', '=', 1)
      .where('ends_at', '>', now)
      .where('expires_at', '>', now)
      .orderBy('used_at', 'desc')
      .orderBy('id')
      .execute()
    return rows.map(({ ends_at, ...row }) => {
      const began = new Date(ends_at).getTime() - lifetime.milliseconds()
      return { ...row, since: new Date(began).toISOString() }
    })
  }

  /** Not by Lucia's reader: that fails on any cookie that cannot be decoded, whoever set it. */
  #keyIn(cookies = ''): string | null {
    const name = `${this.#lucia.sessionCookieName}=`
    const key = cookies.split(/; */).find((one) => one.startsWith(name))
    return key && keyShape.test(key.slice(name.length)) ? key.slice(name.length) : null
  }

  async #replace(accountId: string, attributes: Attributes, before: string | null): Promise<string> {
    if (before) await this.#lucia.invalidateSession(before)
    const sessionId = generateIdFromEntropySize(25)
    const session = await this.#lucia.createSession(accountId, attributes, { sessionId })
    return this.#lucia.createSessionCookie(session.id).serialize()
  }

  /** Sessions are kept under the hash of their key, and none outlives its end, however much it is used. */
  #adapter(): Adapter {
    const db = this.#db
    const now = this.#now
    // Lucia asks the machine what time it is: the portal's clock may say something else.
    const ahead = () => now().getTime() - Date.now()
    const kept = (expiresAt: Date) => new Date(expiresAt.getTime() + ahead()).toISOString()
    const expiryOf = ({ expires_at, ends_at }: Row) => (expires_at < ends_at ? expires_at : ends_at)
    const sessionOf = (row: Row, id: string): DatabaseSession => ({
      id,
      userId: row.account_id,
      expiresAt: new Date(new Date(expiryOf(row)).getTime() - ahead()),
      attributes: {
        agent: row.agent,
        secondFactor: row.second_factor === 1,
        issuerFactor: row.issuer_factor === 1,
        createdAt: new Date(row.created_at),
        usedAt: new Date(row.used_at),
        endsAt: new Date(row.ends_at),
      },
    })
    return {
      async getSessionAndUser(id) {
        const row = await db.selectFrom('session').selectAll().where('id', '=', hashOf(id)).executeTakeFirst()
        const at = now().toISOString()
        // Lucia would take an ended session away at once: tidying does, once nothing is asked of it any more.
        if (!row || row.ends_at <= at || row.expires_at <= at) return [null, null]
        return [sessionOf(row, id), { id: row.account_id, attributes: {} }]
      },
      async getUserSessions(accountId) {
        const rows = await db.selectFrom('session').selectAll().where('account_id', '=', accountId).execute()
        return rows.map((row) => sessionOf(row, row.id))
      },
      async setSession({ id, userId, expiresAt, attributes }) {
        await db
          .insertInto('session')
          .values({
            id: hashOf(id),
            account_id: userId,
            agent: attributes.agent,
            second_factor: attributes.secondFactor ? 1 : 0,
            issuer_factor: attributes.issuerFactor ? 1 : 0,
            created_at: attributes.createdAt.toISOString(),
            used_at: attributes.usedAt.toISOString(),
            expires_at: kept(expiresAt),
            ends_at: attributes.endsAt.toISOString(),
          })
          .execute()
      },
      async updateSessionExpiration(id, expiresAt) {
        await db
          .updateTable('session')
          .set({ expires_at: kept(expiresAt), used_at: now().toISOString() })
          .where('id', '=', hashOf(id))
          .execute()
      },
      async deleteSession(id) {
        await db.deleteFrom('session').where('id', '=', hashOf(id)).execute()
      },
      async deleteUserSessions(accountId) {
        await db.deleteFrom('session').where('account_id', '=', accountId).execute()
      },
      async deleteExpiredSessions() {
        await db.deleteFrom('session').where('expires_at', '<=', now().toISOString()).execute()
      },
    }
  }
}

/** The browser and the system in a few words, for the list of one's own sessions: "Firefox, Windows". */
export function agentOf(userAgent: string | null | undefined): string {
  const first = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  // In this order: each browser says that it is those below it too.
  const browser = first([
    [/Edg\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/SamsungBrowser/, 'Samsung Internet'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ])
  const system = first([
    [/Windows/, 'Windows'],
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ])
  return [browser, system].filter(Boolean).join(', ')
}
