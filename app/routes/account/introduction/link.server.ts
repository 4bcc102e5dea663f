import { type ActionFunctionArgs, data } from '@remix-run/node'
import { keyIn } from '../../../auth/keys.server.ts'
import { recorded } from '../../../auth/record.server.ts'
import { decide } from '../../../domain/introduction/decide.server.ts'
import { linkForm } from '../../../domain/introduction/forms.ts'
import { endKeys, keyOf } from '../../../domain/introduction/keys.server.ts'
import { waitingFor } from '../../../domain/introduction/moves.ts'
import { isMade } from '../../../domain/introduction/policy.ts'
import { findIntroduction } from '../../../domain/introduction/queries.server.ts'
import { addOutcome } from '../../../domain/introduction/write.server.ts'
import { parseForm } from '../../../http/form.server.ts'

type Args = Pick<ActionFunctionArgs, 'request' | 'context'>
type Db = Args['context']['db']

/** What a key opens that is still to be answered; null when nothing is (any more). */
async function answerable(db: Db, key: string, now: Date) {
  const token = key ? await keyOf(db, key, now) : undefined
  const introduction = token && (await findIntroduction(db, token.introduction_id, null))
  if (!token || !introduction) return null
  const { purpose } = token
  const own = introduction.parties.find(({ id }) => id === token.party_id)
  if (purpose === 'outcome') return isMade(introduction.state) ? { token, purpose, introduction, own } : null
  const waits = own && waitingFor(introduction.state, [own]).length > 0
  const asked = introduction.state === (purpose === 'answer' ? 'proposed' : 'consent')
  return waits && asked ? { token, purpose, introduction, own } : null
}

/** What the key in the address of a request opens; null when nothing. */
export function opened({ request, context }: Args) {
  return answerable(context.db, keyIn(request), context.now())
}

/**
 * Answers by a link, once.
 * @returns what was said: `yes`, `no` or `outcome`; `late` when it was answered already or the key opens nothing; or what is wrong
 */
export async function answerByLink({ request, context }: Args) {
  const { data: form, refusal } = await parseForm(request, linkForm)
  const key = keyIn(request)
  if (!form) return data({ said: null, faults: refusal.faults }, { status: refusal.status })
  const now = context.now()
  const known = await answerable(context.db, key, now)
  const late = () => data({ said: 'late' as const, faults: null }, { status: 410 })
  if (!known) return late()
  const by = known.token.account_id ?? 'system'
  const said = await recorded(context, by, async (trx) => {
    // Read again: whoever answered a moment ago has ended the key.
    const link = await answerable(trx, key, now)
    if (!link) return null
    const { token, introduction, own } = link
    if (token.purpose === 'outcome') {
      if (form.answer !== 'outcome' || token.after_months === null) return null
      const { kind, without, note } = form
      await endKeys(trx, introduction.id, { purpose: 'outcome', afterMonths: token.after_months })
      const outcome = { after_months: token.after_months, kind, without_roms: without, note }
      await addOutcome(trx, introduction, outcome, { by, toldBy: 'link' }, now)
      return form.answer
    }
    if (form.answer === 'outcome' || !own) return null
    const yes = token.purpose === 'answer' ? 'accept' : 'consent'
    const no = token.purpose === 'answer' ? 'decline' : 'refuse'
    const move =
      form.answer === 'yes'
        ? ({ kind: yes, party: own.id } as const)
        : ({ kind: no, party: own.id, reason: form.reason } as const)
    const decided = await decide(trx, introduction.id, { move, by, toldBy: 'link', text: form.note }, now)
    return decided && form.answer
  })
  return said === null ? late() : data({ said, faults: null }, { status: 200 })
}
