import type { Db } from '#db/client.ts'
import { actorNames } from '../account/names.server.ts'

/** The words that administrators added to a concept and did not take off, with who did it, the latest first. */
export async function wordsOfConcept(db: Db, concept: string) {
  const rows = await db
    .selectFrom('lexicon_word')
    .select(['id', 'language', 'label', 'added_at', 'added_by'])
    .where('concept', '=', concept)
    .where('ended_at', 'is', null)
    .orderBy('added_at', 'desc')
    .orderBy('id')
    .execute()
  const names = await actorNames(
    db,
    rows.map(({ added_by }) => added_by),
  )
  return rows.map(({ added_by, ...row }) => ({ ...row, who: names.get(added_by) ?? null }))
}

/** Adds a word to a concept; that the indexes have to be made anew is written with it. Call it within `write`. */
export async function addWord(
  trx: Db,
  word: { concept: string; language: 'nl' | 'en'; label: string },
  by: string,
  now: string,
): Promise<void> {
  await trx
    .insertInto('lexicon_word')
    .values({ id: crypto.randomUUID(), ...word, added_at: now, added_by: by })
    .execute()
}

/** Takes a word off a concept. Call it within `write`. @returns whether the concept has ever had it */
export async function endWord(
  trx: Db,
  { id, concept }: { id: string; concept: string },
  by: string,
  now: string,
): Promise<boolean> {
  const known = await trx
    .selectFrom('lexicon_word')
    .select('id')
    .where('id', '=', id)
    .where('concept', '=', concept)
    .executeTakeFirst()
  if (!known) return false
  await trx
    .updateTable('lexicon_word')
    .set({ ended_at: now, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  return true
}
