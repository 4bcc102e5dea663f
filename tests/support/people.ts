import { hashPassword } from '#app/auth/passwords.server.ts'
import { recorded } from '#app/auth/record.server.ts'
import type { App } from '#app/context.server.ts'
import { setPassword } from '#app/domain/account/own.server.ts'
import { addAccount, grantRole } from '#app/domain/account/queries.server.ts'
import type { Role } from '#app/domain/account/types.ts'
import { now } from './database.ts'
import { testPortal } from './portal.ts'

/** One that no list of common ones has. */
export const password = 'zeven groene fietsen bij het kanaal'

export interface Person {
  id: string
  email: string
  name: string
}

let number = 0

/** Somebody with an account and a password, made by the functions the portal itself uses. */
export async function addPerson(
  app: Pick<App, 'db' | 'now' | 'env'>,
  has: { name?: string; email?: string; role?: Role['role']; romId?: string; password?: string | null } = {},
): Promise<Person> {
  number += 1
  const { name = `Pieta Proefpersoon ${number}`, email = `pieta${number}@proef.example` } = has
  const hash = has.password === null ? null : await hashPassword(has.password ?? password)
  const now = app.now().toISOString()
  const id = await recorded(app, 'system', async (trx) => {
    const account = await addAccount(trx, { email, name, locale: 'nl' }, now)
    await trx.updateTable('account').set({ verified_at: now }).where('id', '=', account).execute()
    if (hash) await setPassword(trx, account, hash, now)
    const { role, romId = null } = has
    if (role) await grantRole(trx, { accountId: account, role, romId, by: 'system' }, now)
    return account
  })
  return { id, email, name }
}

/** A portal in which time goes by when a test says so. */
export async function portalInTime(options: Parameters<typeof testPortal>[0] = {}) {
  let time = now.getTime()
  const portal = await testPortal({ ...options, clock: () => new Date(time) })
  return {
    portal,
    pass(ms: number) {
      time += ms
    },
  }
}

/** A browser: keeps the cookies it gets, and sends forms as one does. */
export class Browser {
  readonly #url: string
  readonly cookies = new Map<string, string>()

  constructor(portal: { url: string }) {
    this.#url = portal.url
  }

  get(path: string): Promise<Response> {
    return this.#send(path, {})
  }

  post(path: string, fields: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: this.#url } })
  }

  /** Signs in by password. */
  signIn(email: string, naar = '', word = password): Promise<Response> {
    return this.post('/inloggen', { email, password: word, naar })
  }

  get session(): string | undefined {
    return this.cookies.get('sessie')
  }

  async #send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, ...(cookie ? { cookie } : {}) }
    const answer = await fetch(new URL(path, this.#url), { redirect: 'manual', ...init, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    return answer
  }
}
