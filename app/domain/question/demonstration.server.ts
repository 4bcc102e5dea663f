import type { Kysely } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import { write } from '#db/write.ts'
import { setPlaces } from '../rom/contacts.server.ts'
import { askQuestion } from './ask.server.ts'
import { addEvent } from './events.server.ts'
import { afterWorkingDays } from './working-days.ts'

/** The ROM of the made-up people. */
const rom = 'nom'
const day = 24 * 3_600_000

/** What made-up people ask: how long ago, and where it stands. The domain of their addresses is reserved (RFC 2606). */
const asked = [
  {
    key: 'mila',
    name: 'Mila Terpstra',
    organisation: 'Terpstra Zuivel (voorbeeld)',
    postcode: 8911,
    theme: 'food',
    daysAgo: 1,
    text: 'Wij willen weten welke partij in een andere regio ervaring heeft met eiwitten uit gras. Wie kan ons in contact brengen?',
  },
  {
    key: 'jesse',
    name: 'Jesse Kuiper',
    organisation: '',
    postcode: 9711,
    theme: null,
    daysAgo: 12,
    text: 'Ik begin een bedrijf in sensoren voor dijken. Waar kan ik terecht voor een eerste financiering?',
  },
  {
    key: 'fenna',
    name: 'Fenna Bouwman',
    organisation: 'Bouwman Circulair (voorbeeld)',
    postcode: 7811,
    theme: 'circularity',
    daysAgo: 8,
    text: 'Is er een programma voor het hergebruik van kunststof uit de bouw waar een klein bedrijf bij kan aansluiten?',
    reply: 'Ja, er zijn er twee die passen. Ik bel je deze week om te horen welke het beste bij je plan hoort.',
  },
  {
    key: 'sietse',
    name: 'Sietse Wiersma',
    organisation: 'Wiersma Opslag (voorbeeld)',
    postcode: 9401,
    theme: 'energy',
    daysAgo: 30,
    text: 'Wij zoeken een testlocatie voor een batterij op een bedrijventerrein met een vol stroomnet.',
    reply: 'Bij een energiehub in de regio is plek. Ik heb je gegevens met je toestemming doorgegeven.',
    closed: 'Een proef van een half jaar, begonnen in deze maand.',
  },
]

/** Puts questions of every state before the made-up people, and names them in the wie-is-wie; once, and only where they are. */
export async function addExampleQuestions(
  db: Kysely<Database>,
  at: Date,
  dayOf: (at: Date) => string,
): Promise<void> {
  const [developer, coordinator, member] = await Promise.all(
    ['businessdeveloper', 'coordinator', 'ondernemer'].map((key) => exampleAccount(db, key)),
  )
  const known = await db.selectFrom('question').select('id').where('is_example', '=', 1).executeTakeFirst()
  if (!developer || !coordinator || known) return
  await write(db, { id: 'content' }, at, async (trx) => {
    const places = ['energy', 'food', 'circularity'].map((themeId) => ({
      themeId,
      contactId: developer,
      deputyId: coordinator,
    }))
    const rest = { themeId: null, contactId: coordinator, deputyId: developer }
    await setPlaces(trx, rom, [...places, rest], 'content', at.toISOString())
    for (const one of asked) await addQuestion(trx, one, developer, at, dayOf)
    if (member) await addInterest(trx, member, at, dayOf)
  })
}

async function exampleAccount(db: Db, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('email', '=', `${key}@voorbeeld.example`)
    .where('is_example', '=', 1)
    .executeTakeFirst()
  return row?.id
}

async function addQuestion(
  trx: Db,
  { key, theme, daysAgo, reply, closed, ...question }: (typeof asked)[number],
  developer: string,
  at: Date,
  dayOf: (at: Date) => string,
): Promise<void> {
  const moment = (days: number) => new Date(at.getTime() - days * day)
  const asker = { name: question.name, email: `${key}@voorbeeld.example`, locale: 'nl' as const }
  const own = { kind: 'question' as const, by: 'content', day: dayOf(moment(daysAgo)), isExample: true }
  const { text, postcode, organisation } = question
  const { id } = await askQuestion(
    trx,
    { ...own, asker, text, postcode, organisationName: organisation, romId: rom, themeId: theme },
    moment(daysAgo),
  )
  if (reply) {
    const set = { state: 'answered' as const, responsible_id: developer }
    const replied = { replied_at: moment(daysAgo - 1).toISOString(), replied_rom_id: rom, reply_days: 1 }
    const event = { kind: 'replied' as const, by_id: developer, rom_id: rom, text: reply }
    await addEvent(trx, id, event, { ...set, ...replied }, moment(daysAgo - 1))
  }
  if (closed) {
    const set = { state: 'closed' as const, closed_at: moment(1).toISOString(), outcome: 'helped' as const }
    const event = { kind: 'closed' as const, by_id: developer, rom_id: rom, text: closed, outcome: 'helped' }
    await addEvent(trx, id, event, set, moment(1))
  }
}

/** The made-up entrepreneur would join a made-up call. */
async function addInterest(trx: Db, accountId: string, at: Date, dayOf: (at: Date) => string): Promise<void> {
  const company = await trx
    .selectFrom('organisation_member')
    .select('organisation_id')
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const today = dayOf(at)
  const call = await trx
    .selectFrom('public_call')
    .select(['id', 'theme_id'])
    .where('is_example', '=', 1)
    .where('deadline_on', '>', afterWorkingDays(today, 5))
    .orderBy('id')
    .executeTakeFirst()
  if (!company || !call) return
  await askQuestion(
    trx,
    {
      kind: 'interest',
      asker: { accountId },
      text: 'Wij willen meedoen met een proef en brengen een meetopstelling mee.',
      organisationId: company.organisation_id,
      romId: rom,
      themeId: call.theme_id,
      callId: call.id,
      by: accountId,
      day: today,
      isExample: true,
    },
    at,
  )
}
