import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { pathOf } from '../../../auth/kept-form.server.ts'
import { recordedForm } from '../../../auth/record.server.ts'
import { deskRoms } from '../../../domain/account/policy.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { decide } from '../../../domain/introduction/decide.server.ts'
import { moveForm } from '../../../domain/introduction/forms.ts'
import { canRunIntroduction } from '../../../domain/introduction/policy.ts'
import { findIntroduction } from '../../../domain/introduction/queries.server.ts'
import { parseForm, type Refusal, refused } from '../../../http/form.server.ts'
import { forbidden, found } from '../../../http/responses.ts'

const kinds = { proposed: 'propose', talking: 'talk', withdrawn: 'withdraw', draft: 'reopen' } as const

/**
 * Moves a card over the board.
 * @returns what is wrong: somebody else moved it since, or it has no words yet that say why
 * @throws the redirect back to the board, and to the introduction for what needs more than a move
 */
export async function moveCard({ request, context }: ActionFunctionArgs, actor: Actor): Promise<Refusal> {
  const { data, refusal } = await parseForm(request, moveForm)
  if (!data) return refusal
  const introduction = found(await findIntroduction(context.db, data.id, deskRoms(actor)))
  if (!canRunIntroduction(actor, introduction)) throw forbidden()
  if (data.to === 'proposed' && introduction.message === '') throw redirect(`/werk/introducties/${data.id}`, 303)
  const move = { kind: kinds[data.to] }
  const { result, refusal: refusedNow } = await recordedForm(context, actor.id, {}, (trx) =>
    decide(trx, data.id, { move, by: actor.id, version: data.version }, context.now()),
  )
  if (refusedNow) return refusedNow
  if (!result) return refused('', 'introductionChanged', {}, 409)
  throw redirect(pathOf(request) + new URL(request.url).search, 303)
}
