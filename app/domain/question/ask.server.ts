import type { Db } from '#db/client.ts'
import type { QuestionKind } from '#db/tables/questions.ts'
import type { Locale } from '../../i18n/locale.ts'
import { normalised } from '../account/queries.server.ts'
import { answersFor } from '../rom/contacts.server.ts'
import { addEvent, statusLink, tellAsker, tellRom } from './events.server.ts'
import { afterWorkingDays } from './working-days.ts'

/** What the ROMs promise: a reply within so many working days. */
export const promisedDays = 5

const minutes = 60_000

export interface NewQuestion {
  kind: QuestionKind
  /** Somebody without an account, or a member of an organisation. */
  asker: { name: string; email: string; locale: Locale } | { accountId: string }
  text: string
  /** Four digits. */
  postcode?: number
  /** As it was typed; `organisationId` is one of the portal's. */
  organisationName?: string
  organisationId?: string
  /** The ROM that answers, and the organisation's own, which reads along. */
  romId: string
  copyRomId?: string | null
  themeId?: string | null
  undertakingId?: string | null
  callId?: string | null
  openRoleId?: string | null
  /** Who writes it down, by actor. */
  by: string
  /** The day it is, as YYYY-MM-DD. */
  day: string
  isExample?: boolean
}

/**
 * Puts a question to a ROM, tells who is to answer, and mails the asker. What was pressed twice is asked once. Call it within `write`.
 * @returns the address of the asker's page
 */
export async function askQuestion(trx: Db, asked: NewQuestion, now: Date): Promise<{ id: string; link: string }> {
  const again = await justAsked(trx, asked, now)
  if (again) return { id: again, link: await statusLink(trx, again, now) }
  const { romId, copyRomId = null, themeId = null, day } = asked
  const id = crypto.randomUUID()
  const at = now.toISOString()
  const due = afterWorkingDays(day, promisedDays)
  const responsibleId = await answersFor(trx, { romId, themeId, day })
  await trx
    .insertInto('question')
    .values({
      id,
      kind: asked.kind,
      ...(await askerOf(trx, asked, at)),
      postcode: asked.postcode ?? null,
      organisation_name: asked.organisationName || null,
      text: asked.text,
      rom_id: romId,
      copy_rom_id: copyRomId === romId ? null : copyRomId,
      theme_id: themeId,
      organisation_id: asked.organisationId ?? null,
      undertaking_id: asked.undertakingId ?? null,
      call_id: asked.callId ?? null,
      open_role_id: asked.openRoleId ?? null,
      responsible_id: responsibleId,
      state: 'waiting',
      asked_at: at,
      waiting_since: at,
      due_on: due,
      is_example: asked.isExample ? 1 : 0,
    })
    .execute()
  await addEvent(trx, id, { kind: 'asked', by_id: asked.by, rom_id: romId }, {}, now)
  // Nobody gets mail about what was made up.
  if (asked.isExample) return { id, link: '' }
  const names = await trx.selectFrom('rom').select(['id', 'name']).execute()
  const rom = names.find((one) => one.id === romId)?.name ?? ''
  const work = { due, link: `/werk/vragen/${id}` }
  await tellRom(trx, { romId, responsibleId }, { template: newMail[asked.kind], params: { rom, ...work } }, now)
  if (copyRomId !== null && copyRomId !== romId) {
    const reader = await answersFor(trx, { romId: copyRomId, themeId, day })
    const told = { template: 'questionCopy' as const, params: { rom, ...work } }
    await tellRom(trx, { romId: copyRomId, responsibleId: reader }, told, now)
  }
  const link = await tellAsker(trx, id, { template: askedMail[asked.kind], params: { rom, due } }, now)
  return { id, link: link ?? '' }
}

const newMail = { question: 'questionNew', interest: 'interestNew' } as const
const askedMail = { question: 'questionAsked', interest: 'interestAsked' } as const

async function askerOf(trx: Db, { asker, by, isExample }: NewQuestion, at: string) {
  if ('accountId' in asker) return { account_id: asker.accountId, person_id: null }
  const id = crypto.randomUUID()
  await trx
    .insertInto('contact_person')
    .values({
      id,
      organisation_id: null,
      name: asker.name,
      email: normalised(asker.email),
      locale: asker.locale,
      is_example: isExample ? 1 : 0,
      created_at: at,
      created_by: by,
      updated_at: at,
    })
    .execute()
  return { account_id: null, person_id: id }
}

/** The same of the same person, a moment ago. */
async function justAsked(trx: Db, { asker, text, romId, organisationId, ...about }: NewQuestion, now: Date) {
  const query = trx
    .selectFrom('question as q')
    .leftJoin('contact_person as p', 'p.id', 'q.person_id')
    .select('q.id')
    .where('q.text', '=', text)
    .where('q.rom_id', '=', romId)
    .where('q.organisation_id', 'is', organisationId ?? null)
    .where('q.undertaking_id', 'is', about.undertakingId ?? null)
    .where('q.call_id', 'is', about.callId ?? null)
    .where('q.open_role_id', 'is', about.openRoleId ?? null)
    .where('q.asked_at', '>', new Date(now.getTime() - 10 * minutes).toISOString())
  const same =
    'accountId' in asker
      ? query.where('q.account_id', '=', asker.accountId)
      : query.where('p.email', '=', normalised(asker.email)).where('p.name', '=', asker.name)
  return (await same.executeTakeFirst())?.id
}
