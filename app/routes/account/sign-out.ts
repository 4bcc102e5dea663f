import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { recorded } from '../../auth/record.server.ts'
import { sessionsOf } from '../../auth/session.server.ts'

/** Only pressing the button signs out: a link that was fetched ahead must not. */
export function loader() {
  return redirect('/', 303)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const cookies = request.headers.get('cookie') ?? undefined
  const { session } = context
  const end = (on?: Parameters<typeof sessionsOf>[1]) => sessionsOf(context, on).end(cookies)
  const cookie = session ? await recorded(context, session.accountId, end) : await end()
  return redirect('/', { status: 303, headers: { 'Set-Cookie': cookie } })
}

/** Never seen: with it the address counts as a page, so that whoever is refused gets one. */
export default function Nothing() {
  return null
}
