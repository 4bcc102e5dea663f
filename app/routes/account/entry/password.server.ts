import { type ActionFunctionArgs, data } from '@remix-run/node'
import { keyIn } from '../../../auth/keys.server.ts'
import { hashChosen } from '../../../auth/new-password.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { sessionsOf } from '../../../auth/session.server.ts'
import { openWay } from '../../../auth/way-back.server.ts'
import { passwordForm } from '../../../domain/account/entry-forms.ts'
import { accountById } from '../../../domain/account/queries.server.ts'
import { choosePassword, passwordPurposes } from '../../../domain/account/registration.server.ts'
import { tokenOf } from '../../../domain/account/tokens.server.ts'
import { parseForm, refusalAnswer } from '../../../http/form.server.ts'
import { signedIn } from '../sign-in/sign-in.server.ts'

type Args = Pick<ActionFunctionArgs, 'request' | 'context'>

/** Whose key is in the address of a request, and the key; null when it opens nothing. It is not used up by looking. */
export async function keyHolder({ request, context }: Args) {
  const { db, now } = context
  const key = keyIn(request)
  const token = key ? await tokenOf(db, key, passwordPurposes, now()) : null
  const account = token && (await accountById(db, token.accountId))
  return account?.email ? { key, id: account.id, email: account.email, name: account.name } : null
}

/**
 * Gives the holder of a key the password they chose, ends every session of before, and signs in.
 * @returns what is wrong with the password; no faults when it is the key
 * @throws the redirect with which they are signed in
 */
export async function setPassword({ request, context }: Args) {
  const holder = await keyHolder({ request, context })
  const { data: form, refusal } = await parseForm(request, passwordForm)
  const deadKey = () => data({ faults: null }, 400)
  if (!holder) return deadKey()
  if (!form) return refusalAnswer(refusal)
  const { hash, refusal: refusedPassword } = await hashChosen(form.password, [holder.email, holder.name ?? ''])
  if (refusedPassword) return refusalAnswer(refusedPassword)
  const chosen = await recorded(context, holder.id, async (trx) => {
    const token = await choosePassword(trx, holder.key, hash, context.now())
    if (token) await sessionsOf(context, trx).endOthers(holder.id)
    return token
  })
  if (!chosen) return deadKey()
  const account = await accountById(context.db, holder.id)
  const way = new URL(request.url).searchParams.get('verder')
  throw await signedIn({ request, context }, holder.id, {
    naar: openWay(context, way),
    code: account?.totp_confirmed_at != null,
  })
}
