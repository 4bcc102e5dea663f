import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { AccountTable } from '#db/tables/accounts.ts'
import { refusedProof } from '../../../auth/proof.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { sessionsOf } from '../../../auth/session.server.ts'
import { unlinkIdentities } from '../../../domain/account/identities.server.ts'
import { proofForm } from '../../../domain/account/own-forms.ts'
import { parseForm, type Refusal } from '../../../http/form.server.ts'

/**
 * Takes the link away by which somebody signs in elsewhere; their other sessions end. Without a password they could not come in any more.
 * @returns what is wrong
 * @throws a redirect when it is gone, or cannot go
 */
export async function unlink({ request, context }: ActionFunctionArgs, account: AccountTable): Promise<Refusal> {
  if (account.password_hash === null) throw redirect('/mijn/account/koppeling', 303)
  const { data, refusal } = await parseForm(request, proofForm)
  if (!data) return refusal
  const unproven = await refusedProof(context, account, data)
  if (unproven) return unproven
  await recorded(context, account.id, async (trx) => {
    await unlinkIdentities(trx, account.id)
    await sessionsOf(context, trx).endOthers(account.id, { except: context.session?.id })
  })
  throw redirect('/mijn/account?klaar=koppeling', 303)
}
