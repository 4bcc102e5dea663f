import { Sessions } from '../auth/session.server.ts'
import type { App } from '../context.server.ts'
import { forgetUnconfirmed } from '../domain/account/registration.server.ts'
import { tidyTokens } from '../domain/account/tokens.server.ts'
import { tidyMail } from '../mail/queue.server.ts'
import type { Transport } from '../mail/transport.server.ts'
import { sendDue } from '../mail/worker.server.ts'

/** Starts all that is done beside the pages; how it goes is in `app.jobs`, which also stops it. */
export function startJobs(app: App, post: { transport: Transport; origin: string }): void {
  const { db, env, jobs, now } = app
  jobs.every(3, 'mail', (signal) => sendDue(app, { ...post, signal }))
  jobs.every(3600, 'tidy', async () => {
    await new Sessions(db, now, env.secure).tidy()
    await tidyTokens(db, now())
    await tidyMail(db, now())
    await forgetUnconfirmed(db, now())
  })
}
