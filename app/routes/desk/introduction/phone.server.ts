import { type ActionFunctionArgs, data as answer, redirect } from '@remix-run/node'
import { recordedForm } from '../../../auth/record.server.ts'
import { romsOf } from '../../../domain/account/policy.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { phoneForm } from '../../../domain/introduction/forms.ts'
import { recordIntroduction } from '../../../domain/introduction/write.server.ts'
import { type Picked, pickOrganisation } from '../../../domain/organisation/pick.server.ts'
import { type FormFaults, parseForm } from '../../../http/form.server.ts'
import { dutchDay } from '../../../i18n/format.ts'
import { localeOf } from '../../../i18n/locale.server.ts'
import { nameIn } from '../../../i18n/locale.ts'

type Candidates = Partial<Record<'first' | 'second', { slug: string; label: string }[]>>

const wrong = (faults: FormFaults, candidates: Candidates = {}, init: ResponseInit = { status: 400 }) =>
  answer({ faults, candidates }, init)

/**
 * Puts an introduction on record that was made by phone.
 * @returns what is wrong with the form, with the organisations that may have been meant
 * @throws the redirect to it
 */
export async function recordByPhone({ request, context }: ActionFunctionArgs, actor: Actor) {
  const { data, refusal } = await parseForm(request, phoneForm)
  if (!data) return wrong(refusal.faults)
  const { db, search, now } = context
  const locale = await localeOf(request)
  const typed = { ...data }
  const [first, second] = await Promise.all([
    pickOrganisation({ db, search }, data.first, locale),
    pickOrganisation({ db, search }, data.second, locale),
  ])
  if (!first.one || !second.one) {
    const candidates: Candidates = {}
    const errors: Record<string, string> = {}
    for (const [name, pick] of [['first', first] as const, ['second', second] as const]) {
      if (pick.one) continue
      candidates[name] = pick.candidates.map((one) => ({ slug: one.slug, label: labelOf(one, locale) }))
      errors[name] = pick.candidates.length > 0 ? 'organisationWhich' : 'organisationPick'
    }
    return wrong({ errors, values: typed }, candidates)
  }
  if (first.one.id === second.one.id) return wrong({ errors: { second: 'organisationSame' }, values: typed })
  if (data.on > dutchDay(now())) return wrong({ errors: { on: 'dayLater' }, values: typed })
  const own = romsOf(actor, 'business_developer', 'coordinator')
  const seats = [first.one.seat_rom_id, second.one.seat_rom_id]
  const romId = seats.find((id) => id !== null && own.includes(id)) ?? own[0]
  if (romId === undefined) throw new Error('somebody who introduces has a ROM')
  const made = {
    romId,
    adviserId: actor.id,
    organisations: [first.one.id, second.one.id],
    on: data.on,
    note: data.note,
  }
  const { result, refusal: refusedNow } = await recordedForm(context, actor.id, typed, (trx) =>
    recordIntroduction(trx, made, now()),
  )
  if (refusedNow) return wrong(refusedNow.faults, {}, { status: refusedNow.status, headers: refusedNow.headers })
  throw redirect(`/werk/introducties/${result}?gedaan=outcome`, 303)
}

function labelOf({ name, name_en, place, rom }: Picked, locale: 'nl' | 'en'): string {
  return [nameIn(locale, name, name_en), place, rom].filter(Boolean).join(', ')
}
