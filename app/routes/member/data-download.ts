import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireUser } from '../../auth/guard.server.ts'
import { personalData } from '../../domain/account/personal-data.server.ts'
import { dutchDay } from '../../i18n/format.ts'

/** All that is kept about who asks, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireUser(args)
  const { db, now } = args.context
  const kept = await personalData(db, actor.id)
  return new Response(`${JSON.stringify(kept, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="schakel-mijn-gegevens-${dutchDay(now())}.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
