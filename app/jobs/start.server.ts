import type { App } from '../context.server.ts'
import { remindOfIntroductions } from '../domain/introduction/remind.server.ts'
import { remindOfQuestions } from '../domain/question/remind.server.ts'
import { dutchDay } from '../i18n/format.ts'
import { removeForgottenMail } from '../mail/kept.server.ts'
import type { Transport } from '../mail/transport.server.ts'
import { sendDue } from '../mail/worker.server.ts'
import { remindExpiring } from './expiry.server.ts'
import { tidy } from './tidy.server.ts'

/** Starts all that is done beside the pages; how it goes is in `app.jobs`, which also stops it. */
export function startJobs(app: App, post: { transport: Transport; origin: string }): void {
  const { db, env, jobs, now } = app
  jobs.every(3, 'mail', (signal) => sendDue(app, { ...post, signal }))
  jobs.every(900, 'introductions', () => remindOfIntroductions(db, now()))
  jobs.every(3600, 'expiry', (signal) => remindExpiring(app, signal))
  jobs.every(3600, 'tidy', async () => {
    await tidy(db, now())
    await removeForgottenMail(db, env.dataDir)
  })
  jobs.every(1800, 'questions', () => remindOfQuestions(db, dutchDay(now()), now()))
}
