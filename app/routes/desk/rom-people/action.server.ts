import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireSender } from '../../../auth/guard.server.ts'
import { recordedForm } from '../../../auth/record.server.ts'
import { canReviewClaims } from '../../../domain/account/policy.ts'
import { type PlaceChange, setPlaces, staffOf } from '../../../domain/rom/contacts.server.ts'
import { placesForm } from '../../../domain/rom/forms.ts'
import { findRom } from '../../../domain/rom/inbox.server.ts'
import { canSeeInbox, canSetInbox } from '../../../domain/rom/policy.ts'
import { listThemes } from '../../../domain/theme/queries.server.ts'
import { parseForm, type Refusal } from '../../../http/form.server.ts'
import { forbidden, found, notFound } from '../../../http/responses.ts'

/**
 * Says who of a ROM is asked about what: only in the places that were changed, so that what a colleague changed meanwhile stays.
 * @returns what is wrong
 * @throws a redirect when it was done; a 403 for who only works there, a 404 for who works elsewhere
 */
export async function changePlaces(args: ActionFunctionArgs): Promise<Refusal> {
  const actor = await requireSender(args, canReviewClaims)
  const { db, now } = args.context
  const rom = found(await findRom(db, args.params.slug ?? ''))
  if (!canSeeInbox(actor, rom.id)) throw notFound()
  if (!canSetInbox(actor, rom.id)) throw forbidden()
  const { data: sent, refusal } = await parseForm(args.request, placesForm)
  if (!sent) return refusal
  const [staff, themes] = await Promise.all([staffOf(db, rom.id), listThemes(db)])
  const works = (id: string) => id === '' || staff.some((one) => one.id === id)
  const errors: Record<string, string> = {}
  const changes: PlaceChange[] = []
  for (const themeId of [...themes.map(({ id }) => id), null]) {
    const key = themeId ?? 'rest'
    const [contact = '', deputy = '', was] = [sent[`contact-${key}`], sent[`deputy-${key}`], sent[`was-${key}`]]
    if (was === undefined || was === `${contact} ${deputy}`) continue
    if (!works(contact)) errors[`contact-${key}`] = 'placePerson'
    else if (!works(deputy)) errors[`deputy-${key}`] = 'placePerson'
    else if (deputy && !contact) errors[`contact-${key}`] = 'placeEmpty'
    else if (deputy && deputy === contact) errors[`deputy-${key}`] = 'placeSame'
    changes.push({ themeId, contactId: contact || null, deputyId: deputy || null })
  }
  if (Object.keys(errors).length > 0) return { faults: { errors, values: sent }, status: 400 }
  const done = await recordedForm(args.context, actor.id, sent, (trx) =>
    setPlaces(trx, rom.id, changes, actor.id, now().toISOString()),
  )
  if (done.refusal) return done.refusal
  throw redirect(`/werk/rom/${rom.slug}/mensen`, 303)
}
