import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { keyIn } from '../../../auth/keys.server.ts'
import { hashChosen } from '../../../auth/new-password.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { accountByEmail, accountById } from '../../../domain/account/queries.server.ts'
import { declineInvitation, invitationByKey, joinByKey } from '../../../domain/organisation/colleagues.server.ts'
import { joinForm } from '../../../domain/organisation/forms.ts'
import { canAnswerInvitation } from '../../../domain/organisation/policy.ts'
import { parseForm, refusalAnswer } from '../../../http/form.server.ts'
import { localeOf } from '../../../i18n/locale.server.ts'
import { signedIn } from '../sign-in/sign-in.server.ts'

type Args = Pick<ActionFunctionArgs, 'request' | 'context'>

/**
 * What the key in the address of a request opens, and how its holder goes on: by choosing a password, by signing in, or not at all
 * while signed in as somebody else. It is not used up by looking.
 * @returns null when it opens nothing (any more)
 * @throws a redirect for whoever is signed in as who was invited: there they answer it
 */
export async function heldInvitation({ request, context }: Args) {
  const { db, now, actor } = context
  const key = keyIn(request)
  const invitation = key ? await invitationByKey(db, key, now()) : undefined
  if (!invitation) return null
  if (canAnswerInvitation(actor, invitation)) throw redirect('/mijn', 303)
  const account = await accountByEmail(db, invitation.email)
  if (account?.blocked_at) return null
  const way = actor ? 'other' : account?.password_hash ? 'signIn' : 'join'
  return { key, invitation, way: way as 'other' | 'signIn' | 'join' }
}

/**
 * Answers an invitation of somebody who has no account (with a password) yet: yes makes one, and is the membership too.
 * @returns what is wrong; no faults when it is the key
 * @throws the redirect that follows
 */
export async function answerByKey({ request, context }: Args) {
  const held = await heldInvitation({ request, context })
  const { data: form, refusal } = await parseForm(request, joinForm)
  const deadKey = () => data({ faults: null }, 400)
  if (!held) return deadKey()
  const { invitation, key, way } = held
  // Who has an account signs in first: a mail is not enough to act as somebody who has a password.
  if (way !== 'join') throw redirect(`/inloggen/uitnodiging?${new URLSearchParams({ sleutel: key })}`, 303)
  if (!form) return refusalAnswer(refusal)
  if (form.answer === 'decline') {
    await recorded(context, 'system', (trx) => declineInvitation(trx, invitation))
    throw redirect('/inloggen/uitnodiging?klaar=nee', 303)
  }
  const { name, password } = form
  const { hash, refusal: refusedPassword } = await hashChosen(password, [invitation.email, name], { name })
  if (refusedPassword) return refusalAnswer(refusedPassword)
  const has = { key, name, passwordHash: hash, locale: await localeOf(request) }
  const accountId = await recorded(context, 'system', (trx) => joinByKey(trx, has, context.now()))
  if (accountId === null) return deadKey()
  const naar = `/mijn/organisaties/${invitation.slug}`
  const account = await accountById(context.db, accountId)
  throw await signedIn({ request, context }, accountId, { naar, code: account?.totp_confirmed_at != null })
}
