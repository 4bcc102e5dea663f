import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'

/**
 * Removes everything made up for trying the portal out, for good: a later start does not load it again. Made-up questions go with it.
 * @returns how many organisations and calls were removed
 */
export async function removeExamples(db: Kysely<Database>): Promise<{ organisations: number; calls: number }> {
  return db.transaction().execute(async (trx) => {
    await removeExampleQuestions(trx)
    const examples = trx.selectFrom('organisation').select('id').where('is_example', '=', 1)
    const introductions = trx
      .selectFrom('introduction_party')
      .select('introduction_id')
      .where('organisation_id', 'in', examples)
    await trx.deleteFrom('introduction').where('id', 'in', introductions).execute()
    await trx.deleteFrom('organisation_rom').where('organisation_id', 'in', examples).execute()
    const organisations = await trx.deleteFrom('organisation').where('is_example', '=', 1).executeTakeFirst()
    const calls = await trx.deleteFrom('call').where('is_example', '=', 1).executeTakeFirst()
    await trx
      .insertInto('setting')
      .values({ key: 'examples-removed', value: new Date().toISOString() })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
    return { organisations: Number(organisations.numDeletedRows), calls: Number(calls.numDeletedRows) }
  })
}

/** What made-up people asked, and the places of made-up colleagues in the wie-is-wie. */
async function removeExampleQuestions(trx: Kysely<Database>): Promise<void> {
  const questions = trx.selectFrom('question').select('id').where('is_example', '=', 1)
  await trx.deleteFrom('question_event').where('question_id', 'in', questions).execute()
  await trx.deleteFrom('question').where('is_example', '=', 1).execute()
  await trx.deleteFrom('contact_person').where('is_example', '=', 1).where('organisation_id', 'is', null).execute()
  const people = trx.selectFrom('account').select('id').where('is_example', '=', 1)
  await trx
    .deleteFrom('contact')
    .where((eb) => eb.or([eb('account_id', 'in', people), eb('deputy_id', 'in', people)]))
    .execute()
}

/** How many made-up organisations, calls and questions there are: a production portal must have none. */
export async function countExamples(db: Kysely<Database>): Promise<number> {
  const { count } = await db
    .selectFrom('organisation')
    .where('is_example', '=', 1)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const calls = await db
    .selectFrom('call')
    .where('is_example', '=', 1)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const questions = await db
    .selectFrom('question')
    .where('is_example', '=', 1)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count + calls.count + questions.count
}
