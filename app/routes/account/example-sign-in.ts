import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { listExampleAccounts } from '../../domain/account/demonstration.server.ts'
import { naar } from '../../domain/account/forms.ts'
import { parseForm } from '../../http/form.server.ts'
import { found, notFound } from '../../http/responses.ts'
import { signedIn } from './sign-in/sign-in.server.ts'

const form = z.object({ account: z.string().max(100), naar })

export function loader() {
  return redirect('/inloggen', 303)
}

/** Signs in as one of the made-up people, in a demonstration only. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (context.env.mode !== 'demonstration') throw notFound()
  const { data } = await parseForm(request, form)
  const examples = await listExampleAccounts(context.db)
  const account = found(examples.find(({ id }) => id === data?.account))
  throw await signedIn({ request, context }, account.id, { naar: data?.naar ?? '', code: false })
}

/** Never seen: with it the address counts as a page, so that whoever is refused gets one. */
export default function Nothing() {
  return null
}
