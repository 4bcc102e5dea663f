import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '#db/client.ts'
import { countWaiting } from '#search/outbox.ts'
import { sampleEvidence } from './evidence.ts'
import { startIssuer } from './issuer.ts'

const patienceMs = 90_000

/**
 * Beside the portal that the browser tests have just started: the first content has no earlier projects, and nobody to sign in at. Waits
 * until all can be found.
 * @returns what ends it
 */
export default async function setup(): Promise<() => void> {
  const issuer = await startIssuer({ port: Number(process.env.E2E_ISSUER_PORT), asks: true })
  const db = openDatabase(join(process.env.E2E_DATA_DIR ?? '', 'schakel.sqlite'))
  await sampleEvidence(db)
  const model = () => db.selectFrom('match_model').select('id').where('is_current', '=', 1).executeTakeFirst()
  for (const start = Date.now(); (await countWaiting(db)) > 0 || !(await model()); await setTimeout(200)) {
    if (Date.now() - start > patienceMs) throw new Error('The portal does not get its search index ready')
  }
  await db.destroy()
  return issuer.close
}
