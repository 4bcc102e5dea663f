import { onTestFinished } from 'vitest'
import { Browser } from './browser.ts'
import { now } from './database.ts'
import { type Issuer, startIssuer } from './issuer.ts'
import { testPortal } from './portal.ts'

export const page = '/inloggen/organisatie'

/** A portal at which one can sign in with the account of an organisation, and the issuer where that is. */
export async function portalWithIssuer({ env = {}, ...options }: NonNullable<Parameters<typeof testPortal>[0]> = {}) {
  let time = now.getTime()
  const clock = () => new Date(time)
  const issuer = await startIssuer({ now: clock })
  onTestFinished(issuer.close)
  const portal = await testPortal({ clock, ...options, env: { ...env, oidc: issuer.settings } })
  return {
    portal,
    issuer,
    pass(ms: number) {
      time += ms
    },
  }
}

/** Presses the button. @returns the address that the browser goes to, and what the portal answered */
export async function begin(browser: Browser, fields: Record<string, string> = {}) {
  const answer = await browser.post(page, fields)
  const address = /^0; url=(.*)$/.exec(answer.headers.get('refresh') ?? '')?.[1] ?? ''
  return { answer, address }
}

/** Signs in at the issuer. @returns the address that it sends the browser back to */
export async function atIssuer(address: string): Promise<string> {
  const answer = await fetch(address, { redirect: 'manual' })
  const back = new URL(answer.headers.get('location') ?? '')
  return back.pathname + back.search
}

/** All of it. @returns what the portal answers when the browser is back */
export async function signInElsewhere(browser: Browser, naar = ''): Promise<Response> {
  const { address } = await begin(browser, { naar })
  return browser.get(await atIssuer(address))
}

/** Whether the answer signs somebody in; else why not, as it stands in the address. */
export function outcome(answer: Response): string {
  const to = new URL(answer.headers.get('location') ?? '', 'http://portal.invalid')
  return to.searchParams.get('fout') ?? to.pathname
}

/** Somebody at the issuer with the address of an account, which may be believed. */
export function asOwnerOf(issuer: Issuer, { email, id }: { email: string; id: string }) {
  issuer.control.who = { sub: `subject of ${id}`, email, email_verified: true }
}

export { Browser }
