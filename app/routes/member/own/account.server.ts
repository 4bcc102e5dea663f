import type { LoaderFunctionArgs } from '@remix-run/node'
import { accountById } from '../../../domain/account/queries.server.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { openPage } from '../../../http/page.server.ts'
import { found } from '../../../http/responses.ts'

/** The account of who is signed in, and what every page needs. */
export async function openOwn(args: LoaderFunctionArgs, actor: Actor) {
  return { account: found(await accountById(args.context.db, actor.id)), ...(await openPage(args)) }
}
