import { addExampleAccounts } from '#app/domain/account/demonstration.server.ts'
import type { testPortal } from './portal.ts'

type Portal = Awaited<ReturnType<typeof testPortal>>

const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** As a browser sends a form of one of the portal's own pages. */
function send(portal: Portal, path: string, fields: Record<string, string>, cookie = '') {
  const headers = { cookie, origin: portal.url }
  return portal.get(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
}

/**
 * Somebody who is signed in on a portal that runs.
 * @param key of one of the made-up people: 'beheerder', 'coordinator', 'businessdeveloper', 'ondernemer', ...
 */
export async function signedInAs(portal: Portal, key: string) {
  await addExampleAccounts(portal.db, portal.now())
  const email = `${key}@voorbeeld.example`
  const { id } = await portal.db
    .selectFrom('account')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  const cookie = cookieOf(await send(portal, '/inloggen/voorbeeld', { account: id }))
  return {
    id,
    get: (path: string) => portal.get(path, { headers: { cookie } }),
    post: (path: string, fields: Record<string, string>) => send(portal, path, fields, cookie),
  }
}
