import type { LoaderFunctionArgs } from '@remix-run/node'

/** Everything answers, the search server too: 503 while it does not. */
export async function loader({ context }: LoaderFunctionArgs) {
  const search = await context.search.ready()
  return Response.json(
    { status: search ? 'ok' : 'search unavailable', search },
    { status: search ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
