import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { longestText } from '../../../http/query.ts'

/** As much as anybody has to say of one need; what comes after it is not read. */
const longestSent = 100_000

/**
 * What answers a text that was sent: an address that can be shared, or when it is too long for one, the answer at once.
 * @param fields what is sent beside the text "q"
 * @param answer is asked with a request for the address without the text, and the text
 * @throws a redirect to that address
 */
export async function sentText<Answer>(
  { request, context }: ActionFunctionArgs,
  fields: string[],
  answer: (args: Pick<LoaderFunctionArgs, 'request' | 'context'>, text: string) => Promise<Answer>,
): Promise<Answer> {
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const q = field('q').slice(0, longestSent)
  const address = new URL(request.url)
  address.search = ''
  for (const name of fields) if (field(name)) address.searchParams.set(name, field(name))
  if (q.length <= longestText) {
    if (q) address.searchParams.set('q', q)
    throw redirect(address.pathname + address.search, 303)
  }
  return answer({ request: new Request(address, { headers: request.headers }), context }, q)
}
