import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from '#db/schema.ts'
import type { SearchEngine } from '#search/engine.ts'
import type { LiveLexicon } from '#search/lexicon/live.ts'
import type { Matcher } from '#search/matching/matcher.ts'
import type { Visitor } from './auth/visitor.server.ts'
import type { Env } from './env.server.ts'
import type { Jobs } from './jobs/jobs.server.ts'

/** What is built once at start and given to every loader and action. */
export interface App {
  env: Env
  db: Kysely<Database>
  /** The only clock: tests set it. */
  now(): Date
  search: SearchEngine
  matcher: Matcher
  lexicon: LiveLexicon
  log: Logger
  /** What is done beside the pages. */
  jobs: Jobs
  /** What is sealed with it can be read by this portal only. */
  secret: string
}

declare module '@remix-run/node' {
  interface AppLoadContext extends App, Omit<Visitor, 'cookie'> {
    /** Of the client, as far as it can be trusted; null when the portal asks itself. */
    address: string | null
    /** For the Content-Security-Policy of this response. */
    nonce: string
    /** The address of the browser's entry module, hashed by the build. */
    entryModule: string
  }
}
