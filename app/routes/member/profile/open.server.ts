import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { TFunction } from 'i18next'
import { type recorded, recordedForm } from '../../../auth/record.server.ts'
import { actorNames } from '../../../domain/account/names.server.ts'
import type { Actor } from '../../../domain/account/types.ts'
import type { Fields } from '../../../domain/forms/version.server.ts'
import { canEditProfile, isMemberOf } from '../../../domain/organisation/policy.ts'
import { findProfile, type Profile, type Saved } from '../../../domain/organisation/profile.server.ts'
import { editAnswer, overtaken } from '../../../http/edit.server.ts'
import { refused } from '../../../http/form.server.ts'
import { forbidden, found } from '../../../http/responses.ts'
import { formatMoment } from '../../../i18n/format.ts'
import { localeOf } from '../../../i18n/locale.server.ts'
import { type Locale, nameIn } from '../../../i18n/locale.ts'
import { profilePath } from './paths.ts'

/** The profile that an address is of. @throws a 404 when there is none, a 403 for who may not keep it */
export async function keptBy(
  actor: Actor,
  { params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>,
): Promise<Profile> {
  const profile = found(await findProfile(context.db, params.slug ?? ''))
  if (!canEditProfile(actor, profile)) throw forbidden()
  return profile
}

/** What every page of keeping a profile says of it. */
export function frameOf(actor: Actor, profile: Profile, { t, locale }: { t: TFunction; locale: Locale }) {
  const name = nameIn(locale, profile.name, profile.name_en)
  return { slug: profile.slug, name, heading: t('profile.title', { name }), member: isMemberOf(actor, profile.id) }
}

/**
 * Saves what a form says, in the name of who sent it.
 * @param typed the fields as they are shown again
 * @param work gives what came of it
 * @param next where to go when it was saved
 * @returns the form as it is refused: a field at fault, or saved by somebody else meanwhile
 * @throws the redirect that follows when it is done
 */
export async function saveForm(
  { request, context }: ActionFunctionArgs,
  actor: Actor,
  typed: Fields,
  work: (trx: Parameters<Parameters<typeof recorded>[2]>[0]) => Promise<Saved>,
  next: () => Promise<string>,
) {
  const { result, refusal } = await recordedForm(context, actor.id, typed, work)
  if (refusal) return editAnswer(refusal)
  if ('fault' in result) return editAnswer(refused(...result.fault, typed))
  if ('meanwhile' in result) {
    const { fields, version, by, at } = result.meanwhile
    const names = await actorNames(context.db, [by])
    const who = by === null ? null : (names.get(by) ?? null)
    const newer = {
      fields,
      version,
      by: who?.person ? who.name : null,
      at: formatMoment(at, await localeOf(request)),
    }
    return editAnswer(overtaken(typed), newer)
  }
  throw redirect(await next(), 303)
}

/** Where saving leads: to the page itself, with what it brought; to the public page for who may not keep the profile any more. */
export async function afterSaving(
  { context }: Pick<ActionFunctionArgs, 'context'>,
  actor: Actor,
  before: Profile,
  path: string,
): Promise<string> {
  const after = await findProfile(context.db, before.slug)
  if (!after || !canEditProfile(actor, after)) return profilePath(before.slug, '', { edit: false })
  return `${path}?gedaan=${after.seat_rom_id === before.seat_rom_id ? 'opgeslagen' : 'verhuisd'}`
}
