import { type ActionFunctionArgs, data as answer, redirect } from '@remix-run/node'
import type { Db } from '#db/client.ts'
import type { AccountTable } from '#db/tables/accounts.ts'
import { refusedProof } from '../../../auth/proof.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { sessionsOf } from '../../../auth/session.server.ts'
import { hashOfRecoveryCode, newRecoveryCodes, newSecret, stepOf } from '../../../auth/two-factor.server.ts'
import { proofForm, twoFactorForm } from '../../../domain/account/own-forms.ts'
import {
  confirmSecret,
  keepRecoveryCodes,
  keepSecret,
  turnOffTwoFactor,
} from '../../../domain/account/two-factor.server.ts'
import { parseForm, type Refusal, refused, refusedFor } from '../../../http/form.server.ts'
import { tooOften } from '../../../http/rate.server.ts'
import { queueMail } from '../../../mail/queue.server.ts'

const page = '/mijn/account/tweestaps'

/** Recovery codes to be shown this once, or why there are none. */
type Codes = string[] | Refusal

/** The answer of an action that makes recovery codes. */
export function codesAnswer(made: Codes) {
  if (Array.isArray(made)) return answer({ codes: made, faults: null }, 200)
  const { faults, status, headers } = made
  return answer({ codes: null, faults }, { status, headers })
}

type Context = ActionFunctionArgs['context']

/**
 * Sets up a secret, gives it up, or lets it count once a code by it was given.
 * @returns what is wrong, or the recovery codes: they are shown in the answer itself, since they are kept nowhere
 * @throws a redirect to the page for all else
 */
export async function changeTwoFactor(
  { request, context }: ActionFunctionArgs,
  account: AccountTable,
): Promise<Codes> {
  const { data, refusal } = await parseForm(request, twoFactorForm)
  if (!data) return refusal
  const now = context.now().toISOString()
  if (data.doe !== 'confirm') {
    const sealed = data.doe === 'start' ? newSecret(context) : null
    await recorded(context, account.id, (trx) => keepSecret(trx, account.id, sealed, now))
    throw redirect(page, 303)
  }
  const sealed = account.totp_secret
  // As after the same form was sent twice: the page says how it is now.
  if (account.totp_confirmed_at !== null || sealed === null) throw redirect(page, 303)
  const wait = await tooOften(context.db, 'code', account.id, context.env.limitFactor)
  if (wait !== null) return refusedFor(wait, 'tooOften')
  const step = stepOf(context, sealed, data.code)
  if (step === null) return refused('code', 'code')
  const codes = newRecoveryCodes()
  const on = await recorded(context, account.id, async (trx) => {
    if (!(await confirmSecret(trx, account.id, { step, sealed }, now))) return false
    await keepRecoveryCodes(trx, account.id, codes.map(hashOfRecoveryCode))
    // Whoever came in by the password alone has to give a code now.
    await sessionsOf(context, trx).endOthers(account.id, { except: context.session?.id })
    await tell(context, trx, account, 'twoFactorOn')
    return true
  })
  if (!on) throw redirect(page, 303)
  return codes
}

/** Makes new recovery codes; the old ones are of no use any more. @returns what is wrong, or the codes, as above */
export async function renewCodes({ request, context }: ActionFunctionArgs, account: AccountTable): Promise<Codes> {
  if (account.totp_confirmed_at === null) throw redirect(page, 303)
  const { data, refusal } = await parseForm(request, proofForm)
  if (!data) return refusal
  const unproven = await refusedProof(context, account, data)
  if (unproven) return unproven
  const codes = newRecoveryCodes()
  await recorded(context, account.id, (trx) => keepRecoveryCodes(trx, account.id, codes.map(hashOfRecoveryCode)))
  return codes
}

/** Turns it off. @returns what is wrong @throws a redirect when it is off */
export async function turnOff({ request, context }: ActionFunctionArgs, account: AccountTable): Promise<Refusal> {
  if (account.totp_confirmed_at === null) throw redirect(page, 303)
  const { data, refusal } = await parseForm(request, proofForm)
  if (!data) return refusal
  const unproven = await refusedProof(context, account, data)
  if (unproven) return unproven
  await recorded(context, account.id, async (trx) => {
    if (await turnOffTwoFactor(trx, account.id, context.now().toISOString())) {
      await tell(context, trx, account, 'twoFactorOff')
    }
  })
  throw redirect(`${page}?klaar=uit`, 303)
}

function tell(
  { now }: Context,
  trx: Db,
  { id, locale }: AccountTable,
  template: 'twoFactorOn' | 'twoFactorOff',
): Promise<void> {
  return queueMail(trx, { to: { accountId: id }, locale, template, params: { link: page } }, now())
}
