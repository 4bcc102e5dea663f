import type { Db } from '#db/client.ts'
import type { IntroductionKeyTable } from '#db/tables/introductions.ts'
import { dutchDay } from '../../i18n/format.ts'
import { type NewMail, queueMail } from '../../mail/queue.server.ts'
import { type Addressee, addresseesAt } from '../rom/addressees.server.ts'
import { standInFor } from '../rom/contacts.server.ts'
import { issueLink } from './keys.server.ts'
import { chosenOf, type Speaker, speakersOf } from './parties.server.ts'
import type { Introduction, Party } from './queries.server.ts'

type Key = Pick<IntroductionKeyTable, 'party_id' | 'purpose' | 'after_months'>

const deskLink = ({ id }: Introduction) => `/werk/introducties/${id}`

/** What every mail about an introduction says it is about. */
function about({ parties, rom }: Introduction) {
  const [first, ...others] = parties.map(({ name }) => name)
  return { first: first ?? '', others: others.join(', '), rom }
}

/** Whoever of a ROM works on it: one person, and whoever stands in for them that day; or all who work there. */
async function workersOf(
  db: Db,
  { rom_id, adviser_id }: { rom_id: string | null; adviser_id: string | null },
  day: string,
): Promise<Addressee[]> {
  const ids = adviser_id === null ? [] : [adviser_id, await standInFor(db, adviser_id, day)]
  return addresseesAt(db, rom_id, ids)
}

/** Tells the staff of the proposing ROM, or of another, with the way to the desk. */
export async function tellStaff(
  trx: Db,
  introduction: Introduction,
  of: { rom_id: string | null; adviser_id: string | null },
  mail: { template: NewMail['template']; params?: NewMail['params'] },
  now: Date,
): Promise<void> {
  const day = dutchDay(now)
  for (const addressee of await workersOf(trx, of, day)) {
    const params = { ...about(introduction), ...mail.params, link: deskLink(introduction) }
    await queueMail(trx, { ...addressee, template: mail.template, params }, now)
  }
}

/** Sends mail that can be answered by its link, to each with a key of their own. */
async function ask(
  trx: Db,
  introduction: Introduction,
  {
    addressee,
    name,
    key,
    template,
  }: { addressee: Addressee; name?: string; key: Key; template: NewMail['template'] },
  now: Date,
): Promise<void> {
  const account_id = 'accountId' in addressee.to ? addressee.to.accountId : null
  const link = await issueLink(trx, { ...key, introduction_id: introduction.id, account_id }, now)
  const params = { ...about(introduction), due: introduction.due_on ?? '', link, ...(name && { name }) }
  await queueMail(trx, { ...addressee, template, params }, now)
}

const addressOf = ({ kind, id, email, locale }: Speaker): Addressee => ({
  to: kind === 'member' ? { accountId: id } : { address: email },
  locale,
})

/** Asks whoever speaks for an organisation: its transfer office, with its ROM in copy; or the adviser of its ROM. */
export async function askForAnswer(
  trx: Db,
  introduction: Introduction,
  party: Party,
  template: 'introductionProposed' | 'introductionReminder',
  now: Date,
): Promise<void> {
  const key: Key = { party_id: party.id, purpose: 'answer', after_months: null }
  const office = party.via === 'transfer_office' ? await officeOf(trx, party) : undefined
  if (office) {
    await ask(trx, introduction, { addressee: addressOf(office), name: office.name, key, template }, now)
    if (party.rom_id) await tellStaff(trx, introduction, party, { template: 'introductionCopy' }, now)
    return
  }
  for (const addressee of await workersOf(trx, party, dutchDay(now))) {
    await ask(trx, introduction, { addressee, key, template }, now)
  }
}

async function officeOf(db: Db, party: Party): Promise<Speaker | undefined> {
  return (await speakersOf(db, party.organisation_id)).find(({ isTransferOffice }) => isTransferOffice)
}

/**
 * Asks an organisation whether it wants to be introduced.
 * @returns whether there is anybody to ask
 */
export async function askForConsent(
  trx: Db,
  introduction: Introduction,
  party: Party,
  template: 'introductionConsent' | 'introductionConsentReminder',
  now: Date,
): Promise<boolean> {
  const speaker = chosenOf(await speakersOf(trx, party.organisation_id), party)
  if (!speaker) {
    await tellStaff(
      trx,
      introduction,
      party,
      { template: 'introductionNobody', params: { organisation: party.name } },
      now,
    )
    return false
  }
  const key: Key = { party_id: party.id, purpose: 'consent', after_months: null }
  await ask(trx, introduction, { addressee: addressOf(speaker), name: speaker.name, key, template }, now)
  return true
}

/** Introduces the organisations to each other: whom to write to at the others, and that it is done to those who speak for them. */
export async function introduce(trx: Db, introduction: Introduction, parties: Party[], now: Date): Promise<void> {
  const all = await Promise.all(
    parties.map(async (party) => ({
      party,
      speaker: chosenOf(await speakersOf(trx, party.organisation_id), party),
    })),
  )
  const details = all.map(({ party, speaker }) => ({
    id: party.id,
    text: speaker
      ? [`${speaker.name}${speaker.job ? ` (${speaker.job})` : ''}, ${party.name}`, speaker.email, speaker.phone]
          .filter(Boolean)
          .join(', ')
      : party.name,
  }))
  for (const { party, speaker } of all) {
    if (!speaker) continue
    const others = details.filter(({ id }) => id !== party.id).map(({ text }) => text)
    const params = {
      ...about(introduction),
      name: speaker.name,
      organisation: party.name,
      details: others.join('; '),
    }
    await queueMail(trx, { ...addressOf(speaker), template: 'introductionMade', params }, now)
  }
  for (const of of [introduction, ...parties.filter(({ rom_id }) => rom_id !== introduction.rom_id)]) {
    await tellStaff(trx, introduction, of, { template: 'introductionMadeStaff' }, now)
  }
}

/** Asks whoever made an introduction what came of it. */
export async function askForOutcome(trx: Db, introduction: Introduction, months: 6 | 12, now: Date): Promise<void> {
  const key: Key = { party_id: null, purpose: 'outcome', after_months: months }
  for (const addressee of await workersOf(trx, introduction, dutchDay(now))) {
    await ask(trx, introduction, { addressee, key, template: 'introductionOutcome' }, now)
  }
}
