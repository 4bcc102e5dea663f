import { resolve } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  SCHAKEL_MODE: z.enum(['demonstration', 'production']).default('demonstration'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('data'),
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_KEY: z.string().optional(),
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export interface Env {
  mode: 'demonstration' | 'production'
  host: string
  port: number
  dataDir: string
  meiliUrl?: string
  meiliKey?: string
  /** The public address, such as https://schakel.example.nl; absent: the address of each request. */
  origin?: string
  logLevel: string
}

/**
 * Reads the settings. The only place that reads the environment.
 * @throws Error that names each wrong setting and what it should be
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  // An empty variable counts as not set, as in most deployment tools.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`)
    throw new Error(`Wrong settings: ${wrong.join('; ')}`)
  }
  const env = parsed.data
  return {
    mode: env.SCHAKEL_MODE,
    host: env.HOST,
    port: env.PORT,
    dataDir: resolve(env.DATA_DIR),
    meiliUrl: env.MEILI_URL,
    meiliKey: env.MEILI_KEY,
    origin: env.ORIGIN?.replace(/\/$/, ''),
    logLevel: env.LOG_LEVEL,
  }
}
