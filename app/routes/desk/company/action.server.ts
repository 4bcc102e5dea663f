import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { recordedForm } from '../../../auth/record.server.ts'
import { hasDesk, romsOf } from '../../../domain/account/policy.ts'
import type { Actor } from '../../../domain/account/types.ts'
import { companyForm } from '../../../domain/company/forms.ts'
import { addCompany, endCompany, findCompany } from '../../../domain/company/queries.server.ts'
import { addContactPerson, forgetContactPerson } from '../../../domain/organisation/contact-persons.server.ts'
import { canEditProfile } from '../../../domain/organisation/policy.ts'
import { keepersOf } from '../../../domain/organisation/profile.server.ts'
import { parseForm, type Refusal } from '../../../http/form.server.ts'
import { forbidden, found } from '../../../http/responses.ts'

/**
 * Does to a company what a form of its page asks.
 * @returns what is wrong with the form
 * @throws the redirect that follows when it is done; a 403 for what is not the actor's to do
 */
export async function changeCompany(
  { request, params, context }: ActionFunctionArgs,
  actor: Actor,
): Promise<Refusal> {
  const { db, now } = context
  const company = found(await findCompany(db, params.slug ?? ''))
  const keepers = (await keepersOf(db, company)).map(({ id }) => id)
  const { data: order, refusal } = await parseForm(request, companyForm)
  if (!order) return refusal
  const keeps = canEditProfile(actor, { organisationId: company.id, romIds: keepers })
  const own = romsOf(actor, 'business_developer', 'coordinator')
  const needsKeeper = order.doe === 'person' || order.doe === 'forget'
  if (needsKeeper ? !keeps : !hasDesk(actor)) throw forbidden()
  const typed = Object.fromEntries(Object.entries(order).map(([name, value]) => [name, String(value ?? '')]))
  const at = now().toISOString()
  const { refusal: refusedNow } = await recordedForm(context, actor.id, typed, async (trx) => {
    switch (order.doe) {
      case 'mine': {
        const romId = own.find((id) => keepers.includes(id)) ?? (own[0] as string)
        return addCompany(trx, { organisationId: company.id, accountId: actor.id, romId }, at)
      }
      case 'notMine':
        return endCompany(trx, company.id, actor.id, at)
      case 'person': {
        const { name, email, job, phone, office } = order
        const person = { name, email, job, phone, locale: 'nl' as const, isTransferOffice: office === 'ja' }
        await addContactPerson(trx, { organisationId: company.id, ...person }, actor.id, at)
        return
      }
      case 'forget':
        await forgetContactPerson(trx, company.id, order.person, at)
    }
  })
  if (refusedNow) return refusedNow
  throw redirect(`/werk/bedrijven/${company.slug}?gedaan=${order.doe}`, 303)
}
