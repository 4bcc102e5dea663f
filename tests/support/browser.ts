import { Sessions } from '#app/auth/session.server.ts'
import { addExampleAccounts } from '#app/domain/account/demonstration.server.ts'
import { password } from './people.ts'
import type { Portal } from './portal.ts'

/** A browser without JavaScript: keeps the cookies it gets, and sends forms as one does. */
export class Browser {
  readonly #portal: Portal
  readonly cookies = new Map<string, string>()

  constructor(portal: Portal) {
    this.#portal = portal
  }

  /** What it sends with every request. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get session(): string | undefined {
    return this.cookies.get('sessie')
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { headers })
  }

  post(path: string, body: Record<string, string> | BodyInit = {}, headers = {}): Promise<Response> {
    const { env, url } = this.#portal
    const from = { origin: env.origin ?? url }
    const plain = Object.getPrototypeOf(body) === Object.prototype
    const sent = plain ? new URLSearchParams(body as Record<string, string>) : (body as BodyInit)
    return this.#send(path, { method: 'POST', body: sent, headers: { ...from, ...headers } })
  }

  /** The text of a page, after as many redirects as there are. */
  async page(path: string): Promise<string> {
    const answer = await this.get(path)
    const to = answer.headers.get('location')
    return to ? this.page(to) : answer.text()
  }

  /** Signs in by password. */
  signIn(email: string, naar = '', word = password): Promise<Response> {
    return this.post('/inloggen', { email, password: word, naar })
  }

  /** Begins a session without the way there. */
  async signInAs(accountId: string, { secondFactor = true } = {}): Promise<this> {
    const { db, now, env } = this.#portal
    const has = { agent: 'Firefox, Linux', secondFactor }
    this.#take(await new Sessions(db, now, env.secure).begin(accountId, has, this.cookie || undefined))
    return this
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    const { cookie } = this
    const answer = await this.#portal.get(path, { ...init, headers: { ...(cookie && { cookie }), ...init.headers } })
    for (const line of answer.headers.getSetCookie()) this.#take(line)
    return answer
  }

  #take(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value) this.cookies.set(name, value)
    else this.cookies.delete(name)
  }
}

/**
 * The browser of one of the made-up people, who came in by the button that a demonstration has.
 * @param key 'beheerder', 'coordinator', 'businessdeveloper', 'ondernemer', ...
 */
export async function signedInAs(portal: Portal, key: string): Promise<Browser & { id: string }> {
  await addExampleAccounts(portal.db, portal.now())
  const { id } = await portal.db
    .selectFrom('account')
    .select('id')
    .where('email', '=', `${key}@voorbeeld.example`)
    .executeTakeFirstOrThrow()
  const browser = new Browser(portal)
  await browser.post('/inloggen/voorbeeld', { account: id })
  return Object.assign(browser, { id })
}
