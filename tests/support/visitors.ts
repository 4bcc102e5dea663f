import type { Kysely } from 'kysely'
import { Sessions } from '#app/auth/session.server.ts'
import { addAccount, grantRole } from '#app/domain/account/queries.server.ts'
import type { Database } from '#db/schema.ts'
import type { StaffRole } from '#db/tables/accounts.ts'
import { write } from '#db/write.ts'
import { now } from './database.ts'
import type { testPortal } from './portal.ts'

type Portal = Awaited<ReturnType<typeof testPortal>>

let count = 0

/** Makes an account with a verified address, with a role when one is given. @returns its id */
export async function addPerson(
  db: Kysely<Database>,
  { name, role, romId = null }: { name: string; role?: StaffRole; romId?: string | null },
): Promise<string> {
  const at = now.toISOString()
  count += 1
  return write(db, { id: 'system' }, now, async (trx) => {
    const id = await addAccount(trx, { email: `person${count}@people.example`, name, locale: 'nl' }, at)
    await trx.updateTable('account').set({ verified_at: at }).where('id', '=', id).execute()
    if (role) await grantRole(trx, { accountId: id, role, romId, by: 'system' }, at)
    return id
  })
}

/** Cookies as a browser keeps them. */
export class Jar {
  readonly #cookies = new Map<string, string>()

  take(headers: Headers | string[]): void {
    for (const header of Array.isArray(headers) ? headers : headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
      this.#cookies.set(name, value)
    }
  }

  drop(name: string): void {
    this.#cookies.delete(name)
  }

  get(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  names(): string[] {
    return [...this.#cookies.keys()]
  }

  toString(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}

/** A browser at the portal, without JavaScript. Signed in as somebody when an account is given. */
export async function browser(portal: Portal, accountId?: string) {
  const jar = new Jar()
  const signIn = async (id: string) => {
    const has = { agent: 'Firefox, Linux', secondFactor: true }
    jar.take([await new Sessions(portal.db, portal.now, false).begin(id, has, jar.toString() || undefined)])
  }
  if (accountId) await signIn(accountId)
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { cookie: jar.toString(), origin: portal.url, ...(init.headers as Record<string, string>) }
    const answer = await portal.get(path, { ...init, headers })
    jar.take(answer.headers)
    return answer
  }
  return {
    jar,
    signIn,
    ask,
    get: (path: string) => ask(path),
    /** The page, after as many redirects as there are. */
    page: async (path: string) => {
      let answer = await ask(path)
      for (let to = answer.headers.get('location'); to; to = answer.headers.get('location')) answer = await ask(to)
      return answer.text()
    },
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
  }
}
