import { join } from 'node:path'
import { openDatabase } from '#db/client.ts'
import { sampleEvidence } from './evidence.ts'

/** Beside the portal that the browser tests have just started: the first content has no earlier projects. */
export default async function setup(): Promise<void> {
  const db = openDatabase(join(process.env.E2E_DATA_DIR ?? '', 'schakel.sqlite'))
  await sampleEvidence(db)
  await db.destroy()
}
