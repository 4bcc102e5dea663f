import { now } from './database.ts'
import { password } from './people.ts'
import { testPortal } from './portal.ts'

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
