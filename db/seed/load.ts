import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import { type Content, readContent } from './content.ts'
import { loadCall, loadOrganisation } from './organisations.ts'
import { loadReference } from './reference.ts'
import { loadInstrument, loadMilestone, loadUndertaking } from './undertakings.ts'

/**
 * Loads the first content in one transaction: all of it or nothing. Rows that a person edited are left alone, and
 * nothing happens when this content was loaded before. Examples are loaded unless they were removed.
 * @returns what was done
 * @throws Error naming the file and the place, when a content file is wrong
 */
export async function loadContent(
  db: Kysely<Database>,
  options: { examples: boolean; now: Date; content?: Content },
): Promise<'loaded' | 'unchanged'> {
  const content = options.content ?? readContent()
  const removed = await db
    .selectFrom('setting')
    .select('key')
    .where('key', '=', 'examples-removed')
    .executeTakeFirst()
  const examples = options.examples && !removed
  const version = createHash('sha256')
    .update(JSON.stringify([content, examples]))
    .digest('hex')
  const loaded = await db.selectFrom('setting').select('value').where('key', '=', 'content').executeTakeFirst()
  if (loaded?.value === version) return 'unchanged'

  await db.transaction().execute(async (trx) => {
    const seeding = { trx, now: options.now.toISOString() }
    await loadReference(seeding, content)
    for (const organisation of [...content.institutions, ...content.companies]) {
      await loadOrganisation(seeding, organisation, 0)
    }
    for (const programme of content.programmes) await loadUndertaking(seeding, 'programme', programme)
    for (const initiative of content.initiatives) await loadUndertaking(seeding, 'initiative', initiative)
    for (const milestone of content.milestones) await loadMilestone(seeding, milestone, null)
    for (const instrument of content.instruments) await loadInstrument(seeding, instrument)
    if (examples) {
      for (const organisation of content.examples.organisations) await loadOrganisation(seeding, organisation, 1)
      for (const call of content.examples.calls) await loadCall(seeding, call, 1)
    }
    await trx
      .insertInto('setting')
      .values({ key: 'content', value: version })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: version }))
      .execute()
  })
  return 'loaded'
}
