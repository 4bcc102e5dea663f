import type { Db } from '#db/client.ts'
import type { Locale } from '../../i18n/locale.ts'
import { keepersOf } from '../organisation/profile.server.ts'
import { answersFor } from '../rom/contacts.server.ts'

/** Whom to write to at an organisation: somebody the ROMs know, or who manages its profile. */
export interface Speaker {
  kind: 'person' | 'member'
  /** Of the contact person, or of the account. */
  id: string
  name: string
  email: string
  phone: string | null
  job: string | null
  locale: Locale
  isTransferOffice: boolean
}

/** Everybody who may speak for an organisation: those the ROMs know first, then its owners and editors. */
export async function speakersOf(db: Db, organisationId: string): Promise<Speaker[]> {
  const [persons, members] = await Promise.all([
    db
      .selectFrom('contact_person')
      .select(['id', 'name', 'email', 'phone', 'job', 'locale', 'is_transfer_office'])
      .where('organisation_id', '=', organisationId)
      .where('forgotten_at', 'is', null)
      .where('email', 'is not', null)
      .orderBy('is_transfer_office')
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('organisation_member as m')
      .innerJoin('account as a', 'a.id', 'm.account_id')
      .select(['a.id', 'a.name', 'a.email', 'a.locale'])
      .where('m.organisation_id', '=', organisationId)
      .where('m.confirmed_at', 'is not', null)
      .where('m.ended_at', 'is', null)
      .where('a.blocked_at', 'is', null)
      .where('a.forgotten_at', 'is', null)
      .orderBy('m.role', 'desc')
      .orderBy('m.confirmed_at')
      .execute(),
  ])
  return [
    ...persons.map(({ is_transfer_office, name, email, ...person }) => ({
      ...person,
      kind: 'person' as const,
      name: name ?? '',
      email: email ?? '',
      isTransferOffice: is_transfer_office === 1,
    })),
    ...members.map(({ name, email, ...member }) => ({
      ...member,
      kind: 'member' as const,
      name: name ?? email ?? '',
      email: email ?? '',
      phone: null,
      job: null,
      isTransferOffice: false,
    })),
  ]
}

/** Who was chosen of them; undefined when nobody was, or not any more. */
export function chosenOf(
  speakers: Speaker[],
  party: { contact_person_id: string | null; member_id: string | null },
): Speaker | undefined {
  return speakers.find(({ kind, id }) => id === (kind === 'person' ? party.contact_person_id : party.member_id))
}

/** How somebody is kept with a party. */
export function columnsOf(speaker: Pick<Speaker, 'kind' | 'id'> | undefined) {
  return {
    contact_person_id: speaker?.kind === 'person' ? speaker.id : null,
    member_id: speaker?.kind === 'member' ? speaker.id : null,
  }
}

export interface Spoken {
  rom_id: string | null
  adviser_id: string | null
  via: 'adviser' | 'transfer_office'
  contact_person_id: string | null
  member_id: string | null
}

/**
 * Who speaks for an organisation when it is to be introduced: the ROM that accompanies it (the proposing one where it does), or else that of
 * its seat; there whoever has it among their companies, or else is asked about its themes. A knowledge institution is asked by its transfer
 * office, where that is known.
 * @param asking the ROM that proposes, and who does so there
 * @param day YYYY-MM-DD
 */
export async function spokenFor(
  db: Db,
  organisation: { id: string; kind: string; seat_rom_id: string | null },
  { asking, day }: { asking: { romId: string; adviserId: string | null }; day: string },
): Promise<Spoken> {
  const [roms, speakers] = await Promise.all([keepersOf(db, organisation), speakersOf(db, organisation.id)])
  const romId = (roms.find(({ id }) => id === asking.romId) ?? roms[0])?.id ?? null
  const office =
    organisation.kind === 'knowledge_institution' && speakers.find(({ isTransferOffice }) => isTransferOffice)
  const person = speakers.find(({ isTransferOffice }) => !isTransferOffice) ?? speakers[0]
  return {
    rom_id: romId,
    adviser_id:
      romId === asking.romId ? asking.adviserId : romId && (await adviserOf(db, organisation.id, romId, day)),
    via: office ? 'transfer_office' : 'adviser',
    ...columnsOf(person),
  }
}

/** Who of a ROM answers for an organisation; null when it is for all who work there. */
async function adviserOf(db: Db, organisationId: string, romId: string, day: string): Promise<string | null> {
  const own = await db
    .selectFrom('company_adviser as c')
    .innerJoin('account as a', 'a.id', 'c.account_id')
    .select('c.account_id')
    .where('c.organisation_id', '=', organisationId)
    .where('c.rom_id', '=', romId)
    .where('c.ended_at', 'is', null)
    .where('a.blocked_at', 'is', null)
    .where('a.forgotten_at', 'is', null)
    .orderBy('c.since_at', 'desc')
    .executeTakeFirst()
  if (own) return own.account_id
  const themes = await db
    .selectFrom('organisation_theme as t')
    .innerJoin('theme', 'theme.id', 't.theme_id')
    .select('theme.id')
    .where('t.organisation_id', '=', organisationId)
    .orderBy('theme.position')
    .execute()
  const asked = await db.selectFrom('contact').select('theme_id').where('rom_id', '=', romId).execute()
  const theme = themes.find(({ id }) => asked.some(({ theme_id }) => theme_id === id))
  return answersFor(db, { romId, themeId: theme?.id ?? null, day })
}
