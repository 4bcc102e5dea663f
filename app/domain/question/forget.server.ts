import { type Kysely, sql } from 'kysely'
import type { Db } from '#db/client.ts'
import type { Database } from '#db/schema.ts'
import { write } from '#db/write.ts'
import { addEvent } from './events.server.ts'

/** Mail to the asker, and to the staff about what was said. */
const toAsker = [
  ...['questionAsked', 'interestAsked', 'questionReplied', 'questionReferred', 'questionPassed', 'questionClosed'],
]

/**
 * Forgets what somebody asked: who they are, and every word that was said about it. That there was a question, to which ROM, about
 * what theme, and when, stays. Nothing happens when it was forgotten before. Call it within `write`.
 */
export async function forgetQuestion(trx: Db, id: string, by: string, now: Date): Promise<void> {
  const at = now.toISOString()
  const question = await trx
    .selectFrom('question as q')
    .leftJoin('contact_person as p', 'p.id', 'q.person_id')
    .select(['q.rom_id', 'q.person_id', 'q.state', 'p.email'])
    .where('q.id', '=', id)
    .where('q.forgotten_at', 'is', null)
    .executeTakeFirst()
  if (!question) return
  const closed = { state: 'closed' as const, closed_at: at, outcome: 'withdrawn' as const }
  const gone = { text: null, organisation_name: null, postcode: null, forgotten_at: at }
  const set = { ...gone, ...(question.state === 'closed' ? {} : closed) }
  await addEvent(trx, id, { kind: 'forgotten', by_id: by, rom_id: question.rom_id }, set, now)
  await trx.updateTable('question_event').set({ text: null }).where('question_id', '=', id).execute()
  await trx.deleteFrom('question_key').where('question_id', '=', id).execute()
  await trx
    .deleteFrom('mail')
    .where((eb) =>
      eb.or([
        eb(sql`params ->> 'question'`, '=', id),
        // Of what was sent nothing tells any more which question it was about.
        ...(question.email
          ? [
              eb.and([
                eb('address', '=', question.email),
                eb('template', 'in', toAsker),
                eb('sent_at', 'is not', null),
              ]),
            ]
          : []),
      ]),
    )
    .execute()
  if (question.person_id === null) return
  await trx
    .updateTable('contact_person')
    .set({ name: null, email: null, phone: null, job: null, forgotten_at: at, updated_at: at })
    .where('id', '=', question.person_id)
    .execute()
}

/** Forgets all that a person asked, with an account or by the address that was shown to be theirs. Call it within `write`. */
export async function forgetQuestionsOf(
  trx: Db,
  account: { id: string; email: string | null },
  by: string,
  now: Date,
): Promise<void> {
  for (const { id } of await questionsOf(trx, account).select('q.id').execute()) {
    await forgetQuestion(trx, id, by, now)
  }
}

/** What a person asked. @param account.email only an address that is theirs; null for none */
export function questionsOf(db: Db, account: { id: string; email: string | null }) {
  return db
    .selectFrom('question as q')
    .leftJoin('contact_person as p', 'p.id', 'q.person_id')
    .innerJoin('rom', 'rom.id', 'q.rom_id')
    .where('q.forgotten_at', 'is', null)
    .where((eb) =>
      eb.or([eb('q.account_id', '=', account.id), ...(account.email ? [eb('p.email', '=', account.email)] : [])]),
    )
    .orderBy('q.asked_at')
    .orderBy('q.id')
}

/** Forgets who asked what was closed before a moment. @returns how many questions */
export async function forgetClosedBefore(db: Kysely<Database>, moment: string, now: Date): Promise<number> {
  const forgotten = await write(db, { id: 'system' }, now, async (trx) => {
    const rows = await trx
      .selectFrom('question')
      .select('id')
      .where('closed_at', '<', moment)
      .where('forgotten_at', 'is', null)
      .execute()
    for (const { id } of rows) await forgetQuestion(trx, id, 'system', now)
    return rows.length
  })
  // What is overwritten in the file still stands in its write-ahead log, until that begins anew.
  if (forgotten > 0) await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db)
  return forgotten
}
